/** What is done to methods and parameters. */
import type { Edit } from "./edit.ts";
import { memberEdits, type Row } from "./member-edit.ts";

const rows: readonly Row[] = [
  ["", "*", "method-added ssW minor", "method-removed BBs major"],
  [
    "uint8 NAME()",
    "uint8 CASE()",
    "method-name-case-changed Bss major",
    "method-name-case-changed Bss major",
  ],
  ["* [Static]", "* -Static", "method-static-changed BBB major", "method-static-changed BBB major"],
  [
    "uint32 NAME()",
    "uint16 NAME()",
    "return-type-changed BBB major",
    "return-type-changed BBB major",
  ],
  [
    "uint32 NAME()",
    "void NAME()",
    "return-type-changed BBB major",
    "return-type-changed BBB major",
  ],
  [
    '[ValueMap{"0"}, Values{"A"}] uint32 NAME()',
    '[ValueMap{"0", "1"}, Values{"A", "B"}] uint32 NAME()',
    "valuemap-entry-added sWs minor",
    "valuemap-entry-removed BWW major",
  ],
  [
    "uint32 NAME(uint8 A, string B, OTHER REF C)",
    "uint32 NAME(OTHER REF C, uint8 A, string B)",
    "param-reordered sss patch",
    "param-reordered sss patch",
  ],
  [
    "uint32 NAME(uint8 A, string B)",
    "uint32 NAME(string C, uint8 A)",
    "param-removed BBs major (B); param-added-in-required BBB major (C)",
    "param-added-in-required BBB major (B); param-removed BBs major (C)",
  ],
];

/** States of one parameter behind an output, so that it is not the first one. */
const furtherParameters: readonly Row[] = [
  ["", "[In(false), Out] string A", "param-added-out ssB minor (A)", "param-removed BBs major (A)"],
  [
    "string A",
    "[In, Out] string A",
    "param-in-to-inout WWB minor (A)",
    "param-inout-to-in BBB major (A)",
  ],
];

