import type { MethodRules } from "../catalogue/methods.ts";
import { inClass, member, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";
import { parameterPages } from "./parameters.ts";

const added: Example = { old: inClass(), new: inClass("uint32 Stop();") };

export const methodPages: RulePages<MethodRules> = {
  "method-added": {
    title: "A method was added",
    why: "Old clients do not call the method. Those who implement the class in TypeScript or elsewhere have to provide it, or say that they do not.",
    compatible: "Nothing is to be done by clients. Tell those who implement the class.",
    ...added,
  },
  "method-removed": {
    title: "A method was removed",
    why: "Code that calls the method no longer compiles. An old client that calls it gets an error from the new provider.",
    compatible:
      "Deprecate the method, go on to answer calls, and remove it with the next major version.",
    ...reversed(added),
  },
  "method-moved-to-superclass": {
    title: "A method was moved to a superclass",
    why: "The class still has the method, now by inheritance. Code, clients and providers of the class notice nothing.",
    compatible:
      "Nothing is to be done for this class. Look at the superclass: for its other subclasses the method is new.",
    old: `class ACME_Device { [Key] string Name; };
class ACME_Fan : ACME_Device { uint32 Stop(); };
`,
    new: `class ACME_Device { [Key] string Name; uint32 Stop(); };
class ACME_Fan : ACME_Device { };
`,
  },
  "method-name-case-changed": {
    title: "The name of a method is spelled in another case",
    why: "CIM compares names without regard to case, so calls go on as before. Generated types keep the case of the MOF, and code that uses the old spelling no longer compiles.",
    compatible: "Keep the old spelling until the next major version.",
    ...member("uint32 SlowDown();", "uint32 Slowdown();"),
  },
  "method-static-changed": {
    title: "A method became static or is no longer static",
    why: "A static method is called on the class, any other one on an instance. Code no longer compiles, calls of old clients go to the wrong path, and providers have to find the instance in another way.",
    compatible: "Add a method of the other kind under another name, and deprecate the old one.",
    ...member("uint32 StopAll();", "[Static] uint32 StopAll();"),
  },
  "return-type-changed": {
    title: "A method returns another type",
    why: "Code that uses the result as what it was no longer compiles. Old clients cannot read the answer, and providers have to return something else.",
    compatible: "Add a method with the other type under another name, and deprecate the old one.",
    ...member("uint32 Test();", "string Test();"),
  },
  ...parameterPages,
};
