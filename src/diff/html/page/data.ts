/** What the page knows: the report as the program left it in the page, and nothing else. */

export type Audience = "ts" | "wire" | "provider";
export type Level = "breaking" | "risky" | "safe";

/** One change. Its texts are shown as texts and never become markup. */
export interface PageChange {
  readonly rule: string;
  readonly level: Level;
  readonly levels: Readonly<Record<Audience, Level>>;
  readonly bump: string;
  readonly fails: boolean;
  /** The number of its class in {@link PageData.classes}; absent for what belongs to none. */
  readonly class?: number;
  readonly subject: string;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** The number of the declaration in {@link PageData.declarations}. */
  readonly declaration: number;
  readonly affected: readonly string[];
  readonly hint?: string;
  readonly fingerprint: string;
  readonly accepted?: string;
}

/** A class that has changed, or one above such a class. */
export interface PageClass {
  readonly namespace: string;
  readonly name: string;
  /** The number of the superclass, when it is listed. */
  readonly above?: number;
}

export interface PageData {
  readonly audiences: readonly Audience[];
  readonly classes: readonly PageClass[];
  readonly declarations: readonly (readonly [before: string, after: string])[];
  readonly changes: readonly PageChange[];
}
