// cspell:ignore windir
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { load, type LoadOptions } from "../../src/parse/index.ts";
import { memoryHost, type MemoryFiles } from "./memory-host.ts";

function loaded(
  files: MemoryFiles,
  inputs: readonly string[],
  options: LoadOptions & { readonly sensitive?: boolean } = {},
) {
  const host = memoryHost(files, options.sensitive);
  const { value, diagnostics } = load(inputs, host, options);
  return {
    roots: value.roots.map(({ source }) => source.name),
    includes: [...value.includes].map(([{ parameters }, { source }]) => {
      const [parameter] = parameters;
      return [parameter?.kind === "string" ? parameter.value : "", source.name];
    }),
    said: diagnostics.map(said),
    reads: host.reads,
  };
}

function said({ severity, message, help, location }: Diagnostic): string {
  const { start = 0, end = 0 } = location?.span ?? {};
  const at = location ? ` @${location.source.name} ${location.source.text.slice(start, end)}` : "";
  return `${severity}: ${message}${help === undefined ? "" : ` (${help})`}${at}`;
}

const a = "class A {};";

describe("what is asked for", () => {
  test("a file", () => {
    expect(loaded({ "a.mof": a }, ["a.mof"])).toEqual({
      roots: ["a.mof"],
      includes: [],
      said: [],
      reads: ["a.mof"],
    });
  });

  test("a folder stands for the MOF files below it, and a file is read once", () => {
    const files = { "x/a.mof": a, "x/y/b.mof": "class B {};", "x/c.txt": "" };
    const { roots, said } = loaded(files, ["x/y/b.mof", "x", "X/A.MOF"]);
    expect({ roots, said }).toEqual({ roots: ["x/y/b.mof", "x/a.mof"], said: [] });
  });

  test("what is missing, empty, or cannot be read", () => {
    const files = {
      "x/a.txt": "",
      "b.mof": new Error("it is locked"),
      "c.mof": " // nothing\n",
      "d.mof": "",
    };
    expect(loaded(files, ["a.mof", "x", "b.mof", "c.mof", "d.mof"]).said).toEqual([
      "error: there is no file or folder a.mof (Check the spelling, and the folder that the command runs in.)",
      "error: the folder x holds no .mof file and no documentation page (Name a folder with such files in it or below it, or the files themselves.)",
      "error: b.mof cannot be read: it is locked",
      "warning: c.mof declares nothing @c.mof ",
      "warning: d.mof declares nothing @d.mof ",
    ]);
  });

  test("what is odd about its bytes is said at the place", () => {
    const bytes = Buffer.from("// caf\u00e9\nclass A {};", "latin1");
    const { said } = loaded({ "a.mof": bytes }, ["a.mof"]);
    expect(said).toEqual([
      "warning: byte 6 is not UTF-8, so the file was read as windows-1252 (Save the file as UTF-8 or as UTF-16 with a byte order mark.) @a.mof ",
    ]);
  });
});

