import { describe, expect, test } from "vitest";
import { classNamed, meaningOf } from "./meaning.ts";

/** The class T with one property, and the classes that it may name. */
function typed(property: string) {
  const { schema, said } = meaningOf(`class CIM_Other {}; class T { ${property}; };`);
  return { type: classNamed(schema, "T").properties[0]?.type, said };
}

describe("a type", () => {
  const table: readonly (readonly [string, unknown])[] = [
    ["UInt32 x", { kind: "intrinsic", name: "uint32", array: false }],
    ["string x[]", { kind: "intrinsic", name: "string", array: true }],
    ["real64 x[4]", { kind: "intrinsic", name: "real64", array: 4 }],
    ["datetime x", { kind: "intrinsic", name: "datetime", array: false }],
    ['[SubType("Interval")] datetime x', { kind: "interval", array: false }],
    ["[OctetString] uint8 x[]", { kind: "octetstring", array: false }],
    ["[OctetString] string x[]", { kind: "octetstring", array: true }],
    ["[OctetString] string x", { kind: "intrinsic", name: "string", array: false }],
    [
      '[EmbeddedInstance("cim_other")] string x[]',
      { kind: "embedded-instance", className: "CIM_Other", array: true },
    ],
    ["[EmbeddedObject] string x", { kind: "embedded-object", array: false }],
    ["object x", { kind: "embedded-object", array: false }],
    ["cim_other x", { kind: "embedded-instance", className: "CIM_Other", array: false }],
    ["CIM_OTHER Ref x[]", { kind: "reference", className: "CIM_Other", array: true }],
    ["object ref x", { kind: "reference", array: false }],
  ];
  test.each(table)("%s", (property, type) => expect(typed(property)).toEqual({ type, said: [] }));
});

describe("a type that nobody declares", () => {
  const table: readonly (readonly [string, unknown, string])[] = [
    [
      "Nobody x",
      { kind: "embedded-object", array: false },
      "warning: T.x has the type Nobody, which is neither a CIM type nor a declared class «Nobody»",
    ],
    [
      "Nobody ref x",
      { kind: "reference", array: false },
      "warning: T.x refers to Nobody, which no source declares «Nobody ref»",
    ],
    [
      '[EmbeddedInstance("Nobody")] string x',
      { kind: "embedded-object", array: false },
      "warning: T.x has the type Nobody, which is neither a CIM type nor a declared class «string»",
    ],
  ];
  test.each(table)("%s", (property, type, sentence) =>
    expect(typed(property)).toEqual({ type, said: [sentence] }),
  );
});
