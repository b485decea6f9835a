/** Servers that do not keep to their schema. */
import { emitWarning } from "node:process";
import { CimError } from "./error.ts";
import type { ClassData, InstancePath } from "./types.ts";

/** Something that the schema says is never null, and that is. */
export interface Mismatch {
  readonly cls: ClassData;
  /** A property, or the method whose return value it is. */
  readonly member: string;
  /** The instance; absent for a method of the class itself. */
  readonly path?: InstancePath;
}

/**
 * What happens on a {@link Mismatch}: nothing, a warning of the process once for each
 * member, an error, or whatever a function does.
 */
export type MismatchPolicy = "ignore" | "warn" | "error" | ((mismatch: Mismatch) => void);

/**
 * Says what a client does about mismatches.
 *
 * @param policy - The user's wish.
 * @returns What is to be told about each mismatch; with `"error"` it throws.
 */
export function mismatchReporter(policy: MismatchPolicy): (mismatch: Mismatch) => void {
  if (typeof policy === "function") return policy;
  const told = new Set<string>();
  return (mismatch) => {
    if (policy === "ignore") return;
    const { cls, member } = mismatch;
    const sentence = `the server answered with null for ${member}, which its schema rules out`;
    if (policy === "error") throw new CimError("protocol", sentence, { className: cls.name });
    const key = `${cls.namespace}:${cls.name}.${member}`.toLowerCase();
    if (told.has(key)) return;
    told.add(key);
    emitWarning(`${cls.name}: ${sentence}`, { type: "CimWarning", code: "CIM_MISMATCH" });
  };
}

/**
 * Tells of each property that is null and must not be.
 *
 * @param cls - The class.
 * @param members - Properties, as callers see them.
 * @param path - The instance.
 * @param report - From {@link mismatchReporter}.
 */
export function reportNulls(
  cls: ClassData,
  members: Iterable<readonly [name: string, value: unknown]>,
  path: InstancePath,
  report: (mismatch: Mismatch) => void,
): void {
  for (const [member, value] of members) {
    if (value !== null) continue;
    const isRuledOut = cls.required?.includes(member) ?? false;
    if (isRuledOut || cls.keys?.includes(member) === true) report({ cls, member, path });
  }
}
