import { isSet } from "../model/qualifiers.ts";
import type { Qualifiers } from "../model/index.ts";
import type { Location } from "../source/index.ts";
import { ruleCatalogue, type RuleDetails, type RuleId } from "./catalogue/index.ts";

/** A change before it is known which class it is reported at. */
export interface Finding {
  readonly rule: RuleId;
  readonly details: RuleDetails[RuleId];
  /** What follows the name of the class: nothing, `.Speed`, `.Set()`, `.Set(Speed)`. */
  readonly member: string;
  readonly before?: Location | undefined;
  readonly after?: Location | undefined;
  readonly deprecated: boolean;
  readonly experimental: boolean;
  readonly message: (className: string) => string;
}

/** Takes note of a change of what is being compared. */
export type Report = <R extends RuleId>(rule: R, details: RuleDetails[R]) => void;

/** What a {@link Report} is about. */
export interface Subject {
  readonly member: string;
  readonly before: Marked | undefined;
  readonly after: Marked | undefined;
  /** Where the element would stand on the side that does not have it. */
  readonly within: { readonly before?: Marked | undefined; readonly after?: Marked | undefined };
}

/** An element that has a place and may be deprecated. */
export interface Marked {
  readonly qualifiers: Qualifiers;
  readonly location: Location;
}

/** Makes a {@link Report} that adds to a list. */
export function reporter(list: Finding[], subject: Subject): Report {
  const { member, before, after, within } = subject;
  const marks = [before ?? after, within.before ?? within.after];
  return (rule, details) => {
    list.push({
      rule,
      details,
      member,
      before: (before ?? within.before)?.location,
      after: (after ?? within.after)?.location,
      deprecated: marks.some((mark) => mark?.qualifiers.has("deprecated")),
      experimental: marks.some((mark) => mark && isSet(mark.qualifiers, "experimental")),
      message: (className) => ruleCatalogue[rule].message(`${className}${member}`, details),
    });
  };
}

/** Equal for two findings that say the same of the same member. */
export function sameness({ rule, member, details }: Finding): string {
  return JSON.stringify([rule, member.toLowerCase(), details]);
}
