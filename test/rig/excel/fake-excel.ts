/**
 * An Excel in memory that answers the genuine request batches of office.js.
 *
 * office.js turns every `context.sync()` into one JSON body: a list of actions on a list of object paths. `exec` interprets such a
 * body and answers in the same format, so that the real proxies (load rules, null objects, error codes) are exercised unchanged.
 * Whatever the model does not know throws NotImplemented: no test can pass by accident. Extend it by adding members in PascalCase.
 *
 * Runs in jest and in a page (open.ts), so it imports nothing but its own parts.
 */
import { Workbook } from "./fake-workbook";
import { HostError, HostObject, notImplemented } from "./host-object";

export { HostError };

/** An answer of a custom function: [invocation, true, value] or [invocation, false, message, code]. */
export type FunctionAnswer = readonly [id: number, ok: boolean, valueOrMessage: unknown, code?: number];

/** What the custom-function proxy of office.js calls back with results. */
class CustomFunctionsHost extends HostObject {
  constructor(private readonly excel: FakeExcel) { super(); }
  _SetOsfControlContainerReadyForCustomFunctions(): null {
    this.excel.functionsReady = true;
    return null;
  }
  _GetEnabledFeatures(): readonly string[] { return []; }
  SetInvocationArrayResults(results: readonly FunctionAnswer[]): null { return this.take(results); }
  SetInvocationResults(results: readonly FunctionAnswer[]): null { return this.take(results); }
  private take(results: readonly FunctionAnswer[]): null {
    for (const result of results) this.excel.functionResults.push(result);
    return null;
  }
}

/** Shows and hides the pane of a shared runtime. */
class AppRuntime extends HostObject {
  state: string | null = null;
  SetAppRuntimeState(state: string): null {
    if (state !== "Visible") throw notImplemented(`a runtime ${state}`);
    this.state = state;
    return null;
  }
}

// ---- the interpreter of batches ------------------------------------------------------------

const PATH = { GLOBAL: 1, NEW: 2, METHOD: 3, PROPERTY: 4, INDEXER: 5, REFERENCE: 6, NULL: 7 } as const;
const ACTION = { INSTANTIATE: 1, QUERY: 2, METHOD: 3, SET: 4, TRACE: 5 } as const;

type Arguments = { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly (number | null)[] };
type ObjectPath = { readonly ObjectPathType: number; readonly Name: string; readonly ParentObjectPathId: number; readonly ArgumentInfo?: Arguments };
type Action = { readonly Id: number; readonly ActionType: number; readonly Name: string; readonly ObjectPathId: number; readonly ArgumentInfo: Arguments; readonly QueryInfo?: { readonly Select?: readonly string[] } };
export type Batch = { readonly Actions: readonly Action[]; readonly ObjectPaths: Readonly<Record<string, ObjectPath>> };

const nameOf = (object: unknown): string => (typeof object === "object" && object !== null ? object.constructor.name : String(object));

/** The member `name` of an object as the host spells it: office.js sends names in PascalCase or camelCase. */
function member(object: object | null, name: string): string | undefined {
  if (object === null) return undefined;
  if (name in object) return name;
  const pascal = name.charAt(0).toUpperCase() + name.slice(1);
  return pascal in object ? pascal : undefined;
}
const valueOf = (object: object, key: string): unknown => (object as Readonly<Record<string, unknown>>)[key];

/** Answer to load(): the selected members only, values in PascalCase, collections as `_Items`. */
function query(object: object | null, select: readonly string[]): unknown {
  if (object === null) return null;
  if (select.length === 0 || select.includes("*")) throw notImplemented(`load everything of ${nameOf(object)}`);
  if (object instanceof HostObject && object.items) {
    if (select.every((name) => name.toLowerCase() === "count")) return { Count: object.items.length };
    const inner = select.map((name) => name.replace(/^items\/?/, "")).filter((name) => name !== "");
    return { _Items: object.items.map((item) => query(item, inner)) };
  }
  const out: Record<string, unknown> = {};
  for (const name of select) {
    const [head = "", ...rest] = name.split("/");
    const key = member(object, head);
    if (key === undefined) throw notImplemented(`no property ${head} on ${nameOf(object)}`);
    const value = valueOf(object, key);
    out[key] = rest.length > 0 ? query(value as object | null, [rest.join("/")]) : value;
  }
  return out;
}

const DELAY_FOR_CELL_EDIT = 64;
/** One exchange may carry so much in Excel on the web. */
const MOST_CHARACTERS = 5_000_000;

const refusal = (code: string, message: string, location: string, index: number, results: readonly unknown[]): unknown =>
  ({ Results: results, Error: { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: code === "ItemNotFound" ? 404 : 400 } });

