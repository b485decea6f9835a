import type { CimMethod } from "../../model/index.ts";
import { isSet } from "../../model/qualifiers.ts";
import type { Report } from "../finding.ts";
import { returnWords } from "../words.ts";
import { compareElement, type ElementSide } from "./compare-element.ts";

const OUT = { input: false, output: true };

/** A method that both sides have, besides its parameters. */
export function compareMethod(before: CimMethod, after: CimMethod, report: Report): void {
  const known = !before.staticUnknown && !after.staticUnknown;
  if (known && before.static !== after.static) {
    report("method-static-changed", { before: callee(before), after: callee(after) });
  }
  const [was, is] = [returnWords(before), returnWords(after)];
  if (was.toLowerCase() !== is.toLowerCase()) {
    report("return-type-changed", { before: was, after: is });
  }
  compareElement(sideOf(before), sideOf(after), { before: OUT, after: OUT }, report);
}

function callee(method: CimMethod): string {
  return method.static ? "the class" : "an instance";
}

function sideOf({ qualifiers, returns }: CimMethod): ElementSide {
  const required = isSet(qualifiers, "required");
  return { qualifiers, values: returns?.values, required, type: returns?.type };
}
