/** Who writes, and where what is not written yet waits: both in the browser, apart for each workbook where that counts. */
import { randomLetters } from "../../pane/here";
import { keptOutbox, type Keeper } from "../../plan/kept-outbox";
import type { Outbox } from "../../plan/outbox";
import { isClient } from "../../plan/vector";

const CLIENT = "voronka.client";
/** In the workbook's own settings: the file may be renamed, or have no address yet. */
const WORKBOOK = "voronka.workbook";
/** More windows of one workbook than anyone opens. */
const MOST_WINDOWS = 8;

/** Excel on the web gives each site that embeds it a storage of its own; the key keeps them apart where the browser does not. */
const key = (name: string): string => `${Office.context.partitionKey ?? ""}${name}`;

/**
 * A lane has one writer: a second window of the same workbook in the same browser is a client of its own, and the same one each time.
 * It is told by a lock that a window holds as long as it is open.
 */
export async function clientHere(keeper: Keeper | null): Promise<string> {
  const { locks } = navigator as Partial<Pick<Navigator, "locks">>;
  let slot = 0;
  while (locks && slot < MOST_WINDOWS && !(await isFree(locks, lockOf(slot), true))) slot += 1;
  const name = nameOf(slot);
  const known = keeper?.getItem(name) ?? "";
  if (isClient(known)) return known;
  const client = randomLetters();
  try {
    keeper?.setItem(name, client);
  } catch {
    // It is full: then this client lives as long as the pane.
  }
  return client;
}

const nameOf = (slot: number): string => key(slot === 0 ? CLIENT : `${CLIENT}.${slot}`);
const lockOf = (slot: number): string => `${key(CLIENT)} ${Office.context.document.url} ${slot}`;

/** @param forGood takes the lock as long as the window is open. Where locks are refused altogether, nobody can tell. */
const isFree = (locks: LockManager, name: string, forGood: boolean): Promise<boolean> =>
  new Promise((resolve) => {
    locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && forGood ? new Promise<void>(() => undefined) : undefined;
    }).catch(() => resolve(true));
  });

/** Clients of windows that are not open now. */
async function clientsGone(keeper: Keeper, me: string): Promise<readonly string[]> {
  const { locks } = navigator as Partial<Pick<Navigator, "locks">>;
  const gone: string[] = [];
  for (let slot = 0; locks && slot <= MOST_WINDOWS; slot += 1) {
    const client = keeper.getItem(nameOf(slot)) ?? "";
    if (isClient(client) && client !== me && (await isFree(locks, lockOf(slot), false))) gone.push(client);
  }
  return gone;
}

/**
 * Each window has its own: what another one is saving at this moment is not to be saved by this one too, perhaps later than what that one
 * saves next. What windows have left that are closed is taken over.
 */
async function outboxOf(keeper: Keeper | null, workbook: string, me: string): Promise<Outbox> {
  const own = keptOutbox(keeper, `${workbook} ${me}`);
  for (const client of keeper ? await clientsGone(keeper, me) : []) {
    const left = keptOutbox(keeper, `${workbook} ${client}`);
    for (const action of await left.list()) {
      await own.put(action);
      await left.remove(action.id);
    }
  }
  return own;
}

/** Nothing is written into the workbook before the first action: until then nothing can be waiting either. */
export function workbookOutbox(keeper: Keeper | null, me: string): Outbox {
  let opened: Outbox | null = null;
  const open = async (makes: boolean): Promise<Outbox | null> => {
    if (opened) return opened;
    const id = await workbookId(makes);
    if (id !== null) opened = await outboxOf(keeper, key(id), me);
    // A workbook that takes no settings cannot be known again.
    else if (makes) opened = keptOutbox(null, "");
    return opened;
  };
  return {
    list: async () => (await open(false))?.list() ?? [],
    put: async (action) => (await open(true))?.put(action),
    remove: async (id) => (await open(false))?.remove(id),
    isFleeting: () => opened?.isFleeting?.() ?? false,
  };
}

async function workbookId(makes: boolean): Promise<string | null> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { settings } = context.workbook;
      const found = settings.getItemOrNullObject(WORKBOOK).load("value");
      await context.sync();
      if (!found.isNullObject && typeof found.value === "string" && found.value !== "") return found.value;
      if (!makes) return null;
      const id = randomLetters();
      settings.add(WORKBOOK, id);
      await context.sync();
      return id;
    });
  } catch {
    return null;
  }
}
