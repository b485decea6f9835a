import type { CimConstant, Schema, SchemaInstance } from "../model/index.ts";
import type { Source } from "../source/index.ts";

/** The alias that one of a source has in a snapshot. */
export type AliasNames = (alias: string, source: Source) => string;

/**
 * An alias counts in its own file (DSP0004 7.8.1), and a snapshot is one file: an alias that
 * several sources declare gets a number in all but the first. One of a source that does not
 * declare it is that of the first that does.
 */
export function uniqueAliases(schema: Schema): AliasNames {
  const declared = declaredIn(schema);
  const taken = new Set([...declared.values()].flatMap((names) => [...names.keys()]));
  const given = new Set<string>();
  const renamed = new Map<Source, Map<string, string>>();
  for (const [source, names] of declared) {
    for (const [key, alias] of names) {
      if (!given.has(key)) {
        given.add(key);
        continue;
      }
      const own = renamed.get(source) ?? new Map<string, string>();
      renamed.set(source, own.set(key, withNumber(alias, taken)));
    }
  }
  return (alias, source) => renamed.get(source)?.get(alias.toLowerCase()) ?? alias;
}

/** By source the aliases in lower case, each as it was written first. */
function declaredIn(schema: Schema): ReadonlyMap<Source, ReadonlyMap<string, string>> {
  const found = new Map<Source, Map<string, string>>();
  const add = (alias: string | undefined, source: Source): void => {
    if (alias === undefined) return;
    const names = found.get(source) ?? new Map<string, string>();
    found.set(source, names);
    if (!names.has(alias.toLowerCase())) names.set(alias.toLowerCase(), alias);
  };
  const visit = (instance: SchemaInstance): void => {
    add(instance.alias, instance.location.source);
    for (const value of instance.values.values()) within(value, visit);
  };
  for (const { alias, location } of schema.classes) add(alias, location.source);
  for (const instance of schema.instances) visit(instance);
  return found;
}

/** Values nest as deep as a source may nest them, which is not far. */
function within(value: CimConstant, visit: (instance: SchemaInstance) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (isList(value)) for (const item of value) within(item, visit);
  else if (value.kind === "instance") visit(value);
}

function isList(value: CimConstant): value is readonly CimConstant[] {
  return Array.isArray(value);
}

function withNumber(alias: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${alias}_${number}`.toLowerCase())) number += 1;
  const unique = `${alias}_${number}`;
  taken.add(unique.toLowerCase());
  return unique;
}
