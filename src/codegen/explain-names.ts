import type { Schema } from "../model/index.ts";
import { enumerationMembers } from "./enumeration-members.ts";
import { ownEnumerations } from "./enumerations.ts";
import type { NameNote } from "./name-notes.ts";
import { labelOfClass, namesFor } from "./names.ts";

/**
 * Every name that generated code spells otherwise than the MOF, and why: classes and what
 * stands beside them, value maps and their values, files and folders. Labels of values count
 * when their words joined (`Powered On` as `PoweredOn`) are no name or no name of their own.
 * Names of properties, methods and parameters never differ; only a method `then` is left off.
 * What goes over the wire is always the MOF's own.
 *
 * @param schema - The schema that code is generated for.
 * @returns Names that are declared and those of files first, then values and methods; both in
 *   the order of the schema.
 */
export function explainNames(schema: Schema): readonly NameNote[] {
  const names = namesFor(schema);
  const notes: NameNote[] = [];
  for (const cls of schema.classes) {
    for (const { element, parts } of ownEnumerations(cls)) {
      names.enumeration(cls, ...parts);
      const of = `${labelOfClass(cls)}.${parts.join(".")}`;
      for (const { name, label, reason } of enumerationMembers(element.type, element.values)) {
        if (reason) notes.push({ thing: "value", of, wanted: label, name, reason });
      }
    }
    for (const { name } of cls.ownMethods.filter((method) => method.name === "then")) {
      const of = labelOfClass(cls);
      notes.push({ thing: "method", of, wanted: name, name: "", reason: "await" });
    }
  }
  return [...names.notes, ...notes];
}
