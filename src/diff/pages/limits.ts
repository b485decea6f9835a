import type { LimitName, LimitRules } from "../catalogue/limits.ts";
import { associated, qualified, type Example } from "./mof.ts";
import type { RulePage, RulePages } from "./page.ts";

/** A limit as pages speak of it. */
interface Limit {
  /** What is limited, as titles name it. */
  readonly value: string;
  /** What may be met that was not there before. */
  readonly unexpected: string;
  /** What that does to a client that does not know of it. */
  readonly harm: string;
  readonly qualifier: string;
  readonly loose: number;
  readonly tight: number;
  readonly declaration: string;
}

const limits: Readonly<Record<LimitName, Limit>> = {
  maxlen: {
    value: "greatest length",
    unexpected: "longer texts",
    harm: "Where it has room for the old length only it cuts them off or fails.",
    qualifier: "MaxLen",
    loose: 64,
    tight: 32,
    declaration: "string Label;",
  },
  minlen: {
    value: "least length",
    unexpected: "shorter texts",
    harm: "Where it counts on the old length it reads beyond the end or fails.",
    qualifier: "MinLen",
    loose: 1,
    tight: 4,
    declaration: "string Label;",
  },
  maxvalue: {
    value: "largest value",
    unexpected: "larger numbers",
    harm: "Where it has room for the old limit only it shows them wrongly or fails.",
    qualifier: "MaxValue",
    loose: 5000,
    tight: 3000,
    declaration: "uint32 Speed;",
  },
  minvalue: {
    value: "smallest value",
    unexpected: "smaller numbers",
    harm: "Where it counts on the old limit it goes wrong: it divides by zero, for example.",
    qualifier: "MinValue",
    loose: 0,
    tight: 500,
    declaration: "uint32 Speed;",
  },
};

export const limitPages: RulePages<LimitRules> = {
  "maxlen-decreased": tightened("maxlen", "decreased"),
  "maxlen-decreased-input": tightenedInput("maxlen", "decreased"),
  "maxlen-increased": loosened("maxlen", "increased"),
  "minlen-increased": tightened("minlen", "increased"),
  "minlen-increased-input": tightenedInput("minlen", "increased"),
  "minlen-decreased": loosened("minlen", "decreased"),
  "maxvalue-decreased": tightened("maxvalue", "decreased"),
  "maxvalue-decreased-input": tightenedInput("maxvalue", "decreased"),
  "maxvalue-increased": loosened("maxvalue", "increased"),
  "minvalue-increased": tightened("minvalue", "increased"),
  "minvalue-increased-input": tightenedInput("minvalue", "increased"),
  "minvalue-decreased": loosened("minvalue", "decreased"),
  "min-increased": {
    title: "The least number of references increased",
    why: "An old client that leaves the other end out, or removes the last association, is refused now. Providers have to see to it that enough instances are associated.",
    compatible:
      "Make the providers associate enough instances first, and raise the number with the next major version.",
    old: associated("[Key] ACME_Fan REF Fan;"),
    new: associated("[Key, Min(1)] ACME_Fan REF Fan;"),
  },
  "min-decreased": {
    title: "The least number of references decreased",
    why: "An old client takes it for granted that something is at the other end. It may find nothing there now.",
    compatible:
      "Go on to associate as many instances as before wherever there are that many, and announce the change.",
    old: associated("[Key, Min(1)] ACME_Fan REF Fan;"),
    new: associated("[Key] ACME_Fan REF Fan;"),
  },
  "max-increased": {
    title: "The greatest number of references increased",
    why: "An old client that expects one instance at the other end, and takes the first, overlooks the others.",
    compatible: "Go on to associate few instances where old clients look, and announce the change.",
    old: associated("[Key, Max(1)] ACME_Fan REF Fan;"),
    new: associated("[Key] ACME_Fan REF Fan;"),
  },
  "max-decreased": {
    title: "The greatest number of references decreased",
    why: "An old client that associates more instances is refused now. Providers that have more have to give some up.",
    compatible: "Add another association with the lower number, and deprecate this one.",
    old: associated("[Key] ACME_Fan REF Fan;"),
    new: associated("[Key, Max(1)] ACME_Fan REF Fan;"),
  },
};

function tightened(name: LimitName, verb: string): RulePage {
  const { value } = limits[name];
  return {
    title: `The ${value} that is read ${verb}`,
    why: "Whoever reads gets values that were allowed before too. A provider that still answers with a value beyond the new limit breaks the schema.",
    compatible: "Make sure that all providers keep the new limit before you promise it.",
    ...example(name, "", "tight"),
  };
}

function tightenedInput(name: LimitName, verb: string): RulePage {
  const { value } = limits[name];
  return {
    title: `The ${value} that is written ${verb}`,
    why: "The generated types do not know limits, so code still compiles. An old client that writes a value which was allowed before is refused, and providers have to refuse it.",
    compatible:
      "Go on to accept what was accepted before, or add another property with the new limit.",
    ...example(name, "Write", "tight"),
  };
}

function loosened(name: LimitName, verb: string): RulePage {
  const { value, unexpected, harm } = limits[name];
  return {
    title: `The ${value} ${verb}`,
    why: `An old client may be given ${unexpected} than it has been promised. ${harm}`,
    compatible:
      "Answer with values within the old limit until clients know the new one. For those who write values nothing changes.",
    ...example(name, "", "loose"),
  };
}

function example(name: LimitName, access: string, now: "loose" | "tight"): Example {
  const { qualifier, loose, tight, declaration } = limits[name];
  const [before, after] = now === "tight" ? [loose, tight] : [tight, loose];
  const [old, changed] = [before, after].map((limit) =>
    [...(access === "" ? [] : [access]), `${qualifier}(${limit})`].join(", "),
  );
  return qualified(old ?? "", changed ?? "", declaration);
}
