/** Which item of a list is about which element of a declaration. */
import type { Name } from "../../ast/index.ts";
import { suggest } from "../../diagnostics/index.ts";
import type { Page, PageText } from "../page.ts";
import { identityOf } from "./name.ts";
import { isTranslated } from "./translated.ts";

interface Element {
  readonly name: Name;
}

interface Item {
  readonly name: PageText;
}

export interface Attached<E, I> {
  readonly items: ReadonlyMap<E, I>;
  /** Items that are about nothing that is declared, as far as can be told. */
  readonly left: readonly I[];
}

/**
 * Attaches by name, in whatever case; then, because translations translate names too, by
 * position: an item and an element that have no other are together when both stand at the
 * same place of lists of the same length.
 *
 * @param elements - in the order that the list has
 * @param mayBe - whether an item may be about an element that it calls by another name
 */
export function attach<E extends Element, I extends Item>(
  elements: readonly E[],
  items: readonly I[],
  mayBe: (item: I, element: E) => boolean = () => true,
): Attached<E, I> {
  const byName = new Map(elements.map((element) => [identityOf(element.name.text), element]));
  const attached = new Map<E, I>();
  const nameless: [index: number, item: I][] = [];
  const left: I[] = [];
  for (const [index, item] of items.entries()) {
    const element = byName.get(identityOf(item.name.text.replaceAll("\\", "")));
    if (!element) nameless.push([index, item]);
    else if (!attached.has(element)) attached.set(element, item);
  }
  for (const [index, item] of nameless) {
    const element = elements[index];
    const isFree = items.length === elements.length && element && !attached.has(element);
    if (isFree && mayBe(item, element)) attached.set(element, item);
    else left.push(item);
  }
  return { items: attached, left };
}

/** Where nothing is translated, another name is another element, unless it is misspelt. */
export function mayBeCalled(page: Page): (item: Item, element: Element) => boolean {
  return ({ name }, element) =>
    isTranslated(page) || suggest(name.text, [element.name.text]) !== undefined;
}

/** In the order of lists of properties: by name, in whatever case. */
export function sorted<E extends Element>(elements: readonly E[]): readonly E[] {
  const keyed = elements.map((element) => ({ element, key: identityOf(element.name.text) }));
  return keyed
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ element }) => element);
}
