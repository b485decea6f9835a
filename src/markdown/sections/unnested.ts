import type { Block, Definition, DefinitionList } from "../blocks/block.ts";
import { blocksLine } from "../blocks/plain-text.ts";
import { isFacts } from "./facts.ts";
import { isItalic } from "./name.ts";
import { isValueTerm } from "./values.ts";

/**
 * The items of a list as they were meant. One that stands in another item only because something
 * that ends it is missing, and that looks like those of the list, is an item of the list; one that
 * looks like a value is a value of the item before it.
 */
export function unnested(items: readonly Definition[]): Definition[] {
  const shape = items.map(shapeOf).find((known) => known !== undefined);
  if (shape === undefined) return [...items];
  const found: Definition[] = [];
  for (const item of items) {
    const before = found.at(-1);
    if (before && shapeOf(item) === undefined && isValueTerm(item.term)) {
      found[found.length - 1] = withValue(before, item);
    } else {
      found.push(...pulledOut(item, shape));
    }
  }
  return found;
}

/** Values are added to the list that an item ends with. */
function withValue(item: Definition, value: Definition): Definition {
  const list: DefinitionList = {
    kind: "definitions",
    explicit: false,
    items: [value],
    start: value.start,
    end: value.end,
  };
  return { ...item, body: [...item.body, list], end: value.end };
}

type Shape = "italic" | "facts";

function shapeOf({ term, body }: Definition): Shape | undefined {
  const isParameter = term.some((block) => block.kind === "paragraph" && isItalic(block.inlines));
  if (isParameter) return "italic";
  return body[0] && isFacts(body[0]) ? "facts" : undefined;
}

/**
 * The first item of an inner list that is one of the outer. In a list that is begun for itself
 * only what has the facts of a property, or a direction, is surely none of its own.
 */
function firstOuter(block: Block, shape: Shape): number {
  if (block.kind !== "definitions") return -1;
  return block.items.findIndex(
    (inner, index) =>
      shapeOf(inner) === shape &&
      (!block.explicit || (index > 0 && (shape === "facts" || hasDirection(inner)))),
  );
}

/** `*Name* \[in\]`. */
function hasDirection({ term }: Definition): boolean {
  return /\[[^[\]]+\]$/.test(blocksLine(term));
}

function pulledOut(item: Definition, shape: Shape): Definition[] {
  const at = item.body.findIndex((block) => firstOuter(block, shape) >= 0);
  const list = item.body[at];
  if (list?.kind !== "definitions") return [item];
  const first = firstOuter(list, shape);
  const values = list.items.slice(0, first);
  const kept: DefinitionList = { ...list, items: values };
  const body = [...item.body.slice(0, at), ...(values.length > 0 ? [kept] : [])];
  // What follows the list belongs to the last of the items that stood in it.
  const rest = item.body.slice(at + 1);
  const outer = list.items.slice(first);
  const last = outer.at(-1);
  if (last && rest.length > 0) outer[outer.length - 1] = { ...last, body: [...last.body, ...rest] };
  return [{ ...item, body }, ...unnested(outer)];
}
