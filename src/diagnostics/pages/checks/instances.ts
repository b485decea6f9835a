// cspell:ignore namespce
import type { InstanceCheckSentences } from "../../catalogue/checks/instances.ts";
import type { Pages } from "../page.ts";

export const instanceCheckPages: Pages<InstanceCheckSentences> = {
  "unknown-instance-class": {
    why: "The class of an instance says which properties it has and what their types are. Without it the values are read as they are written and nothing about them can be checked. It is said once for each class; the system classes of WMI are known.",
    wrong: 'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fun { Name = "A"; };\n',
    right: 'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan { Name = "A"; };\n',
  },
  "abstract-instance": {
    why: "An abstract class is there to be inherited from. A server refuses its instances.",
    wrong:
      '[Abstract] class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan { Name = "A"; };\n',
    right: `[Abstract] class ACME_Fan { [Key] string Name; };
class ACME_FastFan : ACME_Fan { };
instance of ACME_FastFan { Name = "A"; };
`,
  },
  "unknown-instance-property": {
    why: "An instance has the properties of its class. Another name is misspelt or belongs to another class; a server refuses the instance. Nothing is said while a superclass is unknown.",
    wrong:
      'class ACME_Fan { [Key] string Name; uint32 Speed; };\ninstance of ACME_Fan { Name = "A"; Sped = 1; };\n',
    right:
      'class ACME_Fan { [Key] string Name; uint32 Speed; };\ninstance of ACME_Fan { Name = "A"; Speed = 1; };\n',
  },
  "property-assigned-twice": {
    why: "A property has one value. Of two assignments only one can be meant.",
    wrong:
      'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan { Name = "A"; Name = "B"; };\n',
    right: 'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan { Name = "A"; };\n',
  },
  "missing-key": {
    why: "The keys are the name of an instance. Without one of them it cannot be found again, and a server refuses it. A key with a default is not reported, nor is an instance that stands as a value.",
    wrong:
      "class ACME_Fan { [Key] string Name; uint32 Speed; };\ninstance of ACME_Fan { Speed = 1; };\n",
    right:
      'class ACME_Fan { [Key] string Name; uint32 Speed; };\ninstance of ACME_Fan { Name = "A"; Speed = 1; };\n',
  },
  "missing-required": {
    why: "Required promises that a property is never NULL. An instance without a value for it, and without a default, breaks that.",
    wrong:
      'class ACME_Fan { [Key] string Name; [Required] uint32 Speed; };\ninstance of ACME_Fan { Name = "A"; };\n',
    right:
      'class ACME_Fan { [Key] string Name; [Required] uint32 Speed; };\ninstance of ACME_Fan { Name = "A"; Speed = 1; };\n',
  },
  "duplicate-instance": {
    why: "Namespace, class and keys are the identity of an instance. Two with the same are one, and the later replaces the earlier.",
    wrong:
      'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan { Name = "A"; };\ninstance of ACME_Fan { Name = "A"; };\n',
    right:
      'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan { Name = "A"; };\ninstance of ACME_Fan { Name = "B"; };\n',
  },
  "duplicate-alias": {
    why: "An alias stands for one declaration of its file in each namespace. If it is given twice, what refers to it could mean either.",
    wrong:
      'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan as $Fan { Name = "A"; };\ninstance of ACME_Fan as $Fan { Name = "B"; };\n',
    right:
      'class ACME_Fan { [Key] string Name; };\ninstance of ACME_Fan as $One { Name = "A"; };\ninstance of ACME_Fan as $Two { Name = "B"; };\n',
  },
  "alias-of-another-class": {
    why: "A reference and an embedded instance are declared for a class. An instance of another class that is none of its subclasses cannot stand there.",
    wrong: `class ACME_Fan { [Key] string Name; };
class ACME_Pump { [Key] string Name; };
[Association] class ACME_Pair { [Key] ACME_Fan REF One; [Key] ACME_Fan REF Two; };
instance of ACME_Fan as $Fan { Name = "A"; };
instance of ACME_Pump as $Pump { Name = "A"; };
instance of ACME_Pair { One = $Fan; Two = $Pump; };
`,
    right: `class ACME_Fan { [Key] string Name; };
[Association] class ACME_Pair { [Key] ACME_Fan REF One; [Key] ACME_Fan REF Two; };
instance of ACME_Fan as $Fan { Name = "A"; };
instance of ACME_Fan as $Other { Name = "B"; };
instance of ACME_Pair { One = $Fan; Two = $Other; };
`,
  },
  "unknown-pragma": {
    why: "A compiler skips a pragma that it does not know. If the name is misspelt, what it was to do is not done.",
    wrong: '#pragma namespce ("root/acme")\nclass ACME_Fan { };\n',
    right: '#pragma namespace ("root/acme")\nclass ACME_Fan { };\n',
  },
  "namespace-without-name": {
    why: "What follows the pragma goes into the namespace that it names. If it names none, everything stays where it was, which was hardly meant.",
    wrong: '#pragma namespace ("")\nclass ACME_Fan { };\n',
    right: '#pragma namespace ("root/acme")\nclass ACME_Fan { };\n',
  },
};
