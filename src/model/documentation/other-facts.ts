/** Facts of members that a page states otherwise than the source does, besides types and directions. */
import { isSet } from "../qualifiers.ts";
import type { CimClass, CimMethod, CimProperty, Qualifiers } from "../schema.ts";

/** Two statements about the same element, each of which goes on from its name. */
export interface DifferentFacts {
  readonly own: string;
  readonly other: string;
}

/** Whether it can be written, must have a value, and how long it may be. */
export function otherPropertyFacts(said: Qualifiers, property: CimProperty): DifferentFacts[] {
  const { writable, required, key } = property;
  const facts: DifferentFacts[] = [];
  const isAccessStated = [property.qualifiers, said].every(
    (each) => each.has("read") || each.has("write"),
  );
  // Nobody can write a key, whatever pages say of it.
  if (isAccessStated && !key && isSet(said, "write") !== writable) {
    const [can, cannot] = ["can be written", "cannot be written"];
    facts.push(writable ? { own: can, other: cannot } : { own: cannot, other: can });
  }
  if (isSet(said, "required") && !required && !key) {
    facts.push({ own: "may be null", other: "is required" });
  }
  const [own, other] = [property.qualifiers, said].map((each) => each.get("maxlen")?.value);
  if (isNumber(own) && isNumber(other) && BigInt(own) !== BigInt(other)) {
    facts.push({ own: `has at most ${own} characters`, other: `has at most ${other}` });
  }
  return facts;
}

/** Pages that say nothing of it do not say that a method is called on instances. */
export function otherMethodFacts(said: Qualifiers, method: CimMethod): DifferentFacts[] {
  if (!isSet(said, "static") || method.static || method.staticUnknown) return [];
  return [{ own: "is not static", other: "is" }];
}

/** Pages may name any class above. */
export function otherSuperclass(cls: CimClass, superclass: string): DifferentFacts | undefined {
  const wanted = superclass.toLowerCase();
  for (let next: CimClass | undefined = cls; next; next = next.superclass) {
    if (next.superclassName?.toLowerCase() === wanted) return undefined;
  }
  const own = cls.superclassName ?? "no class";
  return { own: `extends ${own}`, other: `extends ${superclass}` };
}

function isNumber(value: unknown): value is bigint | number {
  return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
}
