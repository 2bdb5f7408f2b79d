/** The report of the chosen cycle, as it stands now; and the sheet that is made of it. */
import { useMemo, useState } from "preact/hooks";
import type { Cycle } from "../../../plan/cycles";
import { reportOf, type Report, type ReportTable } from "../../../plan/report";
import { pageOf } from "../../../plan/report-layout";
import type { Language } from "../../../plan/words";
import { CapacityChart } from "../../charts/capacity-chart";
import { DeviationChart } from "../../charts/deviation-chart";
import { FunnelChart } from "../../charts/funnel-chart";
import { PlanFactChart } from "../../charts/plan-fact-chart";
import { areaReference } from "../../reference";
import { sentence } from "../../sentence";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { AsOf } from "../control/as-of";
import { usePlan } from "../context";
import { Chips } from "../fields/chips";
import { ScreenHead } from "../screen-head";
import { capacityOf, deviationItems, findingsOf, planFactOf, stagesOf } from "./pictures";
import { PlanToFact } from "./plan-to-fact";
import { ReportTableView, shown } from "./tables";
import { REPORT_SCREEN_WORDS } from "./words";

const LANGUAGES: readonly { readonly value: Language; readonly text: string }[] = [{ value: "en", text: "English" }, { value: "ru", text: "Русский" }];

export function ReportScreen() {
  const { say } = useSurroundings();
  const { cycle } = usePlan();
  return (
    <>
      <ScreenHead title={say(REPORT_SCREEN_WORDS.title)} hasBack />
      {cycle ? <OfCycle key={cycle.row} cycle={cycle} /> : <p class="quiet">{say(REPORT_SCREEN_WORDS.noCycle)}</p>}
    </>
  );
}

function OfCycle({ cycle }: { readonly cycle: Cycle }) {
  const { say } = useSurroundings();
  const { plan, today } = usePlan();
  const [language, setLanguage] = useState<Language>(plan.language);
  const report = useMemo(() => reportOf(plan, cycle, today, language), [plan, cycle, today, language]);
  const findings = useMemo(() => findingsOf(report), [report]);
  return (
    <>
      <p class="quiet">{say(REPORT_SCREEN_WORDS.about)}</p>
      <p class="control-line"><AsOf /></p>
      <Chips name="reportLanguage" label={say(REPORT_SCREEN_WORDS.language)} value={language} choices={LANGUAGES} choose={setLanguage} />
      <Sheet make={() => pageOf(report, findings)} />
      <p><button type="button" onClick={() => window.print()}>{say(REPORT_SCREEN_WORDS.print)}</button></p>
      <Page report={report} />
    </>
  );
}

/** The button stays where it is while the sheet is made, so that the focus does. */
function Sheet({ make }: { readonly make: () => ReturnType<typeof pageOf> }) {
  const { say, language, host, announce } = useSurroundings();
  const { reports: { busy, made, gone, failure, ...reports } } = usePlan();
  const open = (sheet: string): void => void host.show(areaReference(sheet, { row: 1, column: 1 })).catch((error: unknown) => announce(say(REPORT_SCREEN_WORDS.failed, visible(sentence(error)))));
  return (
    <div class="report-sheet">
      <p><button type="button" class={made ? undefined : "main"} aria-disabled={busy !== null} onClick={() => reports.make(make())}>{say(made ? REPORT_SCREEN_WORDS.makeAnother : REPORT_SCREEN_WORDS.make)}</button></p>
      <div role="status">
        {busy ? <><p>{say(REPORT_SCREEN_WORDS[busy])}</p><progress aria-label={say(REPORT_SCREEN_WORDS[busy])} /></>
          : gone ? <p>{say(REPORT_SCREEN_WORDS[gone.state], visible(gone.sheet))}</p>
          : made ? <><p>{say(REPORT_SCREEN_WORDS.made, visible(made.sheet))}</p>{made.reason && <p class="caption">{visible(made.reason[language])}</p>}</>
          : <p class="caption">{say(REPORT_SCREEN_WORDS.isRecord)}</p>}
      </div>
      {failure && <p class="failure" role="alert">{visible(failure[language])}</p>}
      {made && !busy && (
        <p class="buttons">
          <button type="button" class="main" onClick={() => open(made.sheet)}>{say(REPORT_SCREEN_WORDS.open)}</button>
          <button type="button" onClick={reports.remove}>{say(REPORT_SCREEN_WORDS.remove)}</button>
        </p>
      )}
    </div>
  );
}

/** In the language of the report, which may be another than that of the pane. */
function Page({ report }: { readonly report: Report }) {
  const { language, title, header, tables } = report;
  const table = (key: ReportTable["key"]) => <ReportTableView table={tables.find((each) => each.key === key)!} language={language} />;
  const { months, causes, stages, capacity } = report.figures;
  return (
    <article class="report" lang={language} aria-label={title}>
      <h3 class="report-title"><bdi>{title}</bdi></h3>
      <dl class="report-head">{header.map(({ label, cell }) => <div key={label}><dt>{label}</dt><dd><bdi>{shown(cell, language) || "–"}</bdi></dd></div>)}</dl>
      {table("goals")}
      {months.length > 0 && <div class="picture"><PlanFactChart language={language} data={planFactOf(report)} cumulative /></div>}
      <div class="picture"><DeviationChart language={language} items={deviationItems(report)} /></div>
      {table("months")}
      {table("deviations")}
      {months.length > 0 && <PlanToFact figures={causes} language={language} />}
      {table("overdue")}
      {table("resources")}
      {stages.length > 0 && <div class="picture"><h3>{REPORT_SCREEN_WORDS.funnelHead[language]}</h3><FunnelChart language={language} stages={stagesOf(report)} /></div>}
      {capacity.length > 0 && <div class="picture"><h3>{REPORT_SCREEN_WORDS.capacityHead[language]}</h3><CapacityChart language={language} data={capacityOf(report)} /></div>}
      {table("lessons")}
    </article>
  );
}
