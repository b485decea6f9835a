import type { CimClass } from "../../model/index.ts";
import { textOf } from "../../model/qualifiers.ts";
import type { Report } from "../finding.ts";

/**
 * The qualifier `Version` of a class (DSP0004 5.6.3.57).
 *
 * @param changed - whether the class has changed otherwise, texts not counted
 */
export function compareVersion(
  before: CimClass,
  after: CimClass,
  changed: boolean,
  report: Report,
): void {
  const [was, is] = [before, after].map((cls) => textOf(cls.qualifiers, "version")?.trim());
  if (was === undefined) {
    if (is !== undefined) report("version-added", { value: is });
  } else if (is === undefined) report("version-removed", { value: was });
  else if (was === is) {
    if (changed) report("version-not-bumped", { value: is });
  } else report(versionRule(was, is), { before: was, after: is });
}

function versionRule(
  was: string,
  is: string,
): "version-decreased" | "version-major-changed" | "version-changed" {
  const [old, now] = [partsOf(was), partsOf(is)];
  const [major = 0, majorNow = 0] = [old[0], now[0]];
  const at = old.findIndex((part, index) => part !== (now[index] ?? 0));
  if (at >= 0 && (old[at] ?? 0) > (now[at] ?? 0)) return "version-decreased";
  return major === majorNow ? "version-changed" : "version-major-changed";
}

function partsOf(version: string): readonly number[] {
  const parts = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [...parts, 0, 0].slice(0, 3);
}
