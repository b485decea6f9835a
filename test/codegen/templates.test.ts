/** Each folder of `fixtures/templates` is a sentence: its MOF and its templates must give its files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { helpers } from "../../src/codegen/templates/helpers.ts";
import { internal } from "../../src/codegen/templates/prepare-template.ts";
import { ownTemplates } from "../../src/codegen/templates/own-templates.ts";
import {
  compileTemplates,
  type Diagnostic,
  generate,
  type GeneratedFile,
  type GenerateOptions,
  nodeHost,
  parse,
  readSchema,
  renderText,
  resolve,
  type SchemaOptions,
  type Source,
  viewVersion,
} from "../../src/index.ts";
import { expectGolden, type Files, read } from "../golden.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const golden = join(root, "fixtures/templates");

/** What templates make of a MOF text, and what there is to say. */
async function made(
  mof: string,
  sources: readonly Source[],
): Promise<{ files: readonly GeneratedFile[]; diagnostics: readonly Diagnostic[] }> {
  const parsed = parse({ name: "input.mof", text: mof });
  const resolved = resolve(
    { roots: [parsed.value], includes: new Map() },
    { defaultNamespace: "root/cimv2" },
  );
  expect([...parsed.diagnostics, ...resolved.diagnostics]).toEqual([]);
  const { value: templates, diagnostics } = await compileTemplates(sources);
  if (!templates) return { files: [], diagnostics };
  const generated = generate(resolved.value, { templates });
  return { files: generated.value, diagnostics: [...diagnostics, ...generated.diagnostics] };
}

function filesOf({ files, diagnostics }: Awaited<ReturnType<typeof made>>): Files {
  return {
    ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
    ...(diagnostics.length > 0 && { "diagnostics.txt": renderText(diagnostics) }),
  };
}

/** Templates by their file names, as if they were in a folder. */
function templates(texts: Readonly<Record<string, string>>): Source[] {
  return Object.entries(texts)
    .filter(([name]) => name.endsWith(".hbs"))
    .map(([name, text]) => ({ name: `templates/${name}`, text }));
}

describe("fixtures/templates", () => {
  test.each(readdirSync(golden))("%s", async (name) => {
    const folder = join(golden, name);
    const mof = readFileSync(join(folder, "input.mof"), "utf8");
    const result = await made(mof, templates(read(join(folder, "templates"))));
    expectGolden(join(folder, "expected"), filesOf(result));
  });
});

const lamp = readFileSync(
  join(golden, "a-template-replaces-ours-of-the-same-name/input.mof"),
  "utf8",
);

describe("our own templates", () => {
  test("are those of the folder templates", () => {
    const texts = Object.fromEntries(ownTemplates.map(({ name, text }) => [`${name}.hbs`, text]));
    const { "hbs.d.ts": _, ...files } = read(join(root, "templates"));
    expect(texts).toEqual(files);
    expect(Object.keys(texts)).toEqual(Object.keys(texts).toSorted());
  });

  test.each(ownTemplates.map(({ name, text, about }) => [name, text, about]))(
    "%s says for which view it is, and what for",
    (_, text, about) => {
      expect(text.split("\n")[0]).toBe(`{{!-- mof-codegen view ${viewVersion}: ${about} --}}`);
      expect(about).toMatch(/^the \w.*\w$/);
    },
  );

  test("give the same when they are a user's", async () => {
    const own = Object.fromEntries(ownTemplates.map(({ name, text }) => [`${name}.hbs`, text]));
    for (const scenario of readdirSync(join(root, "fixtures/golden"))) {
      // The first has its MOF elsewhere, the last texts in files of their own.
      if (["rdmanagement", "texts-come-in-the-language-that-is-asked-for"].includes(scenario))
        continue;
      const folder = join(root, "fixtures/golden", scenario);
      const {
        "diagnostics.txt": _said,
        "names.txt": _notes,
        ...expected
      } = read(join(folder, "expected"));
      const { value } = await compileTemplates(templates(own));
      const options = join(folder, "options.json");
      const stated = existsSync(options)
        ? (JSON.parse(readFileSync(options, "utf8")) as GenerateOptions & Partial<SchemaOptions>)
        : {};
      const { sources = ["input.mof"], ...others } = stated;
      const defaultNamespace = "root/cimv2";
      const loaded = await readSchema({ sources, defaultNamespace, ...others }, nodeHost(folder));
      const files = value && generate(loaded.value.schema, { ...others, templates: value });
      expect(files?.diagnostics).toEqual([]);
      expect(Object.fromEntries(files?.value.map(({ path, text }) => [path, text]) ?? [])).toEqual(
        expected,
      );
    }
  });
});

