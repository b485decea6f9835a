import type { ClassRules } from "../catalogue/classes.ts";
import { classWith, nothingToDo, onClass, type RulePages } from "./page.ts";

const fan = classWith("uint32 Speed;");
const element = "class CIM_Element {\n  [Key] string Id;\n};\n";
const cooling = "class CIM_Cooling : CIM_Element {\n};\n";
const isFan = (superclass: string): string => `class CIM_Fan : ${superclass} {\n};\n`;
const link = (qualifier: string): string =>
  `${fan}${qualifier}class CIM_Cools {\n  [Key] CIM_Fan REF Fan;\n  [Key] CIM_Fan REF Cooled;\n};\n`;
const event = (qualifier: string): string => `${qualifier}class CIM_Alarm {\n  string Text;\n};\n`;

const newKind =
  "A class of another kind is another class: it is enumerated, associated and delivered in another way, and its TypeScript has another shape.";
const addAnother = "Leave the class as it is, and add one of the new kind under another name.";

export const classPages: RulePages<ClassRules> = {
  "class-removed": {
    title: "A class was removed",
    why: "Code that imports the class no longer compiles. Clients that enumerate it or call its methods get the error that there is no such class.",
    compatible:
      "Mark the class as Deprecated for a release, name what replaces it, and remove it with the next major version.",
    old: `${fan}class CIM_Pump {\n  [Key] string Id;\n};\n`,
    new: fan,
  },
  "class-added": {
    title: "A class was added",
    why: "Nobody knows the class yet, so nobody is hurt. Polymorphic enumerations of its superclass may return instances of it.",
    compatible: nothingToDo,
    old: fan,
    new: `${fan}class CIM_Pump {\n  [Key] string Id;\n};\n`,
  },
  "class-name-case-changed": {
    title: "The name of a class is spelled in another case",
    why: "CIM does not tell upper from lower case, but TypeScript does: the generated class has another name, and so has its file.",
    compatible: "Keep the spelling that the class was published with.",
    old: "class CIM_Fan {\n  [Key] string Name;\n};\n",
    new: "class CIM_FAN {\n  [Key] string Name;\n};\n",
  },
  "superclass-inserted": {
    title: "A class was inserted above a class",
    why: "All that was inherited still is. Providers have to register for the class between as well, and may be asked for instances of it.",
    compatible: "See that the class between adds neither keys nor required properties.",
    old: `${element}${isFan("CIM_Element")}${cooling}`,
    new: `${element}${cooling}${isFan("CIM_Cooling")}`,
  },
  "superclass-removed": {
    title: "A class no longer inherits from another",
    why: "What was inherited is gone. Code that takes the class for its superclass no longer compiles, and enumerations of that superclass and associations to it no longer return its instances.",
    compatible: "Keep the superclass, and deprecate what should no longer be used.",
    old: `${element}${cooling}${isFan("CIM_Cooling")}`,
    new: `${element}${isFan("CIM_Element")}${cooling}`,
  },
  "superclass-replaced": {
    title: "A class inherits from another class than before",
    why: "Code that takes the class for its old superclass no longer compiles, and enumerations of that superclass and associations to it no longer return its instances.",
    compatible: "Add a class with the new superclass under another name, and deprecate this one.",
    old: `${element}class CIM_Device {\n  [Key] string Id;\n};\n${isFan("CIM_Element")}`,
    new: `${element}class CIM_Device {\n  [Key] string Id;\n};\n${isFan("CIM_Device")}`,
  },
  "class-abstract-added": {
    title: "A class became abstract",
    why: "It has no instances of its own any more: clients that create or get some fail, and a provider that returns some is wrong.",
    compatible: "Deprecate the class, and let new instances be of a subclass first.",
    ...onClass("", "Abstract"),
  },
  "class-abstract-removed": {
    title: "A class is no longer abstract",
    why: "It may have instances of its own now. Whoever knew only those of its subclasses still can.",
    compatible: nothingToDo,
    ...onClass("Abstract", ""),
  },
  "class-terminal-added": {
    title: "A class became terminal",
    why: "It may have no subclasses any more. Whoever has derived a class from it can no longer compile their schema, nor the code that extends the generated type.",
    compatible:
      "Say in the description that no more subclasses are wanted, and wait for a major version.",
    ...onClass("", "Terminal"),
  },
  "class-terminal-removed": {
    title: "A class is no longer terminal",
    why: "It may have subclasses now. Nobody has any yet.",
    compatible: nothingToDo,
    ...onClass("Terminal", ""),
  },
  "association-added": {
    title: "A class became an association",
    why: newKind,
    compatible: addAnother,
    old: link(""),
    new: link("[Association] "),
  },
  "association-removed": {
    title: "A class is no longer an association",
    why: newKind,
    compatible: addAnother,
    old: link("[Association] "),
    new: link(""),
  },
  "indication-added": {
    title: "A class became an indication",
    why: newKind,
    compatible: addAnother,
    old: event(""),
    new: event("[Indication] "),
  },
  "indication-removed": {
    title: "A class is no longer an indication",
    why: newKind,
    compatible: addAnother,
    old: event("[Indication] "),
    new: event(""),
  },
  "singleton-added": {
    title: "A class became a singleton",
    why: "Its only instance is addressed without keys, so every path that a client has stored or builds is wrong.",
    compatible: addAnother,
    old: "class CIM_Clock {\n  datetime Now;\n};\n",
    new: "[Singleton] class CIM_Clock {\n  datetime Now;\n};\n",
  },
  "singleton-removed": {
    title: "A class is no longer a singleton",
    why: "Its instances are addressed in another way, so the path without keys that clients use is wrong.",
    compatible: addAnother,
    old: "[Singleton] class CIM_Clock {\n  datetime Now;\n};\n",
    new: "class CIM_Clock {\n  datetime Now;\n};\n",
  },
};
