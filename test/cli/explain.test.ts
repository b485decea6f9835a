// cspell:ignore superclas Lmap Swich
/** What `codegen explain` prints. Record anew with `UPDATE_GOLDEN=1`, then read what changed. */
import { ruleCatalogue, ruleIds } from "../../src/diff/index.ts";
import { rulePages } from "../../src/diff/pages/index.ts";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/index.ts";
import { expectGolden, read } from "../golden.ts";
import { codegen, project } from "./run.ts";

const root = fileURLToPath(new URL("../../fixtures/explain", import.meta.url));

test.each(readdirSync(root).sort())("%s", async (name) => {
  const folder = `${root}/${name}`;
  const { "input.mof": input = "", "topic.txt": topic = "" } = read(folder);
  const line = `explain ${topic.trim()} input.mof`;
  const text = await codegen(folder, line);
  const json = await codegen(folder, `${line} --format json`);
  expect([text.code, text.stderr, json.code, json.stderr]).toEqual([0, "", 0, ""]);
  expect(text.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expectGolden(folder, {
    "input.mof": input,
    "topic.txt": topic,
    "expected.txt": text.stdout,
    "expected.json": json.stdout,
  });
});

describe("a name that nobody declares", () => {
  const mof = "class Lamp { void Switch(); boolean On; };\nclass Device { void Switch(); };\n";
  test.each([
    ["Lmap", "no source declares Lmap. Did you mean Lamp?"],
    ["switch", "no source declares switch. Did you mean Device.Switch or Lamp.Switch?"],
    ["Lamp.Swich", "Lamp has no member Swich. Did you mean Switch?"],
    ["Lamp.Nonsense", "Lamp has no member Nonsense"],
    ["Lamp.Switch.On", "Lamp has no member Switch.On. Did you mean Switch?"],
    ["root/other:Lamp", "root/other has no class Lamp"],
    ["Gibberish", "no source declares Gibberish"],
    ["__proto__", "no source declares __proto__"],
  ])("%s", async (topic, message) => {
    const folder = project({ "a.mof": mof });
    expect(await codegen(folder, `explain ${topic} a.mof`)).toEqual({
      code: 1,
      stdout: "",
      stderr: `error: ${message}\n`,
    });
  });
});

test("sources may come from the configuration, and their warnings are not repeated", async () => {
  const folder = project({
    ".mof-codegenrc": '{"sources": ["a.mof"]}',
    "a.mof": "class A : B { };",
  });
  expect(await codegen(folder, "explain A")).toMatchObject({ code: 0, stderr: "" });
});

test("a source with errors gives an answer as far as it was understood", async () => {
  const folder = project({ "a.mof": "class A { uint32 ; uint8 X; };" });
  const { code, stdout, stderr } = await codegen(folder, "explain A a.mof");
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: "note: the sources have errors, so this may not be all; see codegen check\n",
  });
  expect(stdout).toContain("Properties  X  uint8\n");
});

test("otherwise there is none", async () => {
  const folder = project({ "a.mof": "class A {" });
  const { code, stdout, stderr } = await codegen(folder, "explain B a.mof");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain(" --> a.mof:1:");
});

describe("a code", () => {
  test("is explained with its examples and how to silence it", async () => {
    expect((await codegen(project({}), "explain wrong-suppression")).stdout).toBe(
      `wrong-suppression, a warning

  there is no code <word>
  help: Did you mean <meant>?

A comment that is to silence something and does not would be believed to work.

Wrong:

  // codegen-disable-next-line unknown-super-class
  class ACME_Lamp { };

Right:

  // codegen-disable-next-line unknown-superclass -- the server has it
  class ACME_Lamp : ACME_Device { };

To silence it at one place, put this on the line above:

  // codegen-disable-next-line wrong-suppression -- reason

or everywhere: --severity wrong-suppression=off, or in mof-codegen.config.json:

  { "severity": { "wrong-suppression": "off" } }
`,
    );
  });

  test("on which it depends what is read cannot be silenced", async () => {
    const { stdout } = await codegen(project({}), "explain unterminated-string");
    expect(stdout).toMatch(/^unterminated-string, an error\n/);
    expect(stdout).toMatch(/\nIt cannot be silenced: what is read or written depends on it\.\n$/);
  });

  test("is data with --format json", async () => {
    const { stdout } = await codegen(project({}), "explain unknown-superclass --format json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      code: "unknown-superclass",
      area: "Meaning",
      severity: "warning",
      strictSeverity: "error",
      adjustable: true,
      message: "<name> extends <superclass>, which no source declares",
    });
  });

  test.each([
    [
      "unknown-superclas",
      "there is no code or rule unknown-superclas. Did you mean unknown-superclass?",
    ],
    ["no-such-thing", "there is no code or rule no-such-thing"],
    ["Lamp", "name the MOF files that declare Lamp, or a code or a rule"],
    ["Lamp --format sarif", "--format is text or json, not sarif"],
  ])("that does not exist: %s", async (topic, message) => {
    expect(await codegen(project({}), `explain ${topic}`)).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: ${message}
Usage: codegen explain [code | rule | Class | Class.Member] [sources…] [options]
More:  codegen explain --help
`,
    });
  });
});

test("without a topic, all codes are listed, each once", async () => {
  const { code, stdout } = await codegen(project({}), "explain");
  expect(code).toBe(0);
  const listed = [...stdout.matchAll(/^ {2}([a-z0-9-]+) +(error|warning|info) /gm)].map(
    ([, name]) => name,
  );
  expect(listed.toSorted()).toEqual(Object.keys(catalogue).sort());
  const json = await codegen(project({}), "explain --format json");
  const { codes } = JSON.parse(json.stdout) as { codes: readonly { code: string }[] };
  expect(codes.map((each) => each.code).toSorted()).toEqual(Object.keys(catalogue).sort());
  expect(stdout).not.toMatch(/undefined|NaN|\[object/);
});

describe("a rule", () => {
  test("is explained with an example of both sides", async () => {
    const { code, stdout } = await codegen(project({}), "explain units-changed");
    expect(code).toBe(0);
    const { old, new: now, why } = rulePages["units-changed"];
    const indented = (mof: string): string => mof.trimEnd().replaceAll(/^/gmu, "  ");
    expect(stdout).toContain(`\n\nBefore:\n\n${indented(old)}\n\nAfter:\n\n${indented(now)}\n\n`);
    expect(stdout.replaceAll(/\s+/gu, " ")).toContain(why);
    expect(stdout).toContain("  wire        breaking\n");
  });

  test("is data on demand, and all of them are listed", async () => {
    const one = await codegen(project({}), "explain units-changed --format json");
    expect(JSON.parse(one.stdout)).toEqual({
      version: 1,
      rule: "units-changed",
      ...ruleCatalogue["units-changed"],
      message: undefined,
      ...rulePages["units-changed"],
    });
    const all = await codegen(project({}), "explain --format json");
    const { rules } = JSON.parse(all.stdout) as { rules: readonly { rule: string }[] };
    expect(rules.map(({ rule }) => rule)).toEqual(ruleIds);
    const { stdout } = await codegen(project({}), "explain");
    for (const rule of ruleIds) expect(stdout).toContain(`\n  ${rule} `);
  });

  test("that does not exist may have been meant otherwise", async () => {
    const { code, stderr } = await codegen(project({}), "explain property-remove");
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      "error: there is no code or rule property-remove. Did you mean property-removed?",
    ]);
  });
});
