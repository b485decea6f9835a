/** XML text → a small read-only tree, with the bounds that hostile input calls for. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { CimError } from "../error.ts";

/** An attribute by local name and namespace; namespace declarations are left out. */
export interface XmlAttribute {
  readonly name: string;
  /** Empty for an attribute without prefix. */
  readonly uri: string;
  readonly value: string;
}

/** An element. Prefixes are gone: servers choose their own, so only local names and URIs mean something. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI, empty for none. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Character data directly inside this element, concatenated, untrimmed. */
  readonly text: string;
}

/** Bounds of one document. */
export interface XmlLimits {
  /** Deepest nesting of elements; 256 unless told. */
  readonly maxDepth?: number;
  /** Number of elements; 1,000,000 unless told. */
  readonly maxElements?: number;
}

interface OpenElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: OpenElement[];
  text: string;
}

const xmlnsUri = "http://www.w3.org/2000/xmlns/";

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
  const { maxDepth = 256, maxElements = 1_000_000 } = limits;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let count = 0;
  parser.on("error", (error) => {
    throw new CimError("protocol", `not well-formed XML: ${error.message}`, { cause: error });
  });
  parser.on("doctype", () => {
    throw new CimError("protocol", "XML with a document type declaration is refused");
  });
  parser.on("opentag", (tag) => {
    if (open.length >= maxDepth) {
      throw new CimError("too-large", `XML nested deeper than ${maxDepth} elements`);
    }
    if (++count > maxElements) {
      throw new CimError("too-large", `XML with more than ${maxElements} elements`);
    }
    const element = openElement(tag);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
  });
  const append = (data: string): void => {
    const top = open.at(-1);
    if (top !== undefined) top.text += data;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new CimError("protocol", "no XML element");
  return root;
}

function openElement(tag: SaxesTagNS): OpenElement {
  const attributes = Object.values(tag.attributes)
    .filter((attribute) => attribute.uri !== xmlnsUri)
    .map(({ local, uri, value }) => ({ name: local, uri, value }));
  return { name: tag.local, uri: tag.uri, attributes, children: [], text: "" };
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
 * Whether the element says `xsi:nil="true"`.
 *
 * @param element - Element to look at.
 */
export function isNil(element: XmlElement): boolean {
  const nil = attribute(element, "nil")?.trim().toLowerCase();
  return nil === "true" || nil === "1";
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
