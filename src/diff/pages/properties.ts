import type { PropertyRules } from "../catalogue/properties.ts";
import { inClass, nothingToDo, qualified, type Example, type RulePages } from "./page.ts";

const addAnother =
  "Add a property with another name beside it, deprecate this one, and remove it with a major version.";
const anotherType =
  "The generated type is another one, clients read a value that they do not expect, and providers have to be changed.";

/** Classes above and below one another, and an association that refers to one of them. */
function refersTo(before: string, after: string, write = ""): Example {
  const classes =
    "class CIM_Element {\n  [Key] string Id;\n};\nclass CIM_Fan : CIM_Element {\n};\nclass CIM_Pump : CIM_Element {\n};\n";
  const written = (name: string): string =>
    `${classes}[Association] class CIM_Uses {\n  [Key] CIM_Pump REF User;\n  ${write}${name} REF Used;\n};\n`;
  return { old: written(before), new: written(after) };
}

const inherited = (above: string, below: string): string =>
  `class CIM_Element {\n  [Key] string Id;\n${above}};\nclass CIM_Fan : CIM_Element {\n${below}};\n`;

const weakKey = (qualifiers: string): string =>
  `class CIM_System {\n  [Key] string Name;\n};\nclass CIM_Fan {\n  [Key${qualifiers}] string SystemName;\n  [Key] string Id;\n};\n`;

const weakReference = (qualifiers: string): string =>
  `class CIM_System {\n  [Key] string Name;\n};\n[Association] class CIM_Has {\n  [Key] CIM_System REF System;\n  [Key${qualifiers}] CIM_System REF Part;\n};\n`;

