import type { CimClass } from "../../model/index.ts";
import { isSet } from "../../model/qualifiers.ts";
import { reporter, type Finding, type Report } from "../finding.ts";
import { compareQualifiers } from "./compare-qualifiers.ts";
import { compareSuperclass } from "./compare-superclass.ts";
import type { ClassPair } from "./pair-classes.ts";

/** What is said of a class itself, by how it goes on to its subclasses. */
export interface ClassFindings {
  /** Of this class alone. */
  readonly own: readonly Finding[];
  /** Of where it stands: so do all that stand below it. */
  readonly lineage: readonly Finding[];
  /** Of qualifiers that its subclasses inherit, unless they say something else. */
  readonly inherited: readonly Finding[];
}

/** Compares two classes without their members. */
export function compareClass(pair: ClassPair): ClassFindings {
  const { before, after } = pair;
  const own: Finding[] = [];
  const lineage: Finding[] = [];
  const inherited: Finding[] = [];
  const about = (list: Finding[]): Report =>
    reporter(list, { member: "", before, after, within: {} });
  if (before.name !== after.name) {
    about(own)("class-name-case-changed", { before: before.name, after: after.name });
  }
  if (before.abstract !== after.abstract) {
    about(own)(after.abstract ? "class-abstract-added" : "class-abstract-removed", {});
  }
  compareSuperclass(pair, about(lineage));
  compareKind(before, after, about(inherited));
  const all: Finding[] = [];
  compareQualifiers(before.qualifiers, after.qualifiers, about(all));
  for (const finding of all) (isOwn(finding) ? own : inherited).push(finding);
  return { own, lineage, inherited };
}

function compareKind(before: CimClass, after: CimClass, report: Report): void {
  if (before.association !== after.association) {
    report(after.association ? "association-added" : "association-removed", {});
  }
  if (before.indication !== after.indication) {
    report(after.indication ? "indication-added" : "indication-removed", {});
  }
  if (before.singleton !== after.singleton) {
    report(after.singleton ? "singleton-added" : "singleton-removed", {});
  }
  const [wasTerminal, isTerminal] = [before, after].map((cls) => isSet(cls.qualifiers, "terminal"));
  if (wasTerminal !== isTerminal) {
    report(isTerminal === true ? "class-terminal-added" : "class-terminal-removed", {});
  }
}

/** What is restricted to the class that says it (DSP0004 5.6.3). */
function isOwn({ rule }: Finding): boolean {
  return rule.startsWith("deprecated-") || rule.startsWith("experimental-");
}
