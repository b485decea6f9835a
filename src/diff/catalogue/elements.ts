/** What can happen to a property, a parameter or what a method returns alike. */
import {
  rule,
  type Bump,
  type Changed,
  type Nothing,
  type Rule,
  type RuleCatalogue,
  type Stated,
} from "../rule.ts";
import { becomes, partBecomes } from "./sentences.ts";

export interface ElementRules {
  readonly "embedded-object-to-instance": Changed;
  readonly "embedded-instance-to-object": Changed;
  readonly "octetstring-added": Nothing;
  readonly "octetstring-removed": Nothing;
  readonly "embeddedobject-added": Nothing;
  readonly "embeddedobject-removed": Nothing;
  readonly "embeddedinstance-added": Stated;
  readonly "embeddedinstance-removed": Stated;
  readonly "required-added-input": Nothing;
  readonly "required-added-output": Nothing;
  readonly "required-removed-input": Nothing;
  readonly "required-removed-output": Nothing;
  readonly "default-added": Stated;
  readonly "default-added-input": Stated;
  readonly "default-removed": Stated;
  readonly "default-removed-input": Stated;
  readonly "default-changed": Changed;
  readonly "default-changed-input": Changed;
  readonly "override-added": Nothing;
  readonly "override-removed": Nothing;
  readonly "units-added": Stated;
  readonly "units-removed": Stated;
  readonly "units-changed": Changed;
  readonly "punit-added": Stated;
  readonly "punit-removed": Stated;
  readonly "punit-changed": Changed;
  readonly "ispunit-changed": Changed;
}

export const elementRules: RuleCatalogue<ElementRules> = {
  "embedded-object-to-instance": rule(["B", "B", "B"], "major", becomes),
  "embedded-instance-to-object": rule(["B", "B", "B"], "major", becomes),
  "octetstring-added": encoding("is an octet string now, no longer numbers"),
  "octetstring-removed": encoding("is no longer an octet string but numbers"),
  "embeddedobject-added": encoding("holds an object now, no longer text"),
  "embeddedobject-removed": encoding("no longer holds an object but text"),
  "embeddedinstance-added": embedded("holds an instance of", "now, no longer text"),
  "embeddedinstance-removed": embedded("no longer holds an instance of", "but text"),
  "required-added-input": rule(["B", "B", "s"], "major", (subject) => `${subject} is required now`),
  "required-added-output": rule(
    ["s", "s", "B"],
    "minor",
    (subject) => `${subject} is never null any more`,
  ),
  "required-removed-input": rule(
    ["s", "s", "W"],
    "minor",
    (subject) => `${subject} is no longer required`,
  ),
  "required-removed-output": rule(
    ["B", "B", "s"],
    "major",
    (subject) => `${subject} may be null now`,
  ),
  "default-added": defaultAdded("patch"),
  "default-added-input": defaultAdded("minor"),
  "default-removed": defaultRemoved("patch"),
  "default-removed-input": defaultRemoved("minor"),
  "default-changed": defaultChanged("patch"),
  "default-changed-input": defaultChanged("minor"),
  "override-added": rule(
    ["s", "s", "W"],
    "patch",
    (subject) => `${subject} overrides what it inherits now`,
  ),
  "override-removed": rule(
    ["W", "s", "W"],
    "patch",
    (subject) => `${subject} no longer overrides what it inherits`,
  ),
  "units-added": unitAdded("unit"),
  "units-removed": unitRemoved("unit"),
  "units-changed": unitChanged("unit"),
  "punit-added": unitAdded("programmatic unit"),
  "punit-removed": unitRemoved("programmatic unit"),
  "punit-changed": unitChanged("programmatic unit"),
  "ispunit-changed": rule(["s", "B", "B"], "major", becomes),
};

function encoding(text: string): Rule<Nothing> {
  return rule(["B", "B", "B"], "major", (subject) => `${subject} ${text}`);
}

function embedded(start: string, end: string): Rule<Stated> {
  return rule(
    ["B", "B", "B"],
    "major",
    (subject, { value }) => `${subject} ${start} ${value} ${end}`,
  );
}

function defaultAdded(bump: Bump): Rule<Stated> {
  return rule(
    ["s", "W", "W"],
    bump,
    (subject, { value }) => `${subject} has the default ${value} now`,
  );
}

function defaultRemoved(bump: Bump): Rule<Stated> {
  return rule(
    ["s", "W", "W"],
    bump,
    (subject, { value }) => `${subject} no longer has the default ${value}`,
  );
}

function defaultChanged(bump: Bump): Rule<Changed> {
  return rule(["s", "W", "W"], bump, partBecomes("default"));
}

function unitAdded(what: string): Rule<Stated> {
  return rule(
    ["s", "W", "W"],
    "minor",
    (subject, { value }) => `the ${what} of ${subject} is said to be ${value} now`,
  );
}

function unitRemoved(what: string): Rule<Stated> {
  return rule(
    ["s", "W", "W"],
    "minor",
    (subject, { value }) => `the ${what} of ${subject} is no longer said; it was ${value}`,
  );
}

function unitChanged(what: string): Rule<Changed> {
  return rule(["s", "B", "B"], "major", partBecomes(what));
}