/** States of one parameter behind an input. */
const inputs: readonly Row[] = [
  ["", "string A", "param-added-in-required BBB major (A)", "param-removed BBs major (A)"],
  [
    "",
    "[Optional] string A",
    "param-added-in-optional sWB minor (A)",
    "param-removed BBs major (A)",
  ],
  ["", "string A = NULL", "param-added-in-optional sWB minor (A)", "param-removed BBs major (A)"],
  [
    "",
    "[In, Out] string A",
    "param-added-in-required BBB major (A); param-added-out-first BsB major (A)",
    "param-removed BBs major (A)",
  ],
  [
    "",
    "[In(false), Out] string A",
    "param-added-out-first BsB major (A)",
    "param-removed BBs major (A)",
  ],
  ["string A", "string Z", "param-renamed BBB major (Z)", "param-renamed BBB major (A)"],
  [
    "string A",
    "uint8 Z",
    "param-removed BBs major (A); param-added-in-required BBB major (Z)",
    "param-removed BBs major (Z); param-added-in-required BBB major (A)",
  ],
  [
    "string Alpha",
    "string ALPHA",
    "param-name-case-changed Bss major (ALPHA)",
    "param-name-case-changed Bss major (Alpha)",
  ],
  [
    "string A",
    "[In, Out] string A",
    "param-in-to-inout-first BWB major (A)",
    "param-inout-to-in BBB major (A)",
  ],
  [
    "string A",
    "[In(false), Out] string A",
    "param-in-to-out BBB major (A)",
    "param-out-to-in BBB major (A)",
  ],
  [
    "[In, Out] string A",
    "[In(false), Out] string A",
    "param-inout-to-out BBB major (A)",
    "param-out-to-inout BBB major (A)",
  ],
  ["uint8 A", "uint16 A", "param-type-changed BBB major (A)", "param-type-changed BBB major (A)"],
  [
    "UPPER REF A",
    "LOWER REF A",
    "param-type-changed BBB major (A)",
    "param-type-changed BBB major (A)",
  ],
  [
    "uint8 A",
    "uint8 A[]",
    "param-arrayness-changed BBB major (A)",
    "param-arrayness-changed BBB major (A)",
  ],
  [
    "uint8 A[2]",
    "uint8 A[]",
    "param-array-size-changed WBB major (A)",
    "param-array-size-changed WBB major (A)",
  ],
  [
    "string A[]",
    '[ArrayType("Indexed")] string A[]',
    "param-array-type-changed WBB major (A)",
    "param-array-type-changed WBB major (A)",
  ],
  [
    '[EmbeddedInstance("UPPER")] string A',
    '[EmbeddedInstance("LOWER")] string A',
    "param-embedded-class-changed BBB major (A)",
    "param-embedded-class-changed BBB major (A)",
  ],
  [
    "[Optional(false)] string A",
    "[Optional] string A",
    "param-optional-added ssW minor (A)",
    "param-optional-removed BBs major (A)",
  ],
  [
    "uint8 A",
    "uint8 A = 3",
    "param-optional-added ssW minor (A)",
    "param-optional-removed BBs major (A)",
  ],
  [
    "uint8 A = 2",
    "uint8 A = 3",
    "default-changed-input sWW minor (A)",
    "default-changed-input sWW minor (A)",
  ],
  [
    "string A",
    "[Required] string A",
    "required-added-input BBs major (A)",
    "required-removed-input ssW minor (A)",
  ],
  [
    "[In(false), Out] string A",
    "[In(false), Out, Required] string A",
    "required-added-output ssB minor (A)",
    "required-removed-output BBs major (A)",
  ],
  [
    "[MaxLen(9), MinLen(2)] string A",
    "[MaxLen(5), MinLen(2)] string A",
    "maxlen-decreased-input sBB major (A)",
    "maxlen-increased sWs minor (A)",
  ],
  [
    '[ValueMap{"a"}, Values{"A"}] string A',
    '[ValueMap{"a", "b"}, Values{"A", "B"}] string A',
    "valuemap-entry-added-input ssW minor (A)",
    "valuemap-entry-removed-input BBW major (A)",
  ],
  [
    '[In, Out, ValueMap{"0"}, Values{"A"}] uint8 A',
    '[In, Out, ValueMap{"0x0", "1"}, Values{"A", "B"}] uint8 A',
    "valuemap-entry-added-inout sWW minor (A)",
    "valuemap-entry-removed-input BBW major (A)",
  ],
  [
    '[In, Out, BitMap{"0"}, BitValues{"A"}] uint8 A',
    '[In, Out, BitMap{"0", "1"}, BitValues{"A", "B"}] uint8 A',
    "bitmap-entry-added-inout sWW minor (A)",
    "bitmap-entry-removed-input BBW major (A)",
  ],
  [
    '[Units("Bytes")] uint8 A',
    '[Units("Bits")] uint8 A',
    "units-changed sBB major (A)",
    "units-changed sBB major (A)",
  ],
  [
    "string A",
    '[Deprecated{"B"}, Description("Old.")] string A',
    "deprecated-added Wss minor (A); description-changed sss patch (A)",
    "deprecated-removed sss patch (A); description-changed sss patch (A)",
  ],
];

function behind(first: string): (parameter: string) => string {
  return (parameter) => `uint32 NAME(${first}${parameter === "" ? "" : `, ${parameter}`})`;
}

function rowsBehind(first: string, parameters: readonly Row[]): readonly Row[] {
  const method = behind(first);
  return parameters.map(([from, to, there, back]) => [method(from), method(to), there, back]);
}

export const methodEdits: readonly Edit[] = memberEdits("method", [
  ...rows,
  ...rowsBehind("uint16 First", inputs),
  ...rowsBehind("[In(false), Out] uint16 First", furtherParameters),
]);
