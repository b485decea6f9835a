import type { ElementRules } from "../catalogue/elements.ts";
import { qualified, reversed, type Example } from "./mof.ts";
import type { RulePage, RulePages } from "./page.ts";

/** The two ways to say a unit: for people and for programs. */
interface Unit {
  readonly name: string;
  readonly reader: string;
  readonly added: Example;
  readonly changed: Example;
}

const forPeople: Unit = {
  name: "unit",
  reader: "Whoever reads the documentation",
  added: qualified("", 'Units("Hours")', "uint32 RunningTime;"),
  changed: qualified('Units("Hours")', 'Units("Seconds")', "uint32 RunningTime;"),
};

const forPrograms: Unit = {
  name: "programmatic unit",
  reader: "A program that converts values by their units",
  added: qualified("", 'PUnit("hour")', "uint32 RunningTime;"),
  changed: qualified('PUnit("hour")', 'PUnit("second")', "uint32 RunningTime;"),
};

/** Pages for what a number counts. */
export const unitPages: RulePages<
  Pick<ElementRules, Extract<keyof ElementRules, `${string}unit${string}`>>
> = {
  "units-added": added(forPeople),
  "units-removed": removed(forPeople),
  "units-changed": changed(forPeople),
  "punit-added": added(forPrograms),
  "punit-removed": removed(forPrograms),
  "punit-changed": changed(forPrograms),
  "ispunit-changed": {
    title: "A text became the name of a unit or is no longer one",
    why: "Types are as before, but the text says something else: old clients show it where they should convert by it, or the other way round. Providers have to write it in another form.",
    compatible: "Add a property for the unit under another name, and leave this one as it is.",
    ...qualified("", "IsPUnit", "string SpeedUnit;"),
  },
};

function added({ name, reader, added: example }: Unit): RulePage {
  return {
    title: `A ${name} was added`,
    why: `The type is as before. ${reader} learns what the number counts, and it is to be hoped that clients and providers have always counted that.`,
    compatible: "Make sure that all providers count in this unit already.",
    ...example,
  };
}

function removed({ name, reader, added: example }: Unit): RulePage {
  return {
    title: `A ${name} was removed`,
    why: `The type is as before. ${reader} no longer learns what the number counts, and may take it for something else.`,
    compatible: "Go on to count in the old unit, and say it in the description.",
    ...reversed(example),
  };
}

function changed({ name, changed: example }: Unit): RulePage {
  return {
    title: `A ${name} has changed`,
    why: "Code still compiles and is wrong: the same number means something else now. Old clients misread every value of a new provider, and nothing tells them.",
    compatible: "Add a property in the new unit under another name, and deprecate the old one.",
    ...example,
  };
}
