import type { ElementRules } from "../catalogue/elements.ts";
import { defaultPages } from "./defaults.ts";
import { ends, member, qualified, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";
import { unitPages } from "./units.ts";

const octets = qualified("", "OctetString", "uint8 Address[];");
const object = qualified("", "EmbeddedObject", "string Reserve;");
const input = member(
  "uint32 Turn([In] uint32 Speed);",
  "uint32 Turn([In, Required] uint32 Speed);",
);
const output = qualified("", "Required", "uint32 Speed;");
const another = "Add a property of the other kind under another name, and deprecate this one.";

/** What a property of a plan holds, when that has to do with a class. */
function held(before: string, after: string): Example {
  const [old, now] = [before, after].map(
    (qualifier) =>
      `${ends}class ACME_Plan {\n  [Key] string Name;\n  ${qualifier}string Part;\n};\n`,
  );
  return { old: old ?? "", new: now ?? "" };
}

const kind = held("[EmbeddedObject] ", '[EmbeddedInstance("ACME_Fan")] ');
const instance = held("", '[EmbeddedInstance("ACME_Fan")] ');

const device = "class ACME_Device { [Key] string Name; uint32 Speed; };\n";
const override: Example = {
  old: `${device}class ACME_Fan : ACME_Device { };\n`,
  new: `${device}class ACME_Fan : ACME_Device { [Override("Speed")] uint32 Speed; };\n`,
};

export const elementPages: RulePages<ElementRules> = {
  "embedded-object-to-instance": {
    title: "Any embedded object became an instance of one class",
    why: "The value may no longer be a class, nor an instance of just any class. Code that reads or builds it no longer compiles, and old clients and new providers do not understand what the other sends.",
    compatible: another,
    ...kind,
  },
  "embedded-instance-to-object": {
    title: "An embedded instance of one class became any object",
    why: "It is no longer known which properties the value has. Code that reads them no longer compiles, an old client may be given what it cannot read, and providers have to write it in another way.",
    compatible: another,
    ...reversed(kind),
  },
  "octetstring-added": {
    title: "Numbers became an octet string",
    why: "The value is a Uint8Array in TypeScript and no longer a list of numbers. The first four of its bytes say how long it is, so whoever reads it as before reads something else.",
    compatible: another,
    ...octets,
  },
  "octetstring-removed": {
    title: "An octet string became numbers",
    why: "The value is a list of numbers in TypeScript and no longer a Uint8Array. Its first four bytes no longer say how long it is, so whoever reads it as before loses them.",
    compatible: another,
    ...reversed(octets),
  },
  "embeddedobject-added": {
    title: "A text became an embedded object",
    why: "The value is an object in TypeScript and no longer a string. Old clients and providers take it for text that means what it says.",
    compatible: another,
    ...object,
  },
  "embeddedobject-removed": {
    title: "An embedded object became a text",
    why: "The value is a string in TypeScript and no longer an object. Old clients look for an object in it, and providers have to write something else.",
    compatible: another,
    ...reversed(object),
  },
  "embeddedinstance-added": {
    title: "A text became an embedded instance",
    why: "The value is an instance in TypeScript and no longer a string. Old clients and providers take it for text that means what it says.",
    compatible: another,
    ...instance,
  },
  "embeddedinstance-removed": {
    title: "An embedded instance became a text",
    why: "The value is a string in TypeScript and no longer an instance. Old clients look for an instance in it, and providers have to write something else.",
    compatible: another,
    ...reversed(instance),
  },
  "required-added-input": {
    title: "Something that is written became required",
    why: "Null is no longer part of the type, so code that gives null, or nothing, no longer compiles. An old client that does so is refused.",
    compatible: "Let the provider choose a value when none is given, and leave Required out.",
    ...input,
  },
  "required-added-output": {
    title: "Something that is read became required",
    why: "Code and old clients were ready for null and are never given it any more. Whoever creates an instance has to give a value, and providers have to know one at all times.",
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...output,
  },
  "required-removed-input": {
    title: "Something that is written is no longer required",
    why: "Code and old clients go on to give a value. Providers have to do without one when a new client gives null.",
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...reversed(input),
  },
  "required-removed-output": {
    title: "Something that is read is no longer required",
    why: "Null is part of the type now, so code that uses the value without a look at it no longer compiles. An old client that relies on a value fails when there is none.",
    compatible: "Go on to answer with a value, and take Required away with the next major version.",
    ...reversed(output),
  },
  ...defaultPages,
  "override-added": {
    title: "A member overrides what the class inherits",
    why: "Code and clients see what they saw before, as far as no other change is reported. Those who implement the class have to look at whether they serve the member of this class now.",
    compatible: "Nothing is to be done.",
    ...override,
  },
  "override-removed": {
    title: "A member no longer overrides what the class inherits",
    why: "What the class had said of its own is gone; the inherited words count again. Look at documentation and values that were more exact here, in generated code too.",
    compatible: "Nothing is to be done, if the inherited member says all that was said here.",
    ...reversed(override),
  },
  ...unitPages,
};
