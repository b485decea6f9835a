/** Sentences that rules of several kinds have in common. */
import type { Changed, Rule } from "../rule.ts";

/** Something was one thing and is another. */
export function becomes(subject: string, { before, after }: Changed): string {
  return `${subject} was ${before} and is ${after}`;
}

/** The same of one side of something: its default, its unit, a limit of it. */
export function partBecomes(what: string): Rule<Changed>["message"] {
  return (subject, changed) => becomes(`the ${what} of ${subject}`, changed);
}

/** A name is written with other upper and lower case letters. */
export function spelled(subject: string, { before }: Changed): string {
  return `${subject} was spelled ${before} before`;
}
