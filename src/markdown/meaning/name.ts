import type { Name } from "../../ast/index.ts";
import type { Source, Span } from "../../source/index.ts";

/**
 * A name that a page states. Its place is empty where the page spells it in another way:
 * what a span covers is what the name says.
 */
export function nameAt(source: Source, text: string, { start, end }: Span): Name {
  const isExact = source.text.slice(start, end) === text;
  return { kind: "name", text, start, end: isExact ? end : start };
}

/** Equal for two spellings of a name. */
export function identityOf(name: string): string {
  return name.toLowerCase();
}
