import { diagnose, type Diagnostic, hasErrors, type Outcome } from "../../diagnostics/index.ts";
import type { CimClass, Schema } from "../schema.ts";
import { needsOf } from "./needs-of.ts";
import { classPattern, namespacePattern, type Pattern } from "./pattern.ts";
import type { NeededClass, SelectedSchema, Selection, SelectionReason } from "./selection.ts";
import { sliceOf } from "./slice.ts";
import { matchedBy, type Patterns, unmatched } from "./unmatched.ts";

/**
 * The classes that are wanted, with all that they need: superclasses, and classes that a
 * property, a parameter or a return value refers to or embeds. An excluded class that is
 * needed stays, and is said to.
 *
 * @returns with errors when a pattern or a namespace selects nothing
 */
export function selectClasses(schema: Schema, selection: Selection): Outcome<SelectedSchema> {
  const { include = [], exclude = [], namespaces = [] } = selection;
  const patterns: Patterns = {
    include: include.map(classPattern),
    exclude: exclude.map(classPattern),
    namespaces: namespaces.map(namespacePattern),
  };
  const wrong = [...unmatched(patterns, schema.classes)];
  const reasons = selectedBy(patterns, schema.classes);
  const empty = reasons.size === 0 && schema.classes.length > 0 && !hasErrors(wrong);
  if (empty) wrong.push(diagnose("nothing-selected", { patterns: exclude }));
  if (reasons.size < schema.classes.length) addNeeded(reasons, schema, patterns.exclude);
  const all = schema.classes.flatMap((cls) => reasons.get(cls) ?? []);
  return {
    value: { schema: sliceOf(schema, new Set(reasons.keys())), reasons: all },
    diagnostics: [...wrong, ...all.flatMap(excludedButNeeded)],
  };
}

function selectedBy(
  { include, exclude, namespaces }: Patterns,
  classes: readonly CimClass[],
): Map<CimClass, SelectionReason> {
  const isExcluded = matchedBy(exclude);
  const reasons = new Map<CimClass, SelectionReason>();
  const textsFor = (patterns: readonly Pattern[], cls: CimClass): readonly string[] =>
    patterns.filter(({ matches }) => matches(cls)).map(({ text }) => text);
  for (const cls of classes) {
    const where = textsFor(namespaces, cls);
    const what = textsFor(include, cls);
    if (namespaces.length > 0 && where.length === 0) continue;
    if (include.length > 0 && what.length === 0) continue;
    if (isExcluded(cls)) continue;
    reasons.set(cls, { kind: "selected", cls, patterns: include.length > 0 ? what : where });
  }
  return reasons;
}

/** A map that grows while it is walked is walked to its end: what is nearest is found first. */
function addNeeded(
  reasons: Map<CimClass, SelectionReason>,
  schema: Schema,
  exclude: readonly Pattern[],
): void {
  for (const by of reasons.keys()) {
    for (const { cls, through } of needsOf(by, schema)) {
      if (reasons.has(cls)) continue;
      const excludedBy = exclude.find(({ matches }) => matches(cls))?.text;
      const reason: NeededClass = { kind: "needed", cls, by, through };
      reasons.set(cls, excludedBy === undefined ? reason : { ...reason, excludedBy });
    }
  }
}

function excludedButNeeded(reason: SelectionReason): Diagnostic[] {
  if (reason.kind === "selected" || reason.excludedBy === undefined) return [];
  const { cls, by, through, excludedBy } = reason;
  const sentence = { name: cls.name, pattern: excludedBy, by: by.name, ...through };
  return [diagnose("excluded-class-needed", sentence)];
}
