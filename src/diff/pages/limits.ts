import type { LimitRules } from "../catalogue/limits.ts";
import { inClass, qualified, type RulePage, type RulePages } from "./page.ts";

interface Limit {
  readonly qualifier: string;
  readonly what: string;
  /** A tighter and a looser value. */
  readonly tight: number;
  readonly loose: number;
  readonly element: string;
}

const maxlen: Limit = {
  qualifier: "MaxLen",
  what: "greatest length",
  tight: 8,
  loose: 64,
  element: "string Text",
};
const minlen: Limit = {
  ...maxlen,
  qualifier: "MinLen",
  what: "least length",
  tight: 4,
  loose: 1,
};
const maxvalue: Limit = {
  qualifier: "MaxValue",
  what: "largest value",
  tight: 100,
  loose: 1000,
  element: "uint32 Speed",
};
const minvalue: Limit = {
  ...maxvalue,
  qualifier: "MinValue",
  what: "smallest value",
  tight: 10,
  loose: 0,
};

const ofReference =
  "The number of instances that are associated is no part of a type, so no compiler sees it.";

export const limitPages: RulePages<LimitRules> = {
  "maxlen-decreased": tightened(maxlen, "smaller"),
  "maxlen-decreased-input": tightenedInput(maxlen, "smaller"),
  "maxlen-increased": loosened(maxlen, "larger"),
  "minlen-increased": tightened(minlen, "larger"),
  "minlen-increased-input": tightenedInput(minlen, "larger"),
  "minlen-decreased": loosened(minlen, "smaller"),
  "maxvalue-decreased": tightened(maxvalue, "smaller"),
  "maxvalue-decreased-input": tightenedInput(maxvalue, "smaller"),
  "maxvalue-increased": loosened(maxvalue, "larger"),
  "minvalue-increased": tightened(minvalue, "larger"),
  "minvalue-increased-input": tightenedInput(minvalue, "larger"),
  "minvalue-decreased": loosened(minvalue, "smaller"),
  "min-increased": {
    title: "More instances have to be associated",
    why: `Instances that had too few are wrong now, so clients have to create more at once and providers have to see to it. ${ofReference}`,
    compatible: "Leave Min as it is, and say in the description how many there should be.",
    ...cardinality("Min(0)", "Min(1)"),
  },
  "min-decreased": {
    title: "Fewer instances may be associated",
    why: `A client that counts on one finds none. ${ofReference}`,
    compatible: "Let clients be ready for it before providers have fewer.",
    ...cardinality("Min(1)", "Min(0)"),
  },
  "max-increased": {
    title: "More instances may be associated",
    why: `A client that looks at the first one alone misses the others. ${ofReference}`,
    compatible: "Let clients be ready for it before providers have more.",
    ...cardinality("Max(1)", "Max(8)"),
  },
  "max-decreased": {
    title: "Fewer instances may be associated at most",
    why: `Instances that had more are wrong now, and the provider refuses further ones. ${ofReference}`,
    compatible: "Leave Max as it is, and say in the description how many there should be.",
    ...cardinality("Max(8)", "Max(1)"),
  },
};

function tightened({ qualifier, what, tight, loose, element }: Limit, how: string): RulePage {
  return {
    title: `The ${what} that is read is ${how}`,
    why: "Whoever reads the value is glad. A provider that has other values has to find a way.",
    compatible: "Let every provider keep to the limit before the schema states it.",
    ...qualified(`${qualifier}(${loose})`, `${qualifier}(${tight})`, `${element};`),
  };
}

function tightenedInput({ qualifier, what, tight, loose, element }: Limit, how: string): RulePage {
  return {
    title: `The ${what} that may be written is ${how}`,
    why: "The provider refuses values that old clients send. The limit is no part of a type, so no compiler sees it.",
    compatible: "Let the provider take what it took, and say in the description what is meant.",
    ...qualified(`Write, ${qualifier}(${loose})`, `Write, ${qualifier}(${tight})`, `${element};`),
  };
}

function loosened({ qualifier, what, tight, loose, element }: Limit, how: string): RulePage {
  return {
    title: `The ${what} may be ${how}`,
    why: "A client that has room for the old limit only cuts the value off or refuses it.",
    compatible: "Let clients be ready for it before providers use it.",
    ...qualified(`${qualifier}(${tight})`, `${qualifier}(${loose})`, `${element};`),
  };
}

function cardinality(before: string, after: string): Pick<RulePage, "old" | "new"> {
  const { old, new: now } = inClass("uint32 Speed;", "uint32 Speed;");
  const association = (limit: string): string =>
    `[Association] class CIM_Cools {\n  [Key, ${limit}] CIM_Fan REF Fan;\n  [Key] CIM_Fan REF Cooled;\n};\n`;
  return { old: old + association(before), new: now + association(after) };
}
