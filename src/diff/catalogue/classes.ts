/** What can happen to a class as a whole. */
import { rule, type Changed, type Nothing, type RuleCatalogue, type Stated } from "../rule.ts";
import { spelled } from "./sentences.ts";

export interface ClassRules {
  readonly "class-removed": Nothing;
  readonly "class-added": Nothing;
  readonly "class-name-case-changed": Changed;
  readonly "superclass-inserted": Stated;
  readonly "superclass-removed": Stated;
  readonly "superclass-replaced": Changed;
  readonly "class-abstract-added": Nothing;
  readonly "class-abstract-removed": Nothing;
  readonly "class-terminal-added": Nothing;
  readonly "class-terminal-removed": Nothing;
  readonly "association-added": Nothing;
  readonly "association-removed": Nothing;
  readonly "indication-added": Nothing;
  readonly "indication-removed": Nothing;
  readonly "singleton-added": Nothing;
  readonly "singleton-removed": Nothing;
}

export const classRules: RuleCatalogue<ClassRules> = {
  "class-removed": rule(["B", "B", "s"], "major", (subject) => `${subject} was removed`),
  "class-added": rule(["s", "s", "s"], "minor", (subject) => `${subject} was added`),
  "class-name-case-changed": rule(["B", "s", "s"], "major", spelled),
  "superclass-inserted": rule(
    ["s", "s", "W"],
    "minor",
    (subject, { value }) => `${subject} now inherits from ${value} too`,
  ),
  "superclass-removed": rule(
    ["B", "B", "B"],
    "major",
    (subject, { value }) => `${subject} no longer inherits from ${value}`,
  ),
  "superclass-replaced": rule(
    ["B", "B", "B"],
    "major",
    (subject, { before, after }) => `${subject} inherits from ${after} instead of ${before}`,
  ),
  "class-abstract-added": rule(
    ["W", "B", "B"],
    "major",
    (subject) => `${subject} is abstract now: it has no instances of its own`,
  ),
  "class-abstract-removed": rule(
    ["s", "s", "s"],
    "minor",
    (subject) => `${subject} is no longer abstract`,
  ),
  "class-terminal-added": rule(
    ["B", "s", "B"],
    "major",
    (subject) => `${subject} is terminal now: it may have no subclasses`,
  ),
  "class-terminal-removed": rule(
    ["s", "s", "s"],
    "minor",
    (subject) => `${subject} is no longer terminal`,
  ),
  "association-added": kind("is an association now"),
  "association-removed": kind("is no longer an association"),
  "indication-added": kind("is an indication now"),
  "indication-removed": kind("is no longer an indication"),
  "singleton-added": kind("is a singleton now: its only instance has no key"),
  "singleton-removed": kind("is no longer a singleton"),
};

function kind(text: string): RuleCatalogue<ClassRules>["association-added"] {
  return rule(["B", "B", "B"], "major", (subject) => `${subject} ${text}`);
}
