/** The live result: a value, a table, the sentence of a failure, or what is still missing. */
import type { FunctionHelp } from "../catalogue/define";
import type { Result } from "../catalogue/grid";
import type { Argument } from "./argument";
import { isTable, plainNumber, resultUnit, single, table } from "./format";
import type { Live } from "./live";
import { visible } from "./spoofing";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Props = { readonly def: FunctionHelp; readonly args: readonly Argument[]; readonly live: Live };

export function ResultView({ def, args, live }: Props) {
  const { say } = useSurroundings();
  const isWaiting = live.state === "waiting";
  return (
    <div class="result">
      <span class="caption" id="voronka-result">{say(WORDS.result)}</span>
      <div role="status" aria-labelledby="voronka-result" aria-busy={isWaiting}>
        {isWaiting ? <p class="quiet" aria-hidden="true">{say(WORDS.calculating)}</p> : <Shown def={def} args={args} live={live} />}
      </div>
    </div>
  );
}

function Shown({ def, args, live }: Props) {
  const { say, language } = useSurroundings();
  switch (live.state) {
    case "waiting": return null;
    case "incomplete": {
      const missing = def.args.filter((arg, i) => !arg.optional && args[i]?.kind === "blank").map(({ key }) => key);
      const isWrong = args.some(({ kind }) => kind === "problem");
      return <p class="quiet">{isWrong ? say(WORDS.correctFields) : say(WORDS.stillMissing, missing.join(", "))}</p>;
    }
    case "afterInserting": return <p class="quiet">{say(WORDS.afterInserting)}</p>;
    case "unread":
      return <p class="failure">{live.reference === "" ? say(WORDS.unreadAny, visible(live.reason)) : say(WORDS.unread, visible(live.reference), visible(live.reason))}</p>;
    case "failure":
      return <p class="failure"><strong class="code">{visible(live.failure.code)}</strong> <bdi>{visible(live.failure.message)}</bdi></p>;
    case "value":
      return isTable(live.value) ? <TableView def={def} args={args} result={live.value} /> : <p class="value"><bdi>{live.value === "" ? say(WORDS.blankResult) : single(live.value, resultUnit(def, args), language)}</bdi></p>;
  }
}

function TableView({ def, args, result }: { readonly def: FunctionHelp; readonly args: readonly Argument[]; readonly result: Exclude<Result, string | number> }) {
  const { say, language } = useSurroundings();
  const shown = table(result, def.returns.shape === "table", resultUnit(def, args), language);
  const caption = say(WORDS.tableOf, plainNumber(shown.rows.length + shown.more, language));
  return (
    <>
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="table" role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          {shown.header && (
            <thead>
              <tr>{shown.header.map((name, column) => <th key={column} scope="col" class={shown.numeric[column] ? "number" : undefined}><bdi>{name}</bdi></th>)}</tr>
            </thead>
          )}
          <tbody>
            {shown.rows.map((row, r) => (
              <tr key={r}>
                {!shown.header && <th scope="row" class="row-number">{r + 1}</th>}
                {row.map((text, column) => <td key={column} class={shown.numeric[column] ? "number" : undefined}><bdi>{text}</bdi></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">
        {shown.more > 0 && `${say(WORDS.more, plainNumber(shown.more, language))} · `}
        {say(WORDS.takes, plainNumber(result.length, language), result[0]?.length ?? 0)}
      </p>
    </>
  );
}
