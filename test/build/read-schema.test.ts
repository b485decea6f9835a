// cspell:ignore ncalss
import { describe, expect, test } from "vitest";
import { readSchema, type SchemaOptions } from "../../src/build/index.ts";
import { positionAt } from "../../src/source/index.ts";
import { memoryHost, type MemoryFiles } from "../parse/memory-host.ts";

async function read(
  files: MemoryFiles,
  sources: readonly string[],
  options?: Partial<SchemaOptions>,
) {
  const { value, diagnostics } = await readSchema({ sources, ...options }, memoryHost(files));
  return {
    classes: value.schema.classes.filter(({ builtin }) => !builtin).map(({ name }) => name),
    said: diagnostics
      .filter(({ severity }) => severity !== "info")
      .map(({ code, location }) => {
        if (!location) return code;
        const { line, column } = positionAt(location.source, location.span.start);
        return `${location.source.name}:${line}:${column} ${code}`;
      }),
  };
}

describe("a file that could not be read hides nothing else, and is the only one to be blamed", () => {
  const twice = "class ACME_Twice {};\nclass ACME_Twice {};\n";
  const lost = "class ACME_Sub : ACME_Super { ACME_Other o; ACME_Third ref r; };\n";

  test("a missing include", async () => {
    const files = { "a.mof": `#pragma include ("b.mof")\n${twice}class ACME_Sub : ACME_Super {};` };
    expect(await read(files, ["a.mof"])).toEqual({
      classes: ["ACME_Sub", "ACME_Twice"],
      said: ["a.mof:1:18 include-not-found", "a.mof:3:7 duplicate-class"],
    });
  });

  test("a missing include that Microsoft's compiler would forgive", async () => {
    const files = { "a.mof": `#pragma autorecover\n#include ("b.mof")\n${lost}` };
    expect(await read(files, ["a.mof"])).toEqual({
      classes: ["ACME_Sub"],
      said: ["a.mof:2:11 include-left-out"],
    });
    expect((await read(files, ["a.mof"], { strict: true })).said).toEqual([
      "a.mof:2:11 include-left-out",
    ]);
  });

  test("a file that is locked, or not there", async () => {
    const files = { "a.mof": new Error("it is locked"), "b.mof": `${twice}${lost}` };
    expect(await read(files, ["a.mof", "none.mof", "b.mof"])).toEqual({
      classes: ["ACME_Sub", "ACME_Twice"],
      said: ["file-unreadable", "file-not-found", "b.mof:2:7 duplicate-class"],
    });
  });

  test("a file for the C preprocessor", async () => {
    const files = { "a.mof": "#define X\nclass ACME_Super {};", "b.mof": lost };
    expect((await read(files, ["a.mof", "b.mof"])).said).toEqual([
      "a.mof:1:1 preprocessor-directive",
    ]);
  });

  test("a declaration that was not understood; what nobody even tried to declare is missing all the same", async () => {
    const files = {
      "a.mof": "class ACME_Super : {\n};\ncalss ACME_Other {\n};\n",
      "b.mof": lost,
      "c.mof": "instance of ACME_Super as $A {};\n",
    };
    const { said } = await read(files, ["a.mof", "b.mof", "c.mof"]);
    expect(said.filter((line) => line.endsWith("unknown-superclass"))).toEqual([]);
    expect(said.filter((line) => line.endsWith("unknown-type"))).toEqual([]);
    expect(said.filter((line) => line.endsWith("unknown-reference-target"))).toEqual([
      "b.mof:1:45 unknown-reference-target",
    ]);
  });
});

test.each([
  "unsigned uint8 Level = 1;",
  "public uint8 Level;",
  "uint8 Other, uint8 Level = 1;",
  "enum Kind { uint8 Level = 1; };",
])("a member that was not understood is not missing where it is used: %s", async (member) => {
  const files = {
    "a.mof": `class ACME_A {\n  [key] string Name;\n  ${member}\n};\n`,
    "b.mof": 'instance of ACME_A { Name = "a"; Level = 2; Speed = 3; };\n',
  };
  const { said } = await read(files, ["a.mof", "b.mof"]);
  expect(said.filter((line) => line.startsWith("b.mof"))).toEqual([
    "b.mof:1:45 unknown-instance-property",
  ]);
  expect(said.filter((line) => line.startsWith("a.mof")).length).toBe(1);
});

describe("mistakes in one file are reported at their places", () => {
  // Each line end is written as \n here, and as what is tested below.
  const text = `/* A comment
   over lines, with "quotes" and a // within
*/ class ACME_A /* one */ { /* more
*/ uint32 ;
  [Key] string Name; // a comment \\
  ACME_Nothing Other;
};
/**/
class ACME_B : ACME_Nobody {
  uint8 Level
  uint8 Speed;
};	// é € 😀
class ACME_B { };
instance of ACME_A { Name = "a" "b" };
`;
  const expected = [
    "a.mof:4:11 unexpected-token",
    "a.mof:6:3 unknown-type",
    "a.mof:9:16 unknown-superclass",
    "a.mof:10:14 missing-mark",
    "a.mof:13:7 duplicate-class",
    "a.mof:14:36 missing-mark",
  ];

  const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
    ["UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with a mark", (text) => Buffer.from(`\uFEFF${text}`)],
    ["UTF-16LE", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16LE without a mark", (text) => Buffer.from(text, "utf16le")],
    ["UTF-16BE", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["windows-1252", (text) => Buffer.from(text.replace(/[€😀]/gu, "ab"), "latin1")],
  ];
  const lineEnds = { LF: "\n", "CR LF": "\r\n", CR: "\r" };
  const table = encodings.flatMap(([name, encode]) =>
    Object.entries(lineEnds).map(
      ([ends, lineEnd]) => [`${name}, ${ends}`, encode, lineEnd] as const,
    ),
  );

  const mistakes = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const { said } = await read({ "a.mof": bytes }, ["a.mof"]);
    return said
      .filter((line) => !/not-utf-8|mangled-line-ends/.test(line))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  };

  test.each(table)("%s", async (_, encode, lineEnd) => {
    expect(await mistakes(encode(text.replaceAll("\n", lineEnd)))).toEqual(expected);
  });

  test("UTF-16 whose line ends were converted", async () => {
    const bytes = Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "utf16le");
    const mangled = [...bytes].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte]));
    expect(await mistakes(Uint8Array.from(mangled))).toEqual(expected);
  });
});
