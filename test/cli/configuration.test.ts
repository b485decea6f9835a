// cspell:ignore mkfifo sevrity superclas
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const a = "class A : B { };\n";
const config = (content: object): string => JSON.stringify(content);

describe("a configuration is found", () => {
  const off = { severity: { "unknown-superclass": "off" } };
  const json = config(off);
  test.each<[string, string]>([
    ["mof-codegen.config.json", json],
    ["mof-codegen.config.json", `\ufeff${json}`],
    ["mof-codegen.config.mjs", `export default ${json};`],
    ["mof-codegen.config.cjs", `module.exports = ${json};`],
    ["mof-codegen.config.js", `module.exports = ${json};`],
    [".mof-codegenrc", json],
    [".mof-codegenrc.json", json],
    ["package.json", config({ name: "x", "mof-codegen": off })],
  ])("in %s", async (name, text) => {
    const folder = project({ "sub/deep/a.mof": a, [name]: text });
    for (const below of ["", "sub/deep"]) {
      expect(await codegen(join(folder, below), `check ${below ? "a.mof" : "sub"}`)).toEqual({
        code: 0,
        stdout: "Checked 1 class in 1 file: no errors\n",
        stderr: "",
      });
    }
  });

  test.skipIf(process.platform === "win32")("but not in a pipe or a device", async () => {
    const folder = project({ "a.mof": a, "sub/a.mof": a });
    execFileSync("mkfifo", [join(folder, "pipe.json")]);
    symlinkSync("/dev/zero", join(folder, "mof-codegen.config.json"));
    const refused = "cannot be read: it is a device or a pipe, not a file";
    for (const [below, command, file] of [
      ["", "check a.mof", "mof-codegen.config.json"],
      ["sub", "check a.mof", "../mof-codegen.config.json"],
      ["", "check a.mof --config pipe.json", "pipe.json"],
    ] as const) {
      expect(await codegen(join(folder, below), command)).toMatchObject({
        code: 2,
        stderr: `error: ${file} ${refused}\n`,
      });
    }
  });

  test("the nearest counts, and a package.json without it does not", async () => {
    const folder = project({
      "mof-codegen.config.json": config({ strict: true }),
      "sub/package.json": "{}",
      "sub/deep/package.json": "not JSON",
      "sub/deep/a.mof": a,
      "other/.mof-codegenrc": config(off),
      "other/a.mof": a,
    });
    expect(await codegen(join(folder, "sub/deep"), "check a.mof")).toMatchObject({ code: 1 });
    expect(await codegen(join(folder, "other"), "check a.mof")).toMatchObject({ stderr: "" });
  });

  test("where --config says, or not at all", async () => {
    const folder = project({
      "mof-codegen.config.json": config({ strict: true }),
      "ci/strict.json": config({ severity: { "unknown-superclass": "info" } }),
      "a.mof": a,
    });
    const said = async (line: string): Promise<string> => (await codegen(folder, line)).stderr;
    expect(await said("check a.mof")).toContain("error unknown-superclass");
    expect(await said("check a.mof --no-config")).toContain("warning unknown-superclass");
    expect(await said("check a.mof --config ci/strict.json")).toContain("note unknown-superclass");
  });
});

