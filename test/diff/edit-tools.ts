import { findQualifierType, usualFlavors } from "../../src/model/index.ts";
import type { CimConstant, CimParameter, CimProperty } from "../../src/model/index.ts";
import type { QualifierValue, Qualifiers } from "../../src/model/index.ts";
import type { RuleId } from "../../src/diff/index.ts";

/** An edit of something that a class declares itself. */
export interface Edit<T> {
  readonly rule: RuleId;
  /** The rule that finds the way back. */
  readonly back: RuleId;
  readonly applies: (element: T) => boolean;
  /** The element afterwards; nothing when it is gone. */
  readonly apply: (element: T) => T | undefined;
}

const nothing = { classes: [], instances: [], qualifierTypes: [] };

export function qualifier(name: string, value: CimConstant): QualifierValue {
  const array = Array.isArray(value);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const type =
    typeof first === "bigint" ? "uint32" : typeof first === "boolean" ? "boolean" : "string";
  const standard = findQualifierType(nothing, "", name);
  return { name, value, type, array, flavors: standard?.flavors ?? usualFlavors };
}

export function having<T extends { readonly qualifiers: Qualifiers }>(
  element: T,
  name: string,
  value: CimConstant,
): T {
  const qualifiers = new Map(element.qualifiers);
  qualifiers.set(name.toLowerCase(), qualifier(name, value));
  return { ...element, qualifiers };
}

export function lacks(
  element: { readonly qualifiers: Qualifiers },
  ...names: readonly string[]
): boolean {
  return names.every((name) => !element.qualifiers.has(name.toLowerCase()));
}

export function typed<T extends CimProperty | CimParameter>(element: T, name: string): T {
  return { ...element, declaredType: { ...element.declaredType, name } };
}

export function isPlain(
  { declaredType, qualifiers }: CimProperty | CimParameter,
  ...names: readonly string[]
): boolean {
  const { name, array, reference } = declaredType;
  const encoded = ["octetstring", "embeddedobject", "embeddedinstance", "subtype"];
  return (
    !reference &&
    array === false &&
    names.includes(name) &&
    encoded.every((each) => !qualifiers.has(each))
  );
}

/** A qualifier that is set where it was not, for a rule of each kind. */
export function marked<T extends { readonly qualifiers: Qualifiers }>(
  rule: RuleId,
  back: RuleId,
  name: string,
  value: CimConstant = true,
  applies: (element: T) => boolean = () => true,
): Edit<T> {
  return {
    rule,
    back,
    applies: (element) => lacks(element, name) && applies(element),
    apply: (element) => having(element, name, value),
  };
}
