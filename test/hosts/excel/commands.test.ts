/** @jest-environment jsdom */
/** Buttons and keys outside of the pane; that office.js hands them over is tried in a browser (plan-browser.test.ts). */
import { ACTIONS, listenToCommands } from "../../../src/hosts/excel/commands";
import { HostError } from "../../rig/excel/fake-excel";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";

type Action = (pressed: { completed(): void } | null) => Promise<void>;
const actions = new Map<string, Action>();
let office: OfficeInJest;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.17" });
  // office.js has it on a page only.
  Object.assign(Office.actions, { associate: (name: string, act: Action) => void actions.set(name, act) });
});
beforeEach(() => office.freshWorkbook());
const action = (name: string): Action => actions.get(name)!;

test("what was asked for before the pane stands is told to it then, and once", async () => {
  const { onPhase } = listenToCommands();
  await action(ACTIONS.lead)(null);
  const told: string[] = [];
  const stop = onPhase!((phase) => told.push(phase));
  expect(told).toEqual(["lead"]);
  await action(ACTIONS.control)(null);
  stop();
  await action(ACTIONS.plan)(null);
  onPhase!((phase) => told.push(`again ${phase}`));
  expect(told).toEqual(["lead", "control", "again plan"]);
});

test("Excel is told the end of what its button began, also where the pane cannot be shown", async () => {
  listenToCommands();
  const completed = jest.fn();
  await action(ACTIONS.organize)({ completed });
  expect([office.host().runtime.state, completed.mock.calls.length]).toEqual(["Visible", 1]);
  office.host().failNext = new HostError("GeneralException", "no pane");
  await expect(action(ACTIONS.organize)({ completed })).rejects.toThrow("no pane");
  expect(completed).toHaveBeenCalledTimes(2);
});
