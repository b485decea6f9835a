import type { ClassRules } from "../catalogue/classes.ts";
import { ends, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

const one = "class ACME_Fan { [Key] string Name; };\n";
const two = `${one}class ACME_Pump { [Key] string Name; };\n`;

const chain = `class ACME_Device { [Key] string Name; };
class ACME_Cooling : ACME_Device { };
`;
const short = `${chain}class ACME_Fan : ACME_Device { };\n`;
const long = `${chain}class ACME_Fan : ACME_Cooling { };\n`;

const abstract: Example = {
  old: "class ACME_Device { [Key] string Name; };\n",
  new: "[Abstract] class ACME_Device { [Key] string Name; };\n",
};

const terminal: Example = { old: one, new: `[Terminal] ${one}` };

const association: Example = {
  old: `${ends}[Dynamic, Provider("ACME")] class ACME_FanInCase {
  [Key] ACME_Case REF Case;
  [Key] ACME_Fan REF Fan;
};
`,
  new: `${ends}[Association, Dynamic, Provider("ACME")] class ACME_FanInCase {
  [Key] ACME_Case REF Case;
  [Key] ACME_Fan REF Fan;
};
`,
};

const indication: Example = {
  old: "class ACME_FanFailed { string FanName; };\n",
  new: "[Indication] class ACME_FanFailed { string FanName; };\n",
};

const singleton: Example = {
  old: "class ACME_Settings { uint32 Speed; };\n",
  new: "[Singleton] class ACME_Settings { uint32 Speed; };\n",
};

export const classPages: RulePages<ClassRules> = {
  "class-removed": {
    title: "A class was removed",
    why: "Code that imports the generated class no longer compiles. An old client that asks for its instances, or follows an association to them, gets an error from the new provider.",
    compatible:
      "Deprecate the class first, name what takes its place, and remove it with the next major version.",
    old: two,
    new: one,
  },
  "class-added": {
    title: "A class was added",
    why: "Nobody who knew the schema before can have used the class. An old client that enumerates a superclass may meet instances of it, and reads of them what it knows.",
    compatible: "Nothing is to be done.",
    old: one,
    new: two,
  },
  "class-name-case-changed": {
    title: "The name of a class is spelled in another case",
    why: "CIM compares names without regard to case, so requests go on as before. TypeScript does not: the generated class has another name, and imports of the old one no longer compile.",
    compatible:
      "Keep the old spelling until the next major version. A person who minds it can rename the import.",
    old: one,
    new: "class ACME_FAN { [Key] string Name; };\n",
  },
  "superclass-inserted": {
    title: "A class inherits from more classes",
    why: "All that the class inherited before it still inherits, so code and clients go on as before. Its implementers have to serve it in enumerations of the new superclass too.",
    compatible: "Nothing is to be done, but tell those who implement the class.",
    old: short,
    new: long,
  },
  "superclass-removed": {
    title: "A class inherits from fewer classes",
    why: "Code that passes the generated class where its former superclass is expected may no longer compile. An old client that enumerates that superclass, or finds associated instances by it, no longer gets the instances.",
    compatible:
      "Leave the class where it stands. If the superclass is to go, deprecate it and take it out with the next major version.",
    ...reversed({ old: short, new: long }),
  },
  "superclass-replaced": {
    title: "A class inherits from another class",
    why: "The class is no longer found by way of its former superclass: enumerations and associations of old clients lose its instances, and TypeScript may no longer accept it in the place of that class. Implementers have to register it anew.",
    compatible:
      "Insert the new superclass below the old one, so that the class inherits from both, or add a new class beside this one.",
    old: `class ACME_Device { [Key] string Name; };
class ACME_Part { [Key] string Name; };
class ACME_Fan : ACME_Device { };
`,
    new: `class ACME_Device { [Key] string Name; };
class ACME_Part { [Key] string Name; };
class ACME_Fan : ACME_Part { };
`,
  },
  "class-abstract-added": {
    title: "A class became abstract",
    why: "An abstract class has no instances of its own. The generated type of a new instance is gone, an old client that creates one is refused, and a provider that serves such instances breaks the schema.",
    compatible:
      "Add a subclass that takes over the instances, move the providers to it, and make the class abstract with the next major version.",
    ...abstract,
  },
  "class-abstract-removed": {
    title: "A class is no longer abstract",
    why: "The class may have instances of its own now. Whoever enumerated it before was given those of its subclasses, and reads the new ones in the same way.",
    compatible: "Nothing is to be done.",
    ...reversed(abstract),
  },
  "class-terminal-added": {
    title: "A class became terminal",
    why: "A terminal class has no subclasses. Others who have derived from it, and those who implement such a subclass, can no longer load their schema beside the new one.",
    compatible:
      "Ask for known subclasses before you forbid them, and do it with a major version only.",
    ...terminal,
  },
  "class-terminal-removed": {
    title: "A class is no longer terminal",
    why: "The class may have subclasses now. Nobody can have relied on more than the class itself, which is what it was.",
    compatible: "Nothing is to be done.",
    ...reversed(terminal),
  },
  "association-added": {
    title: "A class became an association",
    why: "An association is followed from one end to the other, and an ordinary class is not. Code, clients and providers were written for a class of the other kind.",
    compatible: "Leave the class as it is and add an association under a name of its own.",
    ...association,
  },
  "association-removed": {
    title: "A class is no longer an association",
    why: "Code and old clients that follow the association from one end to the other find nothing, and providers are asked in another way.",
    compatible:
      "Keep the association, deprecate it, and add the ordinary class under another name.",
    ...reversed(association),
  },
  "indication-added": {
    title: "A class became an indication",
    why: "Indications are subscribed to and cannot be enumerated. The generated type of a new instance is gone, code and clients that read instances get none, and providers have to deliver events.",
    compatible: "Leave the class as it is and add an indication under a name of its own.",
    ...indication,
  },
  "indication-removed": {
    title: "A class is no longer an indication",
    why: "Subscriptions to the class are refused or stay silent, those of old clients and of your own code alike. Providers have to serve instances.",
    compatible: "Keep the indication, deprecate it, and add the ordinary class under another name.",
    ...reversed(indication),
  },
  "singleton-added": {
    title: "A class became a singleton",
    why: "The object path of a singleton has no keys. Paths that old clients and your own code put together lead nowhere, and providers have to answer to the one that is left.",
    compatible: "Add a singleton under another name, and deprecate the class.",
    ...singleton,
  },
  "singleton-removed": {
    title: "A class is no longer a singleton",
    why: "The only instance was reached without a key. Old clients that ask for it in that way get an error, so does code that was generated for a singleton, and providers have to name their instances.",
    compatible: "Keep the singleton and add a class with keys beside it.",
    ...reversed(singleton),
  },
};
