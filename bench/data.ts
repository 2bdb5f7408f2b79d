/** Seeded sales data, handed over as a spreadsheet host does: rows of cells, parsed anew for each timing. */

export const STAGES = ["Lead", "Qualified", "Demo", "Proposal", "Negotiation", "Won"];
export const LOST = "Lost";

function random(seed: number): () => number { // sfc32
  let [a, b, c, d] = [0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162, seed | 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 20; i += 1) next();
  return next;
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 18 characters, as a large CRM writes them: too long for the engine to share equal strings. */
function dealId(i: number): string {
  let x = Math.imul(i, 2654435761) >>> 0;
  let s = "";
  for (let k = 0; k < 6; k += 1) {
    s = DIGITS[x % 62]! + s;
    x = Math.floor(x / 62);
  }
  return `006Hs00001${s}IA`;
}

function shuffle<T>(list: T[], next: () => number): T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

export const SOURCES = ["Website", "Advertising", "Referral", "Event", "Outbound call", "Partner", "Newsletter", "Social"];
export const REASONS = ["Price", "No budget", "Competitor", "No answer", "Timing"];

/** Deal, stage, date, source: exactly `rows` of them, in no order, with skips, returns, losses and open deals. */
export function stageHistory(rows: number): (string | number)[][] {
  const next = random(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const days = [2, 5, 9, 12, 15];
  const out: (string | number)[][] = [];
  for (let deal = 0; out.length < rows; deal += 1) {
    const id = dealId(deal);
    const source = SOURCES[deal % SOURCES.length]!;
    let time = 45000 + next() * 900;
    let stage = next() < 0.85 ? 0 : 1;
    for (let step = 0; step < 14 && out.length < rows; step += 1) {
      time = Math.round(time * 86400) / 86400;
      out.push([id, STAGES[stage]!, time, source]);
      if (stage === 5) break;
      time += 2 / 86400 + days[stage]! * Math.exp(0.9 * normal());
      const u = next();
      if (u < 0.7) stage += 1;
      else if (u < 0.77) stage = Math.min(5, stage + 2);
      else if (u < 0.85) stage = Math.max(0, stage - 1);
      else {
        if (u < 0.95 && out.length < rows) out.push([id, LOST, Math.round(time * 86400) / 86400, source]);
        break;
      }
    }
  }
  return shuffle(out, next);
}

/** Stage, last stage, amount, created, closed or "", customer, source, probability, reason or "", won date or "": a row per deal. */
export function dealRows(rows: number): (string | number)[][] {
  const next = random(2);
  return Array.from({ length: rows }, () => {
    let stage = 0;
    while (stage < 5 && next() < 0.68) stage += 1;
    const lost = stage < 5 && next() < 0.6;
    const created = 45000 + next() * 900;
    const amount = Math.round(Math.exp(8 + 1.1 * (next() + next() + next() - 1.5)) * 100) / 100;
    const customer = `C${String(Math.floor(next() * rows * 0.6)).padStart(11, "0")}`;
    const closed = lost || stage === 5 ? created + next() * 120 : "";
    const source = SOURCES[Math.floor(next() * SOURCES.length)]!;
    const reason = REASONS[Math.floor(next() * REASONS.length)]!;
    return [lost ? LOST : STAGES[stage]!, STAGES[stage]!, amount, created, closed, customer, source, (stage + 1) / 8, lost ? reason : "", stage === 5 ? closed : ""];
  });
}

export type Column = readonly (readonly unknown[])[];

/** One column as text; `parse` gives fresh cells, as a host hands them over. */
export const packed = (rows: readonly (readonly unknown[])[], column: number): string => JSON.stringify(rows.map((row) => [row[column]]));
export const parse = (text: string): Column => JSON.parse(text) as Column;
