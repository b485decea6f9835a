/** What a page says about single values of an element, as `ValueMap` and what goes with it. */
import type { Qualifier, TypeName } from "../../ast/index.ts";
import { isInteger } from "../declaration/intrinsic.ts";
import type { PageText, ValueEntry } from "../page.ts";
import { listQualifier } from "./qualifiers.ts";

/** What became of the values that a page lists. */
export interface ReadValues {
  /** `ValueMap`, `Values` and `ValueDescriptions`; none without values. */
  readonly qualifiers: readonly Qualifier[];
  /** What is no value that MOF can name: flags without numbers, words that a translation may have changed. */
  readonly left: readonly ValueEntry[];
}

/** A value with its names, each at its place. */
interface Value {
  readonly key: string;
  readonly label?: string;
  readonly description?: string;
  readonly entry: ValueEntry;
}

/** `7`, and the ranges of DSP0004 5.6.3.56: `7..9`, `..9`, `7..`, `..` */
const NUMBERS = /^(?:-?\d+|(?:-?\d+)?\.\.(?:-?\d+)?)$/;

/** Longer texts describe; shorter ones are what people call a value. */
const LONGEST_LABEL = 60;

/**
 * The values of an integer or a string, or of a list of them. What is no exact number and no
 * range is none of an integer; of equal values the first counts.
 *
 * @param isTranslated - whether words of the page may be other words than those of the class
 */
export function readValues(
  entries: readonly ValueEntry[],
  { name, reference }: TypeName,
  isTranslated: boolean,
): ReadValues {
  const isText = name.text.toLowerCase() === "string";
  if (reference || (!isText && !isInteger(name.text))) return { qualifiers: [], left: entries };
  const found = new Map<string, Value>();
  const left: ValueEntry[] = [];
  for (const written of entries) {
    const entry = isTranslated ? untranslated(written) : written;
    const key = isText ? textOf(entry) : numberOf(entry);
    if (key === undefined) left.push(written);
    else if (!found.has(key)) found.set(key, valueOf(key, entry));
  }
  const values = [...found.values()];
  return { qualifiers: qualifiersOf(isTranslated ? values : named(values)), left };
}

/** A name without a value is the value itself. */
function textOf({ key, label, marked }: ValueEntry): string | undefined {
  return (key ?? (marked ? label : undefined)) || undefined;
}

/**
 * A value as it was called before the translation, which keeps anchors. What it is called in the
 * translation is said of it.
 */
function untranslated({ label, anchor, key, ...entry }: ValueEntry): ValueEntry {
  // Words in quotation marks are translated like those that name them.
  const isWord = key === label && !NUMBERS.test(key ?? "");
  const kept = key === undefined || isWord ? {} : { key };
  if (anchor !== undefined) {
    const name = nameOf(anchor, label);
    return { ...entry, ...kept, label: name, marked: true };
  }
  if (label === undefined || label === "") return { ...entry, ...kept };
  const { description } = entry;
  const said = description === undefined ? label : `${label}: ${description}`;
  return { ...entry, ...kept, description: said };
}

/** In an anchor `_` stands for what no anchor may have, or is an underscore of the name. */
function nameOf(anchor: string, translated = ""): string {
  const isOwn = /^[A-Z\d]+(?:_[A-Z\d]+)+$/.test(anchor) || /\s?_\s?/.test(translated);
  return isOwn ? anchor : anchor.replace(/_+/g, " ").trim();
}

function numberOf({ key }: ValueEntry): string | undefined {
  return key !== undefined && NUMBERS.test(key) ? key : undefined;
}

function valueOf(key: string, entry: ValueEntry): Value {
  const { label, description } = entry;
  // A name that is the value says nothing more.
  const isName = Boolean(label) && (label !== key || entry.key !== undefined);
  return {
    ...{ key, entry },
    ...(isName && label !== undefined && { label }),
    ...(description && { description }),
  };
}

/**
 * Values without names are called by their meanings in a table, when all of them are short enough
 * for that. Some with names and some without would be worse than none. Other descriptions are
 * no names: translations would give others.
 */
function named(values: readonly Value[]): readonly Value[] {
  const renamed = values.map((value) => {
    const { label, description, key, entry } = value;
    // A string whose name is the value has its name.
    if (label !== undefined || entry.label || !description || !entry.meaning) return value;
    const [first = "", ...rest] = description.split("\n\n");
    const short = first.replace(/\.$/, "");
    const isName = short.length <= LONGEST_LABEL && !short.includes("\n");
    if (!isName) return value;
    return { ...{ key, label: short, entry }, ...(rest.length > 0 && { description }) };
  });
  return renamed.every(({ label, entry }) => label ?? entry.label) ? renamed : values;
}

function qualifiersOf(values: readonly Value[]): readonly Qualifier[] {
  const list = (name: string, textFor: (value: Value) => string) =>
    listQualifier(
      name,
      values.map((value): PageText => {
        const { start, end } = value.entry;
        return { text: textFor(value), start, end };
      }),
    );
  // A name that is the value is its label among others that have one.
  const labelOf = ({ key, label, entry }: Value) => label ?? (entry.key === undefined ? key : "");
  const isLabelled = values.some(({ label }) => label !== undefined);
  const isDescribed = values.some(({ description }) => description !== undefined);
  return [
    ...list("ValueMap", ({ key }) => key),
    ...(isLabelled ? list("Values", labelOf) : []),
    ...(isDescribed ? list("ValueDescriptions", ({ description }) => description ?? "") : []),
  ];
}

/** A description with the values that are left, as a list below it. */
export function withLeft(
  text: PageText | undefined,
  left: readonly ValueEntry[],
): PageText | undefined {
  const lines = left.flatMap(({ key, label, description }) => {
    const name = [...new Set([label, key])].filter((part) => part).join(" = ");
    const line = [name, description].filter((part) => part).join(": ");
    return line === "" ? [] : [`- ${line}`];
  });
  const [first] = left;
  if (!first || lines.length === 0) return text;
  const list = lines.join("\n");
  return text ? { ...text, text: `${text.text}\n\n${list}` } : { ...first, text: list };
}
