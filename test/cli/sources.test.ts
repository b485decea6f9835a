// cspell:ignore SYSTEMROOT
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const a = "class ACME_A {};\n";
const checked = (what: string): object => ({
  code: 0,
  stdout: `Checked ${what}: no errors\n`,
  stderr: "",
});

describe("the source -", () => {
  test("is standard input, in whatever pieces it comes", async () => {
    const folder = project({ "b.mof": "class ACME_B {};\n" });
    const text = Buffer.from(`\uFEFF#pragma include ("b.mof")\r\n${a}`, "utf16le");
    const stdin = [text.subarray(0, 5), text.subarray(5, 6), text.subarray(6)];
    expect(await codegen(folder, "check -", { stdin })).toEqual(checked("2 classes in 2 files"));
  });

  test("is named where something is wrong with it", async () => {
    const { code, stderr } = await codegen(project({}), "check -", {
      stdin: [Buffer.from("class ACME_A {\n  uint32 ;\n};\n")],
    });
    expect(code).toBe(1);
    expect(stderr).toContain("\n --> <stdin>:2:10\n");
  });

  test("holds a schema that another run printed", async () => {
    const folder = project({ "a.mof": a });
    const printed = await codegen(folder, "parse a.mof --emit mof");
    const stdin = [Buffer.from(printed.stdout)];
    const again = await codegen(folder, "parse - --emit schema", { stdin });
    expect(again).toEqual(await codegen(folder, "parse a.mof --emit schema"));
  });

  test("that cannot be read is a mistake on the command line", async () => {
    const failing = {
      async *[Symbol.asyncIterator]() {
        await Promise.reject(new Error("EISDIR: illegal operation on a directory, read"));
        yield new Uint8Array();
      },
    };
    const { code, stderr } = await codegen(project({}), "check -", { stdin: failing });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: standard input cannot be read: EISDIR: illegal operation on a directory, read\n/,
    );
  });

  test("has an end, or is given up", async () => {
    let pieces = 0;
    const endless = {
      async *[Symbol.asyncIterator]() {
        const piece = Buffer.alloc(1 << 26, " ");
        for (;;) {
          pieces += 1;
          yield await Promise.resolve(piece);
        }
      },
    };
    const { code, stderr } = await codegen(project({}), "check -", { stdin: endless });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: standard input is larger than 256 MiB\n/);
    expect(pieces).toBe(5);
  });
});

describe("patterns and paths of Windows", () => {
  const contents = {
    "schemas/a.mof": a,
    "schemas/deep/b.mof": "class ACME_B {};\n",
    "schemas/deep/node_modules/c.mof": "class {\n",
  };

  test("a pattern", async () => {
    const found = checked("2 classes in 2 files");
    for (const pattern of ["schemas/**/*.mof", "'schemas\\**\\*.mof'", "**/[ab].mof"]) {
      expect(await codegen(project(contents), `check ${pattern}`), pattern).toEqual(found);
    }
  });

  test("a variable of the environment", async () => {
    const folder = project(contents);
    const env = { SystemRoot: join(folder, "schemas") };
    const line = "check %SYSTEMROOT%\\deep\\b.mof";
    expect(await codegen(folder, line, { env })).toEqual(checked("1 class in 1 file"));
    expect((await codegen(folder, line)).stderr).toBe(
      `error variable-not-set: %SYSTEMROOT% in %SYSTEMROOT%\\deep\\b.mof has no value
help: Set the environment variable SYSTEMROOT, or write the path without it.

1 error
`,
    );
  });

  test("a pattern that matches nothing", async () => {
    const { code, stdout, stderr } = await codegen(project(contents), "check schemas/*.txt");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error no-file-matches: no file matches schemas\/\*\.txt\n/);
  });
});

describe("an included path with a variable", () => {
  const contents = {
    "a.mof": `#include ("%SYSTEMROOT%\\wbem\\b.mof")\n${a}`,
    "Windows/wbem/b.mof": "class ACME_B {};\n",
  };

  test("without --env: a warning that says how", async () => {
    const env = { SystemRoot: "Windows" };
    const { code, stderr } = await codegen(project(contents), "check a.mof", { env });
    expect(code).toBe(0);
    expect(stderr).toContain("Say what %SYSTEMROOT% stands for with --env SYSTEMROOT=value.");
  });

  test("--env with a value, or with that of the environment", async () => {
    const env = { SystemRoot: "Windows" };
    const found = checked("2 classes in 2 files");
    expect(await codegen(project(contents), "check a.mof --env systemroot=Windows")).toEqual(found);
    expect(await codegen(project(contents), "check a.mof --env SYSTEMROOT", { env })).toEqual(
      found,
    );
  });

  test("--env without any value", async () => {
    const ran = await codegen(project(contents), "check a.mof --env SYSTEMROOT");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(
      /^error: the environment has no SYSTEMROOT; write --env SYSTEMROOT=value\n/,
    );
  });
});

test("--no-companions: the text is not read", async () => {
  const folder = project({
    "a.mof": "class ACME_A { uint8 Level; };\n",
    "en-US/a.mfl":
      '#pragma namespace("ms_409")\n[Description("What it is."), AMENDMENT, LOCALE(0x409)] class ACME_A {};\n',
  });
  const described = async (line: string): Promise<boolean> =>
    (await codegen(folder, line)).stdout.includes("What it is.");
  expect(await described("parse a.mof --emit mof")).toBe(true);
  expect(await described("parse a.mof --emit mof --no-companions")).toBe(false);
});

test("--search: what is needed is found", async () => {
  const folder = project({ "a.mof": "class ACME_A : ACME_B {};\n" });
  fill(folder, {
    "lib/x/acme_b.mof": "class ACME_B : ACME_C {};\n",
    "lib/ACME_C.mof": "class ACME_C {};\n",
  });
  expect(await codegen(folder, "check a.mof --search lib")).toEqual(
    checked("3 classes in 3 files"),
  );
});

test("--dialect: what a file is taken for", async () => {
  const folder = project({ "a.mof": `#pragma include ("none.mof")\n${a}` });
  const code = async (dialect: string): Promise<number> =>
    (await codegen(folder, `check a.mof --dialect ${dialect}`)).code;
  expect([await code("auto"), await code("dmtf"), await code("wmi")]).toEqual([1, 1, 0]);
  expect(await code("latin")).toBe(2);
});
