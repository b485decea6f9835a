import type { ElementRules } from "../catalogue/elements.ts";
import { inClass, qualified, type RulePage, type RulePages } from "./page.ts";

const addAnother =
  "Add an element with another name beside it, deprecate this one, and remove it with a major version.";
const encoding =
  "What stood there as one kind of value stands there as another: the generated type is another one, and client and provider of different versions misread each other.";
const part = "class CIM_Part {\n};\n";
const withPart = (qualifier: string): string =>
  `${part}class CIM_Fan {\n  [Key] string Name;\n  ${qualifier}string Part;\n};\n`;
const instance = '[EmbeddedInstance("CIM_Part")] ';
const object = "[EmbeddedObject] ";
const overriding = (below: string): string =>
  `class CIM_Element {\n  [Key] string Id;\n  uint32 Speed;\n};\nclass CIM_Fan : CIM_Element {\n${below}};\n`;
const override = '  [Override("Speed")] uint32 Speed;\n';

export const elementPages: RulePages<ElementRules> = {
  "embedded-object-to-instance": {
    title: "An embedded object became an instance of one class",
    why: encoding,
    compatible: addAnother,
    old: withPart(object),
    new: withPart(instance),
  },
  "embedded-instance-to-object": {
    title: "An embedded instance became any object",
    why: encoding,
    compatible: addAnother,
    old: withPart(instance),
    new: withPart(object),
  },
  "octetstring-added": {
    title: "Numbers became an octet string",
    why: encoding,
    compatible: addAnother,
    ...qualified("", "OctetString", "uint8 Data[];"),
  },
  "octetstring-removed": {
    title: "An octet string became numbers",
    why: encoding,
    compatible: addAnother,
    ...qualified("OctetString", "", "uint8 Data[];"),
  },
  "embeddedobject-added": {
    title: "A text became an embedded object",
    why: encoding,
    compatible: addAnother,
    old: withPart(""),
    new: withPart(object),
  },
  "embeddedobject-removed": {
    title: "An embedded object became a text",
    why: encoding,
    compatible: addAnother,
    old: withPart(object),
    new: withPart(""),
  },
  "embeddedinstance-added": {
    title: "A text became an embedded instance",
    why: encoding,
    compatible: addAnother,
    old: withPart(""),
    new: withPart(instance),
  },
  "embeddedinstance-removed": {
    title: "An embedded instance became a text",
    why: encoding,
    compatible: addAnother,
    old: withPart(instance),
    new: withPart(""),
  },
  "required-added-input": {
    title: "What may be written became required",
    why: "Code that leaves it out or writes null no longer compiles, and the provider refuses old clients that do.",
    compatible: "Leave it as it is, and say in the description what happens without a value.",
    ...qualified("Write", "Write, Required", "uint32 Speed;"),
  },
  "required-added-output": {
    title: "What is read is never null any more",
    why: "Clients need no longer look for null. Providers that have no value have to find one.",
    compatible: "Let every provider have a value before the schema says so.",
    ...qualified("", "Required", "uint32 Speed;"),
  },
  "required-removed-input": {
    title: "An input is no longer required",
    why: "Code that gives a value still can. Providers have to do without one.",
    compatible: "Let every provider be ready for it before the schema says so.",
    ...inClass("uint32 Run([In, Required] uint32 Speed);", "uint32 Run([In] uint32 Speed);"),
  },
  "required-removed-output": {
    title: "What is read may be null",
    why: "The generated type has null now, so that code which counts on a value no longer compiles, and old clients stumble over null.",
    compatible: "Keep Required, and let providers have some value, such as 0 or an empty text.",
    ...qualified("Required", "", "uint32 Speed;"),
  },
  ...defaults(),
  "override-added": {
    title: "A member overrides what is inherited",
    why: "Nothing changes for clients. The provider of the class has to answer for the member itself.",
    compatible: "See that the member is what it was in the superclass.",
    old: overriding(""),
    new: overriding(override),
  },
  "override-removed": {
    title: "A member no longer overrides what is inherited",
    why: "What only the override said, such as its description or the names of its values, is gone from the class.",
    compatible: "See that the superclass says the same.",
    old: overriding(override),
    new: overriding(""),
  },
  ...units("units", 'Units("Seconds")', 'Units("Minutes")', "unit"),
  ...units("punit", 'PUnit("second")', 'PUnit("minute")', "programmatic unit"),
  "ispunit-changed": {
    title: "A text became the name of a unit, or is no longer one",
    why: "Another number is read in the unit that this text names. Who does not know it computes with the wrong one, and no compiler sees it.",
    compatible: addAnother,
    ...qualified("", "IsPUnit", "string Unit;"),
  },
};

type DefaultRule = Extract<keyof ElementRules, `default-${string}`>;

function defaults(): Readonly<Record<DefaultRule, RulePage>> {
  const why =
    "An instance that is created without a value has another one now. Who counts on the default gets something else.";
  const compatible =
    "Give the value explicitly wherever instances are created, then change the default.";
  const page = (title: string, qualifiers: string, before: string, after: string): RulePage => ({
    title,
    why,
    compatible,
    ...examples(qualifiers, before, after),
  });
  return {
    "default-added": page("A property has a default", "", "", " = 1"),
    "default-added-input": page(
      "A property that can be written has a default",
      "Write",
      "",
      " = 1",
    ),
    "default-removed": page("A property no longer has a default", "", " = 1", ""),
    "default-removed-input": page(
      "A property that can be written no longer has a default",
      "Write",
      " = 1",
      "",
    ),
    "default-changed": page("A property has another default", "", " = 1", " = 2"),
    "default-changed-input": page(
      "A property that can be written has another default",
      "Write",
      " = 1",
      " = 2",
    ),
  };
}

type UnitName = "units" | "punit";

function units<N extends UnitName>(
  name: N,
  first: string,
  second: string,
  what: string,
): { readonly [R in `${N}-added` | `${N}-removed` | `${N}-changed`]: RulePage } {
  const silent = "No type changes, so no compiler sees it.";
  const pages = {
    [`${name}-added`]: {
      title: `A value has a ${what}`,
      why: `Who had guessed the unit may have guessed another one. ${silent}`,
      compatible: "See that providers have counted in this unit all along.",
      ...qualified("", first, "uint32 Delay;"),
    },
    [`${name}-removed`]: {
      title: `A value no longer has a ${what}`,
      why: `Nobody says any more in what the value is counted. ${silent}`,
      compatible: "Keep the unit, or say it in the other of Units and PUnit.",
      ...qualified(first, "", "uint32 Delay;"),
    },
    [`${name}-changed`]: {
      title: `A value has another ${what}`,
      why: `The same number means something else: an old client takes minutes for seconds. ${silent}`,
      compatible: addAnother,
      ...qualified(first, second, "uint32 Delay;"),
    },
  };
  // TypeScript widens computed keys to text; those above are the three of the type.
  return pages as ReturnType<typeof units<N>>;
}

function examples(
  qualifiers: string,
  before: string,
  after: string,
): Pick<RulePage, "old" | "new"> {
  const written = qualifiers === "" ? "" : `[${qualifiers}] `;
  return inClass(`${written}uint32 Speed${before};`, `${written}uint32 Speed${after};`);
}
