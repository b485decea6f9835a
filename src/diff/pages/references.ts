import type { PropertyRules } from "../catalogue/properties.ts";
import { associated, ends, member, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

const fast = "class ACME_FastFan : ACME_Fan { };\nclass ACME_Pump { [Key] string Name; };\n";

function reference(before: string, after: string): Example {
  return { old: fast + associated(before), new: fast + associated(after) };
}

/** A key that comes from the class at the other end, whose name is that of the case or the shelf. */
function propagated(from: string): string {
  return `class ACME_Case { [Key] string Name; [Key] string Room; };
class ACME_Fan { [Key] string Name; [Key, Propagated("ACME_Case.${from}")] string Place; };
`;
}

/** Pages for what a property refers to, holds or is propagated from. */
export const referencePages: RulePages<
  Pick<
    PropertyRules,
    | "reference-class-narrowed"
    | "reference-class-widened"
    | "reference-class-widened-writable"
    | "reference-class-unrelated"
    | "embedded-instance-class-changed"
    | "propagated-changed"
    | "weak-changed"
  >
> = {
  "reference-class-narrowed": {
    title: "A reference names a subclass of what it named",
    why: "Code and old clients that write a reference to any other class are refused. Whoever reads gets instances that were allowed before too, but providers have to give up the others.",
    compatible: "Add an association below this one, and narrow the reference there with Override.",
    ...reference("[Key] ACME_Fan REF Fan;", "[Key] ACME_FastFan REF Fan;"),
  },
  "reference-class-widened": {
    title: "A reference names a superclass of what it named",
    why: "The generated type of a path still fits. An old client that follows the reference may find an instance of a class that it does not know, and providers have to look for more.",
    compatible:
      "Add an association above this one that has the wider reference, and leave this one as it is.",
    ...reference("[Key] ACME_FastFan REF Fan;", "[Key] ACME_Fan REF Fan;"),
  },
  "reference-class-widened-writable": {
    title: "A writable reference names a superclass of what it named",
    why: "Code that implements the class takes what is written for an instance of the old class, and no longer compiles against the new one. An old client may find an instance of a class that it does not know, and providers have to accept more.",
    compatible:
      "Add a reference to the superclass under another name, and leave this one as it is.",
    ...reference("[Write] ACME_FastFan REF Fan;", "[Write] ACME_Fan REF Fan;"),
  },
  "reference-class-unrelated": {
    title: "A reference names an unrelated class",
    why: "Nothing that the reference led to before is there any more. Code no longer compiles, old clients find instances that they cannot read, and providers have to be written anew.",
    compatible: "Add an association with the other class, and deprecate this one.",
    ...reference("[Key] ACME_Fan REF Fan;", "[Key] ACME_Pump REF Fan;"),
  },
  "embedded-instance-class-changed": {
    title: "A property holds instances of another class",
    why: "The value has other properties than before. Code that reads or builds it no longer compiles, old clients cannot read it, and providers have to fill in something else.",
    compatible: "Add a property for the other class under another name, and deprecate the old one.",
    old: ends + holder("ACME_Fan"),
    new: ends + holder("ACME_Case"),
  },
  "propagated-changed": {
    title: "A key is propagated from another property",
    why: "Types are as before, but the value of the key comes from elsewhere. Object paths that old clients put together from the old property lead nowhere, and providers have to name their instances anew.",
    compatible: "Keep what the key is propagated from, and add a new class for the other one.",
    old: propagated("Name"),
    new: propagated("Room"),
  },
  "weak-changed": {
    title: "A reference became weak or is no longer weak",
    why: "Weak says that an instance is named by way of the one at the other end. Types are as before, but old clients put object paths together by that rule, and providers have to answer to other ones.",
    compatible: "Leave the association as it is, and add another one for the other rule.",
    old: associated("[Key] ACME_Fan REF Fan;"),
    new: associated("[Key, Weak] ACME_Fan REF Fan;"),
  },
};

function holder(cls: string): string {
  return member("", `[EmbeddedInstance("${cls}")] string Reserve;`).new.replace(
    "ACME_Fan {",
    "ACME_Plan {",
  );
}
