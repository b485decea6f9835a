import type { MethodRules } from "../catalogue/methods.ts";
import { inClass, inMethod, nothingToDo, type RulePage, type RulePages } from "./page.ts";

const addMethod =
  "Add a method under another name, deprecate this one, and remove it with a major version.";
const anotherType =
  "The generated types are others, what old clients send or expect does not fit, and providers have to be changed.";
const inherited = (above: string, below: string): string =>
  `class CIM_Element {\n  [Key] string Id;\n${above}};\nclass CIM_Fan : CIM_Element {\n${below}};\n`;
const parts = "class CIM_A {\n};\nclass CIM_B {\n};\n";
const withPart = (name: string): string =>
  `${parts}class CIM_Fan {\n  [Key] string Name;\n  uint32 Run([In, EmbeddedInstance("${name}")] string Part);\n};\n`;

export const methodPages: RulePages<MethodRules> = {
  "method-added": {
    title: "A method was added",
    why: "Clients do not call it yet. Providers are going to be asked for it, and whoever implements the generated interface lacks it.",
    compatible: "Let every provider be ready for it before the schema says so.",
    ...inClass("", "uint32 Run();"),
  },
  "method-removed": {
    title: "A method was removed",
    why: "Code that calls the method no longer compiles. Old clients get the error that there is no such method.",
    compatible: "Mark it as Deprecated for a release, and remove it with the next major version.",
    ...inClass("uint32 Run();", ""),
  },
  "method-moved-to-superclass": {
    title: "A method moved to a superclass",
    why: "The class still has the method, by inheritance.",
    compatible: nothingToDo,
    old: inherited("", "  uint32 Run();\n"),
    new: inherited("  uint32 Run();\n", ""),
  },
  "method-name-case-changed": {
    title: "The name of a method is spelled in another case",
    why: "CIM does not tell upper from lower case, but TypeScript does: code that calls the method no longer compiles.",
    compatible: "Keep the spelling that the method was published with.",
    ...inClass("uint32 Run();", "uint32 RUN();"),
  },
  "method-static-changed": {
    title: "A method became static, or is no longer so",
    why: "A static method is called on the class, another one on an instance. Who calls it on the wrong one gets an error.",
    compatible: addMethod,
    ...inClass("uint32 Run();", "[Static] uint32 Run();"),
  },
  "return-type-changed": {
    title: "A method returns another type",
    why: anotherType,
    compatible: addMethod,
    ...inClass("uint32 Run();", "string Run();"),
  },
  "param-added-in-optional": {
    title: "An optional input was added",
    why: "Arguments have names, so code that leaves it out still compiles. An old provider refuses it, and a new one has to do without it.",
    compatible: "Let every provider be ready for it before the schema says so.",
    ...inMethod("[In] uint32 Speed", "[In] uint32 Speed, [In, Optional] uint32 Seconds"),
  },
  "param-added-in-required": {
    title: "An input was added that has to be given",
    why: "Code that calls the method lacks it and no longer compiles, and the provider refuses the calls of old clients.",
    compatible: "Make it Optional, and say what it is when nobody gives it.",
    ...inMethod("[In] uint32 Speed", "[In] uint32 Speed, [In] uint32 Seconds"),
  },
  "param-added-out": {
    title: "An output was added",
    why: "The result has one field more, which old clients ignore. Providers have to fill it in.",
    compatible: "Say in the description that it may be null.",
    ...inMethod("[In] uint32 Speed", "[In] uint32 Speed, [Out, In(false)] uint32 Seconds"),
  },
  "param-removed": {
    title: "A parameter was removed",
    why: "Code that gives or reads it no longer compiles, and the provider may refuse old clients that send it.",
    compatible: "Mark it as Deprecated, make it Optional, and remove it with a major version.",
    ...inMethod("[In] uint32 Speed, [In] uint32 Seconds", "[In] uint32 Speed"),
  },
  "param-reordered": {
    title: "Parameters stand in another order",
    why: "Arguments have names in TypeScript and on the wire, so nothing changes for those. Scripts that call the method by position do.",
    compatible: "Add new parameters behind the others.",
    ...inMethod("[In] uint32 Speed, [In] string Why", "[In] string Why, [In] uint32 Speed"),
  },
  "param-renamed": {
    title: "A parameter has another name",
    why: "Arguments have names in TypeScript and on the wire: code no longer compiles, and the provider does not know what old clients send.",
    compatible: "Add an optional parameter with the new name, and deprecate the old one.",
    ...inMethod("[In] uint32 Speed", "[In] uint32 Rpm"),
  },
  "param-name-case-changed": {
    title: "The name of a parameter is spelled in another case",
    why: "CIM does not tell upper from lower case, but TypeScript does: code that gives the argument no longer compiles.",
    compatible: "Keep the spelling that the parameter was published with.",
    ...inMethod("[In] uint32 Speed", "[In] uint32 speed"),
  },
  "param-in-to-inout": {
    title: "An input became an output too",
    why: "The result has one field more, and old clients do not expect that what they gave comes back changed. Providers have to fill it in.",
    compatible: "Add an output with another name.",
    ...inMethod("[In] uint32 Speed", "[In, Out] uint32 Speed"),
  },
  "param-in-to-out": direction(
    "An input became an output",
    "[In] uint32 Speed",
    "[In(false), Out] uint32 Speed",
  ),
  "param-out-to-in": direction(
    "An output became an input",
    "[In(false), Out] uint32 Speed",
    "[In] uint32 Speed",
  ),
  "param-out-to-inout": direction(
    "An output became an input too",
    "[In(false), Out] uint32 Speed",
    "[In, Out] uint32 Speed",
  ),
  "param-inout-to-in": direction(
    "An input and output is an input only",
    "[In, Out] uint32 Speed",
    "[In] uint32 Speed",
  ),
  "param-inout-to-out": direction(
    "An input and output is an output only",
    "[In, Out] uint32 Speed",
    "[In(false), Out] uint32 Speed",
  ),
  "param-type-changed": {
    title: "A parameter has another type",
    why: anotherType,
    compatible: addMethod,
    ...inMethod("[In] uint32 Speed", "[In] string Speed"),
  },
  "param-arrayness-changed": {
    title: "A parameter became an array, or is no longer one",
    why: anotherType,
    compatible: addMethod,
    ...inMethod("[In] uint32 Speed", "[In] uint32 Speed[]"),
  },
  "param-array-size-changed": {
    title: "An array that is a parameter has another size",
    why: "Clients and providers count on the number of elements. In TypeScript it is told in the descriptor only.",
    compatible: addMethod,
    ...inMethod("[In] uint32 Speeds[2]", "[In] uint32 Speeds[4]"),
  },
  "param-array-type-changed": {
    title: "An array that is a parameter is ordered in another way",
    why: "Bag, Ordered and Indexed tell whether the place of an element means something. Who relies on it, or has to keep it, does wrong now.",
    compatible: addMethod,
    ...inMethod(
      '[In, ArrayType("Bag")] uint32 Speeds[]',
      '[In, ArrayType("Ordered")] uint32 Speeds[]',
    ),
  },
  "param-embedded-class-changed": {
    title: "A parameter holds instances of another class",
    why: anotherType,
    compatible: addMethod,
    old: withPart("CIM_A"),
    new: withPart("CIM_B"),
  },
  "param-optional-added": {
    title: "An input may be left out",
    why: "Code that gives it still can. Providers have to do without it.",
    compatible: "Let every provider be ready for it before the schema says so.",
    ...inMethod("[In] uint32 Speed", "[In, Optional] uint32 Speed"),
  },
  "param-optional-removed": {
    title: "An input may no longer be left out",
    why: "Code that leaves it out no longer compiles, and the provider refuses old clients that do.",
    compatible: "Keep it Optional, and say in the description that it should be given.",
    ...inMethod("[In, Optional] uint32 Speed", "[In] uint32 Speed"),
  },
};

function direction(title: string, before: string, after: string): RulePage {
  return {
    title,
    why: "What is given and what comes back are others: code no longer compiles, and client and provider of different versions do not understand each other.",
    compatible: addMethod,
    ...inMethod(before, after),
  };
}
