import type { CimClass } from "../model/index.ts";

/** Other compilers want a superclass before its subclasses; the rest of the order stays. */
export function superclassesFirst(classes: readonly CimClass[]): ReadonlySet<CimClass> {
  const named = new Map(classes.map((cls) => [cls.name.toLowerCase(), cls]));
  const ordered = new Set<CimClass>();
  for (const cls of classes) {
    const chain = new Set<CimClass>();
    for (
      let next: CimClass | undefined = cls;
      next && !ordered.has(next) && !chain.has(next);
      next = named.get(next.superclassName?.toLowerCase() ?? "")
    ) {
      chain.add(next);
    }
    for (const step of [...chain].reverse()) ordered.add(step);
  }
  return ordered;
}
