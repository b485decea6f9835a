import { describe, expect, test } from "vitest";
import { integerValue, unescape } from "../../grammar/literals.ts";
import type { Mistake } from "../../grammar/mistakes.ts";

describe("an integer", () => {
  const table: readonly (readonly [string, bigint])[] = [
    ["0", 0n],
    ["-0", 0n],
    ["42", 42n],
    ["+42", 42n],
    ["-42", -42n],
    ["017", 15n],
    ["-017", -15n],
    ["08", 8n],
    ["0", 0n],
    ["00", 0n],
    ["0x1B", 27n],
    ["0X1b", 27n],
    ["-0x80", -128n],
    ["101b", 5n],
    ["101B", 5n],
    ["-1b", -1n],
    ["01b", 1n],
    ["18446744073709551615", 18446744073709551615n],
    ["0xFFFFFFFFFFFFFFFF", 18446744073709551615n],
  ];
  test.each(table)("%s", (image, value) => expect(integerValue(image)).toBe(value));
});

describe("the inside of a string", () => {
  const table: readonly (readonly [string, string, readonly Mistake[]])[] = [
    ["plain", "plain", []],
    [String.raw`\b\t\n\f\r\"\'\\`, "\b\t\n\f\r\"'\\", []],
    [String.raw`\x41\x042\X00e9`, "ABé", []],
    [String.raw`\x00e9e`, "ée", []],
    [String.raw`\\x41`, "\\x41", []],
    [
      String.raw`a\w`,
      String.raw`a\w`,
      [{ kind: "unknown-escape", escape: String.raw`\w`, start: 11, end: 13 }],
    ],
    [
      String.raw`\xg`,
      String.raw`\xg`,
      [{ kind: "invalid-escape", escape: String.raw`\x`, start: 10, end: 12 }],
    ],
    ["a\\\r\nb", "a\\\r\nb", [{ kind: "unknown-escape", escape: "\\\r\n", start: 11, end: 14 }]],
  ];
  test.each(table)("%j", (inside, value, mistakes) => {
    const found: Mistake[] = [];
    expect(unescape(inside, 10, found)).toBe(value);
    expect(found).toEqual(mistakes);
  });
});
