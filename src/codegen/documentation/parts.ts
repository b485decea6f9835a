/** Parts of a text that are more than text: what they look like, and how they are written. */
import { ADDRESS, addressLink, safeTarget } from "./address.ts";
import { codeSpan, isCode } from "./code-span.ts";
import { fromEntity } from "./entity.ts";
import { escapeAll, isWord } from "./escape.ts";
import { unbroken } from "./no-break.ts";

/** Where a part stands. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Part {
  /** What may stand before the character by which it is found. */
  readonly before?: RegExp;
  /** Where it ends; the numbers in these keep the search short. */
  readonly pattern: RegExp;
  /** As Markdown, or nothing if it is not what it looks like. */
  readonly write: (part: string, place: Place) => string | undefined;
}

const address: Part = {
  before: /[a-z]/i,
  pattern: sticky(ADDRESS),
  write: (part, { text, end }) => addressLink(part, text, end),
};

const bracketedAddress: Part = {
  pattern: sticky(`<${ADDRESS}>`),
  write: (part, { text, end }) => addressLink(part.slice(1, -1), text, end),
};

/** Only an anchor that leads to the web: others are text. */
const anchor: Part = {
  pattern: sticky(String.raw`<a\s[^<>]*>[^<>]*<\/a\s*>`),
  write(part, { text, end }) {
    const [, href = "", label = ""] =
      /href\s*=\s*["']?(https?:\/\/[^\s"'<>]+)[^<>]*>([^<>]*)</i.exec(part) ?? [];
    const target = safeTarget(href);
    if (target === undefined) return undefined;
    const words = label.trim();
    return words === "" || words === href
      ? addressLink(target, text, end)
      : `[${escapeAll(words)}](${target})`;
  },
};

/** What is to be filled in: `<OrgID>:<LocalID>`. */
const BLANK = String.raw`<[a-z][\w ,.'-]{0,60}>`;
const blanks: Part = {
  pattern: sticky(
    `(?<![\\w<>])${BLANK}(?:[^\\sA-Za-z0-9<>{}\`]{0,4}${BLANK}){0,20}(?:\\]\\*?)?(?=$|[\\s.,;:!?)'"])`,
  ),
  write: (part) => codeSpan(part),
};

/** `` `like this' `` is not code but an old way of quoting. */
const quotedCode: Part = {
  pattern: sticky("(?<!`)`[^`]{1,200}`(?!`)"),
  write(part) {
    const inner = part.slice(1, -1);
    return isCode(inner) && inner.split("'").length % 2 === 1 ? unbroken(part) : undefined;
  },
};

const link: Part = {
  pattern: sticky("(?<!!)\\[[^[\\]`\\\\<>{}@*&~]*\\]\\(https?:\\/\\/[\\w\\-.~:/?#!$&+,;=%]*\\)"),
  write(part) {
    const middle = part.lastIndexOf("](");
    const label = part.slice(1, middle);
    const target = safeTarget(part.slice(middle + 2, -1));
    if (label.trim() === "" || target === undefined) return undefined;
    return `[${label.replace(/(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\_")}](${target})`;
  },
};

/** Emphasis stands apart and begins and ends with a word: of other marks renderers think differently. */
function emphasis(mark: string): Part {
  const inner = "(?=[a-z0-9])[^*_`\\\\<>{}@&[\\]~]*";
  return {
    pattern: sticky(`(?<=^|[\\s('"[\\-/])${mark}${inner}${mark}(?=$|[\\s.,;:!?)'"\\]\\-/])`),
    write(part) {
      const words = part.replace(/^\W+|[*_]+$/g, "");
      return /[\p{L}\p{N}.)!?]$/u.test(words) && !/:\/\/|www\./i.test(words) ? part : undefined;
    },
  };
}

/** A name of a schema that is not part of something longer: `CIM_Foo.Bar`, `CIM_Foo.Do()`, `__Path`. */
const name: Part = {
  before: /\w/,
  pattern: sticky(
    [
      "(?<![\\w.\\-/\\\\@$#%&~<{|:+*^`])",
      "(?:__[a-z][a-z0-9]{0,80}(?:_[a-z0-9]{1,80}){0,20}_{0,2}",
      "|[a-z][a-z0-9]{0,80}(?:_[a-z0-9]{1,80}){1,20})",
      "(?:(?:\\.|::)[a-z_]\\w{0,80}){0,8}(?:\\(\\)|\\[\\])?",
    ].join(""),
  ),
  write(part, { text, start, end }) {
    const further = FURTHER.test(text.slice(end, end + 2));
    const within = joins(text.charAt(end)) || joins(text.charAt(start - 1));
    return further || within ? undefined : `\`${part}\``;
  },
};

/** What a name would be a part of, if it stood behind it. */
const FURTHER = /^(?:[\w@\-/\\`*~+%$#&>}|^]|:\w|\.[\d*])/;
const APART = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Chinese and Japanese put no blank between a name and their own words. */
function joins(character: string): boolean {
  return isWord(character) && !APART.test(character);
}

/** `root\cimv2`, `C:\Windows`, without the full stop of its sentence. */
const path: Part = {
  before: /[\w.$%:-]/,
  pattern: sticky(
    String.raw`(?<![\w\\/])(?:[a-z]:)?(?:\\{1,2})?[\w.$%-]{1,80}(?:\\[\w.$%-]{1,80}){1,20}`,
  ),
  write(part, { text, end }) {
    if (/[\\/\w*]/.test(text.charAt(end))) return undefined;
    const stop = /\.*$/.exec(part)?.index ?? part.length;
    return `\`${part.slice(0, stop)}\`${part.slice(stop)}`;
  },
};

const entity: Part = {
  pattern: sticky("&#?[a-z0-9]{1,31};"),
  write(part) {
    const character = fromEntity(part);
    return character === undefined ? `\\${part}` : escapeAll(character);
  },
};

/** By the first character in a part that is not of a word; what counts more comes first. */
const PARTS: ReadonlyMap<string, readonly Part[]> = new Map([
  [":", [address]],
  ["w", [address]],
  ["W", [address]],
  ["<", [bracketedAddress, anchor, blanks]],
  ["`", [quotedCode]],
  ["[", [link]],
  ["*", [emphasis("\\*\\*")]],
  ["_", [emphasis("_"), path, name]],
  ["\\", [path]],
  ["&", [entity]],
]);

/** The parts that a character may belong to. */
export function partsOf(character: string): readonly Part[] {
  return PARTS.get(character) ?? [];
}

function sticky(source: string): RegExp {
  return new RegExp(source, "iy");
}
