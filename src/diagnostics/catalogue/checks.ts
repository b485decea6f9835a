/** What the checks of `src/model/checks` can say, one sentence for each. */
import type { Catalogue, Nothing } from "../sentence.ts";
import { type ClassCheckSentences, classCheckSentences } from "./checks/classes.ts";
import { type InstanceCheckSentences, instanceCheckSentences } from "./checks/instances.ts";
import { type MemberCheckSentences, memberCheckSentences } from "./checks/members.ts";
import { type QualifierCheckSentences, qualifierCheckSentences } from "./checks/qualifiers.ts";
import { type ValueCheckSentences, valueCheckSentences } from "./checks/values.ts";

export interface CheckSentences
  extends
    ClassCheckSentences,
    MemberCheckSentences,
    QualifierCheckSentences,
    ValueCheckSentences,
    InstanceCheckSentences {
  readonly "unused-suppression": Nothing;
}

export const checkSentences: Catalogue<CheckSentences> = {
  ...classCheckSentences,
  ...memberCheckSentences,
  ...qualifierCheckSentences,
  ...valueCheckSentences,
  ...instanceCheckSentences,
  "unused-suppression": {
    severity: "warning",
    adjustable: true,
    message: () => "this comment silences nothing",
    help: () => "Remove it.",
  },
};
