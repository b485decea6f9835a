/** The output is formatted as the Prettier configuration of its project says. */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import prettier from "prettier";
import { describe, expect, test } from "vitest";
import { contentsOf, fill, type Contents } from "../build/folder.ts";
import { root } from "../package/run.ts";
import { codegen, project as bare } from "./run.ts";

const lamp = `#pragma namespace("root/home")
class Lamp {
  [Key] string Room;
  uint32 Switch([In] boolean On);
};
`;
const generate = "generate lamp.mof --out src/gen";
const file = "src/gen/root/home/Lamp.ts";

/** A project with a MOF file, in which Prettier is installed. */
function project(contents: Contents, folder: string = bare({})): string {
  fill(folder, { "lamp.mof": lamp, ...contents });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(dirname(root + "node_modules/prettier/package.json"), join(folder, "node_modules/prettier"), "junction"); // prettier-ignore
  return folder;
}

/** A project in which something else calls itself Prettier. */
function projectWith(prettierText: string, contents: Contents): string {
  const folder = bare({ "lamp.mof": lamp, ...contents });
  const manifest = JSON.stringify({ name: "prettier", main: "index.cjs" });
  fill(folder, {
    "node_modules/prettier/package.json": manifest,
    "node_modules/prettier/index.cjs": prettierText,
  });
  return folder;
}

/** Told apart from a run without Prettier: it cannot even be loaded. */
const broken = 'throw new Error("it was loaded");';

function generated(folder: string): Contents {
  return Object.fromEntries(
    Object.entries(contentsOf(join(folder, "src/gen"))).filter(([path]) => path.endsWith(".ts")),
  );
}

/** What is generated without any configuration. */
async function usual(): Promise<Contents> {
  const folder = bare({ "lamp.mof": lamp });
  await codegen(folder, generate);
  return generated(folder);
}

async function formatted(options: object): Promise<Contents> {
  const texts = Object.entries(await usual()).map(async ([path, text]) => [
    path,
    await prettier.format(text, { parser: "typescript", ...options }),
  ]);
  return Object.fromEntries((await Promise.all(texts)) as [string, string][]);
}

const json = (value: object): string => JSON.stringify(value);
const single = { singleQuote: true, printWidth: 120 };

