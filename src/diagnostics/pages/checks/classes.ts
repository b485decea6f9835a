import type { ClassCheckSentences } from "../../catalogue/checks/classes.ts";
import type { Pages } from "../page.ts";

export const classCheckPages: Pages<ClassCheckSentences> = {
  "ambiguous-class": {
    why: "A class names others of its own namespace. Where that does not have the class, one of another namespace is taken, so that a part of a schema can be read; but of several only one can be the class that a server has there.",
    wrong: `#pragma namespace ("root/acme/a")
class ACME_Device { [Key] string Id; };
#pragma namespace ("root/acme/b")
class ACME_Device { [Key] uint32 Number; };
#pragma namespace ("root/acme")
class ACME_Fan : ACME_Device { };
`,
    right: `#pragma namespace ("root/acme/a")
class ACME_Device { [Key] string Id; };
#pragma namespace ("root/acme/b")
class ACME_Device { [Key] uint32 Number; };
#pragma namespace ("root/acme")
class ACME_Device { [Key] string Id; };
class ACME_Fan : ACME_Device { };
`,
  },
  "terminal-superclass": {
    why: "Who writes Terminal promises that a class has no subclasses, and others build on it: a server may refuse the subclass. The qualifier is not inherited; it speaks of one class.",
    wrong: "[Terminal] class ACME_Fan { };\nclass ACME_FastFan : ACME_Fan { };\n",
    right: "class ACME_Fan { };\n[Terminal] class ACME_FastFan : ACME_Fan { };\n",
  },
  "superclass-of-another-kind": {
    why: "What makes a class an association or an indication is said once, at the topmost class, and holds for all below it. A class that becomes one halfway down is taken for an ordinary class by whoever looks at its superclass.",
    wrong: `class ACME_Event { };
[Indication] class ACME_FanFailed : ACME_Event { };
`,
    right: `[Indication] class ACME_Event { };
[Indication] class ACME_FanFailed : ACME_Event { };
`,
  },
  "too-few-references": {
    why: "An association connects instances, so it needs two references at least. With fewer it cannot be followed: operations such as Associators find nothing through it.",
    wrong: `class ACME_Fan { };
[Association] class ACME_Cools { [Key] ACME_Fan REF Fan; };
`,
    right: `class ACME_Fan { };
[Association] class ACME_Cools { [Key] ACME_Fan REF Fan; [Key] ACME_Fan REF Reserve; };
`,
  },
  "subclass-adds-reference": {
    why: "Whoever knows an association knows its ends. A subclass may narrow one of them with Override, but a further end would be invisible to everybody who asks for the superclass.",
    wrong: `class ACME_Fan { };
[Association] class ACME_Cools { [Key] ACME_Fan REF Fan; [Key] ACME_Fan REF Reserve; };
[Association] class ACME_CoolsTwo : ACME_Cools { ACME_Fan REF Third; };
`,
    right: `class ACME_Fan { };
class ACME_FastFan : ACME_Fan { };
[Association] class ACME_Cools { [Key] ACME_Fan REF Fan; [Key] ACME_Fan REF Reserve; };
[Association] class ACME_CoolsFast : ACME_Cools { [Override("Fan")] ACME_FastFan REF Fan; };
`,
  },
  "reference-outside-association": {
    why: "DMTF allows references in associations only; elsewhere nothing follows them, and servers of DMTF's kind refuse the class. In the WMI dialect nothing is said unless --strict, because WMI has such references everywhere.",
    wrong: "class ACME_Fan { };\nclass ACME_Case { ACME_Fan REF Fan; };\n",
    right: `class ACME_Fan { };
class ACME_Case { };
[Association] class ACME_FanInCase { [Key] ACME_Fan REF Fan; [Key] ACME_Case REF Case; };
`,
  },
  "key-in-subclass": {
    why: "The keys of a class are the names of its instances. If a subclass adds one, its instances cannot be named by what is known of the superclass, and two of them may have one name there.",
    wrong: `class ACME_Fan { [Key] string Name; };
class ACME_FastFan : ACME_Fan { [Key] uint32 Number; };
`,
    right: `class ACME_Fan { [Key] string Name; };
class ACME_FastFan : ACME_Fan { uint32 Number; };
`,
  },
  "class-name-without-schema": {
    why: "Names of classes begin with that of the schema that they belong to, and an underscore. Without it two vendors use one name. This is said with --strict only, and never in the WMI dialect.",
    wrong: "class Fan { };\n",
    right: "class ACME_Fan { };\n",
    strict: true,
  },
};
