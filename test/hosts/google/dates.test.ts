/** Dates in the zones of the world: the script runs in one zone, each spreadsheet has its own. */
import { parseDate } from "../../../src/catalogue/cells";
import { serials } from "../../../src/hosts/google/cells";
import { load } from "../../rig/google/script";
import { fakeSpreadsheet } from "../../rig/google/services";
import { formatDate, sheetDate, sheetDateOfSerial } from "../../rig/google/zone";

const ZONES = ["UTC", "Europe/Moscow", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia"];
const CODE = "dist/google/Code.js";
/** 2026-01-01 and 2024-02-29 as Excel counts them. */
const FIRST_OF_2026 = 46023;
const LEAP_DAY = 45351;

test.each([
  ["Africa/Cairo", "2026-04-24"], ["America/Santiago", "2026-09-06"], ["Atlantic/Azores", "2026-03-29"], ["America/Sao_Paulo", "2018-11-04"],
])("in %s %s has no midnight, and is that day without a time; one o'clock of the days around it is one o'clock", (zone, day) => {
  const serial = serials((instant, pattern) => formatDate(instant, zone, pattern));
  const whole = parseDate(day)!;
  expect(formatDate(sheetDateOfSerial(whole, zone), zone, "HH:mm")).toBe("01:00");
  expect([-1, 0, 1].map((days) => serial(sheetDateOfSerial(whole + days, zone).getTime()))).toEqual([whole - 1, whole, whole + 1]);
  for (const days of [-1, 1]) expect(serial(sheetDateOfSerial(whole + days + 1 / 24, zone).getTime())).toBeCloseTo(whole + days + 1 / 24, 9);
  expect(serial(sheetDateOfSerial(whole + 2 / 24, zone).getTime())).toBeCloseTo(whole + 2 / 24, 9);
});

describe.each(ZONES)("in %s", (zone) => {
  const serial = serials((instant, pattern) => formatDate(instant, zone, pattern));
  test.each([
    ["2026-01-01", FIRST_OF_2026],
    ["2024-02-29", LEAP_DAY],
    ["2026-07-15T13:45:00", FIRST_OF_2026 + 195 + 0.572916666666],
    ["2026-01-01T23:59:59.999", FIRST_OF_2026 + 1 - 1 / 86_400_000],
    ["1900-03-01", 61],
    ["9999-12-31", 2958465],
  ])("%s is %d", (shown, expected) => {
    // To the millisecond: at 46,000 days a double keeps a good half of a microsecond.
    expect(Math.abs(serial(sheetDate(shown, zone).getTime()) - expected)).toBeLessThan(1e-9);
  });
  test("each midnight of twelve years is a whole number", () => {
    for (let day = FIRST_OF_2026 - 15 * 366; day < FIRST_OF_2026 - 3 * 366; day++) {
      const instant = sheetDateOfSerial(day, zone);
      // Where the clocks jump over midnight the cell shows the hour after it; and Apia had no 30 December 2011 at all.
      if (!formatDate(instant, zone, "HH:mm:ss").startsWith("00:00:00") || (zone === "Pacific/Apia" && day === 40907)) continue;
      expect(serial(instant.getTime())).toBe(day);
    }
  });
  test("a time of day is the same number as that of a text, to the last bit", () => {
    for (let minute = 0; minute < 1440; minute += 7) {
      const time = `2026-07-15 ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      expect([time, serial(sheetDate(time.replace(" ", "T"), zone).getTime())]).toEqual([time, parseDate(time)]);
    }
  });
  test("both sides of a change of the clocks are right to the second", () => {
    const near = serials((instant, pattern) => formatDate(instant, zone, pattern));
    for (const change of ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"]) {
      const noon = sheetDate(`${change}T12:00:00`, zone).getTime();
      for (let second = -43200; second < 43200; second += 601) {
        const instant = noon + second * 1000;
        const shown = Date.parse(`${formatDate(new Date(instant), zone, "yyyy-MM-dd'T'HH:mm:ss")}Z`);
        expect(near(instant)).toBeCloseTo(25_569 + shown / 86_400_000, 9);
      }
    }
  });
});

test("60,000 dates of ten years ask the service some hundred times", () => {
  let asked = 0;
  const serial = serials((instant, pattern) => {
    asked++;
    return formatDate(instant, "America/New_York", pattern);
  });
  for (let i = 0; i < 60_000; i++) serial(Date.UTC(2016, 0, 1) + i * 5_260_000);
  expect(asked).toBeLessThan(2500);
});

describe.each(["UTC", "Europe/Moscow", "America/New_York", "Europe/Berlin"])("the built functions in a spreadsheet of %s", (zone) => {
  const spreadsheet = fakeSpreadsheet({ zone });
  const script = load(CODE, spreadsheet.services);
  const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

  test("a deal of the first and one of the last day of a month stay in it", () => {
    const stages = column("Won", "Won", "Lost", "Lost");
    const dates = column(...["2026-01-31T23:59:00", "2026-02-01", "2026-02-28T23:59:59", "2026-03-01"].map((shown) => sheetDate(shown, zone)));
    expect(script.call("WIN_RATE", [stages, column("Lead", "Won"), column("Lost"), undefined, dates, "from=2026-02-01; to=2026-03-01"])).toBe(0.5);
  });
  test("a call without dates does not ask for the zone", () => {
    spreadsheet.asked.formatDate = 0;
    expect(script.call("FUNNEL_CONVERSION", [column(1000, 400, 150, 30)])).toBeCloseTo(0.03, 12);
    expect(spreadsheet.asked.formatDate).toBe(0);
  });
});
