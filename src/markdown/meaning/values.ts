/** What a page says about single values of an element, as `ValueMap` and what goes with it. */
import type { Qualifier, TypeName } from "../../ast/index.ts";
import { isInteger } from "../declaration/intrinsic.ts";
import type { PageText, ValueEntry } from "../page.ts";
import { listQualifier } from "./qualifiers.ts";

/** A value with its names, each at its place. */
interface Value {
  readonly key: string;
  readonly label?: string;
  readonly description?: string;
  readonly entry: ValueEntry;
}

/** `7`, and the ranges of DSP0004 5.6.3.56: `7..9`, `..9`, `7..`, `..` */
const EXACT = /^-?\d+$/;
const RANGE = /^(?:-?\d+)?\.\.(?:-?\d+)?$/;

/** Longer texts describe; shorter ones are what people call a value. */
const LONGEST_LABEL = 40;

/**
 * `ValueMap`, `Values` and `ValueDescriptions` of an integer or a string, or of a list of
 * them. What is no exact value and no range is left out; of equal values the first counts.
 */
export function valueQualifiers(
  entries: readonly ValueEntry[],
  type: TypeName,
): readonly Qualifier[] {
  const word = type.name.text.toLowerCase();
  if (type.reference || (word !== "string" && !isInteger(word))) return [];
  const found = new Map<string, Value>();
  for (const entry of entries) {
    const value = word === "string" ? textValue(entry) : integerValue(entry);
    if (value && !found.has(value.key)) found.set(value.key, value);
  }
  const values = [...found.values()];
  const isLabelled = values.some(({ label }) => label !== undefined);
  const isDescribed = values.some(({ description }) => description !== undefined);
  return [
    ...listQualifier(
      "ValueMap",
      values.map((each) => at(each, each.key)),
    ),
    ...(isLabelled
      ? listQualifier(
          "Values",
          values.map((each) => at(each, each.label ?? each.key)),
        )
      : []),
    ...(isDescribed
      ? listQualifier(
          "ValueDescriptions",
          values.map((each) => at(each, each.description ?? "")),
        )
      : []),
  ];
}

/** A name without a value is the value itself. */
function textValue(entry: ValueEntry): Value | undefined {
  const key = entry.key ?? entry.label;
  return key === undefined || key === "" ? undefined : labelled(key, entry);
}

function integerValue(entry: ValueEntry): Value | undefined {
  const { key = "" } = entry;
  return EXACT.test(key) || RANGE.test(key) ? labelled(key, entry) : undefined;
}

/** What is said about a value without a name is its name, when it is short. */
function labelled(key: string, entry: ValueEntry): Value {
  const { label, description } = entry;
  if (label !== undefined && label !== "") {
    // A name that is the value says nothing more.
    const isName = label !== key || entry.key !== undefined;
    return { key, ...(isName && { label }), ...(description && { description }), entry };
  }
  if (!description) return { key, entry };
  const short = description.replace(/\.$/, "");
  const isShort = short.length <= LONGEST_LABEL && !short.includes("\n");
  return isShort ? { key, label: short, entry } : { key, description, entry };
}

function at({ entry: { start, end } }: Value, text: string): PageText {
  return { text, start, end };
}
