/** What can happen to a method and to its parameters. */
import { rule, type Changed, type Nothing, type RuleCatalogue, type Stated } from "../rule.ts";
import { becomes, partBecomes, spelled } from "./sentences.ts";

export interface MethodRules {
  readonly "method-added": Nothing;
  readonly "method-removed": Nothing;
  readonly "method-moved-to-superclass": Stated;
  readonly "method-name-case-changed": Changed;
  readonly "method-static-changed": Changed;
  readonly "return-type-changed": Changed;
  readonly "param-added-in-optional": Stated;
  readonly "param-added-in-required": Stated;
  readonly "param-added-out": Stated;
  readonly "param-added-out-first": Stated;
  readonly "param-removed": Stated;
  readonly "param-reordered": Changed;
  readonly "param-renamed": Changed;
  readonly "param-name-case-changed": Changed;
  readonly "param-in-to-inout": Nothing;
  readonly "param-in-to-inout-first": Nothing;
  readonly "param-in-to-out": Nothing;
  readonly "param-out-to-in": Nothing;
  readonly "param-out-to-inout": Nothing;
  readonly "param-inout-to-in": Nothing;
  readonly "param-inout-to-out": Nothing;
  readonly "param-type-changed": Changed;
  readonly "param-arrayness-changed": Changed;
  readonly "param-array-size-changed": Changed;
  readonly "param-array-type-changed": Changed;
  readonly "param-embedded-class-changed": Changed;
  readonly "param-optional-added": Nothing;
  readonly "param-optional-removed": Nothing;
}

/** What the first output does to a method that returns something. */
const OBJECT = "the method returns an object in TypeScript now";

type MethodRule<R extends keyof MethodRules> = RuleCatalogue<MethodRules>[R];

export const methodRules: RuleCatalogue<MethodRules> = {
  "method-added": rule(["s", "s", "W"], "minor", (subject) => `${subject} was added`),
  "method-removed": rule(["B", "B", "s"], "major", (subject) => `${subject} was removed`),
  "method-moved-to-superclass": rule(
    ["s", "s", "s"],
    "minor",
    (subject, { value }) => `${subject} is inherited from ${value} now`,
  ),
  "method-name-case-changed": rule(["B", "s", "s"], "major", spelled),
  "method-static-changed": rule(
    ["B", "B", "B"],
    "major",
    (subject, { before, after }) => `${subject} is called on ${after} instead of ${before}`,
  ),
  "return-type-changed": rule(
    ["B", "B", "B"],
    "major",
    (subject, { before, after }) => `${subject} returns ${after} instead of ${before}`,
  ),
  "param-added-in-optional": rule(
    ["s", "W", "B"],
    "minor",
    (subject, { value }) => `the optional input ${subject} was added; it is ${value}`,
  ),
  "param-added-in-required": rule(
    ["B", "B", "B"],
    "major",
    (subject, { value }) => `the input ${subject} was added; it is ${value} and has to be given`,
  ),
  "param-added-out": rule(
    ["s", "s", "B"],
    "minor",
    (subject, { value }) => `the output ${subject} was added; it is ${value}`,
  ),
  "param-added-out-first": rule(
    ["B", "s", "B"],
    "major",
    (subject, { value }) => `the first output ${subject} was added; it is ${value}, and ${OBJECT}`,
  ),
  "param-removed": rule(
    ["B", "B", "s"],
    "major",
    (subject, { value }) => `${subject} was removed; it was ${value}`,
  ),
  "param-reordered": rule(
    ["s", "s", "s"],
    "patch",
    (subject, { before, after }) =>
      `the order of the parameters of ${subject} was ${before} and is ${after}`,
  ),
  "param-renamed": rule(
    ["B", "B", "B"],
    "major",
    (subject, { before }) => `${subject} was named ${before} before`,
  ),
  "param-name-case-changed": rule(["B", "s", "s"], "major", spelled),
  "param-in-to-inout": rule(
    ["W", "W", "B"],
    "minor",
    (subject) => `${subject} was an input and is an output too`,
  ),
  "param-in-to-inout-first": rule(
    ["B", "W", "B"],
    "major",
    (subject) => `${subject} was an input and is the first output too, and ${OBJECT}`,
  ),
  "param-in-to-out": direction("was an input and is an output"),
  "param-out-to-in": direction("was an output and is an input"),
  "param-out-to-inout": direction("was an output and is an input too"),
  "param-inout-to-in": direction("is no longer an output, only an input"),
  "param-inout-to-out": direction("is no longer an input, only an output"),
  "param-type-changed": rule(["B", "B", "B"], "major", becomes),
  "param-arrayness-changed": rule(["B", "B", "B"], "major", becomes),
  "param-array-size-changed": rule(["W", "B", "B"], "major", becomes),
  "param-array-type-changed": rule(["W", "B", "B"], "major", partBecomes("array type")),
  "param-embedded-class-changed": rule(["B", "B", "B"], "major", becomes),
  "param-optional-added": rule(
    ["s", "s", "W"],
    "minor",
    (subject) => `${subject} may be left out now`,
  ),
  "param-optional-removed": rule(
    ["B", "B", "s"],
    "major",
    (subject) => `${subject} may no longer be left out`,
  ),
};

function direction(text: string): MethodRule<"param-in-to-out"> {
  return rule(["B", "B", "B"], "major", (subject) => `${subject} ${text}`);
}
