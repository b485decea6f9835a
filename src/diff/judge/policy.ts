import type { RuleId } from "../catalogue/index.ts";
import type { Audience, ChangeLevel, ChangeLevels } from "../rule.ts";
import type { Acceptance } from "./acceptance.ts";

/** Who may be hurt, in the order in which reports say it. */
export const audiences: readonly Audience[] = ["ts", "wire", "provider"];

/** From which level on a change fails: `any` is every change at all. */
export type FailOn = "breaking" | "risky" | "any" | "none";

/** A level for all audiences, or for some; `off` leaves changes of the rule out. */
export type RuleLevel = ChangeLevel | "off" | Partial<ChangeLevels>;

/** What a team thinks of changes. */
export interface Policy {
  /** Whom to look at; all unless stated. */
  readonly audiences?: readonly Audience[];
  /** `breaking` unless stated. */
  readonly failOn?: FailOn;
  /** Levels that differ from those of the catalogue. */
  readonly levels?: { readonly [R in RuleId]?: RuleLevel };
  /** Whether the removal of what was deprecated before is risky at most. */
  readonly allowDeprecatedRemovals?: boolean;
  /** Whether changes of what was experimental count one level less. */
  readonly allowExperimental?: boolean;
  /** Changes that somebody has agreed to. */
  readonly acceptances?: readonly Acceptance[];
  /** The day that expiries are compared with, as `2026-11-27`; without it nothing expires. */
  readonly today?: string;
}
