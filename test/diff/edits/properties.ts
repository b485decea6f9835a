/** What is done to properties. */
import type { Edit } from "./edit.ts";
import { memberEdits, type Row } from "./member-edit.ts";

const rows: readonly Row[] = [
  ["", "*", "property-added sss minor", "property-removed BBs major"],
  ["", "[Write] uint8 NAME[]", "property-added sss minor", "property-removed BBs major"],
  ["", "[Key] string NAME", "property-added-key BBB major", "property-removed-key BBB major"],
  [
    "",
    "[Required, Write] string NAME",
    "property-added-required BBB major",
    "property-removed BBs major",
  ],
  ["", "[Required] string NAME", "property-added sss minor", "property-removed BBs major"],
  [
    "uint8 NAME",
    "uint8 CASE",
    "property-name-case-changed Bss major",
    "property-name-case-changed Bss major",
  ],
  ["[Key] string NAME", "string NAME", "key-removed BBB major", "key-added BBB major"],
  [
    "string NAME",
    "[Required] string NAME",
    "required-added-output ssB minor",
    "required-removed-output BBs major",
  ],
  [
    "[Write] string NAME",
    "[Required, Write] string NAME",
    "required-added-input BBs major",
    "required-removed-output BBs major",
  ],
  [
    "[Read(false), Write] string NAME",
    "[Read(false), Write, Required] string NAME",
    "required-added-input BBs major",
    "required-removed-input ssW minor",
  ],
  ["* [Write(false)]", "* [Write]", "write-added ssB minor", "write-removed BBs major"],
  ["* [Read(false)]", "* [Read]", "read-added ssB minor", "read-removed BBs major"],
  ["uint8 NAME", "uint8 NAME = 1", "default-added sWW patch", "default-removed sWW patch"],
  [
    "[Write] uint8 NAME",
    "[Write] uint8 NAME = 1",
    "default-added-input sWW minor",
    "default-removed-input sWW minor",
  ],
  [
    'string NAME = "a"',
    'string NAME = "A"',
    "default-changed sWW patch",
    "default-changed sWW patch",
  ],
  [
    "[Write] boolean NAME = true",
    "[Write] boolean NAME = false",
    "default-changed-input sWW minor",
    "default-changed-input sWW minor",
  ],
  ["uint8 NAME", "uint8 NAME = NULL", "", ""],
  [
    '* [Propagated("A.B")]',
    '* [Propagated("A.C")]',
    "propagated-changed sBB major",
    "propagated-changed sBB major",
  ],
  ["OTHER REF NAME", "[Weak] OTHER REF NAME", "weak-changed sBB major", "weak-changed sBB major"],
  [
    "[Min(1)] OTHER REF NAME",
    "OTHER REF NAME",
    "min-decreased sWs minor",
    "min-increased sBB major",
  ],
  [
    "[Max(1)] OTHER REF NAME",
    "[Max(2)] OTHER REF NAME",
    "max-increased sWs minor",
    "max-decreased sBB major",
  ],
  [
    "[Min(0), Max(1)] OTHER REF NAME",
    "[Min(1)] OTHER REF NAME",
    "min-increased sBB major; max-increased sWs minor",
    "min-decreased sWs minor; max-decreased sBB major",
  ],
];

const types: readonly Row[] = [
  [
    "uint8 NAME",
    "uint16 NAME",
    "property-type-widened sWB minor",
    "property-type-changed BBB major",
  ],
  [
    "uint32 NAME",
    "sint64 NAME",
    "property-type-widened-to-64-bit BWB major",
    "property-type-changed BBB major",
  ],
  [
    "real32 NAME",
    "real64 NAME",
    "property-type-widened sWB minor",
    "property-type-changed BBB major",
  ],
  [
    "sint8 NAME",
    "uint16 NAME",
    "property-type-changed BBB major",
    "property-type-changed BBB major",
  ],
  [
    "string NAME",
    "datetime NAME",
    "property-type-changed BBB major",
    "property-type-changed BBB major",
  ],
  [
    "uint16 NAME",
    "uint16 NAME[]",
    "property-arrayness-changed BBB major",
    "property-arrayness-changed BBB major",
  ],
  [
    "uint16 NAME",
    "string NAME[]",
    "property-type-changed BBB major",
    "property-type-changed BBB major",
  ],
  [
    "uint16 NAME[3]",
    "uint16 NAME[]",
    "property-array-size-changed WBB major",
    "property-array-size-changed WBB major",
  ],
  [
    '[ArrayType("Ordered")] string NAME[]',
    "string NAME[]",
    "property-array-type-changed WBB major",
    "property-array-type-changed WBB major",
  ],
  [
    "uint8 NAME[]",
    "[OctetString] uint8 NAME[]",
    "octetstring-added BBB major",
    "octetstring-removed BBB major",
  ],
  [
    "string NAME",
    "[EmbeddedObject] string NAME",
    "embeddedobject-added BBB major",
    "embeddedobject-removed BBB major",
  ],
  [
    "string NAME",
    '[EmbeddedInstance("UPPER")] string NAME',
    "embeddedinstance-added BBB major",
    "embeddedinstance-removed BBB major",
  ],
  [
    "[EmbeddedObject] string NAME",
    '[EmbeddedInstance("UPPER")] string NAME',
    "embedded-object-to-instance BBB major",
    "embedded-instance-to-object BBB major",
  ],
  [
    '[EmbeddedInstance("LOWER")] string NAME[]',
    '[EmbeddedInstance("UPPER")] string NAME[]',
    "embedded-instance-class-changed BBB major",
    "embedded-instance-class-changed BBB major",
  ],
  [
    "UPPER REF NAME",
    "LOWER REF NAME",
    "reference-class-narrowed BBB major",
    "reference-class-widened sWB major",
  ],
  [
    "[Write] UPPER REF NAME",
    "[Write] LOWER REF NAME",
    "reference-class-narrowed BBB major",
    "reference-class-widened-writable BWB major",
  ],
  [
    "OTHER REF NAME",
    "LOWER REF NAME",
    "reference-class-unrelated BBB major",
    "reference-class-unrelated BBB major",
  ],
];

export const propertyEdits: readonly Edit[] = memberEdits("property", [...rows, ...types]);
