/**
 * What a page is given to show, as it stands in its JSON. All texts are for the eye. The page
 * is compiled without Node's types, so that nothing here may lead to what needs them.
 */
import type { Acceptance } from "../judge/acceptance.ts";
import type { Audience, Bump, ChangeLevel, ChangeLevels } from "../rule.ts";

export interface PageData {
  readonly old: string;
  readonly new: string;
  /** How many changes fail. */
  readonly failing: number;
  readonly failOn: "breaking" | "risky" | "any" | "none";
  /** Those that were looked at. */
  readonly audiences: readonly Audience[];
  readonly bump?: Bump;
  readonly semver?: PageSemver;
  /** Sorted. */
  readonly namespaces: readonly string[];
  /** All that either side has, and what else changes are about; sorted within a namespace. */
  readonly classes: readonly PageClass[];
  /** Worst first. */
  readonly changes: readonly PageChange[];
  readonly declarations: readonly PageDeclaration[];
  /** Names of classes that inherit a change; many changes have the same. */
  readonly affected: readonly (readonly string[])[];
  readonly expired: readonly Acceptance[];
  readonly unused: readonly Acceptance[];
}

/** Whether a version was raised as far as the changes ask. */
export interface PageSemver {
  readonly old: string;
  readonly new: string;
  readonly needed: string;
  readonly enough: boolean;
}

/** A class, or a qualifier type that has changed. */
export interface PageClass {
  readonly name: string;
  /** Which of the namespaces. */
  readonly namespace: number;
  /** Which of the classes is its superclass in the same namespace. */
  readonly parent?: number;
  readonly qualifier?: true;
}

export interface PageChange {
  readonly rule: string;
  readonly fingerprint: string;
  readonly levels: ChangeLevels;
  readonly level: ChangeLevel;
  readonly bump: Bump;
  readonly fails: boolean;
  /** Which of the classes it is about. */
  readonly class: number;
  readonly subject: string;
  readonly message: string;
  /** `file:line:column` */
  readonly before?: string;
  readonly after?: string;
  /** Which of the lists of affected classes. */
  readonly affected?: number;
  /** Which of the declarations it is about. */
  readonly declaration?: number;
  readonly hint?: string;
  readonly deprecated?: true;
  readonly experimental?: true;
  readonly accepted?: Acceptance;
}

/** MOF of an element: `same` where both sides have the same, otherwise what each side has. */
export interface PageDeclaration {
  readonly same?: string;
  readonly before?: string;
  readonly after?: string;
}
