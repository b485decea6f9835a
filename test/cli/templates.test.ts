// cspell:ignore nmae
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { contentsOf, fill, type Contents } from "../build/folder.ts";
import { expectGolden } from "../golden.ts";
import { root, runNode } from "../package/run.ts";
import { codegen, project } from "./run.ts";

const lamp = `#pragma namespace("root/home")
class Lamp {
  [Key] string Room;
};
`;
const generate = "generate lamp.mof --out gen --templates tpl";
const index = "gen/root/home/index.ts";

describe("codegen templates", () => {
  test("lists the templates, and what to do with them", async () => {
    const { code, stdout, stderr } = await codegen(project({}), "templates");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expectGolden(join(root, "fixtures/templates-command"), { "list.txt": stdout });
  });

  test("writes them into a folder, and they give what is generated without them", async () => {
    const folder = project({ "lamp.mof": lamp });
    expect(await codegen(folder, "templates --eject my/tpl")).toEqual({
      code: 0,
      stdout: `Wrote 5 templates into my/tpl/ (class.hbs, declarations.hbs, index.hbs, members.hbs, single.hbs)
Next: codegen generate <sources…> --templates my/tpl
`,
      stderr: "",
    });
    const { "lamp.mof": _, ...written } = contentsOf(folder);
    const own = ["class.hbs", "declarations.hbs", "index.hbs", "members.hbs", "single.hbs"];
    const ours = own.map((name) => [
      `my/tpl/${name}`,
      readFileSync(join(root, "templates", name), "utf8"),
    ]);
    expect(written).toEqual(Object.fromEntries(ours));
    await codegen(folder, "generate lamp.mof --out gen");
    expect(await codegen(folder, "generate lamp.mof --out gen --templates my/tpl --check")).toEqual(
      {
        code: 0,
        stdout: "gen/ is up to date (1 class)\n",
        stderr: "",
      },
    );
  });

  test("says when they are there already", async () => {
    const folder = project({});
    await codegen(folder, "templates --eject tpl");
    const before = contentsOf(folder);
    expect(await codegen(folder, "templates --eject tpl/")).toEqual({
      code: 0,
      stdout: "Nothing to do: the templates are in tpl/ as they are here\n",
      stderr: "",
    });
    expect(contentsOf(folder)).toEqual(before);
  });

  test("overwrites nothing without --force, and with it only what differs", async () => {
    const folder = project({ "tpl/index.hbs": "mine\n", "tpl/mine.hbs": "" });
    expect(await codegen(folder, "templates --eject tpl")).toEqual({
      code: 1,
      stdout: "",
      stderr: `error template-occupied: tpl/index.hbs is there already, so no template was written
help: Name another folder, or say --force to overwrite it.

1 error
`,
    });
    expect(contentsOf(folder)).toEqual({ "tpl/index.hbs": "mine\n", "tpl/mine.hbs": "" });
    fill(folder, { "tpl/members.hbs": readFileSync(join(root, "templates/members.hbs"), "utf8") });
    expect(await codegen(folder, "templates --eject tpl --force")).toMatchObject({
      code: 0,
      stdout: `Wrote 4 templates into tpl/ (class.hbs, declarations.hbs, index.hbs, single.hbs)
Next: codegen generate <sources…> --templates tpl
`,
    });
    expect(contentsOf(folder)["tpl/mine.hbs"]).toBe("");
  });

  test("a folder that cannot be is a finding", async () => {
    const folder = project({ tpl: "a file", "other/class.hbs/a": "" });
    expect(await codegen(folder, "templates --eject tpl")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error output-unwritable: tpl cannot be written: ") as string,
    });
    expect(await codegen(folder, "templates --eject other")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error template-occupied: other/class.hbs") as string,
    });
    expect(await codegen(folder, "templates --eject other --force")).toMatchObject({ code: 1 });
    expect(contentsOf(folder)).toEqual({ tpl: "a file", "other/class.hbs/a": "" });
  });
});