describe("a configuration that differs is obeyed", () => {
  test.each<[string, Contents, object]>([
    [".prettierrc", { ".prettierrc": json(single) }, single],
    [".prettierrc as YAML", { ".prettierrc": "singleQuote: true\n" }, { singleQuote: true }],
    [".prettierrc.json", { ".prettierrc.json": json(single) }, single],
    [".prettierrc.json5", { ".prettierrc.json5": "{semi: false}" }, { semi: false }],
    [".prettierrc.yaml", { ".prettierrc.yaml": "useTabs: true" }, { useTabs: true }],
    [".prettierrc.toml", { ".prettierrc.toml": "tabWidth = 8" }, { tabWidth: 8 }],
    ["prettier.config.mjs", { "prettier.config.mjs": `export default ${json(single)};` }, single],
    [".prettierrc.cjs", { ".prettierrc.cjs": `module.exports = ${json(single)};` }, single],
    ["package.json", { "package.json": json({ prettier: single }) }, single],
    [
      "package.json that names another",
      { "package.json": json({ prettier: "./style.json" }), "style.json": json(single) },
      single,
    ],
    ["package.yaml", { "package.yaml": "name: x\nprettier:\n  semi: false\n" }, { semi: false }],
    [
      ".editorconfig",
      { ".editorconfig": "root = true\n[*.ts]\nindent_style = tab\n" },
      { useTabs: true },
    ],
    [
      ".editorconfig behind defaults of Prettier's own",
      { ".editorconfig": "[*]\nmax_line_length = 120\n", ".prettierrc": "{}" },
      { printWidth: 120 },
    ],
    [
      "overrides",
      { ".prettierrc": json({ overrides: [{ files: "src/**/*.ts", options: single }] }) },
      single,
    ],
    [
      "the nearest",
      { ".prettierrc": json({ semi: false }), "src/.prettierrc": json(single) },
      single,
    ],
    ["one in the output folder", { "src/gen/.prettierrc": json(single) }, single],
    ["line ends", { ".prettierrc": json({ endOfLine: "crlf" }) }, { endOfLine: "crlf" }],
  ])("%s", async (_, contents, options) => {
    const folder = project(contents);
    const { code, stderr } = await codegen(folder, generate);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(generated(folder)).toEqual(await formatted(options));
    expect(generated(folder)).not.toEqual(await usual());
    const before = contentsOf(folder);
    expect(await codegen(folder, `${generate} --check`)).toMatchObject({ code: 0, stderr: "" });
    expect((await codegen(folder, generate)).stdout).toContain("Nothing to do");
    expect(contentsOf(folder)).toEqual(before);
  });

  test("only for the files that it is about", async () => {
    const overrides = [{ files: "**/index.ts", options: { singleQuote: true } }];
    const folder = project({ ".prettierrc": json({ overrides }) });
    await codegen(folder, generate);
    const all = await formatted({ singleQuote: true });
    expect(generated(folder)).toEqual({
      ...(await usual()),
      "root/home/index.ts": all["root/home/index.ts"],
    });
  });

  test("with its plugins", async () => {
    const plugin = `export const languages = [{ name: "L", parsers: ["l"], extensions: [".ts"] }];
export const parsers = { l: { parse: (text) => ({ text }), astFormat: "l", locStart: () => 0, locEnd: () => 0 } };
export const printers = { l: { print: (path) => path.node.text.toUpperCase() } };
`;
    const folder = project({
      "loud.mjs": plugin,
      ".prettierrc": json({ plugins: ["./loud.mjs"] }),
    });
    expect(await codegen(folder, generate)).toMatchObject({ code: 0, stderr: "" });
    expect(contentsOf(folder)[file]).toContain("EXPORT INTERFACE LAMP {");
  });

  test("and --check sees when it has changed", async () => {
    const folder = project({ ".prettierrc": json(single) });
    await codegen(folder, generate);
    fill(folder, { ".prettierrc": json({ semi: false }) });
    const { code, stderr } = await codegen(folder, `${generate} --check`);
    expect(code).toBe(1);
    expect(stderr).toContain(`error output-stale: ${file} differs from what would be generated`);
    expect(await codegen(folder, generate)).toMatchObject({ code: 0 });
    expect(generated(folder)).toEqual(await formatted({ semi: false }));
  });

  test("but not where .prettierignore has the files, nor with --no-prettier", async () => {
    const ignored = project({ ".prettierrc": json(single), ".prettierignore": "src/gen/\n" });
    await codegen(ignored, generate);
    expect(generated(ignored)).toEqual(await usual());
    const partly = project({ ".prettierrc": json(single), ".prettierignore": "index.ts\n" });
    await codegen(partly, generate);
    expect(generated(partly)).toEqual({
      ...(await formatted(single)),
      "root/home/index.ts": (await usual())["root/home/index.ts"],
    });
    const off = projectWith(broken, { ".prettierrc": json(single) });
    expect(await codegen(off, `${generate} --no-prettier`)).toMatchObject({ code: 0, stderr: "" });
    expect(generated(off)).toEqual(await usual());
    fill(off, { "mof-codegen.config.json": json({ prettier: false }) });
    expect(await codegen(off, `${generate} --check`)).toMatchObject({ code: 0 });
    fill(off, { "lamp.mof": lamp.replace("Room", "Place") });
    expect((await codegen(off, `${generate} --check --no-prettier`)).stderr).toMatch(
      /\nTo update: codegen generate lamp.mof --out src\/gen --no-prettier\n$/,
    );
  });
});

describe("Prettier is not even loaded", () => {
  test.each<[string, Contents]>([
    ["without a configuration", { "package.json": "{}", "package.yaml": "name: x\n" }],
    [
      "by defaults in .prettierrc",
      { ".prettierrc": json({ semi: true, tabWidth: 2, endOfLine: "auto" }) },
    ],
    ["by nothing in .prettierrc.json", { ".prettierrc.json": "\uFEFF{}" }],
    [
      "by what is for other languages",
      { ".prettierrc": json({ proseWrap: "always", jsxSingleQuote: true, plugins: [] }) },
    ],
    [
      "by defaults in package.json",
      { "package.json": json({ prettier: { trailingComma: "all" } }) },
    ],
    [
      "by an .editorconfig with defaults",
      {
        ".editorconfig":
          "[*]\nindent_style=space\nIndent_Size = 2 ; two\nend_of_line: lf\n[*.md]\ntrim_trailing_whitespace = false\n",
      },
    ],
    [
      "by an .editorconfig that is further up than it counts",
      { ".editorconfig": "[*]\nindent_style = tab\n", "src/.editorconfig": "root = true\n" },
    ],
    [
      "by one beyond the repository",
      { ".editorconfig": "[*]\nindent_style = tab\n", "src/.git/HEAD": "" },
    ],
    [
      "by folders with such names",
      { ".prettierrc/a": "", "prettier.config.js/a": "", ".editorconfig/a": "" },
    ],
  ])("%s", async (_, contents) => {
    const folder = projectWith(broken, contents);
    expect(await codegen(folder, generate)).toMatchObject({ code: 0, stderr: "" });
    expect(generated(folder)).toEqual(await usual());
  });

  test("for templates without a configuration", async () => {
    const folder = projectWith(broken, { "tpl/index.hbs": "export  {}\n" });
    expect(await codegen(folder, `${generate} --templates tpl`)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(contentsOf(folder)["src/gen/root/home/index.ts"]).toBe("export  {}\n");
  });
});

test("what templates give is formatted even by a configuration that changes nothing else", async () => {
  const folder = project({ ".prettierrc": "{}", "tpl/index.hbs": "export  {}\n" });
  expect(await codegen(folder, `${generate} --templates tpl`)).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(generated(folder)).toEqual({ ...(await usual()), "root/home/index.ts": "export {};\n" });
});

describe("without Prettier", () => {
  test("a configuration that may differ is a warning, and the text stays ours", async () => {
    const folder = bare({ "lamp.mof": lamp, "src/.prettierrc": json(single) });
    const { code, stderr } = await codegen(folder, generate);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `warning prettier-missing: src/.prettierrc configures Prettier, which is not installed there, so the files are not formatted by it
help: Install it (npm install --save-dev prettier), or generate with --no-prettier.

1 warning
`,
    });
    expect(generated(folder)).toEqual(await usual());
    const off = `${generate} --severity prettier-missing=off`;
    expect(await codegen(folder, off)).toMatchObject({ code: 0, stderr: "" });
  });

  test("nobody with an .editorconfig alone is told anything", async () => {
    const folder = bare({ "lamp.mof": lamp, ".editorconfig": "[*.py]\nindent_size = 4\n" });
    expect(await codegen(folder, generate)).toMatchObject({ code: 0, stderr: "" });
    expect(generated(folder)).toEqual(await usual());
  });
});