describe("an included file", () => {
  test("is looked for beside the one that includes it, then in the folders that were named", () => {
    const files = {
      "x/a.mof":
        '#pragma include ("b.mof")\n#pragma Include ("sub\\\\c.mof")\n#include ("..\\d.mof")',
      "x/b.mof": a,
      "b.mof": "class Wrong {};",
      "inc/b.mof": "class Wrong {};",
      "x/sub/c.mof": '#pragma include ("e.mof")',
      "inc/e.mof": "class E {};",
      "d.mof": "class D {};",
    };
    expect(loaded(files, ["x/a.mof"], { includeFolders: ["other", "inc"] })).toEqual({
      roots: ["x/a.mof"],
      includes: [
        ["b.mof", "x/b.mof"],
        ["sub\\c.mof", "x/sub/c.mof"],
        ["e.mof", "inc/e.mof"],
        ["..\\d.mof", "d.mof"],
      ],
      said: [],
      reads: ["x/a.mof", "x/b.mof", "x/sub/c.mof", "inc/e.mof", "d.mof"],
    });
  });

  test("that is not there: where it was looked for", () => {
    const files = { "x/a.mof": '#pragma include ("b.mof")' };
    expect(loaded(files, ["x/a.mof"], { includeFolders: ["inc"] }).said).toEqual([
      'error: the included file b.mof was not found (Looked for x/b.mof, inc/b.mof. Name further folders with -I.) @x/a.mof "b.mof"',
    ]);
  });

  test("that has no name", () => {
    const text = '#pragma include\n#pragma include (x)\n#pragma include (" ")';
    const sentence =
      'error: this #pragma include names no file (Write the path in quotes: #pragma include ("file.mof"))';
    expect(loaded({ "a.mof": text }, ["a.mof"]).said).toEqual([
      `${sentence} @a.mof #pragma include`,
      `${sentence} @a.mof x`,
      `${sentence} @a.mof " "`,
    ]);
  });

  test("that has a very long name", () => {
    const name = `${"a".repeat(100)}${"b".repeat(100_000)}${"c".repeat(96)}.mof`;
    const { said } = loaded({ "a.mof": `#pragma include ("${name}")` }, ["a.mof"]);
    const shown = `${"a".repeat(100)}…${"c".repeat(96)}.mof`;
    expect(said).toEqual([
      `error: the included file ${shown} was not found (Looked for ${shown}. Name further folders with -I.) @a.mof "${name}"`,
    ]);
  });

  test("that cannot be read is reported where it is included", () => {
    const files = { "a.mof": '#pragma include ("b.mof")', "b.mof": new Error("it is locked") };
    expect(loaded(files, ["a.mof"]).said).toEqual([
      'error: b.mof cannot be read: it is locked @a.mof "b.mof"',
    ]);
  });

  test("from two places is read once, and no mistake", () => {
    const files = {
      "a.mof": '#pragma include ("c.mof")\n#pragma include ("b.mof")',
      "b.mof": '#pragma include ("C.mof")',
      "c.mof": a,
    };
    expect(loaded(files, ["a.mof"])).toEqual({
      roots: ["a.mof"],
      includes: [
        ["c.mof", "c.mof"],
        ["b.mof", "b.mof"],
      ],
      said: [],
      reads: ["a.mof", "c.mof", "b.mof"],
    });
  });

  test("that leads back to itself: the circle", () => {
    const files = {
      "a.mof": '#pragma include ("b.mof")',
      "b.mof": '#pragma include ("c.mof")',
      "c.mof": '#pragma include ("b.mof")',
    };
    const help = "Remove one of the #pragma include lines of the circle.";
    expect(loaded(files, ["a.mof"]).said).toEqual([
      `error: files include each other in a circle: b.mof → c.mof → b.mof (${help}) @c.mof "b.mof"`,
    ]);
    const itself = '#pragma include ("a.mof")\n'.repeat(3);
    expect(loaded({ "a.mof": itself }, ["a.mof"]).said).toEqual([
      `error: files include each other in a circle: a.mof → a.mof (${help}) @a.mof "a.mof"`,
    ]);
  });
});

