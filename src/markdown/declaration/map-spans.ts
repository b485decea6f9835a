import type { Span } from "../../source/index.ts";

/**
 * A tree of nodes with other places.
 *
 * @param node - a node of the AST, or a list of them: data whose spans are its own
 * @param placeOf - where a stretch of the old text stands
 */
export function mapSpans<T extends Span>(node: T, placeOf: (span: Span) => Span): T {
  // The copy has the members of the node, and of those only numbers change.
  return copied(node, placeOf) as T;
}

function copied(value: unknown, placeOf: (span: Span) => Span): unknown {
  if (Array.isArray(value)) return value.map((item) => copied(item, placeOf));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  const members = value as Readonly<Record<string, unknown>>;
  for (const name in members) copy[name] = copied(members[name], placeOf);
  if (isSpan(value)) Object.assign(copy, placeOf(value));
  return copy;
}

function isSpan(value: object): value is Span {
  return (
    "start" in value &&
    "end" in value &&
    typeof value.start === "number" &&
    typeof value.end === "number"
  );
}
