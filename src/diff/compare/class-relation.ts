import { findClass, type Schema } from "../../model/index.ts";
import { isA } from "../../model/lineage.ts";

/** How a class that is named now stands to the one that was named before. */
export type ClassRelation = (before: string, after: string) => "narrowed" | "widened" | "unrelated";

/** Asks both schemas, since one of the two classes may be declared in only one of them. */
export function classRelation(old: Schema, now: Schema, namespace: string): ClassRelation {
  const isBelow = (lower: string, upper: string): boolean =>
    [now, old].some((schema) => {
      const [cls, ancestor] = [lower, upper].map((name) => findClass(schema, namespace, name));
      return cls !== undefined && ancestor !== undefined && isA(cls, ancestor);
    });
  return (before, after) => {
    if (isBelow(after, before)) return "narrowed";
    return isBelow(before, after) ? "widened" : "unrelated";
  };
}
