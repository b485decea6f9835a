/** What is done to classes, instances and qualifier types. */
import { besideEdits, classEdits } from "./class-edit.ts";
import type { Edit } from "./edit.ts";
import type { Row } from "./member-edit.ts";

const classes: readonly Row[] = [
  ["", "*", "class-added sss minor", "class-removed BBs major"],
  ["*", "CASE", "class-name-case-changed Bss major", "class-name-case-changed Bss major"],
  [
    "* -Abstract",
    "* [Abstract]",
    "class-abstract-added WBB major",
    "class-abstract-removed sss minor",
  ],
  [
    "* -Terminal",
    "* [Terminal]",
    "class-terminal-added BsB major",
    "class-terminal-removed sss minor",
  ],
  [
    "* -Association",
    "* [Association]",
    "association-added BBB major",
    "association-removed BBB major",
  ],
  ["* -Indication", "* [Indication]", "indication-added BBB major", "indication-removed BBB major"],
  ["* -Singleton", "* [Singleton]", "singleton-added BBB major", "singleton-removed BBB major"],
  [
    "* -Deprecated",
    '* [Deprecated{"A"}]',
    "deprecated-added Wss minor",
    "deprecated-removed sss patch",
  ],
  [
    "* -Experimental",
    "* [Experimental]",
    "experimental-added Wss minor",
    "experimental-removed sss patch",
  ],
  ["* -Version", '* [Version("2.1.0")]', "version-added sss patch", "version-removed ssW patch"],
  [
    '* [Version("2.1.0")]',
    '* [Version("2.10.0")]',
    "version-changed sss patch",
    "version-decreased ssW patch",
  ],
  [
    '* [Version("2.9.0")]',
    '* [Version("3.0.0")]',
    "version-major-changed ssW patch",
    "version-decreased ssW patch",
  ],
  [
    '* [Description("A")]',
    '* [Description("B")]',
    "description-changed sss patch",
    "description-changed sss patch",
  ],
  [
    '* [UMLPackagePath("A")]',
    '* [UMLPackagePath("B")]',
    "umlpackagepath-changed sss patch",
    "umlpackagepath-changed sss patch",
  ],
  [
    '* [Provider("A")]',
    '* [Provider("B")]',
    "provider-changed sWB minor",
    "provider-changed sWB minor",
  ],
  ["* -Dynamic", "* [Dynamic]", "dynamic-changed sWB minor", "dynamic-changed sWB minor"],
  [
    "* -SecurityDescriptor",
    '* [SecurityDescriptor("O:BAG:BA")]',
    "securitydescriptor-changed sWB minor",
    "securitydescriptor-changed sWB minor",
  ],
  ["* -ZzNote", '* [ZzNote("a")]', "qualifier-added sss patch", "qualifier-removed sss patch"],
];

const thing = "class NAME { [Key] string Id; uint32 Size; };";

function instance(size: string): string {
  return `${thing} instance of NAME { Id = "a"; ${size} };`;
}

function qualifier(type: string, scope = "any", flavor = "EnableOverride"): string {
  return `Qualifier NAME : ${type}, Scope(${scope}), Flavor(${flavor}, ToSubclass);`;
}

function type(what: string): [string, string] {
  const change = `qualifier-type-${what}-changed WWB minor`;
  return [change, change];
}

const beside: readonly Row[] = [
  ["", "class NAME : CLASS { uint8 A; };", "class-added sss minor", "class-removed BBs major"],
  [thing, instance(""), 'instance-added sss minor @.Id="a"', 'instance-removed sWs minor @.Id="a"'],
  [
    instance("Size = 1;"),
    instance("Size = 2;"),
    'instance-changed sWs patch @.Id="a": Size',
    'instance-changed sWs patch @.Id="a": Size',
  ],
  [
    instance("Size = 1;"),
    instance(""),
    'instance-changed sWs patch @.Id="a": Size',
    'instance-changed sWs patch @.Id="a": Size',
  ],
  [
    "",
    qualifier("uint32 = 1"),
    "qualifier-type-added sss minor",
    "qualifier-type-removed WWB minor",
  ],
  [qualifier("uint32"), qualifier("string"), ...type("type")],
  [qualifier("uint32 = 1"), qualifier("uint32 = 2"), ...type("default")],
  [qualifier("uint32", "class"), qualifier("uint32", "class, method"), ...type("scope")],
  [qualifier("uint32", "method, class"), qualifier("uint32", "class, method"), "", ""],
  [
    qualifier("uint32", "any", "EnableOverride"),
    qualifier("uint32", "any", "DisableOverride"),
    ...type("flavor"),
  ],
];

export const otherEdits: readonly Edit[] = [...classEdits(classes), ...besideEdits(beside)];