describe("an input as people have it", () => {
  const files = {
    "sub/a.mof": a,
    "sub/b.mof": "class B {};",
    "sub/[x].mof": "class X {};",
    "Windows/System32/wbem/Cim.mof": "class C {};",
    "Program Files (x86)/p.mof": "class P {};",
    "texts/en-US/t.mfl": "class T {};",
    "%odd%.mof": "class Odd {};",
  };
  const environment = { SystemRoot: "Windows", "ProgramFiles(x86)": "Program Files (x86)" };
  const table: readonly (readonly [input: string, roots: readonly string[]])[] = [
    ["sub\\a.mof", ["sub/a.mof"]],
    [" sub/a.mof ", ["sub/a.mof"]],
    ['"sub/a.mof"', ["sub/a.mof"]],
    ["'sub/*.mof'", ["sub/[x].mof", "sub/a.mof", "sub/b.mof"]],
    ["sub/[x].mof", ["sub/[x].mof"]],
    ["%SYSTEMROOT%\\System32\\wbem\\Cim.mof", ["Windows/System32/wbem/Cim.mof"]],
    ["%SystemRoot%/System32", ["Windows/System32/wbem/Cim.mof"]],
    ["%ProgramFiles(x86)%\\p.mof", ["Program Files (x86)/p.mof"]],
    ["%odd%.mof", ["%odd%.mof"]],
    ["texts", ["texts/en-US/t.mfl"]],
  ];
  test.each(table)("%s", (input, roots) => {
    const found = loaded(files, [input], { environment, sensitive: true });
    expect({ roots: found.roots, said: found.said }).toEqual({ roots, said: [] });
  });

  test("in another case: its name", () => {
    const found = loaded(files, ["SUB/A.MOF", "%systemroot%/system32/WBEM/cim.mof"], {
      environment,
      sensitive: true,
    });
    const help = "Write the name as it is: other systems and compilers may not find the file.";
    expect({ roots: found.roots, said: found.said }).toEqual({
      roots: ["sub/a.mof", "Windows/System32/wbem/Cim.mof"],
      said: [
        `info: SUB/A.MOF is named sub/a.mof, in another case (${help})`,
        `info: Windows/system32/WBEM/cim.mof is named Windows/System32/wbem/Cim.mof, in another case (${help})`,
      ],
    });
  });

  test("that leads to nothing: why", () => {
    const inputs = ["%windir%\\x.mof", "sub/*.txt", "%SystemRoot%\\x.mof", "-"];
    const { roots, said } = loaded(files, inputs, { environment, sensitive: true });
    const spelling = "Check the spelling, and the folder that the command runs in.";
    expect({ roots, said }).toEqual({
      roots: [],
      said: [
        "error: %windir% in %windir%\\x.mof has no value (Set the environment variable windir, or write the path without it.)",
        "error: no file matches sub/*.txt (* stands for any letters of one name, ** for any folders. Folders that begin with a dot and node_modules are left out.)",
        `error: there is no file or folder Windows/x.mof (${spelling})`,
        `error: there is no file or folder - (${spelling})`,
      ],
    });
  });
});

describe("standard input", () => {
  test("is read once, and includes what lies in the working folder", () => {
    const standardInput = Buffer.from('#pragma include ("b.mof")\nclass A {};', "utf16le");
    const found = loaded({ "b.mof": "class B {};" }, ["-", "-"], { standardInput });
    expect(found).toEqual({
      roots: ["<stdin>"],
      includes: [["b.mof", "b.mof"]],
      said: [],
      reads: ["b.mof"],
    });
  });

  test("may be empty, or strange", () => {
    const said = (standardInput: Uint8Array): readonly string[] =>
      loaded({}, ["-"], { standardInput }).said;
    expect(said(new Uint8Array())).toEqual(["warning: <stdin> declares nothing @<stdin> "]);
    expect(said(Buffer.from('class A {};\n#include ("x.mof")'))).toEqual([
      'warning: the included file x.mof was not found, so it is left out (Looked for x.mof. Name further folders with -I.) @<stdin> "x.mof"',
    ]);
  });
});