export class FakeExcel {
  readonly workbook = new Workbook();
  /** Every batch received: its length counts the syncs. */
  readonly log: Batch[] = [];
  functionsReady = false;
  readonly functionResults: FunctionAnswer[] = [];
  /** The next batch fails with it, as a host in trouble does. */
  failNext: HostError | null = null;
  /** What people do before the next batch arrives. */
  between: ((batch: Batch) => void) | null = null;
  /** Ends the entry that a person is typing into a cell. */
  entering: (() => void) | null = null;
  /** The pane as the runtime was asked to show it last. */
  readonly runtime = new AppRuntime();
  private readonly customFunctions = new CustomFunctionsHost(this);
  private readonly references = new Map<string, object | null>();
  private kept = 1;

  /** @param flags of the request: whether it waits for the end of an entry */
  exec(batch: Batch, flags = 0): unknown {
    this.between?.(batch);
    this.log.push(batch);
    if (this.entering) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return refusal("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.", "", 0, []);
      this.entering();
      this.entering = null;
    }
    if (JSON.stringify(batch).length > MOST_CHARACTERS) return refusal("RequestPayloadSizeLimitExceeded", "The request is too large.", "", 0, []);
    const answer = this.run(batch);
    return JSON.stringify(answer).length > MOST_CHARACTERS ? refusal("ResponsePayloadSizeLimitExceeded", "The answer is too large.", "", 0, []) : answer;
  }

  private run(batch: Batch): unknown {
    const objects = new Map<number, object | null>();
    const resolve = (id: number): object | null => {
      let found = objects.get(id);
      if (found === undefined) {
        const path = batch.ObjectPaths[id];
        if (!path) throw notImplemented(`object path ${id}`);
        found = this.object(path, resolve);
        objects.set(id, found);
      }
      return found;
    };
    const results: unknown[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        if (this.failNext) {
          const failure = this.failNext;
          this.failNext = null;
          throw failure;
        }
        results.push({ ActionId: action.Id, Value: this.act(action, resolve) });
      } catch (error) {
        const { code = "GeneralException", message } = error as { readonly code?: string; readonly message: string };
        return refusal(code, message, action.Name, index, results);
      }
    }
    return { Results: results };
  }

  private object(path: ObjectPath, resolve: (id: number) => object | null): object | null {
    const info = path.ArgumentInfo ?? {};
    switch (path.ObjectPathType) {
      case PATH.GLOBAL: return this.workbook;
      case PATH.NEW: return /CustomFunctions/.test(path.Name) ? this.customFunctions : /AppRuntimeService$/.test(path.Name) ? this.runtime : { NotifyActionHandlerReady: () => null };
      // What hangs on an object that is not there is not there either.
      case PATH.METHOD: return path.ParentObjectPathId && resolve(path.ParentObjectPathId) === null ? null : this.invoke(resolve(path.ParentObjectPathId), path.Name, info, resolve) as object | null;
      case PATH.PROPERTY: {
        const owner = resolve(path.ParentObjectPathId);
        const key = member(owner, path.Name);
        if (key === undefined || owner === null) throw notImplemented(`no property ${path.Name} on ${nameOf(owner)}`);
        return valueOf(owner, key) as object | null;
      }
      case PATH.INDEXER: return this.invoke(resolve(path.ParentObjectPathId), "GetItem", info, resolve) as object | null;
      case PATH.REFERENCE: {
        const kept = this.references.get(path.Name);
        if (kept === undefined) throw new HostError("InvalidReference", "The object is no longer there.");
        return kept;
      }
      case PATH.NULL: return null;
      default: throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private act(action: Action, resolve: (id: number) => object | null): unknown {
    // A mark of office.js for itself, of no object.
    if (action.ActionType === ACTION.TRACE) return null;
    const target = resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.INSTANTIATE: {
        // office.js asks again after `_KeepReference`: this is where it learns the name under which the object lives on.
        const reference = [...this.references].find(([, kept]) => kept === target)?.[0];
        if (target === null || reference !== undefined) return target && { _ReferenceId: reference };
        // What has an id is found by it from then on.
        return target instanceof HostObject && "Id" in target ? { Id: target.Id } : {};
      }
      case ACTION.QUERY: return query(target, action.QueryInfo?.Select ?? []);
      case ACTION.METHOD: {
        if (action.Name === "_KeepReference") {
          this.references.set(`_r:${this.kept++}`, target);
          return null;
        }
        return this.invoke(target, action.Name, action.ArgumentInfo, resolve) ?? null;
      }
      case ACTION.SET: {
        const key = member(target, action.Name);
        if (key === undefined || target === null) throw notImplemented(`cannot set ${action.Name} on ${nameOf(target)}`);
        (target as Record<string, unknown>)[key] = action.ArgumentInfo.Arguments?.[0];
        return null;
      }
      default: throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private invoke(object: object | null, name: string, info: Arguments, resolve: (id: number) => object | null): unknown {
    const key = member(object, name);
    const method = object !== null && key !== undefined ? valueOf(object, key) : undefined;
    if (typeof method !== "function") throw notImplemented(`no method ${name} on ${nameOf(object)}`);
    const args = (info.Arguments ?? []).map((arg, i) => {
      const reference = info.ReferencedObjectPathIds?.[i];
      return reference ? resolve(reference) : arg;
    });
    return (method as (...args: readonly unknown[]) => unknown).apply(object, args);
  }
}
