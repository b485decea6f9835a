/** What a request says, as lines: a path for each element that means something. */
import { namespaces } from "../../../src/runtime/wsman/names.ts";
import { parseXml } from "../../../src/runtime/xml/parse.ts";
import type { XmlElement } from "../../../src/runtime/xml/read.ts";
import type { HttpMessage } from "./replay.ts";

/** What every client says in its own way, and what is no part of the meaning. */
const ignored: ReadonlySet<string> = new Set([
  ...["a:To", "a:MessageID", "w:MaxEnvelopeSize", "w:Locale", "p:DataLocale"],
  ...["w:OperationTimeout", "w:MaxElements", "n:MaxElements"],
]);
const prefixes = new Map(
  Object.entries(namespaces).map(([prefix, uri]) => [uri as string, prefix]),
);

function nameOf({ name, uri }: XmlElement): string {
  if (uri === "") return name;
  const prefix = prefixes.get(uri);
  return prefix === undefined ? `{${uri}}${name}` : `${prefix}:${name}`;
}

function attributesOf(element: XmlElement): string {
  const shown = element.attributes
    .filter(({ name }) => name !== "mustUnderstand" && name !== "ID")
    // A prefix in a value is the writer's own.
    .map(({ name, value }) => `@${name}=${name === "type" ? value.replace(/^.*:/, "") : value}`);
  return shown.sort().join("");
}

function linesOf(element: XmlElement, above: string): string[] {
  const name = nameOf(element);
  if (ignored.has(name)) return [];
  const path = `${above}/${name}${attributesOf(element)}`;
  const text = element.children.length === 0 && element.text !== "" ? `=${element.text}` : "";
  return [`${path}${text}`, ...element.children.flatMap((each) => linesOf(each, path))];
}

/** Lines of a WS-Management or CIM-XML request, sorted: the order of headers and parameters means nothing. */
function meaningOf({ headers, body }: HttpMessage): readonly string[] {
  const about = ["cimoperation", "cimmethod", "cimobject"].flatMap((name) => {
    const value = headers.get(name);
    return value === undefined ? [] : [`${name}: ${decodeURIComponent(value)}`];
  });
  return [...about, ...linesOf(parseXml(body), "")].sort();
}

/** What only one of two requests says. */
export interface Difference {
  /** Said by the recorded request alone. */
  readonly recorded: readonly string[];
  /** Said by ours alone. */
  readonly ours: readonly string[];
}

/** Compares two requests; each line counts as often as it stands there. */
export function difference(recorded: HttpMessage, own: HttpMessage): Difference {
  const [one, other] = [meaningOf(recorded), meaningOf(own)];
  return { recorded: without(one, other), ours: without(other, one) };
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
