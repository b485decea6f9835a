import type { Judgement } from "../judge/judge.ts";

/** What all formats write: two schemas, what has changed and what is thought of it. */
export interface DiffReport {
  /** What people call the two sides: `origin/main`, `schemas`. */
  readonly old: string;
  readonly new: string;
  readonly judgement: Judgement;
  /** What `--semver` found; absent when it was not asked for. */
  readonly semver?: SemverVerdict;
}

/** Whether a version was raised as far as the changes ask. */
export interface SemverVerdict {
  readonly old: string;
  readonly new: string;
  /** The least version that would do. */
  readonly needed: string;
  readonly enough: boolean;
}
