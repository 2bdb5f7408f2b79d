/**
 * What a writer had seen: of each client the number of its last record. A client numbers its records 1, 2, 3, …, so one number says
 * which of them were known. As text `anna:14,boris:3`, in cells and records.
 */
export type Vector = ReadonlyMap<string, number>;

export const isClient = (text: string): boolean => /^[a-z0-9]{1,16}$/i.test(text);

export const vectorText = (vector: Vector): string => Array.from(vector, ([client, seq]) => `${client}:${seq}`).sort().join(",");

/** undefined where the text is no vector. */
export function parseVector(text: string): Vector | undefined {
  const vector = new Map<string, number>();
  if (text === "") return vector;
  for (const part of text.split(",")) {
    const colon = part.indexOf(":");
    const [client, seq] = [part.slice(0, Math.max(0, colon)), Number(part.slice(colon + 1))];
    if (!isClient(client) || !Number.isSafeInteger(seq) || seq < 1) return undefined;
    vector.set(client, seq);
  }
  return vector;
}

export const hasSeen = (vector: Vector, client: string, seq: number): boolean => (vector.get(client) ?? 0) >= seq;

/** Whether everything in `part` is in `whole` too. */
export function covers(whole: Vector, part: Vector): boolean {
  for (const [client, seq] of part) if (!hasSeen(whole, client, seq)) return false;
  return true;
}

export function note(vector: Map<string, number>, client: string, seq: number): void {
  if (!hasSeen(vector, client, seq)) vector.set(client, seq);
}

export function joined(...vectors: readonly Vector[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const vector of vectors) for (const [client, seq] of vector) note(all, client, seq);
  return all;
}