describe("companions", () => {
  const mof = "class A {};";
  const mfl = "[AMENDMENT, LOCALE(0x409)] class A {};";
  const roots = (
    paths: readonly string[],
    inputs: readonly string[],
    options?: LoadOptions & { readonly sensitive?: boolean },
  ): readonly string[] => {
    const files = Object.fromEntries(
      paths.map((path) => [path, path.toLowerCase().endsWith(".mfl") ? mfl : mof]),
    );
    const found = loaded(files, inputs, options);
    expect(found.said).toEqual([]);
    return found.roots;
  };

  const german = 0x407;
  const table: readonly (readonly [
    name: string,
    files: readonly string[],
    locale: number | undefined,
    companions: readonly string[],
  ])[] = [
    ["beside", ["x/A.mfl"], undefined, ["x/A.mfl"]],
    ["beside, in another case", ["x/a.MFL"], undefined, ["x/a.MFL"]],
    ["in English", ["x/de-DE/A.mfl", "x/en-US/A.mfl"], undefined, ["x/en-US/A.mfl"]],
    ["by number", ["x/409/A.mfl", "x/407/A.mfl"], undefined, ["x/409/A.mfl"]],
    [
      "by WMI's number",
      ["x/MS_409/A.mfl", "x/ms_407/A.mfl"],
      german,
      ["x/ms_407/A.mfl", "x/MS_409/A.mfl"],
    ],
    [
      "in German and English",
      ["x/de-DE/A.mfl", "x/en-US/A.mfl", "x/fr-FR/A.mfl"],
      german,
      ["x/de-DE/A.mfl", "x/en-US/A.mfl"],
    ],
    [
      "in English when there is no German",
      ["x/en-US/A.mfl", "x/fr-FR/A.mfl"],
      german,
      ["x/en-US/A.mfl"],
    ],
    ["in German for Swiss", ["x/de-DE/A.mfl", "x/fr-FR/A.mfl"], 0x807, ["x/de-DE/A.mfl"]],
    [
      "in any language rather than none",
      ["x/it-IT/A.mfl", "x/fr-FR/A.mfl"],
      german,
      ["x/fr-FR/A.mfl"],
    ],
    ["not those of others", ["x/AB.mfl", "x/en-US/B.mfl", "A.mfl", "x/lib/A.mfl"], german, []],
  ];
  test.each(table)("%s", (_, files, locale, companions) => {
    const options = { sensitive: true, ...(locale !== undefined && { locale }) };
    expect(roots(["x/A.mof", ...files], ["x/A.mof"], options)).toEqual(["x/A.mof", ...companions]);
  });

  test("are not read when nobody wants them", () => {
    expect(roots(["A.mof", "A.mfl"], ["A.mof"], { companions: false })).toEqual(["A.mof"]);
  });

  test("are read once, named or not", () => {
    const files = ["x/A.mof", "x/en-US/A.mfl", "x/B.mof"];
    expect(roots(files, ["x/A.mof", "x/en-US/A.mfl", "x/B.mof"])).toEqual([
      "x/A.mof",
      "x/en-US/A.mfl",
      "x/B.mof",
    ]);
    expect(roots(files, ["x/en-US/A.mfl", "x"])).toEqual(["x/en-US/A.mfl", "x/A.mof", "x/B.mof"]);
    expect(roots(files, ["x/en-US/A.mfl"])).toEqual(["x/en-US/A.mfl"]);
  });

  test("of included files stand behind the root, and may include others", () => {
    const files = {
      "x/a.mof": '#pragma include ("b.mof")\nclass A {};',
      "x/b.mof": "class B {};",
      "x/b.mfl": '#pragma include ("c.mfl")',
      "x/c.mfl": "class B {};",
      "x/a.mfl": "class A {};",
      "x/z.mof": "class Z {};",
    };
    expect(loaded(files, ["x/a.mof", "x/z.mof"])).toMatchObject({
      roots: ["x/a.mof", "x/a.mfl", "x/b.mfl", "x/z.mof"],
      includes: [
        ["b.mof", "x/b.mof"],
        ["c.mfl", "x/c.mfl"],
      ],
      said: [],
    });
  });

  test("a folder is opened once, however many files are in it", () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`x/${index}.mof`, `class A${index} {};`]),
    );
    const host = memoryHost({ ...files, "x/en-US/1.mfl": a });
    expect(load(["x"], host).value.roots.length).toBe(51);
    expect(host.opened.toSorted()).toEqual(["x", "x", "x/en-US"]);
  });
});

