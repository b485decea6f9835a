/** Questions about a class and what stands above it. */
import type { CimClass } from "./schema.ts";

/** Whether every class above is known, so that what is missing is missing. */
export function isComplete(cls: CimClass): boolean {
  let last = cls;
  while (last.superclass) last = last.superclass;
  return last.superclassName === undefined;
}

/** Whether what is known of a class comes from the built-in ones of WMI, of which not every property is documented. */
export function isBuiltIn(cls: CimClass): boolean {
  for (let next: CimClass | undefined = cls; next; next = next.superclass) {
    if (next.builtin) return true;
  }
  return false;
}

/** Whether a class is another or stands below it. */
export function isA(cls: CimClass, ancestor: CimClass): boolean {
  for (let next: CimClass | undefined = cls; next; next = next.superclass) {
    if (next === ancestor) return true;
  }
  return false;
}
