import type { Assignment } from "../../ast/index.ts";
import type { CimClass, CimProperty } from "../schema.ts";
import { isBuiltIn, isComplete } from "../lineage.ts";
import { nearest } from "./walk/nearest.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";
import type { AssignmentSubject, InstanceSubject } from "./walk/subject.ts";
import { because, locate } from "./walk/words.ts";

/** An instance assigns properties of its class, each once, and those that have to be (DSP0004 7.7). */
export const instanceProperties: Rule = {
  codes: [
    "unknown-instance-property",
    "property-assigned-twice",
    "missing-key",
    "missing-required",
  ],
  assignment: checkName,
  instance(subject) {
    reportRepeated(subject);
    reportMissing(subject);
  },
};

/** Properties that were reported: a list of instances has them all alike. */
const reported = perAnalysis(() => new Set<string>());

function checkName({ instance: { cls, place }, node, property }: AssignmentSubject): void {
  const name = node.name.text;
  // WMI's system properties belong to every class.
  if (property || !cls || name.startsWith("__") || !isComplete(cls)) return;
  const said = reported(place.analysis);
  const identity = `${cls.namespace}:${cls.name}.${name}`.toLowerCase();
  if (said.has(identity)) return;
  said.add(identity);
  const meant = nearest(
    place.analysis,
    name,
    cls.properties.map((each) => each.name),
  );
  if (meant === undefined && isBuiltIn(cls)) return;
  place.report("unknown-instance-property", { className: cls.name, name, meant }, node.name, [
    { message: "the class is declared here", location: cls.location },
  ]);
}

function reportRepeated({ place, node }: InstanceSubject): void {
  const seen = new Map<string, Assignment>();
  for (const assignment of node.assignments) {
    const { text, ...span } = assignment.name;
    const before = seen.get(text.toLowerCase());
    if (!before) {
      seen.set(text.toLowerCase(), assignment);
      continue;
    }
    const sentence = { className: node.className.text, name: text };
    const related = because("first assigned here", locate(place, before.name));
    place.report("property-assigned-twice", sentence, span, related);
  }
}

/** What an instance has to say, because the class has no default for it. */
interface Needed {
  readonly keys: readonly CimProperty[];
  readonly required: readonly CimProperty[];
}

const neededOf = perAnalysis(() => new WeakMap<CimClass, Needed>());

function needed({ cls, place }: InstanceSubject): Needed | undefined {
  if (!cls) return undefined;
  const known = neededOf(place.analysis);
  let found = known.get(cls);
  if (!found) {
    const bare = cls.properties.filter((property) => (property.default ?? null) === null);
    found = {
      keys: bare.filter(({ key }) => key),
      required: bare.filter(({ key, required }) => required && !key),
    };
    known.set(cls, found);
  }
  return found;
}

function reportMissing(subject: InstanceSubject): void {
  const { place, node, cls, nested } = subject;
  const wanted = needed(subject);
  if (!cls || !wanted) return;
  // What stands as a value has no identity and needs no key.
  const keys = nested ? [] : unassigned(wanted.keys, node.assignments);
  const names = unassigned(wanted.required, node.assignments);
  const className = cls.name;
  // WMI makes up keys of its own classes.
  if (keys.length > 0 && !isBuiltIn(cls))
    place.report("missing-key", { className, keys }, node.className);
  if (names.length > 0) place.report("missing-required", { className, names }, node.className);
}

function unassigned(
  properties: readonly CimProperty[],
  assignments: readonly Assignment[],
): readonly string[] {
  if (properties.length === 0) return [];
  const given = new Set(
    assignments
      .filter(({ value }) => value.kind !== "null")
      .map(({ name }) => name.text.toLowerCase()),
  );
  return properties.map(({ name }) => name).filter((name) => !given.has(name.toLowerCase()));
}
