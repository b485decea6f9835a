import type { Judgement } from "../judge/judge.ts";
import type { SemverVerdict } from "../judge/needed-version.ts";

/** What all formats write: two schemas, what has changed and what is thought of it. */
export interface DiffReport {
  /** What people call the two sides: `origin/main`, `schemas`. */
  readonly old: string;
  readonly new: string;
  readonly judgement: Judgement;
  /** What `--semver` found; absent when it was not asked for. */
  readonly semver?: SemverVerdict;
}
