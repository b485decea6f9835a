import type { Value } from "../../ast/index.ts";
import type { Location } from "../../source/index.ts";
import { findProperty } from "../find-member.ts";
import type { CimClass } from "../schema.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";
import type { InstanceSubject } from "./walk/subject.ts";
import { because, locate } from "./walk/words.ts";

/** The instances so far, by their identity. */
const instances = perAnalysis(() => new Map<string, Location>());

/** Class, namespace and keys are the identity of an instance (DSP0004 8.2). */
export const duplicateInstance: Rule = {
  codes: ["duplicate-instance"],
  instance(subject) {
    const { place, node, cls } = subject;
    // For WMI the second one changes the first. Each file makes the namespaces that it needs.
    if (!cls || place.lenient || cls.builtin) return;
    const identity = identityOf(subject);
    if (identity === undefined) return;
    const seen = instances(place.analysis);
    const before = seen.get(identity);
    if (!before) {
      seen.set(identity, locate(place, node.className));
      return;
    }
    const sentence = { className: cls.name, keys: cls.keys };
    place.report("duplicate-instance", sentence, node.className, because("the other one", before));
  },
};

/** Absent when a key has no value, or one that cannot be compared. */
function identityOf({ nested, namespace, cls, node }: InstanceSubject): string | undefined {
  if (nested || !cls || (cls.keys.length === 0 && !cls.singleton)) return undefined;
  const assigned = new Map<string, Value>();
  if (cls.keys.length > 0) {
    for (const { name, value } of node.assignments) assigned.set(name.text.toLowerCase(), value);
  }
  const parts = [namespace.toLowerCase(), cls.name.toLowerCase()];
  for (const key of cls.keys) {
    const value = assigned.get(key.toLowerCase());
    const text = value ? textOf(value) : defaultText(cls, key);
    if (text === undefined) return undefined;
    parts.push(text);
  }
  return JSON.stringify(parts);
}

function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case "integer":
      // Hexadecimal, because decimals of very long numbers take very long.
      return value.value.toString(16);
    case "string":
    case "char":
    case "boolean":
      return String(value.value);
    default:
      return undefined;
  }
}

function defaultText(cls: CimClass, key: string): string | undefined {
  const value = findProperty(cls, key)?.default;
  if (typeof value === "bigint") return value.toString(16);
  return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
}
