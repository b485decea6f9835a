import { expect, test } from "vitest";
import { codegen, project } from "./run.ts";

const house = { "a.mof": "class A_A : A_B { };\n" };

test.each([
  ["check a.mof", 0, "1 warning"],
  ["check a.mof --strict", 1, "1 error"],
  ["check a.mof --severity unknown-superclass=error", 1, "1 error"],
  ["check a.mof --strict --severity unknown-superclass=info", 0, "1 note"],
  ["check a.mof --severity nothing-declared=off --severity unknown-superclass=off", 0, ""],
  ["generate a.mof --out gen --strict", 1, "1 error"],
  ["generate a.mof --out gen --strict --check", 3, "1 error"],
])("codegen %s", async (line, code, count) => {
  const ran = await codegen(project(house), line);
  expect(ran.code).toBe(code);
  expect(ran.stderr.trimEnd().split("\n").at(-1)).toBe(count);
});

test("more warnings than --max-warnings are a failure", async () => {
  const folder = project(house);
  expect(await codegen(folder, "check a.mof --max-warnings 1")).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await codegen(folder, "check a.mof --max-warnings 0");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/\n1 warning\nerror: 1 warning, but --max-warnings allows 0\n$/);
});

test("a comment in the source silences a message of generate as of check", async () => {
  const folder = project({
    "a.mof": `// codegen-disable-next-line unknown-superclass -- of the server\n${house["a.mof"]}`,
  });
  expect(await codegen(folder, "check a.mof")).toEqual({
    code: 0,
    stdout: "Checked 1 class in 1 file: no errors\n",
    stderr: "",
  });
  expect(await codegen(folder, "generate a.mof --out gen")).toMatchObject({ code: 0, stderr: "" });
});

test("a comment that silences nothing is reported, unless errors hid what it is about", async () => {
  const comment = "// codegen-disable-next-line unknown-superclass\n";
  const folder = project({ "a.mof": `${comment}class A { };\n`, "b.mof": `${comment}class` });
  const { stderr } = await codegen(folder, "check a.mof");
  expect(stderr).toBe(`warning unused-suppression: this comment silences nothing
 --> a.mof:1:30
  |
1 | // codegen-disable-next-line unknown-superclass
  |                              ^^^^^^^^^^^^^^^^^^
help: Remove it.

1 warning
`);
  expect((await codegen(folder, "check b.mof")).stderr).not.toContain("unused-suppression");
});
