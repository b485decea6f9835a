/** What can happen to a property. */
import {
  rule,
  type Changed,
  type Nothing,
  type Rule,
  type RuleCatalogue,
  type Stated,
} from "../rule.ts";
import { becomes, partBecomes, spelled } from "./sentences.ts";

export interface PropertyRules {
  readonly "property-added": Stated;
  readonly "property-added-key": Stated;
  readonly "property-added-required": Stated;
  readonly "property-removed": Stated;
  readonly "property-removed-key": Stated;
  readonly "property-moved-to-superclass": Stated;
  readonly "property-name-case-changed": Changed;
  readonly "property-type-widened": Changed;
  readonly "property-type-widened-to-64-bit": Changed;
  readonly "property-type-changed": Changed;
  readonly "property-arrayness-changed": Changed;
  readonly "property-array-size-changed": Changed;
  readonly "property-array-type-changed": Changed;
  readonly "reference-class-narrowed": Changed;
  readonly "reference-class-widened": Changed;
  readonly "reference-class-widened-writable": Changed;
  readonly "reference-class-unrelated": Changed;
  readonly "embedded-instance-class-changed": Changed;
  readonly "key-added": Nothing;
  readonly "key-removed": Nothing;
  readonly "write-added": Nothing;
  readonly "write-removed": Nothing;
  readonly "read-added": Nothing;
  readonly "read-removed": Nothing;
  readonly "propagated-changed": Changed;
  readonly "weak-changed": Changed;
}

/** What a property that is not propagated is propagated from. */
export const NOWHERE = "nothing";

export const propertyRules: RuleCatalogue<PropertyRules> = {
  "property-added": rule(
    ["s", "s", "s"],
    "minor",
    (subject, { value }) => `${subject} was added; it is ${value}`,
  ),
  "property-added-key": rule(
    ["B", "B", "B"],
    "major",
    (subject, { value }) => `the key ${subject} was added; it is ${value}`,
  ),
  "property-added-required": rule(
    ["B", "B", "B"],
    "major",
    (subject, { value }) => `${subject} was added; it is ${value} and has to be given a value`,
  ),
  "property-removed": rule(
    ["B", "B", "s"],
    "major",
    (subject, { value }) => `${subject} was removed; it was ${value}`,
  ),
  "property-removed-key": rule(
    ["B", "B", "B"],
    "major",
    (subject, { value }) => `the key ${subject} was removed; it was ${value}`,
  ),
  "property-moved-to-superclass": rule(
    ["s", "s", "s"],
    "minor",
    (subject, { value }) => `${subject} is inherited from ${value} now`,
  ),
  "property-name-case-changed": rule(["B", "s", "s"], "major", spelled),
  "property-type-widened": rule(["s", "W", "B"], "minor", becomes),
  "property-type-widened-to-64-bit": rule(
    ["B", "W", "B"],
    "major",
    (subject, changed) => `${becomes(subject, changed)}, which is a bigint in TypeScript`,
  ),
  "property-type-changed": rule(["B", "B", "B"], "major", becomes),
  "property-arrayness-changed": rule(["B", "B", "B"], "major", becomes),
  "property-array-size-changed": rule(["W", "B", "B"], "major", becomes),
  "property-array-type-changed": rule(["W", "B", "B"], "major", partBecomes("array type")),
  "reference-class-narrowed": rule(
    ["B", "B", "B"],
    "major",
    (subject, { before, after }) =>
      `${subject} refers to ${after} only, no longer to any ${before}`,
  ),
  "reference-class-widened": rule(["s", "W", "B"], "major", widened),
  "reference-class-widened-writable": rule(["B", "W", "B"], "major", widened),
  "reference-class-unrelated": rule(
    ["B", "B", "B"],
    "major",
    (subject, { before, after }) => `${subject} refers to ${after} instead of ${before}`,
  ),
  "embedded-instance-class-changed": rule(["B", "B", "B"], "major", becomes),
  "key-added": plain(["B", "B", "B"], "is a key now"),
  "key-removed": plain(["B", "B", "B"], "is no longer a key"),
  "write-added": plain(["s", "s", "B"], "can be written now", "minor"),
  "write-removed": plain(["B", "B", "s"], "can no longer be written"),
  "read-added": plain(["s", "s", "B"], "can be read now", "minor"),
  "read-removed": plain(["B", "B", "s"], "can no longer be read"),
  "propagated-changed": rule(["s", "B", "B"], "major", propagated),
  "weak-changed": rule(["s", "B", "B"], "major", becomes),
};

function widened(subject: string, { before, after }: Changed): string {
  return `${subject} refers to any ${after}, not only to ${before}`;
}

function propagated(subject: string, { before, after }: Changed): string {
  if (before === NOWHERE) return `${subject} is propagated from ${after} now`;
  if (after === NOWHERE) return `${subject} is no longer propagated from ${before}`;
  return `${subject} is propagated from ${after} instead of ${before}`;
}

function plain(
  letters: Parameters<typeof rule>[0],
  text: string,
  bump: Rule<Nothing>["bump"] = "major",
): Rule<Nothing> {
  return rule(letters, bump, (subject) => `${subject} ${text}`);
}
