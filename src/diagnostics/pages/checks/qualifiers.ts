import type { QualifierCheckSentences } from "../../catalogue/checks/qualifiers.ts";
import type { Pages } from "../page.ts";

export const qualifierCheckPages: Pages<QualifierCheckSentences> = {
  "duplicate-qualifier": {
    why: "A qualifier has one value at an element. Of two the last one counts here, but other compilers take the first or refuse the file.",
    wrong: 'class ACME_Fan { [Description("Turns"), Description("Cools")] uint32 Speed; };\n',
    right: 'class ACME_Fan { [Description("Turns and cools")] uint32 Speed; };\n',
  },
  "undeclared-qualifier": {
    why: "Where a set of files declares the types of its qualifiers, one that is not among them and that no standard knows is misspelt, or its declaration is missing. It is said once for each name, and never in the WMI dialect, which declares none.",
    wrong: `Qualifier Colour : string = null, Scope(property);
class ACME_Fan { [Color("blue")] uint32 Speed; };
`,
    right: `Qualifier Colour : string = null, Scope(property);
class ACME_Fan { [Colour("blue")] uint32 Speed; };
`,
  },
  "conflicting-qualifier-type": {
    why: "The type of a qualifier says how its values are read and where they go on. If a namespace has two, what a value means depends on which was read first.",
    wrong: `Qualifier Colour : string = null, Scope(property);
Qualifier Colour : uint32 = 0, Scope(property);
`,
    right: "Qualifier Colour : string = null, Scope(property);\n",
  },
  "qualifier-scope": {
    why: "The scope of a qualifier lists what it speaks of. At anything else it has no meaning, and was perhaps meant for a neighbour. WMI has no scopes, so nothing is said in its dialect unless --strict.",
    wrong: "class ACME_Fan { [Key] uint32 Turn(); };\n",
    right: "class ACME_Fan { [Key] uint32 Number; uint32 Turn(); };\n",
  },
  "qualifier-value-type": {
    why: "A qualifier has the type of its declaration or of the standard. A value of another type is read as something else, or not at all. WMI takes the type from the value, so nothing is said in its dialect unless --strict.",
    wrong: 'class ACME_Fan { [MaxLen("8")] string Name; };\n',
    right: "class ACME_Fan { [MaxLen(8)] string Name; };\n",
  },
  "qualifier-not-overridable": {
    why: "A qualifier with the flavor DisableOverride keeps its value in all subclasses: what is a key stays a key. Another value below it is ignored by some servers and refused by others.",
    wrong: `class ACME_Fan { [Key] string Name; };
class ACME_FastFan : ACME_Fan { [Key(FALSE), Override("Name")] string Name; };
`,
    right: `class ACME_Fan { [Key] string Name; };
class ACME_FastFan : ACME_Fan { [Key, Override("Name")] string Name; };
`,
  },
  "flavor-conflict": {
    why: "A flavor says whether a qualifier goes on and whether it may change. Two that say the opposite leave it open.",
    wrong: `Qualifier Colour : string = null, Scope(property), Flavor(EnableOverride, DisableOverride);
`,
    right: "Qualifier Colour : string = null, Scope(property), Flavor(DisableOverride);\n",
  },
  "unknown-flavor": {
    why: "There are a handful of flavors. Any other word is skipped, and with it what it was to say.",
    wrong: "Qualifier Colour : string = null, Scope(property), Flavor(ToSubclasses);\n",
    right: "Qualifier Colour : string = null, Scope(property), Flavor(ToSubclass);\n",
  },
  "unknown-scope": {
    why: "A scope is a kind of element. Any other word is skipped, so that the qualifier is not allowed where it was meant to stand.",
    wrong: "Qualifier Colour : string = null, Scope(properties);\n",
    right: "Qualifier Colour : string = null, Scope(property);\n",
  },
  "qualifier-on-another-type": {
    why: "Some qualifiers speak of values of certain types: limits of numbers, lengths of strings, bits of integers. At another type nobody can obey them.",
    wrong: "class ACME_Fan { [MaxValue(10)] datetime Started; };\n",
    right: "class ACME_Fan { [MaxValue(10)] uint32 Speed; };\n",
  },
  "version-syntax": {
    why: "Versions of classes are compared number by number, so all three have to be there.",
    wrong: '[Version("2.41")] class ACME_Fan { };\n',
    right: '[Version("2.41.0")] class ACME_Fan { };\n',
  },
  "punit-syntax": {
    why: "A programmatic unit is read by programs, which convert values with it. It begins with a base unit; units, numbers and powers follow, each behind a * or a /, without parentheses.",
    wrong: 'class ACME_Fan { [PUnit("gram / (meter * meter)")] uint32 Weight; };\n',
    right: 'class ACME_Fan { [PUnit("gram / meter / meter")] uint32 Weight; };\n',
  },
  "propagated-from-nothing": {
    why: "A propagated key has the value of a key of another instance, and Propagated names its class and property. If that does not exist, nobody knows where the value comes from. Of classes that no source declares nothing is said.",
    wrong: `class ACME_Case { [Key] string Name; };
class ACME_Fan { [Key, Propagated("ACME_Case.Nam")] string CaseName; };
`,
    right: `class ACME_Case { [Key] string Name; };
class ACME_Fan { [Key, Propagated("ACME_Case.Name")] string CaseName; };
`,
  },
  "deprecated-for-nothing": {
    why: "Deprecated names what to use instead. If that does not exist, readers search for it in vain. Of classes that no source declares nothing is said.",
    wrong: 'class ACME_Fan { [Deprecated{"ACME_Fan.Velocity"}] uint32 Speed; };\n',
    right: 'class ACME_Fan { [Deprecated{"ACME_Fan.Velocity"}] uint32 Speed; uint32 Velocity; };\n',
  },
};
