/** From plan to fact by cause, and what is not known: in the report, and where one goal is looked at closely. */
import type { CauseFigures } from "../../../plan/cause-texts";
import type { Language } from "../../../plan/words";
import { WaterfallChart } from "../../charts/waterfall-chart";
import { visible } from "../../spoofing";
import { waterfallOf } from "./pictures";
import { REPORT_SCREEN_WORDS } from "./words";

export function PlanToFact({ figures, language }: { readonly figures: CauseFigures; readonly language: Language }) {
  return (
    <div class="picture">
      <h3>{REPORT_SCREEN_WORDS.planToFactHead[language]}</h3>
      <WaterfallChart language={language} data={waterfallOf(figures)} />
      {figures.causes.length > 0 && figures.notes.length > 0 && <p class="caption"><bdi>{visible(figures.notes.join(" "))}</bdi></p>}
    </div>
  );
}
