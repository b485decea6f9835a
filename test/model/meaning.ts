import { parse } from "../../src/parse/index.ts";
import {
  analyse,
  type CimClass,
  type CimConstant,
  type Qualifiers,
  type QualifierValue,
  type ResolveOptions,
  type Schema,
} from "../../src/model/index.ts";
import type { Diagnostic } from "../../src/diagnostics/index.ts";

/** What texts mean together, and what is said about that without the checks: severity, sentence, and the marked text. */
export function meaningOf(
  texts: string | readonly string[],
  options: ResolveOptions = {},
): { schema: Schema; said: readonly string[] } {
  const parsed = [texts].flat().map((text, index) => parse({ name: `${index}.mof`, text }));
  const roots = parsed.map(({ value }) => value);
  // Whatever dialect a text shows: most tests are not about the namespace.
  const all = { defaultNamespace: "root/cimv2", ...options };
  const resolved = analyse({ roots, includes: new Map() }, all);
  const diagnostics = [...parsed.flatMap((each) => each.diagnostics), ...resolved.diagnostics];
  return { schema: resolved.value.schema, said: diagnostics.map(said) };
}

function said({ severity, message, location, related }: Diagnostic): string {
  const { start = 0, end = 0 } = location?.span ?? {};
  const more = related.map((each) => `; ${each.message}: ${each.location.source.name}`).join("");
  return `${severity}: ${message} «${location?.source.text.slice(start, end) ?? ""}»${more}`;
}

/** The only class of that name. */
export function classNamed(schema: Schema, name: string): CimClass {
  const [found, ...others] = schema.classes.filter((cls) => cls.name === name);
  if (!found || others.length > 0) throw new Error(`${others.length} other classes ${name}`);
  return found;
}

/** Qualifiers in effect, a line each, with the flavors that are not usual. */
export function qualifiersIn(qualifiers: Qualifiers | undefined): string[] {
  return [...(qualifiers?.values() ?? [])].map(qualifierLine);
}

function qualifierLine({ name, value, type, array, flavors, inherited }: QualifierValue): string {
  const words = [
    `${type}${array ? "[]" : ""}`,
    ...(flavors.overridable ? [] : ["DisableOverride"]),
    ...(flavors.toSubclass ? [] : ["Restricted"]),
    ...(flavors.toInstance ? ["ToInstance"] : []),
    ...(flavors.translatable ? ["Translatable"] : []),
    ...(flavors.amended ? ["Amended"] : []),
    ...(inherited ? ["inherited"] : []),
  ];
  return `${name} = ${constantText(value)}: ${words.join(", ")}`;
}

/** A value that is no instance, as a line shows it. */
export function constantText(value: CimConstant): string {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Array) return `{${value.map(constantText).join(", ")}}`;
  return JSON.stringify(value);
}
