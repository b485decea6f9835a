/** What is said about a member in its comment, paragraph by paragraph. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  isList,
  type Qualifiers,
  type QualifierValue,
  type ValueMap,
} from "../model/index.ts";
import { codeSpan, inlineProse, isText, prose, safeTarget } from "./comment.ts";
import { stringLiteral } from "./identifiers.ts";

/** Of a property of the interface. */
export function propertyParagraphs(property: CimProperty): string[] {
  const sentences = [...typedSentences(property), ...(property.key ? ["Key."] : [])];
  return [
    ...withBehind(prose(property.description), sentences),
    ...statusTags(property.qualifiers),
    ...defaultTag(property),
  ];
}

/** Of a parameter, a line of an input or a result. */
export function parameterParagraphs(parameter: CimParameter): string[] {
  return [
    ...withBehind(prose(parameter.description), typedSentences(parameter)),
    ...statusTags(parameter.qualifiers),
    ...defaultTag(parameter),
  ];
}

/** Of a method, with the values that it returns; what its class needs stands there. */
export function methodParagraphs(
  cls: CimClass,
  method: CimMethod,
  notes: readonly string[] = [],
): string[] {
  const { description, qualifiers } = method;
  return [
    ...prose(description),
    ...notes,
    ...tag("@remarks", remarks(qualifiers, cls.qualifiers)),
    ...tag("@returns", returned(method)),
    ...seeTag(qualifiers),
    ...statusTags(qualifiers),
  ];
}

/**
 * What documentation says about the use of a class or a method, and what it needs.
 *
 * @param around - those of the class, whose requirements need not be said again
 */
export function remarks(qualifiers: Qualifiers, around?: Qualifiers): string[] {
  const said = around ? textsOf(around, "requirements").map((text) => text.toLowerCase()) : [];
  const needed = textsOf(qualifiers, "requirements").flatMap((text) => {
    const line = said.includes(text.toLowerCase()) ? "" : inlineProse(text);
    return line === "" ? [] : [`- ${line}`];
  });
  return [
    ...prose(textsOf(qualifiers, "remarks")[0]),
    ...(needed.length > 0 ? ["Requirements:", needed.join("\n")] : []),
  ];
}

/** Where it is documented. The address is that of a server, or of nobody. */
export function seeTag(qualifiers: Qualifiers): string[] {
  const [address = ""] = textsOf(qualifiers, "helplink");
  const target = /^https?:\/\//i.test(address) ? safeTarget(address) : undefined;
  return target === undefined ? [] : [`@see {@link ${target}}`];
}

/** Paragraphs behind a tag: what is no text stands below it. */
function tag(name: string, paragraphs: readonly string[]): string[] {
  const [first, ...further] = paragraphs;
  if (first === undefined) return [];
  return isText(first) ? [`${name} ${first}`, ...further] : [name, ...paragraphs];
}

function returned({ returns, qualifiers }: CimMethod): string[] {
  const table = returns?.values ? valueTable(returns.values.entries) : "";
  return [
    ...prose(textsOf(qualifiers, "returndescription")[0]),
    ...(table === "" ? [] : [`${table}.`]),
  ];
}

function textsOf(qualifiers: Qualifiers, name: string): readonly string[] {
  const value = qualifiers.get(name)?.value;
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === "string");
}

/** `0` Completed, `1` Not Supported. */
export function valueTable(entries: ValueMap["entries"]): string {
  return entries
    .map(({ key, label }) => {
      const value = codeSpan(key);
      const text = inlineProse(label ?? "");
      return text === "" ? value : `${value} ${text}`;
    })
    .join(", ");
}

/** Units, and what limits a value: MOF says it beside the type. */
function typedSentences({ units, type, qualifiers }: CimProperty | CimParameter): string[] {
  const whole = (name: string) => wholeNumber(qualifiers.get(name));
  return [
    ...(units === undefined ? [] : [`Unit: ${inlineProse(units)}.`]),
    ...limits(whole("minvalue"), whole("maxvalue"), ""),
    ...limits(whole("minlen"), whole("maxlen"), " characters"),
    ...(type.array === false ? [] : arraySentences(type.array, qualifiers)),
  ];
}

function limits(least: string | undefined, most: string | undefined, of: string): string[] {
  if (least !== undefined && most !== undefined && !(of !== "" && least === "0")) {
    return [least === most ? `Always ${most}${of}.` : `From ${least} to ${most}${of}.`];
  }
  if (most !== undefined) return [`At most ${most}${of}.`];
  return least === undefined || (of !== "" && least === "0") ? [] : [`At least ${least}${of}.`];
}

function wholeNumber(qualifier: QualifierValue | undefined): string | undefined {
  const value = qualifier?.value;
  return typeof value === "bigint" || typeof value === "number" ? String(value) : undefined;
}

/** DSP0004 7.9.2; a bag is what arrays are unless stated, and then nothing is said. */
function arraySentences(size: true | number, qualifiers: Qualifiers): string[] {
  const kind = qualifiers.get("arraytype")?.value;
  const word = typeof kind === "string" ? kind.toLowerCase() : "";
  const kinds: Readonly<Record<string, string>> = {
    bag: "An array in no order.",
    ordered: "An ordered array.",
    indexed: "An indexed array: a place has its meaning.",
  };
  const sentence = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  return [
    ...(sentence === undefined ? [] : [sentence]),
    ...(typeof size === "number" ? [`Of ${size} elements.`] : []),
  ];
}

/** Puts short sentences behind the last paragraph, or below it where it is a list or the like. */
function withBehind(paragraphs: readonly string[], sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [...paragraphs];
  const last = paragraphs.at(-1);
  const behind = sentences.join(" ");
  if (last === undefined || !isText(last)) return [...paragraphs, behind];
  const stop = /[.!?:)。！？：）؟۔]$/.test(last) ? last : `${last}.`;
  return [...paragraphs.slice(0, -1), `${stop} ${behind}`];
}

function defaultTag({ type, default: value }: CimProperty | CimParameter): string[] {
  const wide = type.kind === "intrinsic" && type.name.endsWith("int64");
  const text = defaultText(value, wide ? "n" : "");
  return text === undefined ? [] : [`@defaultValue ${codeSpan(text)}`];
}

/** Longer lists tell nobody anything. */
const LONGEST_LIST = 60;

/** As TypeScript writes it; null and instances are no defaults that are worth a line. */
function defaultText(value: CimProperty["default"], suffix: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object") return `${value}${suffix}`;
  if (!isList(value)) return undefined;
  const items = value.map((item) => defaultText(item, suffix) ?? "null");
  const isPlain = value.every((item) => item === null || typeof item !== "object");
  const text = `[${items.join(", ")}]`;
  return isPlain && text.length <= LONGEST_LIST ? text : undefined;
}

/** `@deprecated` with what to use instead, `@experimental`. */
export function statusTags(qualifiers: Qualifiers): string[] {
  const deprecated = qualifiers.get("deprecated")?.value;
  const tags: string[] = [];
  if (deprecated !== undefined && deprecated !== false && deprecated !== null) {
    const names = Array.isArray(deprecated) ? deprecated : [deprecated];
    const instead = names.filter((name) => typeof name === "string" && !/^no value$/i.test(name));
    const use = instead.length > 0 ? ` Use ${instead.join(", ")}.` : "";
    tags.push(`@deprecated${use === "" ? "" : ` ${inlineProse(use)}`}`);
  }
  if (qualifiers.get("experimental")?.value === true) tags.push("@experimental");
  return tags;
}
