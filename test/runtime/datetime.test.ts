import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CimDateTime, CimInterval, parseDateTime } from "../../src/runtime/index.ts";
import { failure } from "./caught.ts";

describe("CimDateTime.parse", () => {
  test.each([
    ["20261122060000.000000+000", "20261122060000.000000+000"],
    [" 20261122060000.123456-420 ", "20261122060000.123456-420"],
    ["20261122******.******+060", "20261122******.******+060"],
    ["********143000.000000-420", "********143000.000000-420"],
    ["20261122060000.123***+000", "20261122060000.123***+000"],
    ["20261122060000.000000+***", "20261122060000.000000+***"],
    ["00000000000000.000000+000", "00000000000000.000000+000"],
    ["2026-11-22T06:01:00Z", "20261122060100.000000+000"],
    ["2026-11-22T06:01:00+01:00", "20261122060100.000000+060"],
    ["2001-01-01T01:01:01.000001+13:50", "20010101010101.000001+830"],
    ["2026-11-22T06:01:00.1234567890-00:30", "20261122060100.123456-030"],
    ["2026-11-22T06:01:00", "20261122060100.000000+***"],
    ["2026-11-22", "20261122******.******+***"],
    ["2026-11-22Z", "20261122******.******+000"],
    ["06:01:00.5Z", "********060100.500000+000"],
  ])("%s", (text, canonical) => {
    expect(CimDateTime.parse(text).toString()).toBe(canonical);
  });

  test.each([
    "",
    "x",
    "20261122060000.000000",
    "20261322060000.000000+000",
    "20260230060000.000000+000",
    "20261122240000.000000+000",
    "20261122066000.000000+000",
    "2026112206000*.000000+000",
    "20261122060000.**0000+000",
    "00000001020304.000005:000",
    "2026-13-22T06:01:00Z",
    "2026-11-22T06:01:00+1:00",
    "9".repeat(100_000),
  ])("refuses %.40s", async (text) => {
    expect((await failure(() => CimDateTime.parse(text)))[0]).toBe("invalid-parameter");
  });
});

describe("CimDateTime", () => {
  test("is a moment to the millisecond", () => {
    expect(CimDateTime.parse("20261122060100.123456+060").toDate().toISOString()).toBe(
      "2026-11-22T05:01:00.123Z",
    );
    expect(CimDateTime.parse("00500101000000.000000+000").toDate().toISOString()).toBe(
      "0050-01-01T00:00:00.000Z",
    );
  });

  test.each([
    "20261122******.******+000",
    "20261122060000.000000+***",
    "00000000000000.000000+000",
  ])("%s is none", async (text) => {
    expect(await failure(() => CimDateTime.parse(text).toDate())).toEqual([
      "type-mismatch",
      `${text} does not state one moment`,
    ]);
  });

  test.each([
    ["20261122060100.000000+000", { kind: "Datetime", text: "2026-11-22T06:01:00Z" }],
    ["20261122060100.000005-090", { kind: "Datetime", text: "2026-11-22T06:01:00.000005-01:30" }],
    ["20261122******.******+000", { kind: "Date", text: "2026-11-22Z" }],
    ["********060100.000000+***", { kind: "Time", text: "06:01:00" }],
    ["202611**060100.000000+000", null],
    ["20261122060100.000000+900", null],
  ])("%s as an XML Schema value", (text, xsd) => {
    expect(CimDateTime.parse(text).toXsd()).toEqual(xsd);
  });

  test("shows its fields", () => {
    expect(CimDateTime.parse("2026112206****.******-000").fields).toEqual({
      year: 2026,
      month: 11,
      day: 22,
      hour: 6,
      minute: null,
      second: null,
      microsecond: null,
      offset: 0,
    });
  });

  test("is a value: frozen, comparable, printable", () => {
    const value = CimDateTime.parse("2026-11-22T06:01:00Z");
    expect(value.equals(CimDateTime.parse("20261122060100.000000+000"))).toBe(true);
    expect(value.equals(CimDateTime.parse("20261122070100.000000+060"))).toBe(false);
    expect(value).not.toEqual(CimDateTime.parse("20261122070100.000000+060"));
    expect([JSON.stringify({ value }), String(value), inspect(value)]).toEqual([
      '{"value":"20261122060100.000000+000"}',
      "20261122060100.000000+000",
      "CimDateTime { text: '20261122060100.000000+000' }",
    ]);
    expect(Object.isFrozen(value)).toBe(true);
  });

  test("keeps every moment of the years 0 to 9999", () => {
    const min = new Date("0000-01-01T00:00:00.000Z");
    const max = new Date("9999-12-31T23:59:59.999Z");
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const value = CimDateTime.from(date);
        expect(value.toDate()).toEqual(date);
        expect(CimDateTime.parse(value.toString())).toEqual(value);
        expect(CimDateTime.parse(value.toXsd()?.text ?? "")).toEqual(value);
      }),
    );
  });

  test("keeps every text that it takes", () => {
    fc.assert(
      fc.property(timestamp, (text) => {
        expect(CimDateTime.parse(text).toString()).toBe(text);
      }),
    );
  });

  test("refuses a date that is none", async () => {
    expect((await failure(() => CimDateTime.from(new Date(NaN))))[0]).toBe("invalid-parameter");
  });
});

