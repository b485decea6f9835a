import type { CimClass, DeclaredType, Qualifiers } from "../../schema.ts";
import type { Element } from "./subject.ts";

/** The type that qualifiers of an element speak of: a method's is what it returns. */
export function elementTypeOf(element: Element): DeclaredType | undefined {
  switch (element.kind) {
    case "class":
      return undefined;
    case "property":
      return element.property.declaredType;
    case "method":
      return element.method.returns?.declaredType;
    case "parameter":
      return element.parameter.declaredType;
  }
}

/** The class that an element is or stands in. */
export function ownerOf(element: Element): CimClass {
  switch (element.kind) {
    case "class":
      return element.cls;
    case "property":
    case "method":
      return element.owner.cls;
    case "parameter":
      return element.owner.owner.cls;
  }
}

/** The qualifiers in effect at an element. */
export function qualifiersOfElement(element: Element): Qualifiers {
  switch (element.kind) {
    case "class":
      return element.cls.qualifiers;
    case "property":
      return element.property.qualifiers;
    case "method":
      return element.method.qualifiers;
    case "parameter":
      return element.parameter.qualifiers;
  }
}
