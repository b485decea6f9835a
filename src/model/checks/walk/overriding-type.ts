import type { CimClass, CimType, DeclaredType } from "../../schema.ts";
import { isA, isComplete } from "../../lineage.ts";

/** An element's type, as declared and as meant. */
export interface Typed {
  readonly declaredType: DeclaredType;
  readonly type: CimType;
}

/** Whether an overriding element has the inherited type; which class it refers to or holds is not looked at. */
export function sameType(own: Typed, inherited: Typed): boolean {
  const [left, right] = [own.declaredType, inherited.declaredType];
  if (!sameArray(left.array, right.array) || left.reference !== right.reference) return false;
  if (left.reference || left.name.toLowerCase() === right.name.toLowerCase()) return true;
  // An instance is held by a string with EmbeddedInstance, or in WMI by the class itself.
  return holdsObject(own.type) && holdsObject(inherited.type);
}

function sameArray(own: boolean | number, inherited: boolean | number): boolean {
  if (typeof own === "number" && typeof inherited === "number") return own === inherited;
  return (own === false) === (inherited === false);
}

function holdsObject({ kind }: CimType): boolean {
  return kind === "embedded-object" || kind === "embedded-instance";
}

/** A type, and the namespace in which it names classes. */
export interface TypeThere {
  readonly type: CimType;
  readonly namespace: string;
}

/**
 * The classes of two elements that refer to or hold instances, when the overriding one's
 * is none of the inherited one's. Of a class that is not known whole nothing is said.
 */
export function unrelatedTargets(
  own: TypeThere,
  inherited: TypeThere,
  classNamed: (namespace: string, name: string) => CimClass | undefined,
): { readonly own: CimClass; readonly inherited: CimClass } | undefined {
  const [left, right] = [own, inherited].map(({ type, namespace }) => {
    const name = "className" in type ? type.className : undefined;
    return name === undefined ? undefined : classNamed(namespace, name);
  });
  if (!left || !right || !isComplete(left) || isA(left, right)) return undefined;
  return { own: left, inherited: right };
}
