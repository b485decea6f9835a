/** What can happen to the limits of values and of associations (DSP0004 5.6.3). */
import { rule, type Bump, type Changed, type Rule, type RuleCatalogue } from "../rule.ts";
import { partBecomes } from "./sentences.ts";

/** The qualifiers that limit a value from above or below. */
export type LimitName = "maxlen" | "maxvalue" | "minlen" | "minvalue";

type Tightened =
  "maxlen-decreased" | "maxvalue-decreased" | "minlen-increased" | "minvalue-increased";
type Loosened =
  "maxlen-increased" | "maxvalue-increased" | "minlen-decreased" | "minvalue-decreased";
type Cardinality = "min-increased" | "min-decreased" | "max-increased" | "max-decreased";

export type LimitRules = Readonly<
  Record<Tightened | `${Tightened}-input` | Loosened | Cardinality, Changed>
>;

export const limitRules: RuleCatalogue<LimitRules> = {
  "maxlen-decreased": tightened("greatest length"),
  "maxlen-decreased-input": tightenedInput("greatest length"),
  "maxlen-increased": loosened("greatest length"),
  "minlen-increased": tightened("least length"),
  "minlen-increased-input": tightenedInput("least length"),
  "minlen-decreased": loosened("least length"),
  "maxvalue-decreased": tightened("largest value"),
  "maxvalue-decreased-input": tightenedInput("largest value"),
  "maxvalue-increased": loosened("largest value"),
  "minvalue-increased": tightened("smallest value"),
  "minvalue-increased-input": tightenedInput("smallest value"),
  "minvalue-decreased": loosened("smallest value"),
  "min-increased": limit("least number of references", ["s", "B", "B"], "major"),
  "min-decreased": limit("least number of references", ["s", "W", "s"], "minor"),
  "max-increased": limit("greatest number of references", ["s", "W", "s"], "minor"),
  "max-decreased": limit("greatest number of references", ["s", "B", "B"], "major"),
};

function limit(what: string, letters: Parameters<typeof rule>[0], bump: Bump): Rule<Changed> {
  return rule(letters, bump, partBecomes(what));
}

function tightened(what: string): Rule<Changed> {
  return limit(what, ["s", "s", "B"], "major");
}

function tightenedInput(what: string): Rule<Changed> {
  return limit(what, ["s", "B", "B"], "major");
}

function loosened(what: string): Rule<Changed> {
  return limit(what, ["s", "W", "s"], "minor");
}
