/** Names in a snapshot: what would be no name in MOF is none here either. */
import type { Name } from "../ast/index.ts";
import type { Span } from "../source/index.ts";
import type { Place } from "./json/place.ts";
import type { ShapeReader } from "./json/shape-reader.ts";

/** `IDENTIFIER` (DSP0004 annex A). */
const NAME = /^[A-Za-z_\u0080-\u009F\u00A1-\uFFEF][0-9A-Za-z_\u0080-\u009F\u00A1-\uFFEF]*$/;
const ALIAS = /^\$[0-9A-Za-z_\u0080-\u009F\u00A1-\uFFEF]+$/;

export function readName(reader: ShapeReader, place: Place | undefined): Name | undefined {
  const text = reader.textLike(place, NAME, "a name of letters, digits and underscores");
  return place && text !== undefined ? nameAt(text, place.node) : undefined;
}

export function readAlias(reader: ShapeReader, place: Place | undefined): Name | undefined {
  const text = reader.textLike(place, ALIAS, "an alias such as $X");
  return place && text !== undefined ? nameAt(text, place.node) : undefined;
}

export function nameAt(text: string, at: Span): Name {
  return { kind: "name", text, ...spanOf(at) };
}

/** A node without what stands in it. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
