/** Qualifiers for what pages say in other ways. */
import type { Qualifier, Value } from "../../ast/index.ts";
import type { Span } from "../../source/index.ts";
import type { PageText } from "../page.ts";
import { identityOf } from "./name.ts";

/** A qualifier whose name stands nowhere. */
export function qualifier(name: string, { start, end }: Span, value?: Value): Qualifier {
  return {
    kind: "qualifier",
    name: { kind: "name", text: name, start, end: start },
    ...(value && { value }),
    flavors: [],
    start,
    end,
  };
}

/** One with a text of the page; none where the page has no such text. */
export function textQualifier(name: string, text: PageText | undefined): readonly Qualifier[] {
  if (!text || text.text === "") return [];
  return [qualifier(name, text, { kind: "string", value: text.text, ...spanOf(text) })];
}

/** One with a list of texts, each with its place. */
export function listQualifier(name: string, items: readonly PageText[]): readonly Qualifier[] {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return [];
  const at = { start: first.start, end: Math.max(first.end, last.end) };
  const strings = items.map(({ text, ...span }): Value => ({
    kind: "string",
    value: text,
    ...spanOf(span),
  }));
  return [qualifier(name, at, { kind: "array", items: strings, ...at })];
}

/** Those that an element has, and of others what it lacks. */
export function withMore(
  own: readonly Qualifier[],
  others: readonly Qualifier[],
): readonly Qualifier[] {
  const names = new Set(own.map(({ name }) => identityOf(name.text)));
  return [...own, ...others.filter(({ name }) => !names.has(identityOf(name.text)))];
}

/** Those with other names. */
export function without(
  qualifiers: readonly Qualifier[],
  ...names: readonly string[]
): readonly Qualifier[] {
  const unwanted = new Set(names.map(identityOf));
  return qualifiers.filter(({ name }) => !unwanted.has(identityOf(name.text)));
}

/** Those with one of the names. */
export function only(
  qualifiers: readonly Qualifier[],
  ...names: readonly string[]
): readonly Qualifier[] {
  const wanted = new Set(names.map(identityOf));
  return qualifiers.filter(({ name }) => wanted.has(identityOf(name.text)));
}

export function has(qualifiers: readonly Qualifier[], name: string): boolean {
  return qualifiers.some((each) => identityOf(each.name.text) === identityOf(name));
}

/** A node without what stands in it. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
