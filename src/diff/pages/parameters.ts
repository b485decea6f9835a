import type { MethodRules } from "../catalogue/methods.ts";
import { ends, inClass, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

type ParameterRules = Pick<MethodRules, Extract<keyof MethodRules, `param-${string}`>>;

/** The parameters of a method before and now. */
function parameters(before: string, after: string): Example {
  const [old, now] = [before, after].map((list) => inClass(`uint32 Turn(${list});`));
  return { old: old ?? "", new: now ?? "" };
}

const removed = parameters("[In] uint32 Speed, [In] string Reason", "[In] uint32 Speed");
const optional = parameters("[In] uint32 Speed", "[In, Optional] uint32 Speed");
const both = parameters(
  "[In] uint32 Speed, [Out] uint32 OldTime",
  "[In, Out] uint32 Speed, [Out] uint32 OldTime",
);
const another = "Add a method with the other parameter under another name, and deprecate this one.";

function held(cls: string): string {
  return `${ends}class ACME_Plan {
  [Key] string Name;
  uint32 Add([In, EmbeddedInstance("${cls}")] string Part);
};
`;
}

export const parameterPages: RulePages<ParameterRules> = {
  "param-added-in-optional": {
    title: "An optional input was added to a method",
    why: "Arguments are named and the new one may be left out, so code still compiles. An old client does not send it; a provider that was not changed does not know it.",
    compatible: "Let the provider do what it did before when the argument is not there.",
    ...parameters("[In] uint32 Speed", "[In] uint32 Speed, [In, Optional] string Reason"),
  },
  "param-added-in-required": {
    title: "An input that has to be given was added to a method",
    why: "Code that calls the method without the new argument no longer compiles. The call of an old client lacks it and is refused, and providers have to use it.",
    compatible: "Make the parameter optional, or add a method under another name.",
    ...reversed(removed),
  },
  "param-added-out": {
    title: "An output was added to a method",
    why: "The result has one property more, which old code and old clients do not look at. Providers have to fill it in.",
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...parameters("[Out] uint32 OldSpeed", "[Out] uint32 OldSpeed, [Out] uint32 OldTime"),
  },
  "param-added-out-first": {
    title: "The first output was added to a method",
    why: "In TypeScript a method without outputs returns its value alone; with outputs it returns an object of the value and the outputs. Code that uses the value no longer compiles. Old clients do not look at the output, and providers have to fill it in.",
    compatible: "Add a method with the output under another name, and leave this one as it is.",
    ...parameters("[In] uint32 Speed", "[In] uint32 Speed, [Out] uint32 OldSpeed"),
  },
  "param-removed": {
    title: "A parameter was removed from a method",
    why: "Code that gives the argument, or reads the result, no longer compiles. An old client that sends an argument which the method does not have may be refused.",
    compatible:
      "Deprecate the parameter and ignore what is given; remove it with the next major version.",
    ...removed,
  },
  "param-reordered": {
    title: "The parameters of a method stand in another order",
    why: "Arguments have names in the generated types and on the wire, so neither code nor clients notice. Only scripts that pass arguments by their places are given another meaning.",
    compatible: "Nothing is to be done, unless there are such scripts; then keep the order.",
    ...parameters("[In] uint32 Speed, [In] uint32 Time", "[In] uint32 Time, [In] uint32 Speed"),
  },
  "param-renamed": {
    title: "A parameter was renamed",
    why: "Arguments have names in the generated types and on the wire. Code that uses the old name no longer compiles, old clients send an argument that nobody reads, and providers look for the new one.",
    compatible: another,
    ...parameters("[In] uint32 Speed", "[In] uint32 Rate"),
  },
  "param-name-case-changed": {
    title: "The name of a parameter is spelled in another case",
    why: "CIM compares names without regard to case, so calls go on as before. Generated types keep the case of the MOF, and code that uses the old spelling no longer compiles.",
    compatible: "Keep the old spelling until the next major version.",
    ...parameters("[In] uint32 FanSpeed", "[In] uint32 fanSpeed"),
  },
  "param-in-to-inout": {
    title: "An input became an output too",
    why: "The argument is given as before, and the result has one property more. An old client that is surprised by it may fail, and providers have to fill it in.",
    compatible: "Add an output under another name, and leave the input as it is.",
    ...both,
  },
  "param-in-to-inout-first": {
    title: "An input became the first output too",
    why: "In TypeScript a method without outputs returns its value alone; with outputs it returns an object of the value and the outputs. Code that uses the value no longer compiles. An old client that is surprised by the output may fail, and providers have to fill it in.",
    compatible: "Add a method with the output under another name, and leave this one as it is.",
    ...parameters("[In] uint32 Speed", "[In, Out] uint32 Speed"),
  },
  "param-in-to-out": {
    title: "An input became an output",
    why: "Code that gives the argument no longer compiles. Old clients send what nobody reads, and providers have to fill in what they used to be given.",
    compatible: "Add an output under another name, and make the input optional.",
    ...parameters("[In] uint32 Speed", "[Out] uint32 Speed"),
  },
  "param-out-to-in": {
    title: "An output became an input",
    why: "Code that reads the result, or does not give the argument, no longer compiles. Old clients do not send it and find no value in the answer, and providers have to be written anew.",
    compatible: "Add an optional input under another name, and go on to fill in the output.",
    ...parameters("[Out] uint32 Speed", "[In] uint32 Speed"),
  },
  "param-out-to-inout": {
    title: "An output became an input too",
    why: "Code that does not give the argument no longer compiles. The call of an old client lacks it and is refused, and providers have to use it.",
    compatible: "Add an optional input under another name, and leave the output as it is.",
    ...parameters("[Out] uint32 Speed", "[In, Out] uint32 Speed"),
  },
  "param-inout-to-in": {
    title: "A parameter is no longer an output",
    why: "Code that reads it from the result no longer compiles, and an old client finds no value in the answer. Providers that fill it in break the schema.",
    compatible: "Go on to fill in the output, and deprecate it.",
    ...reversed(both),
  },
  "param-inout-to-out": {
    title: "A parameter is no longer an input",
    why: "Code that gives the argument no longer compiles. Old clients send what nobody reads, and providers have to do without it.",
    compatible: "Make the input optional, deprecate it, and ignore what is given.",
    ...parameters("[In, Out] uint32 Speed", "[Out] uint32 Speed"),
  },
  "param-type-changed": {
    title: "A parameter has another type",
    why: "Code that gives or reads a value of the old type no longer compiles. Old clients and new providers do not understand what the other sends.",
    compatible: another,
    ...parameters("[In] uint32 Speed", "[In] string Speed"),
  },
  "param-arrayness-changed": {
    title: "A parameter became an array or is no longer one",
    why: "A list and a single value are different types in TypeScript and different elements on the wire. Code no longer compiles, calls of old clients are misread, and providers have to be changed.",
    compatible: another,
    ...parameters("[In] uint32 Speed", "[In] uint32 Speed[]"),
  },
  "param-array-size-changed": {
    title: "An array parameter has another size",
    why: "TypeScript knows arrays of any length, so code compiles and goes wrong when it counts on the old one. Calls of old clients have the wrong number of elements, and providers have to expect another one.",
    compatible: another,
    ...parameters("[In] uint32 Speeds[2]", "[In] uint32 Speeds[4]"),
  },
  "param-array-type-changed": {
    title: "An array parameter has another kind of order",
    why: "The kind of an array says whether places in it mean something. Code still compiles, but what an old client sends in some order is read in another way.",
    compatible: another,
    ...parameters(
      '[In, ArrayType("Bag")] uint32 Speeds[]',
      '[In, ArrayType("Indexed")] uint32 Speeds[]',
    ),
  },
  "param-embedded-class-changed": {
    title: "A parameter holds instances of another class",
    why: "The value has other properties than before. Code that builds or reads it no longer compiles, and old clients and new providers do not understand what the other sends.",
    compatible: another,
    old: held("ACME_Fan"),
    new: held("ACME_Case"),
  },
  "param-optional-added": {
    title: "An input became optional",
    why: "Code and old clients go on to give the argument. Providers have to do without it when a new client leaves it out.",
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...optional,
  },
  "param-optional-removed": {
    title: "An input is no longer optional",
    why: "Code that leaves the argument out no longer compiles, and an old client that leaves it out is refused.",
    compatible:
      "Keep the input optional, and let the provider take a default value when it is left out.",
    ...reversed(optional),
  },
};
