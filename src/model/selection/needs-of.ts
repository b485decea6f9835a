import { findClass } from "../find-class.ts";
import type { CimClass, CimMethod, CimType, Schema } from "../schema.ts";
import type { Naming, Through } from "./selection.ts";

/** A class that another one needs, and where that names it. */
export interface Need {
  readonly cls: CimClass;
  readonly through: Through;
}

/**
 * The classes that a class names itself: its superclass, and those that its own members refer
 * to or hold. What it inherits is the superclass's need. Value maps are declared by the class
 * or by one above it.
 */
export function needsOf(cls: CimClass, schema: Schema): readonly Need[] {
  const needs: Need[] = [];
  if (cls.superclass) needs.push({ cls: cls.superclass, through: { kind: "superclass" } });
  const add = (type: CimType | undefined, through: (as: Naming) => Through): void => {
    if (type?.kind !== "reference" && type?.kind !== "embedded-instance") return;
    const named = type.className && findClass(schema, cls.namespace, type.className);
    if (named) needs.push({ cls: named, through: through(type.kind) });
  };
  for (const { name, type } of cls.ownProperties) {
    add(type, (as) => ({ kind: "property", member: name, as }));
  }
  for (const method of cls.ownMethods) addNeeds(method, add);
  return needs;
}

function addNeeds(
  { name: member, returns, parameters }: CimMethod,
  add: (type: CimType | undefined, through: (as: Naming) => Through) => void,
): void {
  add(returns?.type, (as) => ({ kind: "return-value", member, as }));
  for (const { name: parameter, type } of parameters) {
    add(type, (as) => ({ kind: "parameter", member, parameter, as }));
  }
}
