import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { compileTemplate, embedTemplate } from "../../scripts/handlebars-plugin.mjs";

/** Compiles as the build does and runs as the package does. */
function render(source: string, view: unknown, partial?: string): string {
  const handlebars = Handlebars.create();
  if (partial !== undefined) {
    handlebars.registerPartial("partial", handlebars.template(specificationOf(partial)));
  }
  return handlebars.template(specificationOf(source))(view);
}

function specificationOf(source: string): TemplateSpecification {
  const expression = compileTemplate(source).replace(/^export default /, "return ");
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the module's text, without its export
  return new Function(expression)() as TemplateSpecification;
}

describe("a template", () => {
  test("escapes nothing", () => {
    expect(render(`"{{text}}"`, { text: `it's <b> & "c"` })).toBe(`"it's <b> & "c""`);
  });

  test("refuses a field that the view lacks", () => {
    expect(() => render("{{name}}: {{typ}};", { name: "X", type: "string" })).toThrow(
      `"typ" not defined in [object Object]`,
    );
  });

  test("knows no helpers but the built-in ones", () => {
    expect(() => compileTemplate("{{upper name}}")).toThrow("unknown helper upper");
  });

  test("indents the first line of a partial's text alone", () => {
    expect(render("a\n  {{> partial}}\n", {}, "b\nc\n")).toBe("a\n  b\nc\n");
  });

  test("gives the same text from a checkout with CRLF", () => {
    expect(compileTemplate("a\r\n{{b}}\r\n")).toBe(compileTemplate("a\n{{b}}\n"));
    expect(embedTemplate("a\r\n{{b}}\r\n")).toBe('export default "a\\n{{b}}\\n";\n');
  });
});
