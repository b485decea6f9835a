/** A tree of elements → XML text. The only place where angle brackets are made. */
import { CimError } from "../error.ts";

/** An element to be written. Its name carries its prefix; the caller declares it with an `xmlns:` attribute. */
export interface XmlNode {
  /** Qualified name, for example `w:Selector`. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (XmlNode | string)[];
}

/** Attributes by qualified name, in the order in which they are written. */
export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * Makes an element.
 *
 * @param name - Qualified name, for example `w:Selector`.
 * @param attributes - Attributes by qualified name.
 * @param children - Elements, and strings that are escaped when written.
 */
export function xml(
  name: string,
  attributes: XmlAttributes = {},
  children: readonly (XmlNode | string)[] = [],
): XmlNode {
  return { name, attributes: Object.entries(attributes), children };
}

/**
 * Writes an element and what is in it, on one line and without a declaration.
 *
 * Characters that XML 1.0 cannot carry, and lone surrogates, become U+FFFD.
 *
 * @param node - The element.
 * @throws CimError `"invalid-parameter"` for a name that is not an XML name.
 */
export function writeXml(node: XmlNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join("");
}

// Letters of every script are allowed in CIM names (DSP0004 5.1.4) and in XML names alike.
const qualifiedName = /^(?:[\p{L}_][\p{L}\p{N}\p{M}_.·-]*:)?[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;

function write(node: XmlNode, parts: string[]): void {
  checkName(node.name);
  parts.push("<", node.name);
  for (const [name, value] of node.attributes) {
    checkName(name);
    parts.push(" ", name, '="', escapeAttribute(value), '"');
  }
  if (node.children.length === 0) {
    parts.push("/>");
    return;
  }
  parts.push(">");
  for (const item of node.children) {
    if (typeof item === "string") parts.push(escapeText(item));
    else write(item, parts);
  }
  parts.push("</", node.name, ">");
}

/** Names that have been looked at: the same few hundred come again and again. */
const checked = new Set<string>();
const maxChecked = 10_000;

function checkName(name: string): void {
  if (checked.has(name)) return;
  if (!qualifiedName.test(name)) {
    throw new CimError("invalid-parameter", `${JSON.stringify(name)} cannot be an XML name`);
  }
  if (checked.size < maxChecked) checked.add(name);
}

// XML 1.0 2.2: what is not a Char. Lone surrogates match \p{Cs} under the u flag.

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const special = /[&<>"\t\n\r]/g;
/** Whatever either of the two looks for: most texts have none of it. */
const unusual = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/;
const textEntities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\r": "&#13;",
};
const attributeEntities: Readonly<Record<string, string>> = {
  ...textEntities,
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/**
 * The first character of a text that XML 1.0 has no form for, as `U+0007`; `undefined` when it
 * can carry the whole text.
 *
 * @param text - The text.
 */
export function findForbidden(text: string): string | undefined {
  if (!unusual.test(text)) return undefined;
  const at = text.search(forbidden);
  if (at === -1) return undefined;
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Refuses what XML has no form for.
 *
 * @param text - The text.
 * @param place - Where it stands, for the error's sentence.
 * @throws CimError `"invalid-parameter"`.
 */
export function requireText(text: string, place: string): string {
  const character = findForbidden(text);
  if (character === undefined) return text;
  const sentence = `${place} has the character ${character}, which XML cannot carry`;
  throw new CimError("invalid-parameter", sentence);
}

function escapeText(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(forbidden, "\ufffd").replace(special, (char) => textEntities[char] ?? char);
}

function escapeAttribute(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .replace(forbidden, "\ufffd")
    .replace(special, (char) => attributeEntities[char] ?? char);
}
