/** The lexer by hand against chevrotain's own, which follows `tokens.ts` to the letter. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Lexer } from "chevrotain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scan } from "../../grammar/scan.ts";
import { MISTAKES, tokens } from "../../grammar/tokens.ts";
import { decode } from "../../src/source/index.ts";

const lexer = new Lexer(tokens, { positionTracking: "onlyOffset" });

type Stretch = readonly [type: string, start: number, end: number];

function byChevrotain(text: string): readonly Stretch[][] {
  const { errors, groups, tokens: found } = lexer.tokenize(text);
  const shown = (all: typeof found): Stretch[] =>
    all.map(({ tokenType, startOffset, image }) => [
      tokenType.name,
      startOffset,
      startOffset + image.length,
    ]);
  const strange = errors.map(({ offset, length }): Stretch => ["", offset, offset + length]);
  return [shown(found), shown(groups[MISTAKES] ?? []), strange];
}

function byHand(text: string, from = 0, to: number = text.length): readonly Stretch[][] {
  const { tokens: found, mistaken, strange } = scan(text, from, to);
  const list = Array.from({ length: found.length }, (_, index): Stretch => {
    const { tokenType, startOffset, image } = found.at(index)!;
    return [tokenType.name, startOffset, startOffset + image.length];
  });
  return [
    list,
    mistaken.map(({ type, start, end }): Stretch => [type.name, start, end]),
    strange.map(({ start, end }): Stretch => ["", start, end]),
  ];
}

/** Pieces at whose borders a lexer can go wrong. */
const pieces = fc.oneof(
  fc.constantFrom(
    ..."{}[](),;:=$#'\"\\/*+-._ \t\r\n\f\u00A0@?\u0000".split(""),
    ...["class", "CLASS", "Instance", "of", "OFF", "as", "asset", "ref", "Qualifier", "x", "_1"],
    ...["//", "/*", "*/", "\\\n", '\\"', "\\\\", "\r\n", "#pragma", "#include", "# define X"],
    ...["0", "017", "0x1B", "101b", "12b", "1.5", ".5", "+1", "-2.5e-3", "1e5", "$a", "'a'"],
    ...["\u201Cx\u201D", "'ab'", "é", "\u212A", "😀", "\uFFEF", "\uFFF0", "\uD800"],
    ...["\uFEFF", "\x1A", "a\uFEFFb", "\0\0"],
  ),
  fc.string({ maxLength: 3 }),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(""));

test("any text is taken apart alike", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(byHand(text)).toEqual(byChevrotain(text));
    }),
    { numRuns: 3_000 },
  );
});

test("a stretch is taken apart as if nothing stood around it", () => {
  fc.assert(
    fc.property(texts, fc.nat(80), fc.nat(80), (text, one, other) => {
      const from = Math.min(one, other, text.length);
      const to = Math.min(Math.max(one, other), text.length);
      const moved = byChevrotain(text.slice(from, to)).map((list) =>
        list.map(([type, start, end]): Stretch => [type, start + from, end + from]),
      );
      expect(byHand(text, from, to)).toEqual(moved);
    }),
    { numRuns: 1_000 },
  );
});

describe("all fixtures are taken apart alike", () => {
  const root = join(import.meta.dirname, "../../fixtures");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".mof"),
  );
  test.each(files)("%s", (path) => {
    const { text } = decode(readFileSync(join(root, path)));
    expect(byHand(text)).toEqual(byChevrotain(text));
  });
});
