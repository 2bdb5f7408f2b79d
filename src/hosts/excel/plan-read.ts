/** Whole sheets out of Excel: their sizes first, then their cells in portions that it hands over. */
import { BookFailure, type SheetContent } from "../../plan/book";
import type { ErrorValue, Value } from "../../plan/plan";
import { lettersOf } from "../../plan/project";
import { bookFailure, codeOf } from "./plan-failures";
import { withoutNamespace } from "./namespace";

/** Above it `Range.values` may be null without an error (Microsoft, "Resource limits for Office Add-ins"). */
const MOST_CELLS = 5_000_000;
/** One answer may have 5 MB in Excel on the web; a portion that is larger nevertheless is halved. */
const CELLS_AT_ONCE = 100_000;

type Used = { readonly rows: number; readonly columns: number };
type Block = { readonly sheet: string; readonly index: number; readonly row: number; readonly rows: number; readonly columns: number; readonly formulas: boolean };
type Cells = readonly (readonly unknown[])[];

/**
 * @param from of each sheet, rows above are left empty; a sheet that is not there is null
 * @param told after each portion
 */
export async function readSheets(context: Excel.RequestContext, names: readonly string[], from: readonly number[], told: (done: number, of: number) => void = () => undefined): Promise<readonly (SheetContent | null)[]> {
  const used = await usedOf(context, names);
  const contents = used.map((each, i) => (each ? { values: Array.from({ length: Math.min(from[i] ?? 0, each.rows) }, (): (Value | ErrorValue)[] => []), formulas: [] as { row: number; column: number; formula: string }[] } : null));
  const blocks = used.flatMap((each, index) => (each ? blocksOf(names[index]!, index, each, from[index] ?? 0) : []));
  for (const { block, values, formulas } of await readBlocks(context, blocks, told)) {
    const content = contents[block.index]!;
    values.forEach((row) => content.values.push(row));
    content.formulas.push(...formulas);
  }
  return contents;
}

/** From A1 to the last cell with a content, null where there is no such sheet. */
async function usedOf(context: Excel.RequestContext, names: readonly string[]): Promise<readonly (Used | null)[]> {
  try {
    return await sizesOf(context, names);
  } catch (error) {
    if (codeOf(error) !== "ItemNotFound") throw error;
    // One of them has gone since its name was read.
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const there = new Set(worksheets.items.map(({ name }) => name));
    const left = names.filter((name) => there.has(name));
    const sizes = await sizesOf(context, left);
    return names.map((name) => sizes[left.indexOf(name)] ?? null);
  }
}

async function sizesOf(context: Excel.RequestContext, names: readonly string[]): Promise<readonly Used[]> {
  const found = names.map((name) => context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true));
  for (const each of found) each.load("rowIndex, columnIndex, rowCount, columnCount");
  await context.sync();
  return found.map((each) => (each.isNullObject ? { rows: 0, columns: 0 } : { rows: each.rowIndex + each.rowCount, columns: each.columnIndex + each.columnCount }));
}

function blocksOf(sheet: string, index: number, { rows, columns }: Used, from: number): readonly Block[] {
  if ((rows - from) * columns > MOST_CELLS) throw new BookFailure("tooLarge", sheet);
  const atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns)));
  const blocks: Block[] = [];
  // Of a sheet that is only added to, the rows that were read before have no formulas either.
  for (let row = from; row < rows; row += atOnce) blocks.push({ sheet, index, row, rows: Math.min(atOnce, rows - row), columns, formulas: from === 0 });
  return blocks;
}

type Read = { readonly block: Block; readonly values: readonly (Value | ErrorValue)[][]; readonly formulas: SheetContent["formulas"] };

/** As many blocks in one exchange as it may carry. */
async function readBlocks(context: Excel.RequestContext, blocks: readonly Block[], told: (done: number, of: number) => void): Promise<readonly Read[]> {
  const read: Read[] = [];
  for (let i = 0; i < blocks.length; ) {
    const group: Block[] = [];
    for (let cells = 0; i < blocks.length && (group.length === 0 || cells + blocks[i]!.rows * blocks[i]!.columns <= CELLS_AT_ONCE); i += 1) {
      group.push(blocks[i]!);
      cells += blocks[i]!.rows * blocks[i]!.columns;
    }
    read.push(...(await readGroup(context, group)));
    told(i, blocks.length);
  }
  return read;
}

async function readGroup(context: Excel.RequestContext, group: readonly Block[]): Promise<readonly Read[]> {
  const ranges = group.map(({ sheet, row, rows, columns, formulas }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, 0, rows, columns);
    return range.load(formulas ? "values, formulas" : "values");
  });
  try {
    await context.sync();
  } catch (error) {
    if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded") throw bookFailure(error, group[0]!.sheet);
    return readSmaller(context, group);
  }
  if (ranges.some(({ values }) => (values as Cells | null) === null)) return readSmaller(context, group);
  const suspects = ranges.filter(({ values }) => values.some((row) => row.some((cell) => typeof cell === "string" && cell.startsWith("#"))));
  // An error cell and the text "#N/A" are the same value; only the type tells them apart.
  for (const range of suspects) range.load("valueTypes");
  if (suspects.length > 0) await context.sync();
  return group.map((block, i) => contentOf(block, ranges[i]!, suspects.includes(ranges[i]!)));
}

async function readSmaller(context: Excel.RequestContext, group: readonly Block[]): Promise<readonly Read[]> {
  if (group.length > 1) {
    const middle = Math.floor(group.length / 2);
    return [...(await readGroup(context, group.slice(0, middle))), ...(await readGroup(context, group.slice(middle)))];
  }
  const [block] = group as [Block];
  if (block.rows === 1) throw new BookFailure("unread", block.sheet, `A${block.row + 1}:${lettersOf(block.columns - 1)}${block.row + 1}`);
  const half = Math.floor(block.rows / 2);
  const halves = [{ ...block, rows: half }, { ...block, row: block.row + half, rows: block.rows - half }];
  return [...(await readGroup(context, halves.slice(0, 1))), ...(await readGroup(context, halves.slice(1)))];
}

function contentOf(block: Block, range: Excel.Range, hasErrors: boolean): Read {
  const formulas: { row: number; column: number; formula: string }[] = [];
  const values = (range.values as Cells).map((row, r) => row.map((cell, c): Value | ErrorValue => {
    const content: unknown = block.formulas ? range.formulas[r]?.[c] : null;
    // A text that begins with = is its own content; no formula is.
    if (typeof content === "string" && content.startsWith("=") && content !== cell) formulas.push({ row: block.row + r, column: c, formula: withoutNamespace(content) });
    if (hasErrors && range.valueTypes[r]?.[c] === "Error") return { error: String(cell) };
    return cell === "" || cell === undefined ? null : (cell as Value);
  }));
  return { block, values, formulas };
}
