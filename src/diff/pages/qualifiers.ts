import type { QualifierRules } from "../catalogue/qualifiers.ts";
import {
  classWith,
  nothingToDo,
  onClass,
  qualified,
  type RulePage,
  type RulePages,
} from "./page.ts";

const element = "uint32 Speed;";
const versioned = (version: string, members: string): string =>
  `${version === "" ? "" : `[Version("${version}")]\n`}${classWith(members)}`;
/** Stated, because Microsoft's qualifiers alone would put the class into another one. */
const inNamespace = (qualifiers: string): string =>
  `#pragma namespace("root/cimv2")\n${qualifiers}\n${classWith(element)}`;
const keepVersions =
  "Raise the version of a class with every change: the third number for texts, the second for what is compatible, the first for what is not.";
const implementation =
  "Clients may be answered by another provider, or be refused, and whoever implements the class has to register and test it anew.";
const testBoth = "Let the old and the new one answer alike before the schema changes.";
const typeDeclared = (type: string): string =>
  `Qualifier Severity : ${type};\n${classWith(element)}`;
const usual = "uint32 = 0, Scope(property), Flavor(EnableOverride)";
const everywhere =
  "A qualifier type says what a qualifier means wherever it stands, so every class that uses it is concerned, and so is every schema that is compiled together with this one.";
const anotherName = "Declare a qualifier type under another name.";

