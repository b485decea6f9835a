import { typeTitle } from "../type-title.ts";
import type { Misfit } from "./walk/misfit.ts";
import type { Rule } from "./walk/rule.ts";
import type { TypedValue } from "./walk/subject.ts";
import { kindTitle } from "./walk/value-words.ts";

/** A default or a value in an instance is one of the declared type (DSP0004 5.2, annex A). */
export const valueOfItsType: Rule = {
  codes: [
    "value-of-another-type",
    "value-in-another-form",
    "value-out-of-range",
    "value-with-another-sign",
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
  const { report, lenient } = place;
  const { value } = misfit;
  const title = titleOf();
  const written = place.source.text.slice(value.start, value.end);
  const scalar = { title, type: type.name };
  const whole = { title, type: typeTitle(type) };
  switch (misfit.kind) {
    case "another-type":
      report("value-of-another-type", { ...whole, found: kindTitle(value) }, value);
      break;
    case "another-form":
      // Windows' own files write "TRUE"; so WMI takes numbers as texts, and the other way round.
      if (!lenient) report("value-in-another-form", { ...whole, found: kindTitle(value) }, value);
      break;
    case "out-of-range": {
      if (misfit.wrapped !== undefined && place.analysis.dialectOf(place.source) === "wmi") {
        const wrapped = String(misfit.wrapped);
        report("value-with-another-sign", { ...scalar, value: written, wrapped }, value);
        break;
      }
      const { smallest, largest } = misfit.range;
      const range = { smallest: String(smallest), largest: String(largest) };
      report("value-out-of-range", { ...scalar, value: written, ...range }, value);
      break;
    }
    case "rounded":
      // WMI writes 5.0 and 5 alike.
      if (lenient && Number.isInteger(misfit.number)) break;
      report("real-for-integer", { ...whole, value: written }, value);
      break;
    case "number-for-boolean":
      if (!lenient) report("number-for-boolean", { title }, value);
      break;
    case "several-characters":
      report("several-characters", { title }, value);
      break;
    case "no-datetime":
      report(
        "malformed-datetime",
        { title, value: value.kind === "string" ? value.value : written },
        value,
      );
      break;
    case "array-for-scalar":
      report("array-for-scalar", whole, value);
      break;
    case "scalar-for-array":
      // WMI takes a lone value for an array of one.
      if (!lenient) report("scalar-for-array", whole, value);
      break;
    case "too-many":
      report("too-many-elements", { ...whole, count: misfit.count }, value);
  }
}
