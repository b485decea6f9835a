import type { QualifierRules } from "../catalogue/qualifiers.ts";
import { inClass, qualified } from "./mof.ts";
import type { RulePages } from "./page.ts";

const nothing = "Nothing is to be done.";

/** Pages for what is read by people alone. */
export const textPages: RulePages<
  Pick<
    QualifierRules,
    | "description-changed"
    | "displayname-changed"
    | "values-text-changed"
    | "mappingstrings-changed"
    | "umlpackagepath-changed"
    | "modelcorrespondence-changed"
  >
> = {
  "description-changed": {
    title: "A description has changed",
    why: "Types and messages on the wire are as before. Read the new text all the same: now and then a promise is changed in words only.",
    compatible: nothing,
    ...qualified(
      'Description("Turns in a minute.")',
      'Description("Turns in a minute, on average.")',
      "uint32 Speed;",
    ),
  },
  "displayname-changed": {
    title: "A display name has changed",
    why: "Types and messages on the wire are as before. A user interface that shows the name shows another one.",
    compatible: nothing,
    ...qualified('DisplayName("Speed")', 'DisplayName("Fan speed")', "uint32 Speed;"),
  },
  "values-text-changed": {
    title: "The documentation of named values has changed",
    why: "Names and numbers are as before, and so are the types. Read the new text all the same: it says what a value means.",
    compatible: nothing,
    old: values("The fan turns."),
    new: values("The fan turns, at any speed."),
  },
  "mappingstrings-changed": {
    title: "A mapping to another standard has changed",
    why: "Types and messages on the wire are as before. Who fills in the value may have to take it from elsewhere.",
    compatible: nothing,
    ...qualified(
      'MappingStrings {"MIB.ACME|FAN-MIB.speed"}',
      'MappingStrings {"MIB.ACME|FAN-MIB.fanSpeed"}',
      "uint32 Speed;",
    ),
  },
  "umlpackagepath-changed": {
    title: "A class is filed under another package",
    why: "The path orders drawings and documentation. Types and messages on the wire are as before.",
    compatible: nothing,
    old: `[UMLPackagePath("ACME::Device")] ${inClass()}`,
    new: `[UMLPackagePath("ACME::Cooling")] ${inClass()}`,
  },
  "modelcorrespondence-changed": {
    title: "What something corresponds to has changed",
    why: "The qualifier points to other elements that are worth a look. Types and messages on the wire are as before.",
    compatible: nothing,
    old: inClass("uint32 Rate;", "uint32 Speed;"),
    new: inClass("uint32 Rate;", '[ModelCorrespondence {"ACME_Fan.Rate"}] uint32 Speed;'),
  },
};

function values(text: string): string {
  return inClass(
    `[ValueMap {"0", "1"}, Values {"Stopped", "Running"}, ValueDescriptions {"", "${text}"}]`,
    "uint32 State;",
  );
}