export const propertyPages: RulePages<PropertyRules> = {
  "property-added": {
    title: "A property was added",
    why: "Whoever does not know the property ignores it. It may be null, or only providers give it a value.",
    compatible: nothingToDo,
    ...inClass("", "uint32 Speed;"),
  },
  "property-added-key": {
    title: "A key was added",
    why: "Every object path that a client has stored or builds lacks the key, so that it leads nowhere. Code that opens an instance by its keys no longer compiles.",
    compatible: "Add a property that is no key, or a new class.",
    ...inClass("", "[Key] uint32 Index;"),
  },
  "property-added-required": {
    title: "A property was added that has to be given a value",
    why: "Code that creates an instance lacks it and no longer compiles; old clients create instances that the provider has to refuse.",
    compatible: "Add it without Required, and say what it is when nobody gives it a value.",
    ...inClass("", "[Required, Write] uint32 Speed;"),
  },
  "property-removed": {
    title: "A property was removed",
    why: "Code that reads the property no longer compiles. Old clients that ask for it get nothing or an error.",
    compatible: "Mark it as Deprecated for a release, and remove it with the next major version.",
    ...inClass("uint32 Speed;", ""),
  },
  "property-removed-key": {
    title: "A key was removed",
    why: "Every object path that a client has stored or builds has a key too many, so that it leads nowhere.",
    compatible: "Add a class with fewer keys under another name, and deprecate this one.",
    ...inClass("[Key] uint32 Index;", ""),
  },
  "property-moved-to-superclass": {
    title: "A property moved to a superclass",
    why: "The class still has the property, by inheritance.",
    compatible: nothingToDo,
    old: inherited("", "  uint32 Speed;\n"),
    new: inherited("  uint32 Speed;\n", ""),
  },
  "property-name-case-changed": {
    title: "The name of a property is spelled in another case",
    why: "CIM does not tell upper from lower case, but TypeScript does: code that uses the property no longer compiles.",
    compatible: "Keep the spelling that the property was published with.",
    ...inClass("uint32 Speed;", "uint32 speed;"),
  },
  "property-type-widened": {
    title: "A property has a larger type",
    why: "In TypeScript both are numbers. A client that stores the value in the smaller type cuts it off, and providers have to be compiled anew.",
    compatible: addAnother,
    ...inClass("uint8 Speed;", "uint16 Speed;"),
  },
  "property-type-widened-to-64-bit": {
    title: "A property has a type of 64 bits now",
    why: "In TypeScript integers of 64 bits are bigint, so that code which computes with the number no longer compiles. A client that stores it in the smaller type cuts it off.",
    compatible: addAnother,
    ...inClass("uint32 Speed;", "uint64 Speed;"),
  },
  "property-type-changed": {
    title: "A property has another type",
    why: anotherType,
    compatible: addAnother,
    ...inClass("uint32 Speed;", "string Speed;"),
  },
  "property-arrayness-changed": {
    title: "A property became an array, or is no longer one",
    why: anotherType,
    compatible: addAnother,
    ...inClass("uint32 Speed;", "uint32 Speed[];"),
  },
  "property-array-size-changed": {
    title: "An array has another size",
    why: "Clients and providers count on the number of elements. In TypeScript it is told in the descriptor only.",
    compatible: addAnother,
    ...inClass("uint32 Speeds[2];", "uint32 Speeds[4];"),
  },
  "property-array-type-changed": {
    title: "An array is ordered in another way",
    why: "Bag, Ordered and Indexed tell whether the place of an element means something. Who relies on it, or has to keep it, does wrong now.",
    compatible: addAnother,
    ...qualified('ArrayType("Bag")', 'ArrayType("Indexed")', "uint32 Speeds[];"),
  },
  "reference-class-narrowed": {
    title: "A reference leads to a subclass only",
    why: "References to the old class no longer fit. Code that holds one no longer compiles, and the provider refuses it.",
    compatible: "Narrow the reference in a subclass of the association, by Override.",
    ...refersTo("CIM_Element", "CIM_Fan"),
  },
  "reference-class-widened": {
    title: "A reference leads to a superclass",
    why: "The reference may lead to an instance of a class that an old client does not expect. Providers have to be changed.",
    compatible: "Add an association with the wider reference.",
    ...refersTo("CIM_Fan", "CIM_Element"),
  },
  "reference-class-widened-writable": {
    title: "A reference that can be written leads to a superclass",
    why: "Code that takes what it reads for the old class no longer compiles, and providers have to take references to more classes.",
    compatible: "Add an association with the wider reference.",
    ...refersTo("CIM_Fan", "CIM_Element", "[Write] "),
  },
  "reference-class-unrelated": {
    title: "A reference leads to an unrelated class",
    why: "Neither old references nor code that follows them have any use any more.",
    compatible: "Add an association to the other class, and deprecate this one.",
    ...refersTo("CIM_Fan", "CIM_Pump"),
  },
  "embedded-instance-class-changed": {
    title: "A property holds instances of another class",
    why: anotherType,
    compatible: addAnother,
    old: 'class CIM_A {\n};\nclass CIM_B {\n};\nclass CIM_Fan {\n  [Key] string Name;\n  [EmbeddedInstance("CIM_A")] string Part;\n};\n',
    new: 'class CIM_A {\n};\nclass CIM_B {\n};\nclass CIM_Fan {\n  [Key] string Name;\n  [EmbeddedInstance("CIM_B")] string Part;\n};\n',
  },
  "key-added": {
    title: "A property became a key",
    why: "Every object path that a client has stored or builds lacks the key, so that it leads nowhere.",
    compatible: "Add a class with the key under another name, and deprecate this one.",
    ...qualified("", "Key", "string Id;"),
  },
  "key-removed": {
    title: "A property is no longer a key",
    why: "Every object path that a client has stored or builds has a key too many, so that it leads nowhere.",
    compatible: "Add a class without the key under another name, and deprecate this one.",
    ...qualified("Key", "", "string Id;"),
  },
  "write-added": {
    title: "A property can be written",
    why: "Clients may change it now, so providers have to take what they write.",
    compatible: "Let every provider be ready for it before the schema says so.",
    ...qualified("", "Write", "uint32 Speed;"),
  },
  "write-removed": {
    title: "A property can no longer be written",
    why: "Code that writes it no longer compiles, and the provider refuses old clients that do.",
    compatible: "Mark it as Deprecated, and let writing do nothing until the next major version.",
    ...qualified("Write", "", "uint32 Speed;"),
  },
  "read-added": {
    title: "A property can be read",
    why: "Clients may ask for it now, so providers have to know it.",
    compatible: "Let every provider be ready for it before the schema says so.",
    ...qualified("Write, Read(false)", "Write", "uint32 Speed;"),
  },
  "read-removed": {
    title: "A property can no longer be read",
    why: "Code that reads it no longer compiles, and old clients get nothing.",
    compatible: "Mark it as Deprecated for a release first.",
    ...qualified("Write", "Write, Read(false)", "uint32 Speed;"),
  },
  "propagated-changed": {
    title: "A key is propagated from elsewhere",
    why: "The key has to have the value of another property now, so object paths change, and so does what a provider has to fill in.",
    compatible: "Add a class with another key, and deprecate this one.",
    old: weakKey(""),
    new: weakKey(', Propagated("CIM_System.Name")'),
  },
  "weak-changed": {
    title: "A reference became weak, or is no longer so",
    why: "The keys of the class on the weak side begin with those of the other one. Object paths change, and so does what a provider has to fill in.",
    compatible: "Add an association that is weak, and deprecate this one.",
    old: weakReference(""),
    new: weakReference(", Weak"),
  },
};
