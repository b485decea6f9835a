import type { Inline } from "../blocks/block.ts";
import type { Source } from "../../source/index.ts";
import { inlineText, lineOf } from "../blocks/plain-text.ts";
import type { QualifierEntry } from "../page.ts";
import { QUALIFIER_WORDS } from "../words/label-words.ts";
import type { Fact } from "./facts.ts";
import { located } from "./text.ts";

/** `[**key**](…/key-qualifier), **MaxLen** ( 256 )`: qualifiers, named as MOF does. */
export function qualifiersOf(source: Source, { inlines, span }: Fact): QualifierEntry[] {
  const text = lineOf(inlines);
  const targets = targetsOf(inlines);
  return splitQualifiers(text).flatMap(({ name, value }) => {
    if (name === "" || /^none\.?$/i.test(name)) return [];
    const canonical = canonicalName(name, targets.get(name));
    const where = located(source, name, span);
    const valueText = value === undefined ? undefined : located(source, value, span);
    const end = Math.max(where.end, valueText?.end ?? 0);
    return [
      {
        name: { ...where, text: canonical },
        ...(valueText ? { value: valueText } : {}),
        start: where.start,
        end,
      },
    ];
  });
}

/** Where the text of each link leads. */
function targetsOf(inlines: readonly Inline[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  let open = -1;
  for (const [index, token] of inlines.entries()) {
    if (token.type === "link_open") open = index;
    if (token.type !== "link_close") continue;
    const target = inlines[open]?.attrGet("href");
    if (target) targets.set(inlineText(inlines.slice(open + 1, index)), target);
  }
  return targets;
}

/** Spellings of MOF; pages write some in lower case. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ["Key", "Optional", "Required", "Read", "Write", "MaxLen", "Units", "Values", "ValueMap"].map(
    (name) => [name.toLowerCase(), name],
  ),
);

function canonicalName(name: string, target: string | undefined): string {
  const lower = name.toLowerCase();
  const known = SPELLINGS.get(lower) ?? QUALIFIER_WORDS.get(lower);
  if (known !== undefined) return known;
  // A page about one qualifier is named after it.
  const [, slug = ""] = /\/([a-z]+)-qualifier(?:\.md)?$/i.exec(target ?? "") ?? [];
  return SPELLINGS.get(slug.toLowerCase()) ?? name;
}

interface Piece {
  readonly name: string;
  readonly value?: string;
}

/** Divides at commas outside brackets and quotation marks. */
function splitQualifiers(text: string): Piece[] {
  const whole = scan(text, true);
  // A quotation mark without its second one would swallow the rest.
  return whole ?? scan(text, false) ?? [];
}

function scan(text: string, quotes: boolean): Piece[] | undefined {
  const pieces: Piece[] = [];
  let [depth, from, quoted] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quotes && character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (character === "," && depth === 0) {
      pieces.push(pieceOf(text.slice(from, index)));
      from = index + 1;
    }
  }
  if (quoted) return undefined;
  pieces.push(pieceOf(text.slice(from)));
  return pieces;
}

function pieceOf(text: string): Piece {
  const open = text.indexOf("(");
  if (open < 0) return { name: text.trim() };
  const close = text.lastIndexOf(")");
  const value = text.slice(open + 1, close > open ? close : text.length).trim();
  return { name: text.slice(0, open).trim(), value };
}