export const qualifierPages: RulePages<QualifierRules> = {
  "deprecated-added": {
    title: "An element is deprecated",
    why: "Everything works as before. Editors and linters point out where it is used.",
    compatible: "Name what replaces it as the value of Deprecated.",
    ...qualified("", 'Deprecated{"CIM_Fan.Rpm"}', element),
  },
  "deprecated-removed": {
    title: "An element is no longer deprecated",
    why: "It may be used again without a warning.",
    compatible: nothingToDo,
    ...qualified('Deprecated{"CIM_Fan.Rpm"}', "", element),
  },
  "experimental-added": {
    title: "An element is experimental",
    why: "It may change from now on, and whoever uses it should know.",
    compatible: "Mark what is new as experimental from its first release on.",
    ...qualified("", "Experimental", element),
  },
  "experimental-removed": {
    title: "An element is no longer experimental",
    why: "It is here to stay.",
    compatible: nothingToDo,
    ...qualified("Experimental", "", element),
  },
  "version-not-bumped": {
    title: "A class has changed and its version has not",
    why: "Who compares versions takes the class for the one that they know.",
    compatible: keepVersions,
    old: versioned("1.0.0", element),
    new: versioned("1.0.0", `${element}\nuint32 Power;`),
  },
  "version-decreased": {
    title: "The version of a class is lower than before",
    why: "Who compares versions takes the new class for an old one.",
    compatible: keepVersions,
    old: versioned("2.1.0", element),
    new: versioned("2.0.0", element),
  },
  "version-removed": {
    title: "A class no longer has a version",
    why: "Nobody can tell the new class from the old one.",
    compatible: keepVersions,
    old: versioned("1.0.0", element),
    new: versioned("", element),
  },
  "version-added": {
    title: "A class has a version",
    why: "It can be told from later ones.",
    compatible: nothingToDo,
    old: versioned("", element),
    new: versioned("1.0.0", element),
  },
  "version-major-changed": {
    title: "A class has another major version",
    why: "The version says that the class is not compatible with the one of before.",
    compatible: "See that the other changes of the class really ask for it.",
    old: versioned("1.4.0", element),
    new: versioned("2.0.0", element),
  },
  "version-changed": {
    title: "A class has a higher version",
    why: "That is what versions are for.",
    compatible: nothingToDo,
    old: versioned("1.0.0", element),
    new: versioned("1.1.0", element),
  },
  "description-changed": text("The description of an element has changed", "Description", element),
  "displayname-changed": text("The display name of an element has changed", "DisplayName", element),
  "values-text-changed": {
    title: "What is said of named values has changed",
    why: "Only comments of the generated code change.",
    compatible: nothingToDo,
    ...qualified(
      'ValueMap{"1"}, Values{"On"}, ValueDescriptions{"It runs."}',
      'ValueMap{"1"}, Values{"On"}, ValueDescriptions{"It is running."}',
      "uint16 State;",
    ),
  },
  "mappingstrings-changed": {
    title: "The mapping of an element has changed",
    why: "It tells where the value comes from. No type and no message changes.",
    compatible: nothingToDo,
    ...qualified('MappingStrings{"MIB.A|1"}', 'MappingStrings{"MIB.A|2"}', element),
  },
  "umlpackagepath-changed": {
    title: "A class has another UML package path",
    why: "It tells where the class stands in a drawing. No type and no message changes.",
    compatible: nothingToDo,
    ...onClass('UMLPackagePath("CIM::Core")', 'UMLPackagePath("CIM::Device")'),
  },
  "modelcorrespondence-changed": {
    title: "An element corresponds to others",
    why: "It tells what else is to be looked at. No type and no message changes.",
    compatible: nothingToDo,
    ...qualified(
      'ModelCorrespondence{"CIM_Fan.Name"}',
      'ModelCorrespondence{"CIM_Fan.Speed"}',
      element,
    ),
  },
  "provider-changed": provider(
    "Another provider answers for a class",
    'provider("Old")',
    'provider("New")',
  ),
  "dynamic-changed": {
    title: "A class became dynamic, or is no longer so",
    why: implementation,
    compatible: testBoth,
    old: inNamespace('[provider("Fans")]'),
    new: inNamespace('[dynamic, provider("Fans")]'),
  },
  "implemented-changed": {
    title: "A method became implemented, or is no longer so",
    why: implementation,
    compatible: testBoth,
    ...qualified("", "implemented", "uint32 Run();"),
  },
  "privileges-changed": {
    title: "Other privileges are needed",
    why: implementation,
    compatible: testBoth,
    ...qualified(
      'privileges{"SeBackupPrivilege"}',
      'privileges{"SeTcbPrivilege"}',
      "uint32 Run();",
    ),
  },
  "securitydescriptor-changed": {
    title: "An element has another security descriptor",
    why: implementation,
    compatible: testBoth,
    ...onClass('SecurityDescriptor("O:BAG:BA")', 'SecurityDescriptor("O:SYG:SY")'),
  },
  "qualifier-added": other("An element has another qualifier", "", "Expensive"),
  "qualifier-removed": other("An element has a qualifier less", "Expensive", ""),
  "qualifier-changed": other(
    "A qualifier has another value",
    'Alias("Rpm")',
    'Alias("Revolutions")',
  ),
  "qualifier-type-added": {
    title: "A qualifier type was added",
    why: "Nobody uses it yet.",
    compatible: nothingToDo,
    old: classWith(element),
    new: typeDeclared(usual),
  },
  "qualifier-type-removed": {
    title: "A qualifier type was removed",
    why: everywhere,
    compatible: "Keep the declaration as long as anybody may use the qualifier.",
    old: typeDeclared(usual),
    new: classWith(element),
  },
  "qualifier-type-type-changed": typePage("type", usual.replace("uint32 = 0", "uint16 = 0")),
  "qualifier-type-default-changed": typePage("default", usual.replace("= 0", "= 1")),
  "qualifier-type-scope-changed": typePage("scope", usual.replace("property", "method")),
  "qualifier-type-flavor-changed": typePage("flavor", usual.replace("Enable", "Disable")),
};

function text(title: string, qualifier: string, of: string): RulePage {
  return {
    title,
    why: "Only comments of the generated code change.",
    compatible: nothingToDo,
    ...qualified(`${qualifier}("Its speed")`, `${qualifier}("How fast it is")`, of),
  };
}

function provider(title: string, before: string, after: string): RulePage {
  return { title, why: implementation, compatible: testBoth, ...onClass(before, after) };
}

function other(title: string, before: string, after: string): RulePage {
  return {
    title,
    why: "No type and no message depends on the qualifier. Those who read it see the change.",
    compatible: nothingToDo,
    ...qualified(before, after, element),
  };
}

function typePage(what: string, after: string): RulePage {
  return {
    title: `A qualifier type has another ${what}`,
    why: everywhere,
    compatible: anotherName,
    old: typeDeclared(usual),
    new: typeDeclared(after),
  };
}
