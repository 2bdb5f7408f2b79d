/** The coverage map: areas of tasks by kinds of resources, as a grid and as sentences. */
import { useMemo } from "preact/hooks";
import { AREAS, KINDS } from "../../../plan/codes";
import { coverageOf } from "../../../plan/coverage";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { ORGANIZE_WORDS } from "./words";

export function CoverageMap() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const coverage = useMemo(() => cycle && coverageOf(plan, cycle, today), [plan, cycle, today]);
  if (!coverage) return <ScreenHead title={say(ORGANIZE_WORDS.coverage)} hasBack />;
  const { areas, kinds, cells, emptyAreas, emptyKinds } = coverage;
  const kindWords = (i: number) => KINDS[i]!.words[language];
  return (
    <>
      <ScreenHead title={say(ORGANIZE_WORDS.coverage)} hasBack />
      <p class="quiet">{say(ORGANIZE_WORDS.coverageAbout)}</p>
      {/* Kinds stand as numbers above the columns: their names would not fit; the list below tells which is which. */}
      <table class="coverage">
        <thead>
          <tr>
            <th scope="col">{say(ORGANIZE_WORDS.area)}</th>
            <th scope="col" title={say(ORGANIZE_WORDS.tasksShort)}>{say(ORGANIZE_WORDS.tasksShort)}</th>
            {kinds.map(({ kind }, i) => <th key={kind} scope="col" title={kindWords(i)}><span aria-hidden="true">{i + 1}</span><span class="unseen">{kindWords(i)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, tasks }, r) => (
            <tr key={area}>
              <th scope="row">{AREAS[r]!.words[language]}</th>
              <td class={tasks === 0 ? "spot" : ""}>{tasks}</td>
              {kinds.map(({ kind }, c) => <td key={kind} class={cells[r]![c] === 0 ? "none" : "some"}>{cells[r]![c] === 0 ? "·" : cells[r]![c]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <ol class="kinds">{kinds.map(({ kind, resources }, i) => <li key={kind} class={resources === 0 ? "spot" : ""}>{say(ORGANIZE_WORDS.kindKey, kindWords(i), resources)}</li>)}</ol>
      {emptyAreas.length + emptyKinds.length === 0 ? <p class="quiet">{say(ORGANIZE_WORDS.noSpots)}</p> : (
        <ul class="rows">
          {emptyAreas.map((area) => <li key={area}><Opens to={{ at: "task", row: null, area }} class="row"><span class="row-note lacking">{say(ORGANIZE_WORDS.emptyArea, AREAS.find(({ code }) => code === area)!.words[language])}</span></Opens></li>)}
          {emptyKinds.map((kind) => <li key={kind}><Opens to={{ at: "resource", row: null, kind }} class="row"><span class="row-note lacking">{say(ORGANIZE_WORDS.emptyKind, KINDS.find(({ code }) => code === kind)!.words[language])}</span></Opens></li>)}
        </ul>
      )}
    </>
  );
}
