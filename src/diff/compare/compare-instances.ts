import { findClass, findProperty, type CimConstant } from "../../model/index.ts";
import type { Schema, SchemaInstance } from "../../model/index.ts";
import { reporter, type Finding, type Marked, type Report } from "../finding.ts";
import { constantWords } from "../words.ts";

/** A finding about an instance; nothing inherits it. */
export interface InstanceFinding {
  readonly finding: Finding;
  readonly namespace: string;
  readonly className: string;
}

/**
 * Compares `instance of` declarations by their keys. Of a class that is not known, and of one
 * without keys that is no singleton, two instances are the same only when they say the same.
 */
export function compareInstances(old: Schema, now: Schema): readonly InstanceFinding[] {
  const before = named(old);
  const after = named(now);
  const found: InstanceFinding[] = [];
  for (const [identity, instance] of before) {
    const other = after.get(identity);
    if (other) compareValues(instance, other, found);
    else about(instance, undefined, found)("instance-removed", {});
  }
  for (const [identity, instance] of after) {
    if (!before.has(identity)) about(undefined, instance, found)("instance-added", {});
  }
  return found;
}

/** An instance and what follows the name of its class in its path. */
interface Named {
  readonly declared: SchemaInstance;
  readonly path: string;
}

function named(schema: Schema): ReadonlyMap<string, Named> {
  const all = new Map<string, Named>();
  for (const declared of schema.instances) {
    const path = pathOf(declared, schema);
    const stem = `${declared.namespace}:${declared.className}`.toLowerCase();
    // Several that cannot be told apart are counted.
    let told = path;
    for (let again = 2; all.has(stem + told); again += 1) told = `${path} (${again})`;
    all.set(stem + told, { declared, path: told });
  }
  return all;
}

function pathOf(instance: SchemaInstance, schema: Schema): string {
  const cls = findClass(schema, instance.namespace, instance.className);
  if (cls?.singleton) return "=@";
  const values = valuesOf(instance);
  const keys = [...(cls?.keys ?? [])].sort();
  if (keys.length === 0) {
    const texts = [...values].map(([name, { value }]) => `${name}=${constantWords(value)}`);
    return `.${texts.sort().join(",")}`;
  }
  const parts = keys.map((key) => {
    const value = values.get(key.toLowerCase())?.value ?? findProperty(cls, key)?.default ?? null;
    return `${key}=${constantWords(value)}`;
  });
  return `.${parts.join(",")}`;
}

type Values = ReadonlyMap<string, { readonly name: string; readonly value: CimConstant }>;

function valuesOf({ values }: SchemaInstance): Values {
  return new Map([...values].map(([name, value]) => [name.toLowerCase(), { name, value }]));
}

function compareValues(before: Named, after: Named, found: InstanceFinding[]): void {
  const [old, now] = [valuesOf(before.declared), valuesOf(after.declared)];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const was = wordsOf(old.get(key)?.value);
    const is = wordsOf(now.get(key)?.value);
    if (was === is) continue;
    const name = (now.get(key) ?? old.get(key))?.name ?? key;
    const member = `${after.path}: ${name}`;
    about(before, after, found, member)("instance-changed", { before: was, after: is });
  }
}

function wordsOf(value: CimConstant | undefined): string {
  return value === undefined ? "not stated" : constantWords(value);
}

/** Reports what happened to an instance that stands on one side or on both. */
function about(
  before: Named | undefined,
  after: Named | undefined,
  found: InstanceFinding[],
  member: string = (after ?? before)?.path ?? "",
): Report {
  const side = (each: Named | undefined): Marked | undefined =>
    each && { location: each.declared.location, qualifiers: new Map() };
  return (rule, details) => {
    const list: Finding[] = [];
    reporter(list, { member, before: side(before), after: side(after), within: {} })(rule, details);
    const declared = (after ?? before)?.declared;
    if (!declared) return;
    const { namespace, className } = declared;
    for (const finding of list) found.push({ finding, namespace, className });
  };
}
