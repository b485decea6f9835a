import fc from "fast-check";
import { expect, test } from "vitest";
import { Sample_Disk } from "../../fixtures/golden/arrays-bits-and-limits-are-told/expected/root/cimv2/Sample_Disk.ts";
import { valueMapText } from "../../src/model/value-map-text.ts";
import { defineClass, labelOf, valueMapOf } from "../../src/runtime/index.ts";

test.each([
  ["Heads", 0, "None"],
  ["Heads", 1, "One"],
  ["Heads", 2, "A few"],
  ["Heads", 9, "A few"],
  ["Heads", 10, "Many"],
  ["Heads", 4294967295, "Many"],
  ["Heads", -1, "?"],
  ["Heads", 1.5, undefined],
  ["Heads", null, undefined],
  ["Access", 0, undefined],
  ["Access", 3, "Readable, Writable"],
  ["Access", 2147483649, "Readable, Locked Down"],
  ["Access", -1, "Readable, Writable, Locked Down"],
  ["WideAccess", 9223372036854775809n, "First, Last"],
  ["Odd", "a|b", "A or B"],
  ["Odd", "c=d", "C is D"],
  ["Odd", "\\e", "Back|slash"],
  ["Odd", "#f", "Hash"],
  ["Odd", "elsewhere", undefined],
  ["Check", 4096, "Job Started"],
  ["Check", 40000, "Vendor Specific"],
  ["Check.Mode", 2, "Full"],
  ["Sectors", 2, undefined],
] as const)("%s %s is %s", (member, value, label) => {
  expect(labelOf(Sample_Disk, member, value)).toBe(label);
});

test("a value map keeps the order and the keys of the MOF", () => {
  expect(valueMapOf(Sample_Disk, "Heads")).toEqual({
    kind: "values",
    entries: [
      { key: "0", label: "None" },
      { key: "1", label: "One" },
      { key: "2..9", label: "A few" },
      { key: "10..", label: "Many" },
      { key: "..", label: "?" },
    ],
  });
  expect(valueMapOf(Sample_Disk, "Access")).toEqual({
    kind: "bits",
    entries: [
      { key: "0", label: "Readable" },
      { key: "1", label: "Writable" },
      { key: "31", label: "Locked Down" },
    ],
  });
  expect(valueMapOf(Sample_Disk, "DeviceId")).toBeUndefined();
});

test("whatever stands in keys and labels is read as it was written", () => {
  const word = fc.string({ unit: fc.constantFrom("|", "=", "\\", "#", "a", "0", ".", "é", "\n") });
  const entry = fc.record({ key: word, label: word }, { requiredKeys: ["key"] });
  const map = fc.record({
    kind: fc.constantFrom("values" as const, "bits" as const),
    entries: fc.array(entry, { minLength: 1 }),
  });
  fc.assert(
    fc.property(map, (values) => {
      const data = { format: 1, name: "C", namespace: "root", values: { P: valueMapText(values) } };
      expect(valueMapOf(defineClass(data), "P")).toEqual(values);
    }),
  );
});

test("of equal keys the first counts, in whatever notation, and a range behind them all", () => {
  const text = "0..9=Range|1=One|0x1=Hex|..=Rest|10b=Two";
  const cls = defineClass({ format: 1, name: "C", namespace: "root", values: { P: text } });
  const values = [1, 2n, 3, 10].map((value) => labelOf(cls, "P", value));
  expect(values).toEqual(["One", "Two", "Range", "Rest"]);
});
