/** What is done to qualifiers of properties and methods. */
import type { Edit } from "./edit.ts";
import { memberEdits, type Row } from "./member-edit.ts";

/** Those of a property whose values go one way or both. */
const flowing: readonly Row[] = [
  ...limits("MaxLen", "string", "maxlen-increased", "maxlen-decreased"),
  ...limits("MaxValue", "uint32", "maxvalue-increased", "maxvalue-decreased"),
  ...limits("MinLen", "string", "minlen-increased", "minlen-decreased"),
  ...limits("MinValue", "uint32", "minvalue-increased", "minvalue-decreased"),
  ...namedValues("valuemap", "ValueMap", "Values"),
  ...namedValues("bitmap", "BitMap", "BitValues"),
  [
    '[ValueMap{"0", "1.."}, Values{"A", "Vendor"}] uint16 NAME',
    '[ValueMap{"0", "2.."}, Values{"A", "Vendor"}] uint16 NAME',
    "valuemap-range-changed sWW patch",
    "valuemap-range-changed sWW patch",
  ],
  [
    '[BitMap{"0", "1..3"}, BitValues{"A", "Vendor"}] uint16 NAME',
    '[BitMap{"0"}, BitValues{"A"}] uint16 NAME',
    "bitmap-range-changed sWW patch",
    "bitmap-range-changed sWW patch",
  ],
  [
    '[ValueMap{"0"}, Values{"A"}] uint16 NAME',
    '[BitMap{"0"}, BitValues{"A"}] uint16 NAME',
    "valuemap-removed Bss major; bitmap-added Wss minor",
    "valuemap-added Wss minor; bitmap-removed Bss major",
  ],
  [
    '[ValueMap{"0"}, Values{"A"}] uint16 NAME',
    '[ValueMap{"0"}, Values{"A"}, ValueDescriptions{"The first."}] uint16 NAME',
    "values-text-changed sss patch",
    "values-text-changed sss patch",
  ],
];

/** A limit loosened or tightened, of what is read and of what is written. */
function limits(name: string, type: string, up: string, down: string): readonly Row[] {
  const isUpper = name.startsWith("Max");
  const state = (value: number, more = ""): string => `[${name}(${value})${more}] ${type} NAME`;
  const tight = "sBB major";
  const rules = (suffix: string, levels: string): [string, string] =>
    isUpper
      ? [`${up} sWs minor`, `${down}${suffix} ${levels}`]
      : [`${up}${suffix} ${levels}`, `${down} sWs minor`];
  const none: Row = isUpper
    ? [state(7), `${type} NAME`, ...rules("", "ssB major")]
    : [`${type} NAME`, state(7), ...rules("", "ssB major")];
  return [
    [state(5), state(8), ...rules("", "ssB major")],
    [state(5, ", Write"), state(8, ", Write"), ...rules("-input", tight)],
    none,
  ];
}

function namedValues(word: "valuemap" | "bitmap", map: string, names: string): readonly Row[] {
  const state = (entries: string, more = ""): string => {
    const pairs = entries.split(" ").map((each) => each.split("="));
    const list = (at: number): string => pairs.map((pair) => `"${pair[at] ?? ""}"`).join(", ");
    return `[${map}{${list(0)}}, ${names}{${list(1)}}${more}] uint16 NAME`;
  };
  const writeOnly = ", Read(false), Write";
  return [
    ["uint16 NAME", state("0=A"), `${word}-added Wss minor`, `${word}-removed Bss major`],
    [
      state("0=A"),
      state("1=B 0=A"),
      `${word}-entry-added sWs minor`,
      `${word}-entry-removed BWW major`,
    ],
    [
      state("0=A", writeOnly),
      state("0=A 1=B", writeOnly),
      `${word}-entry-added-input ssW minor`,
      `${word}-entry-removed-input BBW major`,
    ],
    [
      state("0=A", ", Write"),
      state("0=A 1=B", ", Write"),
      `${word}-entry-added-inout sWW minor`,
      `${word}-entry-removed-input BBW major`,
    ],
    [
      state("0=A 1=B"),
      state("0=A 1=C"),
      `${word}-value-renamed Bss major`,
      `${word}-value-renamed Bss major`,
    ],
    [
      state("0=A 1=B"),
      state("0=B 1=A"),
      `${word}-value-reassigned BBB major; ${word}-value-reassigned BBB major`,
      `${word}-value-reassigned BBB major; ${word}-value-reassigned BBB major`,
    ],
    [state("0=A 1=B"), state("1=B 0=A"), "", ""],
  ];
}

/** Those that every element may have, the real ones beside them. */
const general: readonly Row[] = [
  ["* -Units", '* [Units("Bytes")]', "units-added sWW minor", "units-removed sWW minor"],
  ['* [Units("Bits")]', '* [Units("Bytes")]', "units-changed sBB major", "units-changed sBB major"],
  ["* -PUnit", '* [PUnit("byte")]', "punit-added sWW minor", "punit-removed sWW minor"],
  ['* [PUnit("bit")]', '* [PUnit("byte")]', "punit-changed sBB major", "punit-changed sBB major"],
  ["* -IsPUnit", "* [IsPUnit]", "ispunit-changed sBB major", "ispunit-changed sBB major"],
  [
    "* -Deprecated",
    '* [Deprecated{"A.B"}]',
    "deprecated-added Wss minor",
    "deprecated-removed sss patch",
  ],
  [
    "* -Experimental",
    "* [Experimental]",
    "experimental-added Wss minor",
    "experimental-removed sss patch",
  ],
  ['* [Description("A")]', '* [Description("B")]', ...text("description")],
  ['* [Description("A b")]', '* [Description("A\\n  b")]', "", ""],
  ['* [DisplayName("A")]', "* -DisplayName", ...text("displayname")],
  ["* -MappingStrings", '* [MappingStrings{"A"}]', ...text("mappingstrings")],
  ['* [ModelCorrespondence{"A"}]', '* [ModelCorrespondence{"B"}]', ...text("modelcorrespondence")],
  ['* [Provider("A")]', '* [Provider("B")]', ...implementation("provider")],
  ["* -Dynamic", "* [Dynamic]", ...implementation("dynamic")],
  ["* -Implemented", "* [Implemented]", ...implementation("implemented")],
  ["* -Privileges", '* [Privileges{"SeDebug"}]', ...implementation("privileges")],
  ["* -ZzNote", '* [ZzNote("a")]', "qualifier-added sss patch", "qualifier-removed sss patch"],
  [
    '* [ZzNote("a")]',
    '* [ZzNote("b")]',
    "qualifier-changed sss patch",
    "qualifier-changed sss patch",
  ],
];

function text(name: string): [string, string] {
  return [`${name}-changed sss patch`, `${name}-changed sss patch`];
}

function implementation(name: string): [string, string] {
  return [`${name}-changed sWB minor`, `${name}-changed sWB minor`];
}

export const qualifierEdits: readonly Edit[] = [
  ...memberEdits("property", [...flowing, ...general]),
  ...memberEdits("method", general),
];