test("line ends of templates do not count", async () => {
  const texts = Object.fromEntries(
    ownTemplates.map(({ name, text }) => [`${name}.hbs`, text.replaceAll("\n", "\r\n")]),
  );
  expect(await made(lamp, templates(texts))).toEqual(await made(lamp, []));
});

test("of two templates with one name, the last counts", async () => {
  const sources = [
    { name: "a/index.hbs", text: "a" },
    { name: "b\\index.hbs", text: "b" },
  ];
  const { files } = await made("class A { };", sources);
  expect(files.find(({ path }) => path === "root/cimv2/index.ts")?.text).toBe("b");
});

test("no field of a view has the name of a helper", async () => {
  const fields = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) for (const name of Object.keys(value)) fields.add(name);
    for (const each of Object.values(value)) gather(each);
  };
  const parsed = parse({ name: "input.mof", text: lamp });
  const { value } = resolve({ roots: [parsed.value], includes: new Map() });
  generate(value, {
    templates: {
      render: (_, view) => {
        gather(view);
        return { value: "", diagnostics: [] };
      },
    },
  });
  expect([...fields]).toContain("descriptor");
  const names = [...Object.keys(helpers), ...Object.values(internal)];
  expect(names.filter((name) => fields.has(name))).toEqual([]);
});

describe("what a template is given", () => {
  test.each([
    ["{{constructor}}", "constructor"],
    ["{{__proto__}}", "__proto__"],
    ["{{members.constructor.name}}", "constructor"],
    ['{{lookup this "__proto__"}}', "__proto__"],
    ['{{lookup (lookup this "members") "map"}}', "map"],
    ["{{name.toString}}", "toString"],
    ["{{@root.toString}}", "toString"],
    ["{{@_parent}}", "@_parent"],
  ])("has nothing of its prototype: %s", async (text, field) => {
    const { files, diagnostics } = await made("class A { };", templates({ "class.hbs": text }));
    expect(files.map(({ path }) => path)).toEqual(["root/cimv2/index.ts"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["template-missing-field"]);
    expect(diagnostics[0]?.message).toContain(` asks for the field ${field}`);
  });

  test("stays a text, whatever is in it", async () => {
    const piece = fc.constantFrom("{{", "}}", "{{{", "{{> members}}", "{{evil}}", "\\", '"', "'", "`", "${x}", "*/", "\n", "\r", "\u2028", "a"); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const namespace = pieces.join("");
        const codes = Array.from({ length: namespace.length }, (_, at) => namespace.charCodeAt(at));
        const quoted = codes.map((code) => `\\x${code.toString(16).padStart(4, "0")}`).join("");
        const { files, diagnostics } = await made(
          `#pragma namespace ("root/${quoted}")\nclass A { };`,
          templates({ "index.hbs": "{{namespace}}@@{{literal namespace}}" }),
        );
        expect(diagnostics).toEqual([]);
        const [plain, literal] = files.find(({ path }) => path.endsWith("/index.ts"))?.text.split("@@") ?? []; // prettier-ignore
        expect(plain).toMatch(/^root/);
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it has to be one literal
        expect(new Function(`"use strict"; return ${literal};`)()).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });
});