describe("the path of an included file", () => {
  const found = (files: MemoryFiles, options: LoadOptions & { readonly sensitive?: boolean }) => {
    const { includes, said } = loaded(files, ["x/a.mof"], options);
    return { includes: includes.map(([, path]) => path), said };
  };
  const variables = '#include ("%SYSTEMROOT%\\system32\\wbem\\b.mof")';
  const files = {
    "x/a.mof": variables,
    "Windows/system32/wbem/b.mof": "class B {};",
  };

  test("with a variable, when it has a value", () => {
    expect(found(files, { variables: { SystemRoot: "../Windows" } })).toEqual({
      includes: ["Windows/system32/wbem/b.mof"],
      said: [],
    });
  });

  test("with a variable that has none, though the environment has one", () => {
    expect(found(files, { environment: { SystemRoot: "../Windows" } })).toEqual({
      includes: [],
      said: [
        'warning: the included file %SYSTEMROOT%\\system32\\wbem\\b.mof was not found, so it is left out (Looked for x/%SYSTEMROOT%/system32/wbem/b.mof. Say what %SYSTEMROOT% stands for with --env SYSTEMROOT=value.) @x/a.mof "%SYSTEMROOT%\\system32\\wbem\\b.mof"',
      ],
    });
  });

  test("in another case, folder by folder: its name", () => {
    const files = {
      "x/a.mof": '#pragma include ("SUB/cim_core.mof")\n#pragma include ("Both.mof")',
      "x/Sub/CIM_Core.mof": "class B {};",
      "x/BOTH.mof": "class C {};",
      "x/both.mof": "class D {};",
    };
    expect(found(files, { sensitive: true, companions: false })).toEqual({
      includes: ["x/Sub/CIM_Core.mof", "x/BOTH.mof"],
      said: ["SUB/cim_core.mof is named x/Sub/CIM_Core.mof", "Both.mof is named x/BOTH.mof"].map(
        (message, index) =>
          `info: ${message}, in another case (Write the name as it is: other systems and compilers may not find the file.) @x/a.mof "${["SUB/cim_core.mof", "Both.mof"][index] ?? ""}"`,
      ),
    });
  });

  test("in the very case rather than another", () => {
    const files = {
      "x/a.mof": '#pragma include ("b.mof")',
      "x/B.mof": "class Wrong {};",
      "x/b.mof": "class B {};",
    };
    expect(found(files, { sensitive: true })).toEqual({ includes: ["x/b.mof"], said: [] });
  });

  test("is looked for in a folder once", () => {
    const files = { "x/a.mof": '#pragma include ("b.mof")' };
    expect(
      found(files, { includeFolders: ["x", "inc", "%inc%"], environment: { INC: "inc" } }),
    ).toEqual({
      includes: [],
      said: [
        'error: the included file b.mof was not found (Looked for x/b.mof, inc/b.mof. Name further folders with -I.) @x/a.mof "b.mof"',
      ],
    });
  });

  test("is missing: an error, or a warning for Microsoft's compiler", () => {
    const severity = (texts: readonly string[], options: LoadOptions = {}): string[] => {
      const entries = texts.map((text, index) => [`${index}.mof`, text] as const);
      const { said } = loaded(
        Object.fromEntries(entries),
        entries.map(([path]) => path),
        options,
      );
      return said.filter((line) => line.includes("b.mof")).map((line) => line.split(":")[0] ?? "");
    };
    const missing = '#pragma include ("b.mof")\n';
    expect(severity([missing])).toEqual(["error"]);
    expect(severity([`${missing}#pragma autorecover`])).toEqual(["warning"]);
    expect(severity([missing, "#pragma autorecover"])).toEqual(["warning"]);
    expect(severity([missing, "#pragma autorecover"], { dialect: "dmtf" })).toEqual(["error"]);
    expect(severity([missing], { dialect: "wmi" })).toEqual(["warning"]);
  });
});

