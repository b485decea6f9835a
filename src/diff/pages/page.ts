/** What there is to know of a rule beside its sentence. */
export interface RulePage {
  /** What has happened, in general; without a full stop, so that a folder can be named by it. */
  readonly title: string;
  /** Who is hurt, and how. Whole sentences. */
  readonly why: string;
  /** How to get there without hurting anybody. Whole sentences. */
  readonly compatible: string;
  /** MOF of before. */
  readonly old: string;
  /** MOF of now: the rule finds what is different. */
  readonly new: string;
}

/** A page for each rule of a part of the catalogue. */
export type RulePages<L> = { readonly [R in keyof L]: RulePage };
