import type { Location } from "../source/index.ts";
import type { RuleDetails, RuleId } from "./catalogue/index.ts";
import type { Bump, ChangeLevels } from "./rule.ts";

/** One difference between two schemas, found by one rule. */
export interface ChangeOf<R extends RuleId> {
  readonly rule: R;
  /** How bad it is for each audience, as the catalogue has it. */
  readonly levels: ChangeLevels;
  readonly bump: Bump;
  /** What has changed: `CIM_Fan`, `CIM_Fan.Speed`, `CIM_Fan.Set()`, `CIM_Fan.Set(Speed)`. */
  readonly subject: string;
  /** Of the class, with slashes. */
  readonly namespace: string;
  /** The class that the change is about; for a qualifier type its name. */
  readonly className: string;
  /** What has changed, one sentence without a full stop. */
  readonly message: string;
  /** What the sentence says, by name. */
  readonly details: RuleDetails[R];
  /** Where it stood before, or what it stood in; absent when that is not declared at all. */
  readonly before?: Location;
  /** Where it stands now, or what it would stand in. */
  readonly after?: Location;
  /** Classes that inherit the change, sorted by name. */
  readonly affected: readonly string[];
  /** Twelve hexadecimal digits: the same as long as the same thing changes in the same way. */
  readonly fingerprint: string;
  /** Whether it, or its class, was deprecated before. */
  readonly deprecated?: true;
  /** Whether it, or its class, was experimental before. */
  readonly experimental?: true;
  /** What may have been meant, a sentence without a full stop. */
  readonly hint?: string;
}

/** A difference, of any rule: which one tells what its details are. */
export type Change = { readonly [R in RuleId]: ChangeOf<R> }[RuleId];
