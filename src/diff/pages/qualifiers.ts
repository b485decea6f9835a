import type { QualifierRules } from "../catalogue/qualifiers.ts";
import { implementationPages } from "./implementation.ts";
import { inClass, qualified, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";
import { qualifierTypePages } from "./qualifier-types.ts";
import { textPages } from "./texts.ts";
import { versionPages } from "./versions.ts";

const deprecated: Example = {
  old: inClass("uint32 Rate;", "uint32 Speed;"),
  new: inClass("uint32 Rate;", '[Deprecated {"ACME_Fan.Rate"}] uint32 Speed;'),
};
const experimental = qualified("", "Experimental", "uint32 Speed;");
const other: Example = qualified("", "Counter", "uint32 Turns;");

export const qualifierPages: RulePages<QualifierRules> = {
  "deprecated-added": {
    title: "Something became deprecated",
    why: "It still works. Code that uses it is crossed out in editors, and a linter that forbids deprecated things fails.",
    compatible: "Nothing is to be done now. Say what takes its place, and keep that beside it.",
    ...deprecated,
  },
  "deprecated-removed": {
    title: "Something is no longer deprecated",
    why: "Who has used it may go on to do so. Nobody is hurt.",
    compatible: "Nothing is to be done.",
    ...reversed(deprecated),
  },
  "experimental-added": {
    title: "Something became experimental",
    why: "It still works, but what is experimental may change without a new major version. Code that relies on it relies on less than before.",
    compatible: "Mark as experimental what is new, and leave what has been promised as it is.",
    ...experimental,
  },
  "experimental-removed": {
    title: "Something is no longer experimental",
    why: "From now on it is promised to stay as it is. Nobody is hurt.",
    compatible: "Nothing is to be done.",
    ...reversed(experimental),
  },
  ...versionPages,
  ...textPages,
  ...implementationPages,
  "qualifier-added": {
    title: "A qualifier was added",
    why: "No other rule knows the qualifier, so types and messages on the wire are as before. Whoever gave it a meaning has to know what it means.",
    compatible: "Nothing is to be done, unless the qualifier asks something of somebody.",
    ...other,
  },
  "qualifier-removed": {
    title: "A qualifier was removed",
    why: "No other rule knows the qualifier, so types and messages on the wire are as before. A tool that looks for it finds it no longer.",
    compatible: "Nothing is to be done, unless a tool of yours reads the qualifier.",
    ...reversed(other),
  },
  "qualifier-changed": {
    title: "A qualifier has another value",
    why: "No other rule knows the qualifier, so types and messages on the wire are as before. A tool that reads it reads something else.",
    compatible: "Nothing is to be done, unless a tool of yours reads the qualifier.",
    ...qualified('Alias("Rate")', 'Alias("Velocity")', "uint32 Speed;"),
  },
  ...qualifierTypePages,
};
