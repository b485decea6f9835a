/** What can happen to `instance of` declarations. */
import { rule, type Changed, type Nothing, type RuleCatalogue } from "../rule.ts";
import { becomes } from "./sentences.ts";

export interface InstanceRules {
  readonly "instance-added": Nothing;
  readonly "instance-removed": Nothing;
  readonly "instance-changed": Changed;
}

export const instanceRules: RuleCatalogue<InstanceRules> = {
  "instance-added": rule(
    ["s", "s", "s"],
    "minor",
    (subject) => `the instance ${subject} was added`,
  ),
  "instance-removed": rule(
    ["s", "W", "s"],
    "minor",
    (subject) => `the instance ${subject} was removed`,
  ),
  "instance-changed": rule(["s", "W", "s"], "patch", becomes),
};
