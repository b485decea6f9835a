// cspell:ignore Afirst
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { codegen, project } from "./run.ts";

const house = { "a.mof": "class A : B { };\n", "b.mof": "class A { };\nclass A { };\n" };
const json = (stdout: string): unknown => JSON.parse(stdout);

test("a report for programs is the output of check, and nothing else is", async () => {
  const folder = project(house);
  const { code, stdout, stderr } = await codegen(folder, "check a.mof --format json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(json(stdout)).toMatchObject({
    version: 1,
    diagnostics: [{ code: "unknown-superclass", file: "a.mof", line: 1, column: 11 }],
    counts: { errors: 0, warnings: 1, notes: 0 },
  });
});

test("with --quiet it tells of errors only", async () => {
  const { stdout } = await codegen(project(house), "check a.mof --format json -q");
  expect(json(stdout)).toEqual({
    version: 1,
    diagnostics: [],
    counts: { errors: 0, warnings: 0, notes: 0 },
  });
});

test("so it is of generate", async () => {
  const folder = project(house);
  expect(await codegen(folder, "generate b.mof --out gen --format github")).toEqual({
    code: 1,
    stdout:
      "::error file=b.mof,line=2,col=7,endLine=2,endColumn=8,title=duplicate-class::" +
      "A is declared more than once in root/cimv2%0Afirst declared here: b.mof:1:7%0A" +
      "Keep one of the declarations, or give each its own namespace.\n",
    stderr: "",
  });
  expect(await codegen(folder, "generate a.mof --out gen --check --format github")).toMatchObject({
    code: 1,
    stderr: "",
    stdout: expect.stringContaining("::error title=output-missing::gen/") as string,
  });
});

test("SARIF names the program and its version", async () => {
  const { stdout } = await codegen(project(house), "check a.mof --format sarif");
  expect(json(stdout)).toMatchObject({
    runs: [{ tool: { driver: { name: "mof-codegen", version: packageJson.version } } }],
  });
});

test("inside a workflow, files are named from the root of the repository", async () => {
  const folder = project({ "schemas/a.mof": "class A : B { };\n", "c.mof": "class C : D { };\n" });
  const env = { GITHUB_WORKSPACE: folder };
  const line = "check a.mof ../c.mof --format github";
  const { stdout } = await codegen(`${folder}/schemas`, line, { env });
  expect(stdout).toContain("file=schemas/a.mof,");
  expect(stdout).toContain("file=c.mof,");
});

test("--limit says how many messages are written out", async () => {
  const mof = Array.from({ length: 60 }, (_, index) => `class A${index} : B { };\n`).join("");
  const folder = project({ "a.mof": mof });
  const messages = async (line: string): Promise<number> =>
    (await codegen(folder, line)).stderr.split("warning unknown-superclass").length - 1;
  expect(await messages("check a.mof")).toBe(50);
  expect(await messages("check a.mof --limit all")).toBe(60);
  expect(await messages("check a.mof --limit 3")).toBe(3);
  expect((await codegen(folder, "check a.mof --limit 0")).stderr).toBe(
    "and 60 more: 60 warnings\n\n60 warnings\n",
  );
});