const digits = (max: number, width: number) =>
  fc.oneof(
    fc.integer({ min: 1, max }).map((value) => String(value).padStart(width, "0")),
    fc.constant("*".repeat(width)),
  );
const timestamp = fc
  .tuple(
    digits(9999, 4),
    digits(12, 2),
    digits(28, 2),
    digits(23, 2),
    digits(59, 2),
    digits(59, 2),
    fc
      .integer({ min: 0, max: 6 })
      .chain((stars) =>
        fc
          .stringMatching(new RegExp(`^\\d{${6 - stars}}$`))
          .map((significant) => `.${significant}${"*".repeat(stars)}`),
      ),
    fc.constantFrom("+", "-"),
    digits(720, 3),
  )
  .map((parts) => parts.join(""));

describe("CimInterval", () => {
  test.each([
    ["00000001020304.000005:000", "00000001020304.000005:000"],
    ["P1DT2H3M4.000005S", "00000001020304.000005:000"],
    ["P2000D", "00002000000000.000000:000"],
    ["PT90S", "00000000000130.000000:000"],
    ["P0Y0M1DT0H", "00000001000000.000000:000"],
    ["PT25H", "00000001010000.000000:000"],
    ["00000001******.******:000", "00000001******.******:000"],
  ])("reads %s", (text, canonical) => {
    expect(CimInterval.parse(text).toString()).toBe(canonical);
  });

  test.each([
    "",
    "P",
    "PT",
    "P1DT",
    "P1Y",
    "P1M",
    "-P1D",
    "00000001250000.000000:000",
    "00000001006000.000000:000",
    "20261122060000.000000+000",
    "P999999999D",
  ])("refuses %s", async (text) => {
    expect((await failure(() => CimInterval.parse(text)))[0]).toBe("invalid-parameter");
  });

  test("adds its parts up", () => {
    expect(
      CimInterval.from({
        days: 1,
        hours: 25,
        minutes: 61,
        seconds: 61.5,
        milliseconds: 1,
        microseconds: 1,
      }).toString(),
    ).toBe("00000002020201.501001:000");
    expect(CimInterval.from({ days: 0.5 }).toString()).toBe("00000000120000.000000:000");
    expect(CimInterval.from({ days: 1 }).toMilliseconds()).toBe(86_400_000);
  });

  test.each([{ seconds: -1 }, { days: 1e9 }, { hours: NaN }, { hours: Infinity }])(
    "refuses %o",
    async (parts) => {
      expect((await failure(() => CimInterval.from(parts)))[0]).toBe("invalid-parameter");
    },
  );

  test("keeps every length, also as xs:duration", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999n * 86_400_000_000n }), (total) => {
        const days = Number(total / 86_400_000_000n);
        const value = CimInterval.from({
          days,
          seconds: Number((total / 1_000_000n) % 86_400n),
          microseconds: Number(total % 1_000_000n),
        });
        expect(value.toMicroseconds()).toBe(total);
        expect(CimInterval.parse(value.toString())).toEqual(value);
        expect(CimInterval.parse(value.toXsd() ?? "")).toEqual(value);
      }),
    );
  });

  test("with asterisks has no length and no xs:duration", async () => {
    const value = CimInterval.parse("00000001******.******:000");
    expect(value.toXsd()).toBeNull();
    expect(await failure(() => value.toMilliseconds())).toEqual([
      "type-mismatch",
      "00000001******.******:000 does not state one length of time",
    ]);
  });
});

test("parseDateTime tells the two apart", () => {
  expect([
    parseDateTime("P1D"),
    parseDateTime("00000001000000.000000:000"),
    parseDateTime("20261122060000.000000+000"),
    parseDateTime("2026-11-22T06:00:00Z"),
  ]).toEqual([
    CimInterval.from({ days: 1 }),
    CimInterval.from({ days: 1 }),
    CimDateTime.from(new Date("2026-11-22T06:00:00Z")),
    CimDateTime.from(new Date("2026-11-22T06:00:00Z")),
  ]);
});
