import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf, fill } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const lamp = `#pragma namespace("root/home")
class Lamp {
  [Key] string Room;
  boolean On;
  uint32 Switch([In] boolean On);
};
`;
const house = { "lamp.mof": lamp };

/** Everything below gen/ but the manifest. */
function generated(folder: string): string[] {
  return Object.keys(contentsOf(join(folder, "gen")))
    .filter((path) => path !== ".mof-codegen.json")
    .sort();
}

describe("a run", () => {
  test("says what it wrote, and the first time how to go on", async () => {
    const folder = project(house);
    expect(await codegen(folder, "generate lamp.mof --out gen")).toEqual({
      code: 0,
      stdout: `Generated 1 class into gen/ (2 files written, 0 unchanged, 0 removed)
Next: import a class, such as the one in gen/root/home/Lamp.ts
`,
      stderr: "",
    });
    expect(generated(folder)).toEqual(["root/home/Lamp.ts", "root/home/index.ts"]);
  });

  test("says when there was nothing to do", async () => {
    const folder = project(house);
    await codegen(folder, "generate lamp.mof --out gen");
    const before = contentsOf(folder);
    expect(await codegen(folder, "generate lamp.mof --out gen")).toEqual({
      code: 0,
      stdout: "Nothing to do: gen/ is up to date (1 class)\n",
      stderr: "",
    });
    expect(contentsOf(folder)).toEqual(before);
  });

  test("replaces and removes what it wrote before", async () => {
    const folder = project({ ...house, "fan.mof": lamp.replace("Lamp", "Fan") });
    await codegen(folder, "generate lamp.mof fan.mof --out gen");
    const { stdout } = await codegen(folder, "generate fan.mof --out gen");
    expect(stdout).toBe("Generated 1 class into gen/ (1 file written, 1 unchanged, 1 removed)\n");
    expect(generated(folder)).toEqual(["root/home/Fan.ts", "root/home/index.ts"]);
  });

  test("takes folders, and the output may lie among the sources", async () => {
    const folder = project({ "schemas/deep/LAMP.MOF": lamp, "schemas/.git/x.mof": "broken" });
    const { code } = await codegen(folder, "generate schemas --out schemas/gen");
    expect(code).toBe(0);
    expect(await codegen(folder, "generate schemas --out schemas/gen --check")).toMatchObject({
      code: 0,
      stdout: "schemas/gen/ is up to date (1 class)\n",
    });
  });

  test("gives the same bytes from another working folder", async () => {
    const folder = project(house);
    await codegen(folder, "generate lamp.mof --out gen");
    const before = contentsOf(folder);
    mkdirSync(join(folder, "gen/below"));
    const { code } = await codegen(join(folder, "gen"), "generate ../lamp.mof --out . --check");
    expect(code).toBe(0);
    expect(contentsOf(folder)).toEqual({ ...before, "gen/below/": "" });
  });

  test("finds included files where -I says, each -I by itself", async () => {
    const folder = project({
      "main.mof": '#pragma include("lamp.mof")\n#pragma include("sub\\\\fan.mof")\n',
      "a/lamp.mof": lamp,
      "b/sub/fan.mof": lamp.replace("Lamp", "Fan"),
    });
    const { code, stderr } = await codegen(folder, "generate -I a main.mof -I b --out gen");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(generated(folder)).toContain("root/home/Fan.ts");
  });

  test("obeys --import-extension, --default-namespace and --locale", async () => {
    const folder = project({ "lamp.mof": lamp.replace(/^.*\n/, "") });
    const options = "--import-extension ts --default-namespace root/flat --locale de-DE";
    expect(await codegen(folder, `generate lamp.mof --out gen ${options}`)).toMatchObject({
      code: 0,
    });
    const index = readFileSync(join(folder, "gen/root/flat/index.ts"), "utf8");
    expect(index).toContain('"./Lamp.ts"');
  });

  test("takes descriptions from the .mfl file of --locale", async () => {
    const text = (number: string, description: string) => `
#pragma namespace("root/home/ms_${number}")
[Description("${description}") : Amended, AMENDMENT, LOCALE(0x${number})] class Lamp { [Key] string Room; };`;
    const folder = project({
      ...house,
      "es-ES/lamp.mfl": text("c0a", "Una luz:\\n- de pie\\n- de mesa"),
      "zh-CN/lamp.mfl": text("804", "表示房间里的一盏灯。"),
    });
    const described = async (locale: string) => {
      await codegen(folder, `generate lamp.mof --out gen --locale ${locale}`);
      const code = readFileSync(join(folder, "gen/root/home/Lamp.ts"), "utf8");
      return /^\/\*\*\n( \*(?!\n \* @).*\n)*/m.exec(code)?.[0];
    };
    expect(await described("es-ES")).toBe(`/**
 * Una luz:
 *
 * - de pie
 * - de mesa
`);
    expect(await described("zh-CN")).toBe("/**\n * 表示房间里的一盏灯。\n");
  });

  test("prints warnings, and errors only with --quiet", async () => {
    const folder = project({ "lamp.mof": lamp.replace("class Lamp", "class Lamp : Device") });
    const { code, stderr } = await codegen(folder, "generate lamp.mof --out gen");
    expect(code).toBe(0);
    expect(stderr).toBe(`warning unknown-superclass: Lamp extends Device, which no source declares
 --> lamp.mof:2:14
  |
2 | class Lamp : Device {
  |              ^^^^^^
help: Add the file that declares Device; its members are missing from the output.

1 warning
`);
    expect(await codegen(folder, "generate lamp.mof --out gen --quiet")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect((await codegen(folder, "generate no.mof --out gen -q")).stderr).toContain("no.mof");
  });
});

describe("--check", () => {
  test("lists what would change and the command that changes it", async () => {
    const folder = project(house);
    await codegen(folder, "generate lamp.mof --out gen");
    fill(folder, { "gen/root/home/Lamp.ts": "// @generated by mof-codegen.\nby hand\n" });
    fill(folder, { "my fan.mof": lamp.replace("Lamp", "Fan") });
    const before = contentsOf(folder);
    expect(await codegen(folder, "generate lamp.mof --out gen -I x --check")).toEqual({
      code: 1,
      stdout: "",
      stderr: `error output-stale: gen/root/home/Lamp.ts differs from what would be generated

1 error

To update: codegen generate lamp.mof --out gen --include-folder x
`,
    });
    expect(contentsOf(folder)).toEqual(before);
  });

  test("a source with errors is no answer", async () => {
    const folder = project({ "lamp.mof": "class {" });
    await expect(codegen(folder, "generate lamp.mof --out gen --check")).resolves.toMatchObject({
      code: 3,
      stdout: "",
    });
    await expect(codegen(folder, "generate no.mof --out gen --check")).resolves.toMatchObject({
      code: 3,
    });
  });

  test("an output folder that cannot be is a finding", async () => {
    const folder = project({ ...house, gen: "a file" });
    await expect(codegen(folder, "generate lamp.mof --out gen --check")).resolves.toMatchObject({
      code: 1,
    });
  });
});

describe("a bad input leaves the output as it was", () => {
  /** Runs over an output of before, and returns what was printed. */
  async function failing(line: string, more: Readonly<Record<string, string>>): Promise<string> {
    const folder = project(house);
    await codegen(folder, "generate lamp.mof --out gen");
    fill(folder, more);
    const before = contentsOf(folder);
    const { code, stdout, stderr } = await codegen(folder, line);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(contentsOf(folder)).toEqual(before);
    return stderr;
  }

  test("a missing file", async () => {
    expect(await failing("generate lamp.mof lamb.mof --out gen", {})).toBe(
      `error file-not-found: there is no file or folder lamb.mof
help: Check the spelling, and the folder that the command runs in.

1 error
`,
    );
  });

  test("a folder without MOF files", async () => {
    const more = { "docs/readme.txt": "", "docs/node_modules/a.mof": "", "docs/.b/c.mof": "" };
    expect(await failing("generate docs --out gen", more)).toBe(
      `error no-mof-files: the folder docs holds no .mof file and no documentation page
help: Name a folder with such files in it or below it, or the files themselves.

1 error
`,
    );
  });

  test("a syntax error on line 40", async () => {
    const bad = "\n".repeat(38) + "class Fan {\n  uint32 ;\n};\n";
    expect(await failing("generate lamp.mof bad.mof --out gen", { "bad.mof": bad })).toMatch(
      / --> bad\.mof:40:10\n {3}\|\n40 \| {3}uint32 ;\n {3}\| {10}\^\n(help: .*\n)?\n1 error\n$/,
    );
  });

  test("an output path that is a file", async () => {
    expect(await failing("generate lamp.mof --out file", { file: "precious" })).toBe(
      `error output-is-file: the output folder file is a file
help: Name a folder with --out, or move that file away.

1 error
`,
    );
  });

  test("an output folder that cannot be made", async () => {
    expect(await failing("generate lamp.mof --out file/gen", { file: "precious" })).toBe(
      `error output-unwritable: file/gen cannot be written: file is a file
help: Nothing was changed.

1 error
`,
    );
  });

  test("a file of somebody else where one should go", async () => {
    const more = { "fan.mof": lamp.replace("Lamp", "Fan"), "gen/root/home/Fan.ts": "mine" };
    expect(await failing("generate lamp.mof fan.mof --out gen", more)).toBe(
      `error output-occupied: gen/root/home/Fan.ts was not generated by mof-codegen, so it is not overwritten
help: Move it away, or choose another folder with --out. If the list .mof-codegen.json was lost, delete the file.

1 error
`,
    );
  });
});

test("a namespace cannot lead out of the output folder", async () => {
  const folder = project({ "x/lamp.mof": lamp.replace("root/home", "root/../../../../evil") });
  const before = Object.keys(contentsOf(folder));
  await codegen(join(folder, "x"), "generate lamp.mof --out gen");
  const written = Object.keys(contentsOf(folder)).filter((path) => !before.includes(path));
  expect(written.filter((path) => !path.startsWith("x/gen/"))).toEqual([]);
});

test("nothing in a file reaches the terminal as a command", async () => {
  const folder = project({});
  writeFileSync(join(folder, "a.mof"), "class \u001b[31mA {};\n");
  const { stderr } = await codegen(folder, "generate a.mof --out gen");
  expect(stderr).not.toContain("\u001b");
  expect(stderr).toContain("1 | class ␛[31mA {};");
});
