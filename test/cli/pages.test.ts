/** Documentation pages and overlays, as people name them on the command line. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { contentsOf } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const pages = `${fixtures}documentation/en`;

/** The fixture's pages as the files of a project. */
function pagesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(pages).map((name) => [
      `${folder}/${name}`,
      readFileSync(join(pages, name), "utf8"),
    ]),
  );
}

const doorMof = `#pragma namespace("root\\\\contoso\\\\doors")
class Contoso_Door {
  [key] string Building;
  [key] uint32 Number;
  uint32 CountDoors([in] string Building, [out] uint32 Count);
};
`;

describe("pages are sources", () => {
  test("a folder of them, one alone, a pattern, and standard input", async () => {
    const folder = project(pagesIn("docs"));
    const summary = async (sources: string, stdin?: readonly Uint8Array[]) => {
      const { stdout } = await codegen(folder, `check ${sources} -q`, stdin ? { stdin } : {});
      const { stdout: said } = await codegen(folder, `check ${sources}`, stdin ? { stdin } : {});
      expect(stdout).toBe("");
      return said;
    };
    expect(await summary("docs")).toBe("Checked 3 classes in 6 files: no errors\n");
    expect(await summary("docs/contoso-lock.md")).toBe("Checked 1 class in 1 file: no errors\n");
    expect(await summary("docs/*door*.md")).toBe("Checked 1 class in 4 files: no errors\n");
    const stdin = [readFileSync(join(pages, "contoso-lock.md"))];
    expect(await summary("-", stdin)).toBe("Checked 1 class in 1 file: no errors\n");
  });

  test("in a folder that has MOF, they are about the folder", async () => {
    const folder = project({ ...pagesIn("schemas"), "schemas/a.mof": doorMof });
    expect((await codegen(folder, "check schemas")).stdout).toBe(
      "Checked 1 class in 1 file: no errors\n",
    );
  });

  test("beside MOF of the same class, a page only describes it", async () => {
    const folder = project({ ...pagesIn("docs"), "a.mof": doorMof });
    const { code, stdout } = await codegen(folder, "parse a.mof docs --emit mof");
    expect(code).toBe(0);
    expect(stdout).toContain("uint32 CountDoors(");
    expect(stdout).not.toContain("Static(null)]\n  uint32 CountDoors");
    expect(stdout).toContain('Description("The building that the door leads into.")');
    expect(stdout).toContain("class Contoso_Lock {");
  });

  test("beside MOF that states another namespace, a page has a class of its own", async () => {
    const classes = async (mof: string) => {
      const folder = project({ ...pagesIn("docs"), "a.mof": mof });
      const { stdout } = await codegen(folder, "parse a.mof docs --emit mof -q");
      return stdout.match(/^#pragma.*|^class \w+/gm);
    };
    const [lock, doors] = ["class Contoso_Lock", '#pragma namespace ("root/Contoso/doors")'];
    const stated = '#pragma namespace("root\\\\contoso\\\\gates")\n';
    const mof = "class Contoso_Lock { [key] string Own; };\n";
    expect(await classes(`${stated}${mof}`)).toEqual([
      doors,
      "class Contoso_Alarm",
      "class Contoso_Door",
      lock,
      '#pragma namespace ("root/contoso/gates")',
      lock,
    ]);
    // MOF without a namespace is compiled into any.
    expect(await classes(mof)).toEqual([
      doors,
      "class Contoso_Alarm",
      "class Contoso_Door",
      '#pragma namespace ("root/default")',
      lock,
    ]);
  });

  test("as MOF they are kept, and mean the same", async () => {
    const folder = project(pagesIn("docs"));
    const printed = await codegen(folder, "parse docs --emit mof");
    const kept = project({ "kept.mof": printed.stdout });
    const fromMof = await codegen(kept, "parse kept.mof");
    const fromPages = await codegen(folder, "parse docs");
    expect(fromMof.stdout).toBe(fromPages.stdout);
    expect(fromMof.stderr).toBe("");
  });

  test("that declare nothing are refused, and leave the output as it was", async () => {
    const folder = project({
      "tutorial.md":
        "# How to embed\n\n```syntax\nclass A {};\nclass B {};\ninstance of A {};\n```\n",
      "index.md": "# Classes\n\n- [A](a.md)\n",
    });
    const { code, stderr, stdout } = await codegen(
      folder,
      "generate tutorial.md index.md --out gen",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(
      "error page-nothing-declared: no class is declared on tutorial.md and index.md\n",
    );
    expect(Object.keys(contentsOf(folder)).sort()).toEqual(["index.md", "tutorial.md"]);
  });
});

describe("--docs", () => {
  test("describes, and adds no class, no member and no type", async () => {
    const folder = project({ ...pagesIn("docs"), "a.mof": doorMof });
    const bare = await codegen(folder, "parse a.mof");
    const described = await codegen(folder, "parse a.mof --docs docs -q");
    expect(described.code).toBe(0);
    expect(described.stdout).toContain("The building that the door leads into.");
    const declared = (text: string) =>
      (
        JSON.parse(text) as {
          classes: { name: string; methods: { name: string; type: string }[] }[];
        }
      ).classes.map(({ name, methods }) => [name, methods.map((each) => [each.name, each.type])]);
    expect(declared(described.stdout)).toEqual(declared(bare.stdout));
  });

  test("needs pages, and says when none of them is about a class", async () => {
    const folder = project({
      "a.mof": "class ACME_A {};\n",
      "empty/x.txt": "",
      ...pagesIn("docs"),
    });
    expect((await codegen(folder, "check a.mof --docs empty")).stderr).toContain(
      "error no-pages: the folder empty holds no documentation page\n",
    );
    expect((await codegen(folder, "check a.mof --docs docs")).stderr).toContain(
      "warning documentation-unused: none of the 6 pages of documentation is about a class of the sources\n",
    );
    expect((await codegen(folder, "check a.mof --docs nowhere")).code).toBe(1);
  });

  test("says nothing of damage on pages that are about something else", async () => {
    const folder = project({
      ...pagesIn("docs"),
      "a.mof": "class Contoso_Lock { [key] string Id; };\n",
    });
    const told = async (line: string) =>
      (await codegen(folder, line)).stderr.match(/^(?:error|warning|note) [\w-]+/gm) ?? [];
    expect(await told("check a.mof --docs docs")).not.toContain("warning page-mark-missing");
    expect(await told("check docs")).toContain("warning page-mark-missing");
  });
});

describe("--overlay", () => {
  const overlay = "classes: { Contoso_Door: { methods: { CountDoors: { static: true } } } }\n";

  test("states facts, from a file of any name or of the sources", async () => {
    const folder = project({ "a.mof": doorMof, "facts.yaml": overlay, "x.overlay.yaml": overlay });
    const stated = await codegen(folder, "parse a.mof --overlay facts.yaml --emit mof");
    expect(stated.stdout).toContain("[Static]\n  uint32 CountDoors(");
    expect(await codegen(folder, "parse a.mof x.overlay.yaml --emit mof")).toEqual(stated);
    expect(await codegen(folder, "parse a.mof --overlay . --emit mof")).toEqual(stated);
  });

  test("with a name that nobody declares is an error, and nothing is written", async () => {
    const folder = project({
      "a.mof": doorMof,
      "x.overlay.yaml": "classes: { Contoso_Door: { methods: { CountDors: {} } } }\n",
    });
    const { code, stderr } = await codegen(folder, "generate a.mof x.overlay.yaml --out gen");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error overlay-unknown-method: Contoso_Door declares no method CountDors
 --> x.overlay.yaml:1:39
  |
1 | classes: { Contoso_Door: { methods: { CountDors: {} } } }
  |                                       ^^^^^^^^^
help: Did you mean CountDoors?

1 error
`,
    });
    expect(Object.keys(contentsOf(folder)).sort()).toEqual(["a.mof", "x.overlay.yaml"]);
  });
});

test("explain tells what is not known, and what values are where they have no names", async () => {
  const folder = project({
    "page.md": `---
api_name:
- Contoso_Door.Open
---

# Open method of the Contoso_Door class

Opens it.

## Syntax

\`\`\`mof
uint32 Open([in] uint8 Kind);
\`\`\`

## Parameters

<dl> <dt>

*Kind* \\[in\\]
</dt> <dd>

How.

<dl> <dt>

1
</dt> <dd>

Slowly.

</dd> </dl> </dd> </dl>
`,
  });
  const { stdout } = await codegen(folder, "explain Contoso_Door.Open page.md");
  expect(stdout).toBe(`Contoso_Door.Open, a method

  uint32 Open(
    [In] uint8 Kind
  );

Opens it.

Declared    page.md:13:8
Static      not known: its documentation does not say it
Parameters  Kind: in, uint8
              How.
              1  Slowly.
Returns     uint32
`);
});

test("explain tells who says that a method is static", async () => {
  const folder = project({
    ...pagesIn("docs"),
    "a.mof": doorMof,
    "x.overlay.yaml": `namespace: root/contoso/doors
classes:
  Contoso_Door: { methods: { CountDoors: { static: true } } }
`,
  });
  const evidence = async (sources: string) => {
    const { stdout } = await codegen(folder, `explain Contoso_Door.CountDoors ${sources}`);
    return /^Static +(.*(?:\n {8,}.*)*)/m.exec(stdout)?.[1]?.replace(/\s+/g, " ");
  };
  expect(await evidence("a.mof")).toBe("no: Static is not stated");
  expect(await evidence("a.mof x.overlay.yaml")).toBe(
    "yes: [Static] is stated by an overlay, x.overlay.yaml:3:52",
  );
  const says = pagesIn("docs")["docs/contoso-door-countdoors.md"]?.replace(
    "uint32 CountDoors",
    "[static] uint32 CountDoors",
  );
  writeFileSync(join(folder, "says.md"), says ?? "");
  expect(await evidence("says.md")).toBe(
    "yes: the documentation of Contoso_Door.CountDoors says it",
  );
  expect(await evidence("docs")).toBe("not known: its documentation does not say it");
});

test("links lead where --link-base says, which is an address", async () => {
  const folder = project(pagesIn("docs"));
  const line = "generate docs/contoso-lock.md --out gen --link-base";
  expect((await codegen(folder, `${line} https://example.org/doors`)).code).toBe(0);
  expect(contentsOf(folder)["gen/root/contoso/doors/Contoso_Lock.ts"]).toContain(
    " * @see {@link https://example.org/doors/contoso-lock}\n",
  );
  expect(await codegen(folder, `${line} http://example.org/`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("an address that begins with https://") as unknown,
  });
});

test("a configuration says all of it, from its own folder", async () => {
  const folder = project({
    "mof-codegen.config.json": JSON.stringify({
      sources: ["a.mof"],
      docs: ["docs"],
      overlays: ["facts.overlay.json"],
      linkBase: "https://example.org/",
      out: "gen",
      severity: { "page-default-unquoted": "off" },
    }),
    "a.mof": doorMof,
    "facts.overlay.json": JSON.stringify({
      classes: { Contoso_Door: { methods: { CountDoors: { static: true } } } },
    }),
    ...pagesIn("docs"),
    "below/x.txt": "",
  });
  const { code } = await codegen(join(folder, "below"), "generate -q");
  expect(code).toBe(0);
  const text = contentsOf(folder)["gen/root/contoso/doors/Contoso_Door.ts"] ?? "";
  expect(text).toContain("export interface Contoso_Door_Static {");
  expect(text).toContain("@see {@link https://example.org/contoso-door}");
  expect(text).not.toContain("does not say whether");
});
