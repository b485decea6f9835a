import type { CimClass, CimType, DeclaredType } from "../../schema.ts";
import { isA, isComplete } from "./lineage.ts";

/** An element's type, as declared and as meant. */
export interface Typed {
  readonly declaredType: DeclaredType;
  readonly type: CimType;
}

/**
 * Whether a type may take the place of an inherited one: it is the same, or names a
 * subclass of what that refers to or holds (DSP0004 5.6.3.34).
 *
 * @param classNamed - finds a class; what it does not find is not objected to
 */
export function narrows(
  own: Typed,
  inherited: Typed,
  classNamed: (name: string) => CimClass | undefined,
): boolean {
  if (!sameArray(own.declaredType.array, inherited.declaredType.array)) return false;
  const [left, right] = [heldBy(own), heldBy(inherited)];
  if (left?.kind !== right?.kind) return false;
  if (left && right) return isBelow(left.className, right.className, classNamed);
  return own.declaredType.name.toLowerCase() === inherited.declaredType.name.toLowerCase();
}

function sameArray(own: boolean | number, inherited: boolean | number): boolean {
  if (typeof own === "number" && typeof inherited === "number") return own === inherited;
  return (own === false) === (inherited === false);
}

/** What stands for a class; a string that holds an instance may be declared as one. */
function heldBy({ declaredType, type }: Typed): { kind: string; className?: string } | undefined {
  if (declaredType.reference) return { kind: "reference", className: declaredType.name };
  if (type.kind === "embedded-object") return { kind: "instance" };
  if (type.kind === "embedded-instance") return { kind: "instance", className: type.className };
  return undefined;
}

function isBelow(
  own: string | undefined,
  inherited: string | undefined,
  classNamed: (name: string) => CimClass | undefined,
): boolean {
  if (inherited === undefined || own?.toLowerCase() === inherited.toLowerCase()) return true;
  const ancestor = classNamed(inherited);
  const cls = own === undefined ? undefined : classNamed(own);
  return !ancestor || !cls || !isComplete(cls) || isA(cls, ancestor);
}
