import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileAt } from "../../build/index.ts";
import type { Bump } from "../../diff/index.ts";
import { neededVersion, type SemverVerdict } from "../../diff/judge/needed-version.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * Whether the version of package.json was raised as far as the changes ask; `undefined` when
 * nobody wants to know.
 *
 * @param commit - where the old version stands, unless it is stated
 * @throws UsageError when one of the two versions is not known
 */
export function semverVerdict(
  bump: Bump | undefined,
  commit: string | undefined,
  values: Values,
  io: Io,
): SemverVerdict | undefined {
  const stated = values.text("old-version");
  if (!values.flag("semver")) {
    if (stated !== undefined) throw new UsageError("--old-version belongs to --semver");
    return undefined;
  }
  const file = nearestManifest(io.cwd);
  if (file === undefined) throw new UsageError("--semver finds no package.json here or further up");
  const now = versionIn(readFileSync(file, "utf8"));
  if (now === undefined) throw new UsageError("--semver finds no version in package.json");
  const text = commit === undefined ? undefined : fileAt(io.cwd, commit, file);
  const old = stated ?? (text === undefined ? undefined : versionIn(text));
  if (old === undefined) {
    throw new UsageError(
      "--semver does not know the version of before; say --old-version <version>",
    );
  }
  const verdict = neededVersion(old, now, bump);
  if (verdict) return verdict;
  throw new UsageError(`--semver compares versions such as 1.2.3, not ${old} and ${now}`);
}

function nearestManifest(folder: string): string | undefined {
  for (let next = folder; ; next = dirname(next)) {
    const file = join(next, "package.json");
    if (existsSync(file)) return file;
    if (next === dirname(next)) return undefined;
  }
}

function versionIn(text: string): string | undefined {
  try {
    const content: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    const isObject = typeof content === "object" && content !== null;
    const version: unknown = isObject && "version" in content ? content.version : undefined;
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
