/** What can happen to named values (`ValueMap`, `Values`) and named bits (`BitMap`, `BitValues`). */
import {
  rule,
  type Changed,
  type Nothing,
  type Rule,
  type RuleCatalogue,
  type Stated,
} from "../rule.ts";

/** An entry whose key or label has changed. */
export interface ChangedEntry extends Changed {
  /** The key of a renamed value, the label of a reassigned one. */
  readonly entry: string;
}

/** What the ids of the rules begin with. */
export type MapWord = "valuemap" | "bitmap";

interface Shared {
  readonly "entry-added": Stated;
  readonly "entry-added-input": Stated;
  readonly "entry-added-inout": Stated;
  readonly "entry-removed": Stated;
  readonly "entry-removed-input": Stated;
  readonly "value-renamed": ChangedEntry;
  readonly "value-reassigned": ChangedEntry;
  readonly "range-changed": Changed;
  readonly added: Nothing;
  readonly removed: Nothing;
}

type Prefixed<W extends MapWord> = {
  readonly [R in keyof Shared as `${W}-${R}`]: Shared[R];
};

export type ValueMapRules = Prefixed<"valuemap"> & Prefixed<"bitmap">;

const added = { value: entryAdded("value"), bit: entryAdded("bit") };
const removed = { value: entryRemoved("value"), bit: entryRemoved("bit") };

export const valueMapRules: RuleCatalogue<ValueMapRules> = {
  "valuemap-entry-added": rule(["s", "W", "s"], "minor", added.value),
  "valuemap-entry-added-input": rule(["s", "s", "W"], "minor", added.value),
  "valuemap-entry-added-inout": rule(["s", "W", "W"], "minor", added.value),
  "valuemap-entry-removed": rule(["B", "W", "W"], "major", removed.value),
  "valuemap-entry-removed-input": rule(["B", "B", "W"], "major", removed.value),
  "valuemap-value-renamed": renamed("value"),
  "valuemap-value-reassigned": reassigned(),
  "valuemap-range-changed": range("values"),
  "valuemap-added": mapAdded("values"),
  "valuemap-removed": mapRemoved("values"),
  "bitmap-entry-added": rule(["s", "W", "s"], "minor", added.bit),
  "bitmap-entry-added-input": rule(["s", "s", "W"], "minor", added.bit),
  "bitmap-entry-added-inout": rule(["s", "W", "W"], "minor", added.bit),
  "bitmap-entry-removed": rule(["B", "W", "W"], "major", removed.bit),
  "bitmap-entry-removed-input": rule(["B", "B", "W"], "major", removed.bit),
  "bitmap-value-renamed": renamed("bit"),
  "bitmap-value-reassigned": reassigned(),
  "bitmap-range-changed": range("bits"),
  "bitmap-added": mapAdded("bits"),
  "bitmap-removed": mapRemoved("bits"),
};

function entryAdded(what: string): Rule<Stated>["message"] {
  return (subject, { value }) => `${subject} has the new ${what} ${value}`;
}

function entryRemoved(what: string): Rule<Stated>["message"] {
  return (subject, { value }) => `${subject} no longer has the ${what} ${value}`;
}

function renamed(what: string): Rule<ChangedEntry> {
  return rule(
    ["B", "s", "s"],
    "major",
    (subject, { entry, before, after }) =>
      `the ${what} ${entry} of ${subject} ${namedWords("was", before)} and ${namedWords("is", after)}`,
  );
}

function namedWords(verb: "was" | "is", name: string): string {
  if (name !== "") return `${verb} named ${name}`;
  return verb === "was" ? "had no name" : "has no name";
}

function reassigned(): Rule<ChangedEntry> {
  return rule(
    ["B", "B", "B"],
    "major",
    (subject, { entry, before, after }) =>
      `${entry} of ${subject} meant ${before} and means ${after}`,
  );
}

function range(what: string): Rule<Changed> {
  return rule(
    ["s", "W", "W"],
    "patch",
    (subject, { before, after }) =>
      `a range of ${what} of ${subject} was ${before} and is ${after}`,
  );
}

function mapAdded(what: string): Rule<Nothing> {
  return rule(["W", "s", "s"], "minor", (subject) => `the ${what} of ${subject} have names now`);
}

function mapRemoved(what: string): Rule<Nothing> {
  return rule(
    ["B", "s", "s"],
    "major",
    (subject) => `the ${what} of ${subject} no longer have names`,
  );
}
