/** Nothing that a MOF file says can become code, or a path outside the output folder. */
import fc from "fast-check";
import prettier from "prettier";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../src/codegen/index.ts";
import { faults, modulesOf } from "./closed.ts";
import { generated, quoted } from "./from-mof.ts";

/** Pieces that could end a comment, a string, a template or a line, between ordinary words. */
const piece = fc.oneof(
  fc.constantFrom(
    "*/", "/*", "//", "`", "${", "}", "'", '"', "\\", "\n", "\r\n", "\r", "\t", "\0", "\u2028",
    "\u2029", "\uFEFF", "\uD800", "@deprecated", "{@link", "<script>", "-->", "word", " ", "..",
    "/", "C:", "\u202E", "é", "中", "\n- ", "\n1. ", "\n    ", "```", "|", "\n|---|---|\n", "CIM_A",
    "x = 1;\n", "a   b\n", "<OrgID>", "http://a.b/_c", "</li><li>", "*", "_",
  ), // prettier-ignore
  fc.string({ maxLength: 8, unit: "binary" }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

/** The kinds of a file's statements, or its syntax errors. */
function statements({ path, text: code }: GeneratedFile): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  // The parser keeps its errors beside what it publishes.
  const errors =
    "parseDiagnostics" in file ? (file.parseDiagnostics as readonly ts.Diagnostic[]) : [];
  if (errors.length > 0)
    return errors.map((error) => ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  return file.statements.map((statement) => ts.SyntaxKind[statement.kind]);
}

/** The interface of a class, and what a new instance is made of. */
const CLASS = ["InterfaceDeclaration", "TypeAliasDeclaration"];

describe("hostile MOF", () => {
  test("texts stay in comments and strings, and Prettier still changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 9, maxLength: 9 }), async (texts) => {
        const [a, b, c, d, e, f, g, h, i] = texts.map(quoted);
        const files = generated(`
          [Description(${a}), Provider(${b}), Deprecated {${c}},
           Remarks(${d}), Requirements {${e}, ${f}}, HelpLink(${g})]
          class Sample
          {
            [Key, Description(${d}), Units(${e})] string Id = ${f};
            [ValueMap {"1", ${g}}, Values {${h}, ${i}}, ValueDescriptions {${a}, ${b}}] uint8 State;
            [Description(${a}), ReturnDescription(${b}), Remarks(${c}), Requirements {${d}, ${e}},
             HelpLink("https://a.b/${(f ?? '""').slice(1)})] uint32 Do([In, Description(${b})] string Hint = ${c});
            [ValueMap {${g}, ${h}}, Values {${a}, ${b}}] string Code;
          };`);
        const file = files.find(({ path }) => path.endsWith("Sample.ts"));
        if (!file) throw new Error("no file was generated");
        const kinds = statements(file);
        const enumeration = ["FirstStatement", "TypeAliasDeclaration"];
        expect(kinds[0]).toBe("ImportDeclaration");
        // The class, what a new instance is made of, the provider, the descriptor.
        expect(kinds.slice(-4)).toEqual([...CLASS, "InterfaceDeclaration", "FirstStatement"]);
        expect(kinds.slice(1, -4)).toEqual(
          Array.from({ length: kinds.length - 5 }, (_, index) => enumeration[index % 2]),
        );
        // A lone carriage return inside the text is what Prettier would turn into a line end.
        expect(await prettier.format(file.text, { parser: "typescript" })).toBe(file.text);
      }),
      { numRuns: 150 },
    );
  });

  test("namespaces stay below the output folder, and in their comments", () => {
    fc.assert(
      fc.property(text, (namespace) => {
        const files = generated(`
          #pragma namespace (${quoted(namespace)})
          class Sample { [Key] string Id; };`);
        for (const file of files) {
          expect(file.path).toMatch(/^[^/]/);
          for (const part of file.path.split("/")) {
            expect(part).toMatch(/^[\p{L}\p{M}\p{N}_.-]+$/u);
            expect(part).not.toMatch(/^\.+$/);
          }
          const allowed = file.path.endsWith("/index.ts")
            ? ["ExportDeclaration"]
            : ["ImportDeclaration", ...CLASS, "FirstStatement"];
          expect(statements(file)).toEqual(allowed);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("namespaces become parts of names where several have a class", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const files = generated(`
          #pragma namespace (${quoted(one)})
          class Base { [Key] string Id; [Static] uint32 Count(); };
          #pragma namespace (${quoted(`${other}/other`)})
          class Base { [Key] string Id; [Static] uint32 Count(); };
          #pragma namespace ("root/user")
          class Sub : Base { };`);
        const file = files.find(({ path }) => path === "root/user/Sub.ts");
        if (!file) throw new Error("no file was generated");
        expect(faults(modulesOf(files))).toEqual([]);
        expect(statements(file)).toEqual([
          "ImportDeclaration",
          "ImportDeclaration",
          ...CLASS,
          "InterfaceDeclaration",
          "FirstStatement",
        ]);
        expect(await prettier.format(file.text, { parser: "typescript" })).toBe(file.text);
      }),
      { numRuns: 150 },
    );
  });

  test("names are the MOF's own on the wire, whatever TypeScript calls them", () => {
    const name = fc
      .stringMatching(/^[A-Za-z_\u00a1-\uffef][0-9A-Za-z_\u00a1-\uffef]{0,12}$/)
      .filter((word) => !/\p{Cs}|^[«»\u201C-\u201F]/u.test(word));
    fc.assert(
      fc.property(name, name, name, (cls, property, method) => {
        const [file] = generated(`class ${cls} { [Key] string ${property}; void ${method}(); };`);
        if (!file) return;
        expect(statements(file)).toEqual([
          "ImportDeclaration",
          ...CLASS,
          "InterfaceDeclaration",
          "FirstStatement",
        ]);
        const wireName: unknown = JSON.parse(/^ +name: (".*"),$/m.exec(file.text)?.[1] ?? "null");
        expect(wireName).toBe(cls);
      }),
      { numRuns: 300 },
    );
  });
});
