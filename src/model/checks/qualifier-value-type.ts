import { typeTitle } from "../type-title.ts";
import type { Rule } from "./walk/rule.ts";
import { misfitsOf } from "./walk/misfits-of.ts";
import type { Misfit } from "./walk/misfit.ts";
import type { Place } from "./walk/subject.ts";
import { kindTitle } from "./walk/value-words.ts";

/** The value of a qualifier is of its declared type (DSP0004 5.6.1.1); in WMI the value makes the type. */
export const qualifierValueType: Rule = {
  codes: ["qualifier-value-type"],
  qualifier({ place, node, name, type }) {
    if (!type || !node.value || place.lenient || EITHER.has(name)) return;
    const wanted = { name: type.type, array: type.array, reference: false };
    const [misfit] = misfitsOf(node.value, { type: wanted, embedded: false });
    if (!misfit) return;
    const sentence = { name: type.name, type: typeTitle(wanted), found: found(place, misfit) };
    place.report("qualifier-value-type", sentence, misfit.value);
  },
};

/** A number in the documentation and `"ms_409"` in Windows' own files; one event or several. */
const EITHER: ReadonlySet<string> = new Set(["locale", "eventtype", "eventtypename"]);

function found({ source }: Place, misfit: Misfit): string {
  switch (misfit.kind) {
    case "out-of-range":
    case "rounded":
      return source.text.slice(misfit.value.start, misfit.value.end);
    case "too-many":
      return `an array of ${misfit.count}`;
    default:
      return kindTitle(misfit.value);
  }
}
