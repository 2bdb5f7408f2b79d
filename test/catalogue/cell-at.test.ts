import type * as CellAt from "../../src/catalogue/cell-at";

/** The module as it is loaded where `Array.prototype.at` is, or is not. */
function load(withAt: boolean): typeof CellAt {
  const known = Object.getOwnPropertyDescriptor(Array.prototype, "at")!;
  if (!withAt) delete (Array.prototype as { at?: unknown }).at;
  let loaded: typeof CellAt | null = null;
  try {
    jest.isolateModules(() => { loaded = jest.requireActual<typeof CellAt>("../../src/catalogue/cell-at"); });
  } finally {
    Object.defineProperty(Array.prototype, "at", known);
  }
  return loaded!;
}

test.each([["a host that knows at()", true], ["an older one", false]] as const)("%s reads the same cells", (_, withAt) => {
  const { cellAt } = load(withAt);
  expect([cellAt(["a", 1], 0), cellAt(["a", 1], 1), cellAt(["a"], 1), cellAt([], 0), cellAt([1.5], 0), cellAt([null], 0)]).toEqual(["a", 1, undefined, undefined, 1.5, null]);
});
