/** The YAML above a page: what is usual is read line by line, the rest by a parser of YAML. */
import type { Source, Span } from "../source/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import {
  type FrontMatterKey,
  type FrontMatterValues,
  isWanted,
  parseFrontMatter,
} from "./front-matter-yaml.ts";
import type { FrontMatter, PageText } from "./page.ts";

export interface FrontMatterReading {
  readonly front: FrontMatter;
  /** Where the page goes on below it. */
  readonly end: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what stands above a page between lines of three dashes, if anything does. */
export function readFrontMatter(source: Source): FrontMatterReading {
  const span = findFrontMatter(source.text);
  if (!span) {
    const end = source.text.startsWith("\uFEFF") ? 1 : 0;
    return { front: { names: [], locations: [] }, end, diagnostics: [] };
  }
  const values: FrontMatterValues = new Map();
  const diagnostics: Diagnostic[] = [];
  for (const part of partsOf(source.text, span)) {
    if (part.key !== undefined && values.has(part.key)) continue;
    const regular = part.key === undefined ? undefined : regularValues(source.text, part);
    if (regular && part.key !== undefined) values.set(part.key, regular);
    else diagnostics.push(...parseFrontMatter(source, part, values));
  }
  return { front: frontMatterOf(values), end: span.below, diagnostics };
}

function frontMatterOf(values: FrontMatterValues): FrontMatter {
  const title = values.get("title")?.[0];
  const language = values.get("ms.contentlocale")?.[0]?.text;
  return {
    names: values.get("api_name") ?? [],
    locations: values.get("api_location") ?? [],
    ...(title ? { title } : {}),
    ...(language === undefined ? {} : { language }),
  };
}

const FIRST = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/;

function findFrontMatter(text: string): (Span & { readonly below: number }) | undefined {
  const start = FIRST.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const last = /^(?:---|\.\.\.)[ \t]*$(?:\r\n?|\n)?/gm;
  last.lastIndex = start;
  const found = last.exec(text);
  return found ? { start, end: found.index, below: last.lastIndex } : undefined;
}

/** The lines of one key, or all of them where keys cannot be told apart. */
interface Part extends Span {
  readonly key: FrontMatterKey | undefined;
  /** Where the lines below the key begin, or what stands beside it. */
  readonly value: number;
}

const KEY = /^(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([A-Za-z_][\w.-]*))[ \t]*:(?=[ \t\r\n]|$)/gm;

/** The parts that are wanted. */
function partsOf(text: string, { start, end }: Span): Part[] {
  const yaml = text.slice(start, end);
  const parts: Part[] = [];
  let open: Omit<Part, "end"> | undefined;
  let first = true;
  for (const match of yaml.matchAll(KEY)) {
    const before = first ? yaml.slice(0, match.index) : "";
    if (first && /^[^\s#]/m.test(before)) break;
    first = false;
    if (open) parts.push({ ...open, end: start + match.index });
    const key = match[1] ?? match[2] ?? match[3] ?? "";
    const at = start + match.index;
    open = isWanted(key) ? { key, start: at, value: at + match[0].length } : undefined;
  }
  if (open) parts.push({ ...open, end });
  if (first && /\S/.test(yaml)) parts.push({ key: undefined, start, value: start, end });
  return parts;
}

/** A word or words, quoted or not, on a line of its own. */
const WORDS = /^(?:'([^'\r\n]*)'|"([^"\\\r\n]*)"|([\p{L}_][^\r\n]*?))?[ \t]*$/u;

/** What in plain YAML is more than words. */
const MORE = /:(?:\s|$)|\s#|^(?:null|Null|NULL)$/;

/** @returns nothing when it takes more to read them */
function regularValues(text: string, { value, end }: Part): PageText[] | undefined {
  const values: PageText[] = [];
  let isList: boolean | undefined;
  for (const { 0: line, index } of text.slice(value, end).matchAll(/[^\r\n]+/g)) {
    const [blanks = "", dash] = /^[ \t]*(-[ \t]+)?/.exec(line) ?? [];
    if (blanks.length === line.length && dash === undefined) continue;
    const isItem = dash !== undefined;
    // Either words beside the key and nothing below, or a list below and nothing beside.
    if (isItem ? isList === false || index === 0 : isList !== undefined || index > 0) {
      return undefined;
    }
    isList = isItem;
    const [, single, double, plain] = WORDS.exec(line.slice(blanks.length)) ?? [];
    const words = single ?? double ?? plain;
    if (words === undefined || MORE.test(plain ?? "")) return undefined;
    const start = value + index + blanks.length + (plain === undefined ? 1 : 0);
    if (words !== "") values.push({ text: words, start, end: start + words.length });
  }
  return values;
}