describe("generate --templates", () => {
  const custom = { "lamp.mof": lamp, "tpl/index.hbs": "// {{namespace}}\n" };

  test("uses what is in the folder, and ours for the rest", async () => {
    const folder = project(custom);
    expect(await codegen(folder, generate)).toMatchObject({ code: 0, stderr: "" });
    expect(contentsOf(folder)[index]).toBe("// root\\home\n");
    expect(contentsOf(folder)["gen/root/home/Lamp.ts"]).toContain("export interface Lamp {");
    expect(await codegen(folder, `${generate} --check`)).toMatchObject({ code: 0 });
    // Without the line that says who generated it, a file is still known by its text.
    fill(folder, { "tpl/index.hbs": "// changed\n" });
    expect(await codegen(folder, `${generate} --check`)).toEqual({
      code: 1,
      stdout: "",
      stderr: `error output-stale: ${index} differs from what would be generated

1 error

To update: codegen generate lamp.mof --out gen --templates tpl
`,
    });
    expect(await codegen(folder, generate)).toMatchObject({ code: 0 });
    fill(folder, { [index]: "mine\n" });
    expect(await codegen(folder, generate)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`error output-occupied: ${index}`) as string,
    });
  });

  test("is a key of the configuration, whose folder it starts from", async () => {
    const configuration = { sources: ["lamp.mof"], out: "gen", templates: "tpl" };
    const folder = project({
      ...custom,
      "mof-codegen.config.json": JSON.stringify(configuration),
      "deep/er/readme.md": "",
    });
    expect(await codegen(join(folder, "deep/er"), "generate")).toMatchObject({ code: 0 });
    expect(contentsOf(folder)[index]).toBe("// root\\home\n");
  });

  test("looks at .hbs files of the folder only, however they end their lines", async () => {
    const folder = project({
      ...custom,
      "tpl/index.hbs": "\uFEFF{{#if namespace}}\r\n// {{namespace}}\r\n{{/if}}\r\n",
      "tpl/class.txt": "{{no}}",
      "tpl/deep/class.hbs": "{{no}}",
    });
    expect(await codegen(folder, generate)).toMatchObject({ code: 0, stderr: "" });
    expect(contentsOf(folder)[index]).toBe("// root\\home\n");
  });

  test("what a template cannot do leaves the output as it was", async () => {
    const folder = project({ "lamp.mof": lamp, "tpl/index.hbs": "" });
    await codegen(folder, "generate lamp.mof --out gen");
    const wrong: readonly (readonly [Contents, string])[] = [
      [{ "tpl/index.hbs": "a\n{{nmae}}\n" }, "template-missing-field"],
      [{ "tpl/index.hbs": "{{#each paths}}\n" }, "template-syntax"],
      [{ "tpl/index.hbs": "{{upper namespace}}\n" }, "template-unknown-helper"],
      [{ "tpl/index.hbs": "{{> other}}\n" }, "template-unknown-partial"],
      [{ "tpl/index.hbs": "{{> index}}\n" }, "template-endless"],
      [{ "tpl/index.hbs": "{{paths}}\n" }, "template-value"],
      [{ "tpl/index.hbs": "{{> @partial-block}}\n" }, "template-failed"],
      [{ "tpl/index.hbs": "{{!-- mof-codegen view 99 --}}\n" }, "template-version"],
      [{ "tpl/index.hbs": "", "tpl/other.hbs/a": "" }, "file-unreadable"],
    ];
    for (const [files, code] of wrong) {
      fill(folder, files);
      const before = contentsOf(folder);
      const { code: exit, stdout, stderr } = await codegen(folder, generate);
      expect({ exit, stdout }, code).toEqual({ exit: 1, stdout: "" });
      expect(stderr, code).toMatch(new RegExp(`^error ${code}: [^]*\n1 error\n$`));
      expect(await codegen(folder, `${generate} --check`), code).toMatchObject({
        code: 3,
        stdout: "",
      });
      expect(contentsOf(folder), code).toEqual(before);
    }
  });

  test("mistakes of templates and of sources are reported together", async () => {
    const folder = project({ "lamp.mof": "class {", "tpl/class.hbs": "{{#if}}" });
    const { stderr } = await codegen(folder, generate);
    expect(stderr).toContain("--> lamp.mof:1:");
    expect(stderr).toContain("--> tpl/class.hbs:1:");
  });

  test.each([
    ["nowhere", "error no-folder: there is no folder nowhere"],
    ["lamp.mof", "error no-folder: there is no folder lamp.mof"],
    ["empty", "error no-templates: the folder empty holds no template, that is, no .hbs file"],
  ])("a folder without templates is an error: %s", async (name, message) => {
    const folder = project({ "lamp.mof": lamp, "empty/readme.md": "" });
    const { code, stderr } = await codegen(
      folder,
      `generate lamp.mof --out gen --templates ${name}`,
    );
    expect(code).toBe(1);
    expect(stderr.split("\n")[0]).toBe(message);
    expect(contentsOf(folder)).toEqual({ "lamp.mof": lamp, "empty/readme.md": "" });
  });

  test("a template that nobody uses is a warning, which can be raised or silenced", async () => {
    const folder = project({ "lamp.mof": lamp, "tpl/clas.hbs": "{{name}}" });
    const { code, stderr } = await codegen(folder, generate);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `warning template-unused: tpl/clas.hbs is not used: it replaces no template, and none includes it
help: Did you mean class.hbs?

1 warning
`,
    });
    const severity = (level: string) => `${generate} --severity template-unused=${level}`;
    expect(await codegen(folder, severity("error"))).toMatchObject({ code: 1 });
    expect(await codegen(folder, severity("off"))).toMatchObject({ code: 0, stderr: "" });
  });

  test("a report for programs names the place", async () => {
    const folder = project({ "lamp.mof": lamp, "tpl/class.hbs": "\n  {{nmae}}\n" });
    const { stdout } = await codegen(folder, `${generate} --format json`);
    const report = JSON.parse(stdout) as { diagnostics: readonly object[] };
    expect(report.diagnostics).toMatchObject([
      { code: "template-missing-field", file: "tpl/class.hbs", line: 2, column: 5 },
    ]);
  });

  describe("in a process of its own", () => {
    beforeAll(async () => {
      await ensureBuilt();
    });

    test("what lies in each other too deeply is a mistake, not a crash", async () => {
      const depth = 400;
      const deep = `{{${"camelCase (".repeat(depth)}camelCase name${")".repeat(depth)}}}`;
      const folder = project({ "lamp.mof": lamp, "tpl/class.hbs": deep });
      const cli = [join(root, "dist/cli/bin.js"), ...generate.split(" ")];
      const small = await runNode(["--stack-size=150", ...cli], folder);
      expect(small).toEqual({
        code: 1,
        stdout: "",
        stderr: `error template-syntax: tpl/class.hbs cannot be understood: too much lies in each other

1 error
`,
      });
      expect(await runNode(cli, folder)).toMatchObject({ code: 0, stderr: "" });
    });
  });
});