test("generate needs no arguments then, and its paths start from the configuration", async () => {
  const folder = project({
    "mof-codegen.config.json": config({
      $schema: "x",
      sources: ["schemas"],
      out: "src/generated",
      includeFolders: ["vendor"],
      search: [],
      importExtension: "ts",
      defaultNamespace: "root/flat",
      locale: "de-DE",
    }),
    "schemas/a.mof": '#pragma include("b.mof")\nclass A { };\n',
    "vendor/b.mof": "class B { };\n",
    "tools/readme.md": "",
  });
  const { code, stderr, stdout } = await codegen(join(folder, "tools"), "generate");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Generated 2 classes into ../src/generated/ (3 files written");
  const generated = contentsOf(folder)["src/generated/root/flat/index.ts"];
  expect(generated).toContain('"./B.ts"');
  expect((await codegen(folder, "generate --check")).stdout).toBe(
    "src/generated/ is up to date (2 classes)\n",
  );
});

test("the command line counts more, and the hint repeats only what it said", async () => {
  const folder = project({
    "mof-codegen.config.json": config({
      sources: ["a.mof"],
      out: "gen",
      strict: true,
      severity: { "unknown-superclass": "error", "nothing-declared": "error" },
    }),
    "a.mof": a,
    "b.mof": "",
  });
  expect(await codegen(folder, "check --severity unknown-superclass=off")).toMatchObject({
    code: 0,
  });
  expect(await codegen(folder, "check b.mof")).toMatchObject({ code: 1 });
  const { stderr } = await codegen(folder, "generate --severity unknown-superclass=off --check");
  expect(stderr).toMatch(/\nTo update: codegen generate\n$/);
  expect((await codegen(folder, "generate a.mof --no-config --out x --check")).stderr).toMatch(
    /\nTo update: codegen generate a.mof --no-config --out x\n$/,
  );
});

test("so it does for --no-strict", async () => {
  const folder = project({ ".mof-codegenrc": config({ strict: true }), "a.mof": a });
  expect(await codegen(folder, "check a.mof")).toMatchObject({ code: 1 });
  expect(await codegen(folder, "check a.mof --no-strict")).toMatchObject({ code: 0 });
});

describe("a configuration that cannot be understood ends with code 2:", () => {
  const json = "mof-codegen.config.json";
  const mjs = "mof-codegen.config.mjs";
  test.each<[string, string, string, readonly (string | RegExp)[]]>([
    [
      "a misspelt key",
      json,
      '{"sevrity": {}}',
      ["there is no key sevrity. Did you mean severity?"],
    ],
    ["a key from nowhere", json, '{"__proto__": 1}', ["there is no key __proto__"]],
    ["a key with commands", json, '{"\\u001b[2J": 1}', ["there is no key ␛[2J"]],
    ["no object", json, "[]", ["a configuration is an object, not this list"]],
    ["nothing", json, "null", ["a configuration is an object, not null"]],
    [
      "wrong types, all of them",
      json,
      config({
        strict: "yes",
        out: 1,
        includeFolders: "vendor",
        sources: [1],
        env: { A: 1 },
        locale: "x",
      }),
      [
        'strict is true or false, not "yes"',
        "out is a text, not 1",
        'includeFolders is a list of texts, not "vendor"',
        "sources is a list of texts, not this list",
        "env is an object of texts, not this object",
        'locale is a language, written as en-US or 409, not "x"',
      ],
    ],
    ["an empty text", json, '{"out": ""}', ["out is a text, not an empty text"]],
    [
      "a wrong word",
      json,
      '{"dialect": "mof4"}',
      ['dialect is auto, dmtf, wmi or mof3, not "mof4"'],
    ],
    [
      "wrong severities",
      json,
      config({
        severity: {
          "unknown-superclas": "off",
          "nothing-declared": 0,
          "unterminated-string": "warning",
        },
      }),
      [
        "severity: there is no code unknown-superclas. Did you mean unknown-superclass?",
        "severity: a severity is off, info, warning or error, not 0",
        "severity: unterminated-string is never less than an error: what is read depends on it",
      ],
    ],
    [
      "a function",
      mjs,
      "export default () => 1;",
      ["a configuration is an object, not a function"],
    ],
    ["a large number", mjs, "export default 1n;", ["a configuration is an object, not 1"]],
  ])("%s", async (_, name, text, problems) => {
    const folder = project({ [name]: text, "a.mof": a });
    expect(await codegen(folder, "check a.mof")).toEqual({
      code: 2,
      stdout: "",
      stderr: problems.map((problem) => `error: ${name}: ${String(problem)}\n`).join(""),
    });
  });

  test.each<[string, string, string, RegExp]>([
    ["a syntax error", json, "{ no", /cannot be read: .*JSON.*\n$/],
    ["an exception", mjs, 'throw new Error("no\\nreally");', /cannot be read: no\n$/],
    ["a missing import", mjs, 'import "./x.mjs";', /cannot be read: Cannot find module .*\n$/],
  ])("%s", async (_, name, text, expected) => {
    const folder = project({ [name]: text, "a.mof": a });
    const { code, stdout, stderr } = await codegen(folder, "check a.mof");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.startsWith(`error: ${name} cannot be read: `)).toBe(true);
    expect(stderr).toMatch(expected);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([
    ["no.json", "no.json cannot be read: it does not exist"],
    ["no.mjs", "no.mjs cannot be read: it does not exist"],
    ["sub", "sub cannot be read: it is a folder"],
    ["a.yaml", "a.yaml cannot be read: its name does not end in .json, .js, .mjs, .cjs"],
    ["package.json", "package.json: a configuration is an object, not null"],
    ["empty.json", "empty.json: a configuration is an object, not undefined"],
  ])("--config %s", async (name, message) => {
    const folder = project({
      "package.json": "{}",
      "sub/a.mof": a,
      "a.yaml": "",
      "empty.json": "",
    });
    expect(await codegen(folder, `check sub --config ${name}`)).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: ${message}\n`,
    });
  });
});
