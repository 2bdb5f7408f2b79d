/** The script of host.html: answers what office.js asks its parent page, and calls functions the way Excel does. */
import { FakeExcel, HostError, type Batch, type FunctionAnswer } from "./fake-excel";

/** What office.js sends to its host. */
type Message = {
  readonly _messageType: number; readonly _actionName: string; readonly _actionType?: number; readonly _conversationId: string; readonly _correlationId: number;
  readonly _data?: { readonly DdaMethod?: { readonly DispatchId: number }; readonly ArrayData?: readonly string[]; readonly controlId?: string; readonly eventDispId?: number; readonly targetId?: string };
};
export type FunctionCall = readonly [id: string, args: readonly unknown[]];
type HostWindow = { excel: FakeExcel; HostError: typeof HostError; unhandled: Message[]; callFunctions: typeof callFunctions; selectCells: typeof selectCells; tellChange: typeof tellChange; press: typeof press };

const query = new URLSearchParams(location.search);
const locale = query.get("locale") ?? "en-US";
const REQUIREMENT_SETS = { ExcelApi: "1.17", SharedRuntime: "1.1", CustomFunctionsRuntime: "1.4", CustomFunctions: "1.7", RichApiRuntimeFlag: "1.2" };
const CONVERSATION = "conv1";
/** DispatchId of a request batch. */
const RICH_API = 93;
/** Id of the event DocumentSelectionChanged. */
const SELECTION_CHANGED = 2;

const UNREGISTER = 2;
/** Its own start, the button of the ribbon, the messages for functions: no answer is needed. */
const ALWAYS_SENT = new Set(["ContextActivationManager_notifyHost", "appCommandInvoked", "richApiMessage"]);

const excel = new FakeExcel();
excel.workbook.Application.CultureInfo.NumberFormat.NumberDecimalSeparator = new Intl.NumberFormat(locale).format(1.5).charAt(1);
/** Messages that this page does not model: look here first when office.js hangs. */
const unhandled: Message[] = [];
const pane = document.getElementById("pane") as HTMLIFrameElement;
/** Where the pane wants to hear of a new selection. */
let selectionAction: string | null = null;

addEventListener("message", (event: MessageEvent<unknown>) => {
  let message: Message;
  try {
    message = (typeof event.data === "string" ? JSON.parse(event.data) : event.data) as Message;
  } catch {
    return;
  }
  if (message?._messageType !== 0) return;
  const reply = (data: unknown): void =>
    (event.source as Window).postMessage(JSON.stringify({
      _messageType: 1, _actionName: message._actionName, _conversationId: message._conversationId,
      _correlationId: message._correlationId, _origin: location.href, _errorCode: 0, _responseType: 0,
      _data: data, _serializerVersion: 1,
    }), event.origin);

  if (message._actionName === "ContextActivationManager_getAppContextAsync") {
    return reply({
      _id: "1", _appName: 16, _appVersion: 16.01, _appMinorVersion: 1, _appUILocale: locale, _dataLocale: locale,
      _docUrl: `${location.origin}/Book1.xlsx`, _clientMode: 0, _settings: [], _reason: 1, _osfControlType: 1, _eToken: "",
      _correlationId: "c", _appInstanceId: "i", _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
      _hostFullVersion: "16.0.0.0", _addinName: "t", _appDomains: [], _initialDisplayMode: 0,
    });
  }
  if (message._actionName === "executeMethod" && message._data?.DdaMethod?.DispatchId === RICH_API) {
    const answer = excel.exec(JSON.parse(message._data.ArrayData?.[4] ?? "{}") as Batch);
    return reply({ Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer)] });
  }
  if (message._data?.eventDispId === SELECTION_CHANGED) selectionAction = message._actionType === UNREGISTER ? null : message._actionName;
  else if (!ALWAYS_SENT.has(message._actionName)) unhandled.push(message);
  reply({ Version: 1, Error: 0 });
});

const send = (actionName: string, data: unknown): void =>
  pane.contentWindow?.postMessage(JSON.stringify({
    _messageType: 1, _actionName: actionName, _conversationId: CONVERSATION, _correlationId: -1,
    _origin: location.href, _errorCode: 0, _responseType: 1, _data: data, _serializerVersion: 1,
  }), location.origin);

/** One entry of a richApiMessage: category 1, type 1000, "", [invocation, name, arguments, caller, flags], invocation. */
const entry = (id: number, [name, args]: FunctionCall): readonly unknown[] => [1, 1000, "", JSON.stringify([id, name, args.map(delivered), "Sheet1!D1", RICH_DATA]), id];
/** allowCustomDataForDataTypeAny: what is no plain value arrives as JSON in an object. */
const RICH_DATA = 8;
const delivered = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(delivered) : typeof value === "object" && value !== null ? { value: JSON.stringify(value) } : value ?? null;

let nextId = 1;
/** Calls functions the way Excel does; resolves when every answer is in. */
async function callFunctions(calls: readonly FunctionCall[], timeout: number): Promise<readonly (FunctionAnswer | null)[]> {
  const first = nextId;
  nextId += calls.length;
  const answers = new Map<number, FunctionAnswer>();
  let seen = excel.functionResults.length;
  const deadline = performance.now() + timeout;
  send("richApiMessage", { ArrayData: calls.map((call, i) => entry(first + i, call)) });
  while (answers.size < calls.length && performance.now() < deadline) {
    await new Promise((done) => setTimeout(done, 5));
    for (; seen < excel.functionResults.length; seen++) {
      const answer = excel.functionResults[seen];
      if (answer && answer[0] >= first) answers.set(answer[0], answer);
    }
  }
  return calls.map((_, i) => answers.get(first + i) ?? null);
}

/** The user selects cells: the pane is told, if it listens. */
function selectCells(address: string | null): void {
  excel.workbook.selected = address;
  if (selectionAction !== null) send(selectionAction, {});
}

/** Category of an event of Excel, and number of the event "cells of a sheet have changed". */
const [EVENTS, CHANGED] = [65_536, 10];
/** Somebody changed a sheet: the pane is told, if it listens. */
function tellChange(): void {
  if (!excel.workbook.Worksheets.isListening) return;
  send("richApiMessage", { ArrayData: [[EVENTS, CHANGED, "Workbook", JSON.stringify({ worksheetId: "x", address: "A1", changeType: "RangeEdited", source: "Local", triggerSource: "Unknown" }), nextId++]] });
}

/** A key of the add-in, or an item of its menu: category 2 of a richApiMessage, with the name of the action. */
function press(action: string): void {
  send("richApiMessage", { ArrayData: [[2, 1000, "", JSON.stringify([action]), 0]] });
}

Object.assign(window as unknown as HostWindow, { excel, HostError, unhandled, callFunctions, selectCells, tellChange, press });

pane.style.width = `${query.get("width") ?? 320}px`;
pane.style.height = `${query.get("height") ?? 600}px`;
pane.name = JSON.stringify({ baseFrameName: "b", xdmInfo: `${CONVERSATION}|1|${encodeURIComponent(location.origin)}`, serializerVersion: 1, appContext: null });
// Host info: the two last flags are 1 = shared app + 2 = custom functions, so 3 starts the functions runtime.
pane.src = `/taskpane.html?_host_Info=${encodeURIComponent(`Excel$Web$16.01$${locale}$corr$$$3`)}#&_serializer_version=1&_xdm_Info=${CONVERSATION}|1|${location.origin}`;
