import { expect, test } from "vitest";
import { contentsOf } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const mof = `class CON { [Key] string Id; };
class default { [Key] string Id; uint32 then(); };
class Plain { [Key] string Id; };
`;

test("--explain-names tells which names differ, and why, and writes nothing", async () => {
  const folder = project({ "a.mof": mof });
  expect(await codegen(folder, "generate a.mof --explain-names")).toEqual({
    code: 0,
    stdout: `root/cimv2:CON: file CON_ stands for "CON": Windows takes a file of that name for a device
root/cimv2:default: class default_ stands for "default": it is a word of TypeScript, or a name that generated files need themselves
root/cimv2:default: method then is left off: await would call it; a client's invoke does when it is wanted
`,
    stderr: "",
  });
  expect(Object.keys(contentsOf(folder))).toEqual(["a.mof"]);
});

test("of the wanted classes alone, and for programs", async () => {
  const folder = project({ "a.mof": mof });
  const line = "generate a.mof --include CON --explain-names";
  const { stdout } = await codegen(folder, `${line} --format json`);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    names: [{ thing: "file", of: "root/cimv2:CON", wanted: "CON", name: "CON_", reason: "device" }],
  });
  const both = await codegen(folder, `${line} --why --format json`);
  expect(Object.keys(JSON.parse(both.stdout) as object)).toEqual(["version", "classes", "names"]);
  expect((await codegen(folder, "generate a.mof --include Plain --explain-names")).stdout).toBe(
    "Every name is the MOF's own.\n",
  );
});

test("in one file other names differ", async () => {
  const folder = project({
    "a.mof": `#pragma namespace("root/a")
class CON { [Key] string Id; };
#pragma namespace("root/b")
class CON { [Key] string Id; };
`,
  });
  const { stdout } = await codegen(folder, "generate a.mof --layout single --explain-names");
  expect(stdout).toBe(
    'root/b:CON: class CON_b stands for "CON": something beside it has that name\n',
  );
});

test("--layout single writes one file, in place of those of the classes, and back", async () => {
  const folder = project({ "a.mof": mof });
  const files = (): string[] =>
    Object.keys(contentsOf(folder))
      .filter((path) => path.startsWith("gen/") && path.endsWith(".ts"))
      .sort();
  await codegen(folder, "generate a.mof --out gen");
  const apart = files();
  expect(apart).toEqual([
    "gen/root/cimv2/CON_.ts",
    "gen/root/cimv2/Plain.ts",
    "gen/root/cimv2/default.ts",
    "gen/root/cimv2/index.ts",
  ]);
  const single = await codegen(folder, "generate a.mof --out gen --layout single");
  expect(single.code).toBe(0);
  expect(single.stdout).toContain("1 file written, 0 unchanged, 4 removed");
  expect(files()).toEqual(["gen/index.ts"]);
  const wrong = await codegen(folder, "generate a.mof --out gen --layout one");
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("--layout is class or single, not one");
  await codegen(folder, "generate a.mof --out gen");
  expect(files()).toEqual(apart);
});
