import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineText, positionAt, type Position } from "../../src/source/index.ts";

function source(text: string) {
  return { name: "a.mof", text };
}

describe("the place of an offset", () => {
  const text = "a\r\nbc\rd\n\n€e";
  const table: readonly (readonly [number, number, number])[] = [
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
    [6, 3, 1],
    [7, 3, 2],
    [8, 4, 1],
    [9, 5, 1],
    [10, 5, 2],
    [11, 5, 3],
  ];
  test.each(table)("%i is line %i, column %i", (offset, line, column) =>
    expect(positionAt(source(text), offset)).toEqual({ line, column }),
  );

  test("an empty text has one line", () => {
    expect(positionAt(source(""), 0)).toEqual({ line: 1, column: 1 });
    expect(lineText(source(""), 1)).toBe("");
  });

  test("the lines of that text", () => {
    const lines = [0, 1, 2, 3, 4, 5, 6].map((line) => lineText(source(text), line));
    expect(lines).toEqual(["", "a", "bc", "d", "", "€e", ""]);
  });
});

/** Letter by letter, as a person would count. */
function naive(text: string, offset: number): Position {
  let [line, column] = [1, 1];
  for (let at = 0; at < offset; at += 1) {
    const ends = text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n");
    [line, column] = ends ? [line + 1, 1] : [line, column + 1];
  }
  return { line, column };
}

const texts = fc
  .array(fc.constantFrom("\n", "\r", "\r\n", "a", "€", "😀", "\u2028"), { maxLength: 30 })
  .map((parts) => parts.join(""));

test("lines and columns are those that a person counts", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = source(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        expect(positionAt(read, offset)).toEqual(naive(text, offset));
      }
    }),
  );
});

test("lines are the text without its line ends", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = text.split(/\r\n|\r|\n/);
      expect(lines.map((_, index) => lineText(source(text), index + 1))).toEqual(lines);
    }),
  );
});
