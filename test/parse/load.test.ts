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
      "error: the folder x holds no .mof file (Name a folder with MOF files in it or below it, or the files themselves.)",
      "error: b.mof cannot be read: it is locked",
      "warning: c.mof declares nothing",
      "warning: d.mof declares nothing",
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
    expect(loaded({ "a.mof": "#pragma include\n#pragma include (x)" }, ["a.mof"]).said).toEqual([
      'error: this #pragma include names no file (Write the path in quotes: #pragma include ("file.mof")) @a.mof #pragma include',
      'error: this #pragma include names no file (Write the path in quotes: #pragma include ("file.mof")) @a.mof x',
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
    expect(loaded({ "a.mof": '#pragma include ("a.mof")' }, ["a.mof"]).said).toEqual([
      `error: files include each other in a circle: a.mof → a.mof (${help}) @a.mof "a.mof"`,
    ]);
  });
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
