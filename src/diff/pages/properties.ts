import type { PropertyRules } from "../catalogue/properties.ts";
import { inClass, member, qualified, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";
import { referencePages } from "./references.ts";

const added: Example = { old: inClass(), new: inClass("uint32 Speed;") };
const addedKey: Example = { old: inClass(), new: inClass("[Key] string Shelf;") };
const key = qualified("", "Key", "string Shelf;");
const write = qualified("", "Write", "uint32 Speed;");
const read = qualified("Read(FALSE), Write", "Write", "uint32 Speed;");

export const propertyPages: RulePages<PropertyRules> = {
  "property-added": {
    title: "A property was added",
    why: "Old clients do not ask for the property, and providers may leave it without a value. Code that was compiled before does not see it.",
    compatible: "Nothing is to be done.",
    ...added,
  },
  "property-added-key": {
    title: "A key was added",
    why: "Every object path has one key more. Paths that old clients have kept or put together lead nowhere, code that gets an instance by its keys no longer compiles, and providers have to answer to the new paths.",
    compatible: "Add the property without making it a key, or add a new class that has the key.",
    ...addedKey,
  },
  "property-added-required": {
    title: "A property that has to be given was added",
    why: "Code that creates an instance does not give the property and no longer compiles. An old client that creates one is refused, and providers have to store the value.",
    compatible:
      "Add the property without Required, and let the provider choose a value when none is given.",
    old: inClass(),
    new: inClass("[Write, Required] uint32 Speed;"),
  },
  "property-removed": {
    title: "A property was removed",
    why: "Code that reads or writes the property no longer compiles. An old client that asks for it by name gets an error or nothing.",
    compatible:
      "Deprecate the property, go on to answer with a value or NULL, and remove it with the next major version.",
    ...reversed(added),
  },
  "property-removed-key": {
    title: "A key was removed",
    why: "Every object path has one key less. Paths that old clients have kept lead nowhere, code that gives the key no longer compiles, and what the key told apart may be one and the same now.",
    compatible: "Keep the key, if need be with one constant value, or add a class without it.",
    ...reversed(addedKey),
  },
  "property-moved-to-superclass": {
    title: "A property was moved to a superclass",
    why: "The class still has the property, now by inheritance. Code, clients and providers of the class notice nothing.",
    compatible:
      "Nothing is to be done for this class. Look at the superclass: for its other subclasses the property is new.",
    old: `class ACME_Device { [Key] string Name; };
class ACME_Fan : ACME_Device { uint32 Speed; };
`,
    new: `class ACME_Device { [Key] string Name; uint32 Speed; };
class ACME_Fan : ACME_Device { };
`,
  },
  "property-name-case-changed": {
    title: "The name of a property is spelled in another case",
    why: "CIM compares names without regard to case, so requests go on as before. Generated types keep the case of the MOF, and code that uses the old spelling no longer compiles.",
    compatible: "Keep the old spelling until the next major version.",
    ...member("uint32 FanSpeed;", "uint32 fanSpeed;"),
  },
  "property-type-widened": {
    title: "The type of a property holds more values",
    why: "In TypeScript both types are numbers, so code still compiles. An old client may be given a number that does not fit where it keeps it, and a provider has to be built for the other type.",
    compatible:
      "Add a property of the larger type, and go on to serve the old one where the value fits.",
    ...member("uint8 Speed;", "uint16 Speed;"),
  },
  "property-type-widened-to-64-bit": {
    title: "The type of a property became one of 64 bits",
    why: "Integers of 64 bits are of the type bigint in TypeScript, where shorter ones are of the type number. Code that calculates with the value no longer compiles, an old client may be given a number that does not fit, and providers have to be built anew.",
    compatible:
      "Add a property of the larger type, and go on to serve the old one where the value fits.",
    ...member("uint32 Revolutions;", "uint64 Revolutions;"),
  },
  "property-type-changed": {
    title: "A property has another type",
    why: "Code that uses the value as what it was no longer compiles. An old client cannot read what the new provider sends, and providers have to be written anew.",
    compatible: "Add a property of the new type under another name, and deprecate the old one.",
    ...member("uint32 Serial;", "string Serial;"),
  },
  "property-arrayness-changed": {
    title: "A property became an array or is no longer one",
    why: "A list and a single value are different types in TypeScript and different elements on the wire. Code no longer compiles, old clients read the value wrongly, and providers have to be changed.",
    compatible: "Add a property under another name, and deprecate the old one.",
    ...member("uint32 Speed;", "uint32 Speed[];"),
  },
  "property-array-size-changed": {
    title: "An array property has another size",
    why: "TypeScript knows arrays of any length, so code compiles and goes wrong when it counts on the old one. Old clients may refuse more elements or miss some, and providers have to send another number.",
    compatible: "Add a property of the new size under another name, and deprecate the old one.",
    ...member("uint32 Speeds[2];", "uint32 Speeds[4];"),
  },
  "property-array-type-changed": {
    title: "An array property has another kind of order",
    why: "The kind of an array says whether places in it mean something. Code still compiles, but whoever keeps an index, or relies on the order, is given something else than before.",
    compatible:
      "Add a property of the new kind under another name. To keep a promised order is always allowed.",
    ...qualified('ArrayType("Bag")', 'ArrayType("Indexed")', "uint32 Speeds[];"),
  },
  ...referencePages,
  "key-added": {
    title: "A property became a key",
    why: "Every object path has one key more. Paths that old clients have kept lead nowhere, and code that gets an instance by its keys no longer compiles.",
    compatible: "Leave the property as it is, and add a new class that has the key.",
    ...key,
  },
  "key-removed": {
    title: "A property is no longer a key",
    why: "Every object path has one key less. Paths that old clients have kept lead nowhere, and two instances that only this key told apart have one path.",
    compatible: "Keep the key, and add a new class without it.",
    ...reversed(key),
  },
  "write-added": {
    title: "A property can be written now",
    why: "Whoever has only read the property goes on to do so. Providers have to accept a new value, or say why they do not.",
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...write,
  },
  "write-removed": {
    title: "A property can no longer be written",
    why: "The generated type of what may be written no longer has the property, so code that writes it no longer compiles. An old client that writes it is refused.",
    compatible:
      "Deprecate writing in the description first, and take Write away with the next major version.",
    ...reversed(write),
  },
  "read-added": {
    title: "A property can be read now",
    why: "Whoever has only written the property goes on to do so. Providers have to know its value when they are asked.",
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...read,
  },
  "read-removed": {
    title: "A property can no longer be read",
    why: "Code that reads the property is given null where it was given a value. An old client that asks for it is refused or finds NULL.",
    compatible: "Deprecate the property, and add one that can only be written under another name.",
    ...reversed(read),
  },
};
