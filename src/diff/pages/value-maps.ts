import type { MapWord, ValueMapRules } from "../catalogue/value-maps.ts";
import { inClass, qualified, type Example, type RulePage, type RulePages } from "./page.ts";

/** The words for named values, and those for named bits. */
interface Words {
  readonly keys: string;
  readonly labels: string;
  readonly one: string;
  readonly many: string;
}

const values: Words = { keys: "ValueMap", labels: "Values", one: "value", many: "values" };
const bits: Words = { keys: "BitMap", labels: "BitValues", one: "bit", many: "bits" };

type Entry = readonly [key: string, label: string];

const on: Entry = ["1", "On"];
const off: Entry = ["2", "Off"];
const idle: Entry = ["3", "Idle"];
const rest: Entry = ["..", "Reserved"];

export const valueMapPages: RulePages<ValueMapRules> = {
  ...pagesOf("valuemap", values),
  ...pagesOf("bitmap", bits),
};

function named({ keys, labels }: Words, entries: readonly Entry[]): string {
  const list = (index: 0 | 1): string => entries.map((entry) => `"${entry[index]}"`).join(", ");
  return `${keys}{${list(0)}}, ${labels}{${list(1)}}`;
}

/** Two lists of entries of a property, behind other qualifiers. */
function example(
  words: Words,
  before: readonly Entry[],
  after: readonly Entry[],
  others: string = "",
): Example {
  const written = (entries: readonly Entry[]): string =>
    [others, entries.length === 0 ? "" : named(words, entries)].filter(Boolean).join(", ");
  return qualified(written(before), written(after), "uint16 State;");
}

function ofInput(words: Words, before: readonly Entry[], after: readonly Entry[]): Example {
  const method = (entries: readonly Entry[]): string =>
    `uint32 Set([In, ${named(words, entries)}] uint16 State);`;
  return inClass(method(before), method(after));
}

/** Every rule of one word: what it says of values it says of bits as well. */
function pagesOf<W extends MapWord>(
  word: W,
  words: Words,
): Pick<RulePages<ValueMapRules>, Extract<keyof ValueMapRules, `${W}-${string}`>> {
  const pages: Readonly<Record<string, RulePage>> = {
    ...entryPages(word, words),
    ...namePages(word, words),
  };
  // The keys are computed, so TypeScript takes them for any text.
  return pages as ReturnType<typeof pagesOf<W>>;
}

function entryPages(word: MapWord, words: Words): Readonly<Record<string, RulePage>> {
  const { one } = words;
  const gone = `Code that names the ${one} no longer compiles.`;
  const keep = `Keep the ${one}, and say in its description that it is no longer used.`;
  return {
    [`${word}-entry-added`]: {
      title: `What is read has another ${one}`,
      why: `The generated types let unknown ones through. An old client may not know what to do with the new ${one}.`,
      compatible: "Let clients be ready for what they do not know.",
      ...example(words, [on, off], [on, off, idle]),
    },
    [`${word}-entry-added-input`]: {
      title: `An input has another ${one}`,
      why: `Old clients do not use it. Providers have to know what to do when one gives it.`,
      compatible: "Let every provider be ready for it before the schema says so.",
      ...ofInput(words, [on, off], [on, off, idle]),
    },
    [`${word}-entry-added-inout`]: {
      title: `What is read and written has another ${one}`,
      why: `An old client may not know what to do with the new ${one}, and providers have to take it.`,
      compatible: "Let clients and providers be ready for it before the schema says so.",
      ...example(words, [on, off], [on, off, idle], "Write"),
    },
    [`${word}-entry-removed`]: {
      title: `What is read has a ${one} less`,
      why: `${gone} Old clients wait for it in vain.`,
      compatible: keep,
      ...example(words, [on, off, idle], [on, off]),
    },
    [`${word}-entry-removed-input`]: {
      title: `What is written has a ${one} less`,
      why: `${gone} The provider refuses old clients that give it.`,
      compatible: keep,
      ...ofInput(words, [on, off, idle], [on, off]),
    },
  };
}

function namePages(word: MapWord, words: Words): Readonly<Record<string, RulePage>> {
  const { one, many } = words;
  return {
    [`${word}-value-renamed`]: {
      title: `A ${one} has another name`,
      why: "Generated constants are called by the names, so code that uses the old one no longer compiles. What is sent is the same.",
      compatible: "Keep the name, and put better words into the description.",
      ...example(words, [on, off], [on, ["2", "Stopped"]]),
    },
    [`${word}-value-reassigned`]: {
      title: `A name belongs to another ${one}`,
      why: "Code still compiles and means something else: it sends and expects the old number under the name. Nothing warns of it.",
      compatible: `Give the new ${one} a new name, and leave the old pair as it is.`,
      ...example(words, [on, off], [on, ["3", "Off"]]),
    },
    [`${word}-range-changed`]: {
      title: `A range of ${many} has changed`,
      why: "What was reserved or a vendor's own may mean something else now.",
      compatible: "Narrow a range only to name what providers already use.",
      ...example(words, [on, ["2..9", "Vendor"], rest], [on, ["2..7", "Vendor"], rest]),
    },
    [`${word}-added`]: {
      title: `The ${many} of a number have names`,
      why: "The generated type has the names now, which a linter may ask for. What is sent is the same.",
      compatible: "Nothing is to be done, unless the names say something new.",
      ...example(words, [], [on, off]),
    },
    [`${word}-removed`]: {
      title: `The ${many} of a number no longer have names`,
      why: "The generated constants are gone, so code that uses them no longer compiles. What is sent is the same.",
      compatible: "Keep the names.",
      ...example(words, [on, off], []),
    },
  };
}