describe("classes that nobody declares", () => {
  const searchFolders = ["lib", "more"];
  const roots = (files: MemoryFiles, options: LoadOptions = { searchFolders }) => {
    const found = loaded(files, ["a.mof"], options);
    return { roots: found.roots, said: found.said };
  };
  const library = {
    "lib/core/CIM_Super.mof": 'class CIM_Super : CIM_Top {};\n#pragma include ("types.mof")',
    "lib/core/types.mof": "class CIM_Types {};",
    "lib/CIM_Top.mof": "class CIM_Top {};",
    "lib/CIM_Unused.mof": "class CIM_Unused {};",
    "more/CIM_Top.mof": "class Wrong {};",
  };

  test("are looked for, and what they need, until nothing is missing", () => {
    expect(roots({ ...library, "a.mof": "class A : cim_super { CIM_Types ref T; };" })).toEqual({
      roots: ["a.mof", "lib/core/CIM_Super.mof", "lib/CIM_Top.mof"],
      said: [],
    });
  });

  test("are left alone unless somebody asks", () => {
    const files = { ...library, "a.mof": "class A : CIM_Super {};" };
    expect(roots(files, {})).toEqual({ roots: ["a.mof"], said: [] });
  });

  const needs: readonly (readonly [what: string, text: string, file: string])[] = [
    ["a superclass", "class A : X {};", "X"],
    ["the target of a reference", "class A { X ref r; };", "X"],
    ["a class as a type", "class A { X x; };", "X"],
    ["what a method answers with", "class A { X f(); };", "X"],
    ["the type of a parameter", "class A { uint32 f(X ref x, uint8 y); };", "X"],
    ["an embedded instance", 'class A { [EmbeddedInstance("X")] string x; };', "X"],
    [
      "an embedded instance of a parameter",
      'class A { void f([embeddedinstance("X")] string x); };',
      "X",
    ],
    ["the class of an instance", "instance of X {};", "X"],
    [
      "the class of an instance within",
      "class A { string s[]; }; instance of A { s = {instance of X {}}; };",
      "X",
    ],
    ["the type of a property of a structure", "structure A { X x; };", "X"],
    ["a superstructure", "structure A : X {};", "X"],
    ["what an enumeration takes over", "enumeration A : X {};", "X"],
    ["a type within a class", "class A { structure B : X {}; };", "X"],
  ];
  test.each(needs)("%s", (_, text, name) => {
    const files = { "a.mof": text, [`lib/deep/${name}.MOF`]: `class ${name} {};` };
    expect(roots(files).roots).toEqual(["a.mof", `lib/deep/${name}.MOF`]);
  });

  test("nothing is searched when nothing is missing, and a folder once when something is", () => {
    const opened = (text: string): readonly string[] => {
      const host = memoryHost({ ...library, "a.mof": text });
      load(["a.mof"], host, { searchFolders, companions: false });
      return host.opened;
    };
    expect(opened("class A { uint32 x; string y; datetime z; };")).toEqual([]);
    expect(opened("class A : X {}; class B : Y {};")).toEqual(["lib", "more"]);
  });

  test("a file that needs itself, or declares something else, is read once", () => {
    const files = { "a.mof": "class A : X {};", "lib/X.mof": "class Y : X {};" };
    expect(roots(files, { searchFolders: ["lib"] })).toEqual({
      roots: ["a.mof", "lib/X.mof"],
      said: [],
    });
  });

  test("a folder that is not there", () => {
    expect(roots({ "a.mof": a }, { searchFolders: ["nowhere", "a.mof", "%nope%/x"] }).said).toEqual(
      [
        "error: there is no folder nowhere (Check the spelling, and the folder that the command runs in.)",
        "error: there is no folder a.mof (Check the spelling, and the folder that the command runs in.)",
        "error: %nope% in %nope%/x has no value (Set the environment variable nope, or write the path without it.)",
      ],
    );
  });
});

test("the dialect: what is asked for, otherwise what the first root shows", () => {
  const dialectOf = (texts: readonly string[], options?: LoadOptions) => {
    const entries = texts.map((text, index) => [`${index}.mof`, text] as const);
    const host = memoryHost(Object.fromEntries(entries));
    return load(
      entries.map(([path]) => path),
      host,
      options,
    ).value.dialect;
  };
  expect(dialectOf([a])).toBeUndefined();
  expect(dialectOf([a, "#pragma autorecover", "structure S {};"])).toBe("wmi");
  expect(dialectOf([a, "structure S {};", "#pragma autorecover"])).toBe("mof3");
  expect(dialectOf(["#pragma autorecover"], { dialect: "dmtf" })).toBe("dmtf");
});

test("a chain of five thousand files, each of which includes the first one too", () => {
  const files = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [
      `f${index}.mof`,
      `#pragma include ("f${index + 1}.mof")\n#pragma include ("f0.mof")`,
    ]),
  );
  const { roots, includes, said } = loaded({ ...files, "f5000.mof": a }, ["f0.mof"]);
  expect([roots.length, includes.length, said.length]).toEqual([1, 5000, 5000]);
  expect(said.at(0)).toBe(
    'error: files include each other in a circle: f0.mof → f1.mof → f2.mof → f3.mof → f4.mof → f5.mof → … → f4996.mof → f4997.mof → f4998.mof → f4999.mof → f0.mof (Remove one of the #pragma include lines of the circle.) @f4999.mof "f0.mof"',
  );
});

test("more includes, and more mistakes, than a call can have arguments", () => {
  const many = 150_000;
  const files = {
    "a.mof": '#pragma include ("b.mof")\n'.repeat(many),
    "b.mof": `class A { string x = "${"\\q".repeat(many)}"; };`,
  };
  const { includes, said } = loaded(files, ["a.mof"]);
  expect([includes.length, said.length]).toEqual([1, many]);
});
