/** What several formats say in the same words. */
import type { JudgedChange, Judgement } from "../judge/judge.ts";
import type { Audience, ChangeLevel } from "../rule.ts";
import type { SemverVerdict } from "../judge/needed-version.ts";
import type { DiffReport } from "./report.ts";

/** What people call an audience. */
export const audienceNames: Readonly<Record<Audience, string>> = {
  ts: "TypeScript",
  wire: "wire",
  provider: "provider",
};

/** Levels, the worst first. */
export const levelNames: readonly ChangeLevel[] = ["breaking", "risky", "safe"];

/** `breaking for TypeScript and wire, safe for provider` */
export function levelsText({ levels }: JudgedChange, audiences: readonly Audience[]): string {
  const parts = levelNames.flatMap((level) => {
    const names = audiences.filter((each) => levels[each] === level);
    return names.length > 0
      ? [`${level} for ${listed(names.map((each) => audienceNames[each]))}`]
      : [];
  });
  return parts.join(", ");
}

/** `2 breaking, 1 risky and 3 safe changes` */
export function countsText({ counts, changes }: Judgement): string {
  if (changes.length === 0) return "no changes";
  const parts = [...levelNames, "accepted" as const]
    .filter((level) => counts[level] > 0)
    .map((level) => `${counts[level]} ${level}`);
  return `${listed(parts)} ${changes.length === 1 ? "change" : "changes"}`;
}

/** What the version of the package with the generated code has to become. */
export function bumpText({ judgement, semver }: DiffReport): string | undefined {
  if (semver) return semverText(semver);
  return judgement.bump && `asks for a ${judgement.bump} version`;
}

function semverText({ old, new: now, needed, enough }: SemverVerdict): string {
  return enough
    ? `the version went from ${old} to ${now}, which is enough`
    : `the version went from ${old} to ${now}, but has to be at least ${needed}`;
}

/** `a`, `a and b`, `a, b and c` */
function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}

/** Names of classes that inherit a change; of many only the first ones. */
export function affectedText(affected: readonly string[], most: number = 5): string {
  if (affected.length <= most) return listed(affected);
  return `${affected.slice(0, most).join(", ")} and ${affected.length - most} more`;
}
