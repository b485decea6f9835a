import type { ModelSentences } from "../catalogue/model.ts";
import type { Pages } from "./page.ts";

export const modelPages: Pages<ModelSentences> = {
  "unknown-superclass": {
    why: "A class has the members of its superclass as well. If no source declares that one, they are missing from all that is made of the class. With --search the file that declares it is looked for.",
    wrong: "class ACME_FastFan : ACME_Fan { };\n",
    right: "class ACME_Fan { };\nclass ACME_FastFan : ACME_Fan { };\n",
  },
  "too-many-superclasses": {
    why: "The deepest schemas have some fifteen levels. Hundreds are a mistake of a program, or an attempt to exhaust memory, since every class holds all that it inherits.",
  },
  "superclass-cycle": {
    why: "A class cannot be its own ancestor: nobody could say what it inherits.",
    wrong: "class ACME_Fan : ACME_FastFan { };\nclass ACME_FastFan : ACME_Fan { };\n",
    right: "class ACME_Fan { };\nclass ACME_FastFan : ACME_Fan { };\n",
  },
  "duplicate-class": {
    why: "The name of a class and its namespace are its identity. Of two declarations only one can be meant, and which one would depend on the order of the files.",
    wrong: "class A { uint32 X; };\nclass A { uint32 Y; };\n",
    right: "class A { uint32 X; uint32 Y; };\n",
  },
  "duplicate-property": {
    why: "Names are compared without regard to case. Of two properties with one name only the first is kept, and here the two have different types, so that it matters which.",
    wrong: "class ACME_Fan { uint32 Speed; string SPEED; };\n",
    right: "class ACME_Fan { uint32 Speed; string SpeedText; };\n",
  },
  "repeated-property": {
    why: "Names are compared without regard to case. The property stands twice with one type; only the first is kept, and the qualifiers of the second are lost.",
    wrong: "class ACME_Fan { uint32 Speed; uint32 SPEED; };\n",
    right: "class ACME_Fan { uint32 Speed; };\n",
  },
  "duplicate-method": {
    why: "CIM has no overloading: a class has one method of a name, whatever its parameters are.",
    wrong: "class ACME_Fan { uint32 Turn(); uint32 Turn([In] uint32 Speed); };\n",
    right: "class ACME_Fan { uint32 Turn(); uint32 TurnAt([In] uint32 Speed); };\n",
  },
  "duplicate-parameter": {
    why: "Arguments are sent by name. Two parameters with one name cannot be told apart.",
    wrong: "class ACME_Fan { uint32 Turn([In] uint32 Speed, [In] uint32 speed); };\n",
    right: "class ACME_Fan { uint32 Turn([In] uint32 Speed, [In] uint32 Seconds); };\n",
  },
  "parameter-named-return-value": {
    why: "What a method returns travels under the name ReturnValue, together with what its parameters give back. A parameter of that name would be in its place.",
    wrong: "class ACME_Fan { uint32 Turn([Out] uint32 ReturnValue); };\n",
    right: "class ACME_Fan { uint32 Turn([Out] uint32 Speed); };\n",
  },
  "unknown-type": {
    why: "A type is one of the intrinsic types of CIM or, in Microsoft's dialect and with EmbeddedInstance, a class. This word is neither, so the property is read as holding any object.",
    wrong: "class ACME_Fan { ACME_Motor Motor; };\n",
    right: "class ACME_Motor { };\nclass ACME_Fan { ACME_Motor Motor; };\n",
  },
  "misspelt-type": {
    why: "The word is what another language calls a type of CIM, or one of CIM with its letters in disorder, and no class has that name. Read as an object it would be wrong in all that is generated.",
    wrong: "class ACME_Fan { unit32 Speed; };\n",
    right: "class ACME_Fan { uint32 Speed; };\n",
  },
  "unknown-reference-target": {
    why: "A reference is to instances of a class. If no source declares the class, nothing is known of what is at the other end.",
    wrong: `class ACME_Fan { };
[Association] class ACME_Cools { [Key] ACME_Fan REF Fan; [Key] ACME_Case REF Case; };
`,
    right: `class ACME_Fan { };
class ACME_Case { };
[Association] class ACME_Cools { [Key] ACME_Fan REF Fan; [Key] ACME_Case REF Case; };
`,
  },
  "amendment-without-class": {
    why: "An amendment gives the texts of a class that is declared elsewhere, and is merged into it by namespace and name. Without the class the texts go nowhere.",
    wrong: `#pragma namespace("root/acme/ms_409")
[AMENDMENT, LOCALE(0x409), Description("A fan") : Amended] class ACME_Fan { };
`,
    right: `#pragma namespace("root/acme")
class ACME_Fan { };
#pragma namespace("root/acme/ms_409")
[AMENDMENT, LOCALE(0x409), Description("A fan") : Amended] class ACME_Fan { };
`,
  },
  "value-map-mismatch": {
    why: "The first key belongs to the first label, the second to the second. If there are more of one than of the other, an entry was forgotten, and all behind it may be shifted.",
    wrong: 'class ACME_Fan { [ValueMap{"0", "1", "2"}, Values{"Off", "On"}] uint8 State; };\n',
    right: 'class ACME_Fan { [ValueMap{"0", "1"}, Values{"Off", "On"}] uint8 State; };\n',
  },
  "unknown-alias": {
    why: "An alias stands for an instance or a class that is declared with `as`. If nothing has it, the value refers to nothing.",
    wrong: `class ACME_Fan { [Key] string Name; };
[Association] class ACME_Pair { [Key] ACME_Fan REF One; [Key] ACME_Fan REF Two; };
instance of ACME_Fan as $Fan { Name = "A"; };
instance of ACME_Pair { One = $Fan; Two = $Fun; };
`,
    right: `class ACME_Fan { [Key] string Name; };
[Association] class ACME_Pair { [Key] ACME_Fan REF One; [Key] ACME_Fan REF Two; };
instance of ACME_Fan as $Fan { Name = "A"; };
instance of ACME_Pair { One = $Fan; Two = $Fan; };
`,
  },
  "amendment-without-member": {
    why: "An amendment gives the texts of members that the class has. One of another name is left from an older version or is misspelt, and its texts go nowhere.",
    wrong: `#pragma namespace("root/acme")
class ACME_Fan { uint32 Speed; };
#pragma namespace("root/acme/ms_409")
[AMENDMENT, LOCALE(0x409)] class ACME_Fan { [Description("How fast") : Amended] uint32 Sped; };
`,
    right: `#pragma namespace("root/acme")
class ACME_Fan { uint32 Speed; };
#pragma namespace("root/acme/ms_409")
[AMENDMENT, LOCALE(0x409)] class ACME_Fan { [Description("How fast") : Amended] uint32 Speed; };
`,
  },
  "nothing-to-delete": {
    why: "The pragma deletes a class that is declared before it. If there is none, its name or its namespace is misspelt; FAIL asks for this to be a mistake, NOFAIL does not.",
    wrong: '#pragma deleteclass("ACME_Fan", FAIL)\nclass ACME_Pump { };\n',
    right: '#pragma deleteclass("ACME_Fan", NOFAIL)\nclass ACME_Pump { };\n',
  },
};
