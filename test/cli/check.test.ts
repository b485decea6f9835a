import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

test("right files", async () => {
  const folder = project({ "a.mof": "class A { };\n", "sub/b.mof": "class B : A { };\n" });
  const before = contentsOf(folder);
  expect(await codegen(folder, "check .")).toEqual({
    code: 0,
    stdout: "Checked 2 classes in 2 files: no errors\n",
    stderr: "",
  });
  expect(contentsOf(folder)).toEqual(before);
});

test("warnings are no failure", async () => {
  const folder = project({ "b.mof": "class B : A { };\n" });
  const { code, stdout, stderr } = await codegen(folder, "check b.mof");
  expect(code).toBe(0);
  expect(stdout).toBe("Checked 1 class in 1 file: no errors\n");
  expect(stderr).toContain("\n1 warning\n");
});

test("errors of all files are reported, each with its place", async () => {
  const folder = project({
    "b.mof": "class B { };\nclass B { };\n",
    "a.mof": "class A { };\nclass A { };\n",
  });
  expect(await codegen(folder, "check b.mof a.mof")).toEqual({
    code: 1,
    stdout: "",
    stderr: ["A", "B"]
      .map(
        (name) => `error duplicate-class: ${name} is declared more than once in root/cimv2
 --> ${name.toLowerCase()}.mof:2:7
  |
2 | class ${name} { };
  |       ^
note: first declared here
 --> ${name.toLowerCase()}.mof:1:7
  |
1 | class ${name} { };
  |       -
help: Keep one of the declarations, or give each its own namespace.

`,
      )
      .join("")
      .concat("2 errors\n"),
  });
});

test("a file that cannot be parsed is the answer, not the lack of one", async () => {
  const folder = project({ "a.mof": "class" });
  expect((await codegen(folder, "check a.mof")).code).toBe(1);
});

test("the fixture has no mistakes", async () => {
  const fixtures = join(import.meta.dirname, "../../fixtures");
  expect(await codegen(fixtures, "check RDManagement.mof")).toEqual({
    code: 0,
    stdout: "Checked 13 classes in 1 file: no errors\n",
    stderr: "",
  });
});
