/** XML text → a small read-only tree, and questions to it. */
import { type XmlElement, type XmlLimits, XmlReader } from "./read.ts";

export type { XmlElement, XmlLimits } from "./read.ts";

/**
 * Reads a document.
 *
 * @param text - The whole document, already decoded to a string.
 * @param limits - Bounds; see {@link XmlLimits}.
 * @returns The root element.
 * @throws CimError `"protocol"` for text that is not well-formed or has a
 *   document type declaration (entities could multiply it), `"too-large"` when
 *   a bound is passed.
 */
export function parseXml(text: string, limits: XmlLimits = {}): XmlElement {
  const reader = new XmlReader(limits);
  reader.write(text);
  return reader.end();
}

/**
 * The first child with a local name, whatever its namespace.
 *
 * @param element - Parent; `undefined` gives `undefined`, so that calls chain.
 * @param name - Local name, exact.
 */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/**
 * The value of an attribute by local name, whatever its namespace.
 *
 * @param element - Element to look at.
 * @param name - Local name, exact.
 */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find((candidate) => candidate.name === name)?.value;
}

/**
 * Whether the element says `xsi:nil="true"`, or is a null array as Windows marks it where arrays
 * are to be precise.
 *
 * @param element - Element to look at.
 */
export function isNil(element: XmlElement): boolean {
  const nil = attribute(element, "nil") ?? attribute(element, "IsNullArray");
  return nil !== undefined && /^\s*(?:true|1)\s*$/i.test(nil);
}

/**
 * The trimmed text of a child, `undefined` when it is absent, nil or blank.
 *
 * @param element - Parent.
 * @param name - Local name of the child, exact.
 */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const found = child(element, name);
  const text = found === undefined || isNil(found) ? "" : found.text.trim();
  return text === "" ? undefined : text;
}

/**
 * The children of an element by lower-case local name, because servers change
 * the case of names.
 *
 * @param element - An instance or a method's output.
 */
export function childrenByName(element: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  for (const item of element.children) {
    const name = item.name.toLowerCase();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