describe("what Prettier cannot do leaves the output as it was:", () => {
  const rc = { ".prettierrc": json(single) };
  const three = "version: '3.0.0', clearConfigCache: async () => {}";

  /** Runs over an output of before, and returns what was printed. */
  async function failing(folder: string, line: string = generate): Promise<string> {
    await codegen(folder, `${generate} --no-prettier`);
    fill(folder, { "lamp.mof": lamp.replace("Room", "Place") });
    const before = contentsOf(folder);
    const { code, stdout, stderr } = await codegen(folder, line);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(contentsOf(folder)).toEqual(before);
    expect(await codegen(folder, `${line} --check`)).toMatchObject({ code: 3, stderr });
    return stderr;
  }

  const help = "help: Nothing was changed. With --no-prettier, the files stay as they are generated.\n\n1 error\n"; // prettier-ignore

  test.each([
    [
      "version 2",
      "module.exports = { version: '2.8.8' };",
      "its version is 2.8.8, and 3 is the oldest that is known",
    ],
    [
      "something else",
      "module.exports = {};",
      "its version is undefined, and 3 is the oldest that is known",
    ],
    ["something broken", broken, "it was loaded"],
    [
      "half of it",
      "module.exports = { version: '3.0.0' };",
      "prettier.clearConfigCache is not a function",
    ],
  ])("%s", async (_, text, reason) => {
    expect(await failing(projectWith(text, rc))).toBe(
      `error prettier-unusable: the Prettier of the output folder cannot be used: ${reason}\n${help}`,
    );
  });

  test.each([
    [".prettierrc", "{ semi: [", "Flow sequence in block collection must be sufficiently indented"],
    [".prettierrc.json", "{ semi", "Expected property name"],
    ["prettier.config.mjs", "export default 1;", "Config is only allowed to be an object"],
    ["prettier.config.cjs", 'throw new Error("no\\nreally")', "no\nhelp: "],
  ])("a configuration that it does not understand: %s", async (name, text, reason) => {
    const stderr = await failing(project({ [name]: text }));
    const message = `error prettier-configuration: Prettier cannot read its configuration ${name}: `;
    expect(stderr.slice(0, message.length)).toBe(message);
    expect(stderr.slice(message.length)).toContain(reason);
    expect(stderr.endsWith(help)).toBe(true);
  });

  test("an exception", async () => {
    const format = "async () => { throw new Error('no\\u001b[2J\\nreally') }";
    const text = `module.exports = { ${three}, resolveConfig: async () => ({ semi: false }), format: ${format} };`;
    expect(await failing(projectWith(text, rc))).toBe(
      `error prettier-failed: Prettier cannot format ${file}: no␛[2J\n${help}`,
    );
  });

  test("templates that give no TypeScript, whose text is shown", async () => {
    const folder = project({ ".prettierrc": "{}", "tpl/index.hbs": "export {};\nexport from {\n" });
    expect(await failing(folder, `${generate} --templates tpl`)).toBe(
      `error prettier-failed: Prettier cannot format src/gen/root/home/index.ts: Declaration or statement expected.
 --> src/gen/root/home/index.ts:2:1
  |
2 | export from {
  | ^
${help}`,
    );
  });
});

test.skipIf(process.platform === "win32")(
  "a configuration that is a pipe keeps nobody waiting",
  async () => {
    const folder = projectWith(broken, {});
    execFileSync("mkfifo", [join(folder, ".prettierrc")]);
    expect(await codegen(folder, generate)).toMatchObject({ code: 0, stderr: "" });
  },
);
