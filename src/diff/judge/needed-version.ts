import { gte, inc, parse, type ReleaseType } from "semver";
import type { Bump } from "../rule.ts";

/** Whether a version was raised as far as the changes ask. */
export interface SemverVerdict {
  readonly old: string;
  readonly new: string;
  /** The least version that would do. */
  readonly needed: string;
  readonly enough: boolean;
}

/**
 * Whether a version was raised as far as changes ask (semver.org). Before 1.0.0 what breaks
 * raises the minor version, and everything else the patch version. A pre-release of the
 * version that is needed will do.
 *
 * @param bump - what the changes ask for; absent when there are none
 * @returns `undefined` when one of the two is no version
 */
export function neededVersion(
  old: string,
  now: string,
  bump: Bump | undefined,
): SemverVerdict | undefined {
  const [before, after] = [parse(old), parse(now)];
  if (!before || !after) return undefined;
  const release = bump && (before.major === 0 ? unstable(bump) : bump);
  const needed = release === undefined ? before.version : (inc(before, release) ?? before.version);
  const released = `${after.major}.${after.minor}.${after.patch}`;
  const enough = release === undefined ? gte(after, before) : gte(released, needed);
  return { old: before.version, new: after.version, needed, enough };
}

function unstable(bump: Bump): ReleaseType {
  return bump === "major" ? "minor" : "patch";
}
