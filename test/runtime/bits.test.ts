import { expect, test } from "vitest";
import {
  Sample_Disk_Access as Access,
  Sample_Disk_WideAccess as WideAccess,
} from "../../fixtures/golden/arrays-bits-and-limits-are-told/expected/root/cimv2/Sample_Disk.ts";
import { combineBits, hasBits, namesOfBits } from "../../src/runtime/index.ts";

test.each([
  [Access.Readable, Access.Readable, true],
  [3, Access.Writable, true],
  [1, Access.Writable, false],
  [2147483648, Access.LockedDown, true],
  [-2147483648, Access.LockedDown, true],
  [3, combineBits(Access.Readable, Access.Writable), true],
  [1, combineBits(Access.Readable, Access.Writable), false],
  [null, Access.Readable, false],
  [Number.NaN, Access.Readable, false],
  [1.5, Access.Readable, false],
  [9223372036854775808n, WideAccess.Last, true],
] as const)("%s has %s: %s", (value, wanted, has) => {
  expect(hasBits(value, wanted)).toBe(has);
});

test("names of the bits that are set, in the order of the MOF", () => {
  expect(namesOfBits(Access, 2147483651)).toEqual(["Readable", "Writable", "LockedDown"]);
  expect(namesOfBits(Access, 4)).toEqual([]);
  expect(namesOfBits(Access, null)).toEqual([]);
  expect(namesOfBits(WideAccess, 9223372036854775809n)).toEqual(["First", "Last"]);
});

test("combined bits stay of their kind, and positive", () => {
  expect(combineBits(Access.Readable, Access.LockedDown)).toBe(2147483649);
  expect(combineBits(WideAccess.First, WideAccess.Last)).toBe(9223372036854775809n);
});
