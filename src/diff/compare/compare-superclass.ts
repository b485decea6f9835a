import type { CimClass } from "../../model/index.ts";
import type { Report } from "../finding.ts";
import type { ClassPair } from "./pair-classes.ts";

/**
 * What a class inherits from. A chain that holds the old one is longer; one that the old one
 * holds is shorter; anything else is another.
 */
export function compareSuperclass({ before, after }: ClassPair, report: Report): void {
  const [direct, directNow] = [before.superclassName, after.superclassName];
  if (direct?.toLowerCase() === directNow?.toLowerCase()) return;
  const [was, is] = [chainOf(before), chainOf(after)];
  const [oldKeys, newKeys] = [was, is].map((chain) => chain.map((name) => name.toLowerCase()));
  if (isWithin(oldKeys ?? [], newKeys ?? [])) {
    report("superclass-inserted", { value: without(is, was) });
  } else if (isWithin(newKeys ?? [], oldKeys ?? [])) {
    report("superclass-removed", { value: without(was, is) });
  } else {
    report("superclass-replaced", { before: direct ?? "nothing", after: directNow ?? "nothing" });
  }
}

/** Names of all classes above, the nearest first, and of the first that is not declared. */
function chainOf(cls: CimClass): readonly string[] {
  const names: string[] = [];
  for (let next: CimClass | undefined = cls; next; next = next.superclass) {
    const name = next.superclass?.name ?? next.superclassName;
    if (name !== undefined) names.push(name);
  }
  return names;
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const name of whole) if (name === part[found]) found += 1;
  return found === part.length;
}

function without(names: readonly string[], known: readonly string[]): string {
  const left = names.filter(
    (name) => !known.some((each) => each.toLowerCase() === name.toLowerCase()),
  );
  return left.join(" and ");
}
