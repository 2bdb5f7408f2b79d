/** The sidebar's end of google.script.run. */
import { request, sheetsHost, type ScriptRun, type Surroundings } from "../../../src/hosts/google/client";
import { FAILURES } from "../../../src/hosts/google/failures";
// Only checked: the entries of the sidebars belong to no other program of the type checker.
import type {} from "../../../src/hosts/google/pane";
import type {} from "../../../src/hosts/google/plan-pane";

type Call = { readonly method: string; readonly json: string; succeed: (json: string) => void; fail: (error: { readonly message?: string }) => void };

function surroundings(): { readonly around: Surroundings; readonly calls: Call[]; readonly timers: { readonly milliseconds: number; then: () => void; stopped: boolean }[] } {
  const calls: Call[] = [];
  const timers: { milliseconds: number; then: () => void; stopped: boolean }[] = [];
  const runner = (succeed: Call["succeed"], fail: Call["fail"]): ScriptRun => ({
    withSuccessHandler: (handler) => runner(handler, fail),
    withFailureHandler: (handler) => runner(succeed, handler),
    rpc: (method, json) => void calls.push({ method, json, succeed, fail }),
    planRpc: (method, json) => void calls.push({ method, json, succeed, fail }),
  });
  const around: Surroundings = {
    run: runner(() => undefined, () => undefined),
    after(milliseconds, then) {
      const timer = { milliseconds, then, stopped: false };
      timers.push(timer);
      return () => {
        timer.stopped = true;
      };
    },
    language: "en",
  };
  return { around, calls, timers };
}

test("passes JSON only, and stops its timer with the answer", async () => {
  const { around, calls, timers } = surroundings();
  const asked = request(around, "calculate", "CAC", [{ reference: "Deals!B:B" }, null], "en");
  expect(calls[0]).toMatchObject({ method: "calculate", json: '["CAC",[{"reference":"Deals!B:B"},null],"en"]' });
  calls[0]!.succeed('{"ok":true,"value":{"value":1}}');
  await expect(asked).resolves.toEqual({ value: 1 });
  expect(timers).toMatchObject([{ milliseconds: 30_000, stopped: true }]);
});
test("gives up after 30 seconds of silence", async () => {
  const { around, timers } = surroundings();
  const asked = request(around, "selection");
  timers[0]!.then();
  await expect(asked).rejects.toThrow(FAILURES.late.en);
});
test.each([
  ["a failure of ours", (call: Call) => call.succeed('{"ok":false,"code":"notOurs","message":""}'), FAILURES.notOurs.en],
  ["what a service said", (call: Call) => call.succeed('{"ok":false,"code":"script","message":"Service busy"}'), "Google Sheets could not do this: Service busy"],
  ["what Apps Script said", (call: Call) => call.fail({ message: "Authorization is required" }), "Google Sheets could not do this: Authorization is required"],
  ["nothing at all", (call: Call) => call.fail({}), "Google Sheets could not do this."],
])("%s is a sentence", async (_, answer, sentence) => {
  const { around, calls } = surroundings();
  const asked = request(around, "selection");
  answer(calls[0]!);
  await expect(asked).rejects.toThrow(sentence);
});
test("speaks the language that the script told", async () => {
  const { around, calls } = surroundings();
  const opening = sheetsHost(around);
  calls[0]!.succeed('{"ok":true,"value":{"language":"ru","notation":"semicolon","functions":[]}}');
  const host = await opening;
  expect(host).toMatchObject({ language: "ru", notation: "semicolon", arrays: "sheets" });
  const asked = host.insert("=CAC(B1,C1)", false);
  expect(calls[1]).toMatchObject({ method: "insert", json: '["=CAC(B1,C1)",false,[],null]' });
  calls[1]!.succeed('{"ok":false,"code":"nothingSelected","message":""}');
  await expect(asked).rejects.toThrow(FAILURES.nothingSelected.ru);
});
