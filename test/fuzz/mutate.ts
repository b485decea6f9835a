/** A real text, changed by a careless hand, a broken disk or somebody who means harm. */
import fc from "fast-check";

/** One change; the numbers say where, as parts of the whole. */
interface Change {
  readonly kind: "delete" | "double" | "swap" | "splice" | "insert" | "cut" | "repeat";
  readonly at: number;
  readonly other: number;
}

/** Of a long text only a stretch is taken, so that millions can be tried. */
const STRETCH = 6_000;

const TOKEN = /"(?:[^"\\]|\\.)*"|[0-9A-Za-z_]+|\/\*.*?\*\/|\/\/.*|\s+|[^]/gy;

const STRANGE = ["{", "}", "[", "]", "(", ")", ";", ",", '"', "'", "\\", "/*", "*/", "//", "#", "="]
  .concat(["\0", "\u00A0", "\uFEFF", "\uD800", "😀", "\r", "\n", "class", "instance of", "$", ":"])
  .concat(["0x", "-", ".", "1e", "#pragma", "as $x", "ref", "[]", "null", "\u2028", "qualifier"]);

/** @param texts - to choose from */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const part = fc.nat(0xffff).map((number) => number / 0x10000);
  const change = fc.record<Change>({
    kind: fc.constantFrom("delete", "double", "swap", "splice", "insert", "cut", "repeat"),
    at: part,
    other: part,
  });
  return fc
    .tuple(part, part, part, fc.array(change, { minLength: 1, maxLength: 8 }))
    .map(([which, from, otherwise, changes]) => {
      const other = stretch(pick(texts, otherwise) ?? "", from);
      const tokens = stretch(pick(texts, which) ?? "", from).match(TOKEN) ?? [];
      for (const each of changes) apply(tokens, each, other);
      return tokens.join("");
    });
}

function stretch(text: string, from: number): string {
  if (text.length <= STRETCH) return text;
  const start = Math.floor(from * (text.length - STRETCH));
  // Mostly from where a line begins, so that there is something to understand.
  const line = text.indexOf("\n", start) + 1;
  return text.slice(line, line + STRETCH);
}

function apply(tokens: string[], { kind, at, other }: Change, stranger: string): void {
  const [index, second] = [Math.floor(at * tokens.length), Math.floor(other * tokens.length)];
  const length = 1 + Math.floor(other * 6);
  switch (kind) {
    case "delete":
      tokens.splice(index, length);
      break;
    case "double":
      tokens.splice(index, 0, ...tokens.slice(index, index + length));
      break;
    case "swap":
      [tokens[index], tokens[second]] = [tokens[second] ?? "", tokens[index] ?? ""];
      break;
    case "splice":
      tokens.splice(index, length, stranger.slice(0, Math.floor(other * stranger.length)));
      break;
    case "insert":
      tokens.splice(index, 0, pick(STRANGE, other) ?? "");
      break;
    case "cut":
      tokens.length = index;
      break;
    case "repeat":
      tokens.splice(index, 0, (pick(STRANGE, other) ?? "").repeat(300));
      break;
  }
}

function pick<T>(list: readonly T[], part: number): T | undefined {
  return list[Math.floor(part * list.length)];
}
