import type { Value } from "../../ast/index.ts";
import { type AliasesOfFile, aliasesOf, type DeclaredAlias } from "./walk/aliases.ts";
import { isA, isComplete } from "../lineage.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";
import type { TypedValue } from "./walk/subject.ts";
import { itemsOf } from "./walk/value-words.ts";
import { because, locate } from "./walk/words.ts";

const known = perAnalysis(aliasesOf);

/** An alias names one instance in each namespace, and one of the class that is wanted (DSP0004 7.8.1). */
export const aliases: Rule = {
  codes: ["duplicate-alias", "alias-of-another-class"],
  value(subject) {
    for (const item of itemsOf(subject.value)) {
      if (item.kind === "alias") checkClass(subject, item);
    }
  },
  whole(analysis, placeOf) {
    for (const [source, file] of known(analysis)) reportDuplicates(file, placeOf(source).report);
  },
};

function reportDuplicates(file: AliasesOfFile, report: TypedValue["place"]["report"]): void {
  for (const declared of file.values()) {
    // Files that fill several namespaces use the same aliases in each.
    const firsts = new Map<string, DeclaredAlias>();
    for (const other of declared) {
      const namespace = other.namespace.toLowerCase();
      const first = firsts.get(namespace);
      if (!first) {
        firsts.set(namespace, other);
        continue;
      }
      const { source, name } = first;
      const location = { source, span: { start: name.start, end: name.end } };
      const related = because("first declared here", location);
      report("duplicate-alias", { alias: other.name.text }, other.name, related);
    }
  }
}

function checkClass(
  { place, target, misfits, title }: TypedValue,
  item: Extract<Value, { kind: "alias" }>,
): void {
  if (misfits.length > 0 || target === undefined) return;
  const [declared, ...others] =
    known(place.analysis).get(place.source)?.get(item.text.toLowerCase()) ?? [];
  if (declared?.className === undefined || others.length > 0) return;
  const wanted = place.analysis.classNamed(declared.namespace, target);
  const cls = place.analysis.classNamed(declared.namespace, declared.className);
  if (!wanted || wanted.builtin || !cls || !isComplete(cls) || isA(cls, wanted)) return;
  const sentence = { title: title(), alias: item.text, className: cls.name, wanted: wanted.name };
  const related = because("the alias is declared here", locate(place, declared.name));
  place.report("alias-of-another-class", sentence, item, related);
}
