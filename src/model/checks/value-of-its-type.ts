import type { Misfit } from "./walk/misfit.ts";
import type { Rule } from "./walk/rule.ts";
import type { TypedValue } from "./walk/subject.ts";
import { kindTitle } from "./walk/value-words.ts";
import { typeTitle } from "./walk/words.ts";

/** A default or a value in an instance is one of the declared type (DSP0004 5.2, annex A). */
export const valueOfItsType: Rule = {
  codes: [
    "value-of-another-type",
    "value-out-of-range",
    "real-for-integer",
    "number-for-boolean",
    "several-characters",
    "malformed-datetime",
    "array-for-scalar",
    "scalar-for-array",
    "too-many-elements",
  ],
  value(subject) {
    for (const misfit of subject.misfits) reportMisfit(subject, misfit);
  },
};

function reportMisfit({ place, type, title: titleOf }: TypedValue, misfit: Misfit): void {
  const { report } = place;
  const { value } = misfit;
  const title = titleOf();
  const scalar = { title, type: type.name };
  const whole = { title, type: typeTitle(type) };
  switch (misfit.kind) {
    case "another-type":
      return report("value-of-another-type", { ...whole, found: kindTitle(value) }, value);
    case "out-of-range": {
      const { smallest, largest } = misfit.range;
      const range = { smallest: String(smallest), largest: String(largest) };
      return report("value-out-of-range", { ...scalar, value: misfit.written, ...range }, value);
    }
    case "rounded":
      return report("real-for-integer", { ...whole, value: misfit.written }, value);
    case "number-for-boolean":
      return report("number-for-boolean", { title }, value);
    case "several-characters":
      return report("several-characters", { title }, value);
    case "no-datetime":
      return report("malformed-datetime", { title, value: misfit.written }, value);
    case "array-for-scalar":
      return report("array-for-scalar", whole, value);
    case "scalar-for-array":
      // WMI takes a lone value for an array of one.
      return place.lenient ? undefined : report("scalar-for-array", whole, value);
    case "too-many":
      return report("too-many-elements", { ...whole, count: misfit.count }, value);
  }
}
