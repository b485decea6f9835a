import type { MemberCheckSentences } from "../../catalogue/checks/members.ts";
import type { Pages } from "../page.ts";

export const memberCheckPages: Pages<MemberCheckSentences> = {
  "override-target-missing": {
    why: "Override says that a member of the superclass is declared anew. If there is none of that name, it is misspelt here or was renamed there, and the class has two members where one was meant. Nothing is said while a superclass is unknown.",
    wrong: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Sped")] uint32 Speeds; };
`,
    right: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Speed")] uint32 Speed; };
`,
  },
  "override-names-another": {
    why: "An overriding member takes the place of the one with the same name. Override with another name looks like renaming, which CIM does not have: both members stay.",
    wrong: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Speed")] uint32 Velocity; };
`,
    right: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Speed")] uint32 Speed; };
`,
  },
  "overrides-another-kind": {
    why: "A property cannot replace a method nor a method a property: who calls the inherited method would find a value.",
    wrong: `class ACME_Fan { uint32 Stop(); };
class ACME_FastFan : ACME_Fan { [Override("Stop")] boolean Stop; };
`,
    right: `class ACME_Fan { uint32 Stop(); };
class ACME_FastFan : ACME_Fan { boolean Stopped; };
`,
  },
  "redeclared-member": {
    why: "A member of an inherited name hides the inherited one. That is sometimes meant and sometimes an accident, so DMTF asks for Override. In the WMI dialect nothing is said unless --strict.",
    wrong: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { uint32 Speed; };
`,
    right: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Speed")] uint32 Speed; };
`,
  },
  "retyped-property": {
    why: "Who knows the superclass reads its property from instances of all subclasses. If one of them has another type there, the value cannot be read.",
    wrong: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Speed")] string Speed; };
`,
    right: `class ACME_Fan { uint32 Speed; };
class ACME_FastFan : ACME_Fan { [Override("Speed")] uint32 Speed; };
`,
  },
  "unrelated-target": {
    why: "An overriding reference or embedded instance may be narrowed to a subclass. A class that is none breaks what the superclass promises about the instance at the other end.",
    wrong: `class ACME_Fan { };
class ACME_Pump { };
[Association] class ACME_Cools { [Key] ACME_Fan REF One; [Key] ACME_Fan REF Other; };
[Association] class ACME_Pumps : ACME_Cools { [Override("One")] ACME_Pump REF One; };
`,
    right: `class ACME_Fan { };
class ACME_FastFan : ACME_Fan { };
[Association] class ACME_Cools { [Key] ACME_Fan REF One; [Key] ACME_Fan REF Other; };
[Association] class ACME_CoolsFast : ACME_Cools { [Override("One")] ACME_FastFan REF One; };
`,
  },
  "changed-signature": {
    why: "A call is made with the parameters of the class that the caller knows. A subclass that takes others, or returns something else, cannot be called through its superclass.",
    wrong: `class ACME_Fan { uint32 Turn([In] uint32 Speed); };
class ACME_FastFan : ACME_Fan {
  [Override("Turn")] uint32 Turn([In] uint32 Speed, [In] boolean Reverse);
};
`,
    right: `class ACME_Fan { uint32 Turn([In] uint32 Speed); };
class ACME_FastFan : ACME_Fan {
  [Override("Turn")] uint32 Turn([In] uint32 Speed);
  uint32 TurnBack([In] uint32 Speed);
};
`,
  },
  "unsuitable-key": {
    why: "Keys are compared and written into object paths. Real numbers are not exact, arrays and embedded objects have no form there, so DMTF excludes them.",
    wrong: "class ACME_Fan { [Key] real32 Position; };\n",
    right: "class ACME_Fan { [Key] uint32 Position; };\n",
  },
  "void-property": {
    why: "The word void says that a method returns nothing. A property or a parameter of that type could not have a value; perhaps parentheses are missing.",
    wrong: "class ACME_Fan { void Stop; };\n",
    right: "class ACME_Fan { void Stop(); };\n",
  },
  "parameter-without-direction": {
    why: "In is true unless it is set to FALSE. A parameter that is neither In nor Out is never sent, so nobody can say what it is for.",
    wrong: "class ACME_Fan { uint32 Turn([In(FALSE)] uint32 Speed); };\n",
    right: "class ACME_Fan { uint32 Turn([In(FALSE), Out] uint32 Speed); };\n",
  },
};
