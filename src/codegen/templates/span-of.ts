import type { Extent } from "handlebars/dist/cjs/handlebars.js";
import { offsetAt, type Source, type Span } from "../../source/index.ts";

/** Where something stands in a template. */
export function spanOf({ start, end }: Extent, source: Source): Span {
  return {
    start: offsetAt(source, { line: start.line, column: start.column + 1 }),
    end: offsetAt(source, { line: end.line, column: end.column + 1 }),
  };
}

/** Where the last of these names stands in a path, which begins with them: `b` in `a.b.c`. */
export function spanOfLast(names: readonly string[], loc: Extent, source: Source): Span {
  const { start, end } = spanOf(loc, source);
  let at = start;
  for (const [index, name] of names.entries()) {
    const found = source.text.indexOf(name, at);
    if (found < 0 || found + name.length > end) return { start, end };
    if (index === names.length - 1) return { start: found, end: found + name.length };
    at = found + name.length;
  }
  return { start, end };
}
