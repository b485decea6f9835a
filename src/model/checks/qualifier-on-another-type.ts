import type { DeclaredType } from "../schema.ts";
import { elementTypeOf, ownerOf } from "./walk/element.ts";
import { integerRange } from "../integer-range.ts";
import { typeTitle } from "../type-title.ts";
import type { Rule } from "./walk/rule.ts";
import type { Element, Place, QualifierUse } from "./walk/subject.ts";
import { titleOf } from "./walk/words.ts";

/** Some qualifiers speak of elements of certain types only (DSP0004 5.6.3). */
export const qualifierOnAnotherType: Rule = {
  codes: ["qualifier-on-another-type"],
  qualifiers: {
    minvalue: forTypes("numbers", isNumber),
    maxvalue: forTypes("numbers", isNumber),
    minlen: forTypes("strings", isText),
    maxlen: forTypes("strings", isText),
    arraytype: forTypes("arrays", ({ array }) => array !== false),
    bitmap: forTypes("integers", isInteger),
    bitvalues: forTypes("integers", isInteger),
    valuemap: forTypes("integers and strings", (type) => isInteger(type) || isText(type)),
    counter: forTypes("integers", isInteger),
    gauge: forTypes("integers", isInteger),
    embeddedinstance: forTypes("strings", isObject),
    embeddedobject: forTypes("strings", isObject),
    octetstring: forTypes(
      "arrays of uint8 or string",
      ({ name, array }) => array !== false && (name === "uint8" || name === "string"),
    ),
  },
};

function forTypes(
  wanted: string,
  fits: (type: DeclaredType) => boolean,
): (use: QualifierUse) => void {
  return ({ place, node, on }) => {
    const type = elementTypeOf(on);
    if (!type || node.value?.kind === "null" || isFalse(node.value)) return;
    // A type that nobody declares may be a number by another name.
    if (fits(type) || !isKnown(place, on, type)) return;
    const sentence = {
      title: titleOf(on),
      name: node.name.text,
      type: typeTitle(type),
      wanted,
    };
    place.report("qualifier-on-another-type", sentence, node.name);
  };
}

function isKnown({ analysis }: Place, on: Element, { name, reference }: DeclaredType): boolean {
  if (reference || INTRINSIC.test(name)) return true;
  return analysis.classNamed(ownerOf(on).namespace, name) !== undefined;
}

function isFalse(value: QualifierUse["node"]["value"]): boolean {
  return value?.kind === "boolean" && !value.value;
}

function isInteger({ name, reference }: DeclaredType): boolean {
  return !reference && integerRange(name) !== undefined;
}

function isNumber(type: DeclaredType): boolean {
  return isInteger(type) || type.name === "real32" || type.name === "real64";
}

/** Octets and characters count as text. */
function isText({ name, reference, array }: DeclaredType): boolean {
  return (
    !reference && (name === "string" || name === "char16" || (name === "uint8" && array !== false))
  );
}

/** In WMI the type may be the class itself. */
function isObject({ name, reference }: DeclaredType): boolean {
  return !reference && (name === "string" || !INTRINSIC.test(name));
}

const INTRINSIC = /^(?:boolean|[us]int\d+|real\d+|char16|string|datetime|object)$/;
