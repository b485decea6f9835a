import type { CimClass, Schema } from "../model/index.ts";
import { enumerationMembers } from "./enumeration-members.ts";
import { ownEnumerations } from "./enumerations.ts";
import type { NameNote, NameReason } from "./name-notes.ts";
import type { GenerateOptions } from "./options.ts";
import { labelOfClass, namesFor } from "./names.ts";

/**
 * Every name that generated code spells otherwise than the MOF, and why: classes and what
 * stands beside them, value maps and their values, files and folders. Labels of values count
 * when their words joined (`Powered On` as `PoweredOn`) are no name or no name of their own.
 * Names of properties, methods and parameters never differ; only methods `then` and `toJSON` are
 * left off handles.
 * What goes over the wire is always the MOF's own.
 *
 * @param schema - The schema that code is generated for.
 * @param classes - Those of its classes that are told of, as for `generate`.
 * @param layout - As for `generate`.
 * @returns Names that are declared and those of files first, then values and methods; both in
 *   the order of the schema.
 */
export function explainNames(
  schema: Schema,
  classes: readonly CimClass[] = schema.classes,
  layout: GenerateOptions["layout"] = "class",
): readonly NameNote[] {
  const names = namesFor(schema, layout);
  const notes: NameNote[] = [];
  for (const cls of schema.classes) {
    for (const { element, parts } of ownEnumerations(cls)) {
      names.enumeration(cls, ...parts);
      const of = `${labelOfClass(cls)}.${parts.join(".")}`;
      for (const { name, label, reason } of enumerationMembers(element.type, element.values)) {
        if (reason) notes.push({ thing: "value", of, wanted: label, name, reason });
      }
    }
    for (const { name } of cls.ownMethods) {
      const reason = LEFT_OFF.get(name);
      const of = labelOfClass(cls);
      if (reason) notes.push({ thing: "method", of, wanted: name, name: "", reason });
    }
  }
  const told = new Set(classes.flatMap((cls) => [labelOfClass(cls), cls.namespace]));
  return [...names.notes, ...notes].filter(({ of }) => told.has(of) || told.has(classOf(of)));
}

/** The class of a member: neither it nor its class has a dot in its name, but a namespace may. */
function classOf(member: string): string {
  return /^(.*:[^:.]+)\./s.exec(member)?.[1] ?? member;
}

/** Methods that the language would call by itself. */
const LEFT_OFF: ReadonlyMap<string, NameReason> = new Map([
  ["then", "await"],
  ["toJSON", "json"],
]);
