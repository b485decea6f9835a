/** What overlays say, and what is wrong with those that say it in another form. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClassOverlay, Fact, Overlay, ValueOverlay } from "../../src/ast/index.ts";
import { hasErrors, renderText } from "../../src/diagnostics/index.ts";
import { type OverlayFile, readOverlay } from "../../src/overlay/index.ts";
import { decode, type Source } from "../../src/source/index.ts";

const root = fileURLToPath(new URL("../../fixtures/overlays/", import.meta.url));
const names = readdirSync(root)
  .filter((name) => /\.overlay\.(?:json|yaml)$/.test(name))
  .sort();

function sourceOf(name: string): Source {
  return { name, text: decode(readFileSync(`${root}${name}`)).text };
}

/** The facts, a line each. */
function factsIn({ classes }: Overlay): readonly string[] {
  return classes.flatMap((cls) => [
    `${cls.namespace?.text ?? "?"}:${cls.name.text}`,
    ...(cls.keys ? [`  keys ${cls.keys.map(({ text }) => text).join(", ")}`] : []),
    ...cls.properties.flatMap((property) => [
      `  property ${property.name.text}${flags({ required: property.required, write: property.write })}`,
      ...valueLines(property.values),
    ]),
    ...methodLines(cls),
  ]);
}

function methodLines({ methods }: ClassOverlay): readonly string[] {
  return methods.flatMap((method) => [
    `  method ${method.name.text}${flags({ static: method.static })}`,
    ...valueLines(method.returns),
    ...method.parameters.flatMap((parameter) => [
      `    parameter ${parameter.name.text}${flags({ required: parameter.required, optional: parameter.optional })}`,
      ...valueLines(parameter.values),
    ]),
  ]);
}

/** What is stated of the facts. */
function flags(facts: Readonly<Record<string, Fact<boolean> | undefined>>): string {
  return Object.entries(facts)
    .map(([name, fact]) => (fact ? ` ${name}=${fact.value}` : ""))
    .join("");
}

function valueLines(values: readonly ValueOverlay[] = []): readonly string[] {
  return values.map(({ value, label }) => `    ${value} = ${JSON.stringify(label)}`);
}

function told(source: Source): string {
  const { value, diagnostics } = readOverlay(source);
  const said = renderText(diagnostics, { colour: false });
  return `${[...(value ? factsIn(value) : ["nothing"])].join("\n")}\n${said === "" ? "" : `\n${said}`}`;
}

test.each(names)("%s", (name) => {
  const path = `${root}${name.replace(/\.overlay\.\w+$/, ".txt")}`;
  const found = told(sourceOf(name));
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, found);
  expect(found).toBe(readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
});

test("a mark of the byte order and line ends of Windows make no difference", () => {
  const text = sourceOf("wrong-types.overlay.yaml").text;
  const bytes = Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
  const source = { name: "wrong-types.overlay.yaml", text: decode(bytes).text };
  expect(told(source)).toBe(told(sourceOf("wrong-types.overlay.yaml")));
});

describe("the JSON Schema says the same", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../schemas/overlay.schema.json", import.meta.url), "utf8"),
  ) as object;
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

  /** All that can be said; what the type gains is missing here until it is added. */
  const full: Required<OverlayFile> = {
    $schema: "x",
    namespace: "root/contoso",
    classes: {
      A: {
        namespace: "root/other",
        keys: ["B"],
        properties: { B: { required: true, write: false, values: { 0: "Zero", "1..2": null } } },
        methods: {
          C: {
            static: true,
            returns: { 0: "Done" },
            parameters: { D: { required: true, optional: true, values: { x: "X" } } },
          },
        },
      },
    },
  };

  test("of all that can be said", () => {
    expect(validate(full), JSON.stringify(validate.errors)).toBe(true);
    expect(readOverlay({ name: "a.overlay.json", text: JSON.stringify(full) }).diagnostics).toEqual(
      [],
    );
  });

  /** Each place of a text, with something else in it. */
  const changed: readonly unknown[] = paths(full).flatMap((path) =>
    [null, true, 1, "", "a b", [], ["a"], {}, { a: 1 }, { "a b": {} }].map((value) =>
      replaced(full, path, value),
    ),
  );

  test("of whatever else stands in its places", () => {
    const different = changed.filter((value) => {
      const { diagnostics } = readOverlay({ name: "a.overlay.json", text: JSON.stringify(value) });
      return validate(value) === hasErrors(diagnostics);
    });
    expect(changed.length).toBeGreaterThan(200);
    expect(different).toEqual([]);
  });
});

function paths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => paths(each, [...path, key]));
  return [path, ...inner];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([name, each]: [string, unknown]) => [
      name,
      name === key ? replaced(each, rest, other) : each,
    ]),
  );
}

describe("hostile overlays", () => {
  test("what aliases make large is refused", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items = Array.from({ length: 10 }, (__, index) => `M${index}: *a${level}`).join(", ");
      return `    M${level}: &a${level + 1} { properties: { ${items} } }`;
    });
    const text = `classes:\n  A:\n    properties: &a0 {}\n${levels.join("\n")}\n`;
    const { diagnostics } = readOverlay({ name: "a.overlay.yaml", text });
    expect(hasErrors(diagnostics)).toBe(true);
    expect(diagnostics.length).toBeLessThanOrEqual(101);
  });

  test("a thousand mistakes are not all told", () => {
    const members = Array.from({ length: 1000 }, (_, index) => `  "${index} x": {}`).join("\n");
    const { diagnostics } = readOverlay({ name: "a.overlay.yaml", text: `classes:\n${members}\n` });
    expect(diagnostics.length).toBe(100);
  });

  test("whatever it is, it is answered", () => {
    const texts = names.map((name) => sourceOf(name).text);
    const mutated = fc
      .tuple(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.string({ unit: "binary", maxLength: 4 }))),
      )
      .map(([text, edits]) =>
        edits.reduce((made, [at, length, put]) => {
          const place = at % (made.length + 1);
          return made.slice(0, place) + put + made.slice(place + length);
        }, text),
      );
    fc.assert(
      fc.property(mutated, fc.constantFrom("json", "yaml"), (text, ending) => {
        const { diagnostics, value } = readOverlay({ name: `a.overlay.${ending}`, text });
        expect(value !== undefined || hasErrors(diagnostics)).toBe(true);
        for (const { location } of diagnostics) {
          const { start, end } = location?.span ?? { start: 0, end: 0 };
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
      }),
      { seed: 5, numRuns: 1500 },
    );
  });
});

test("each overlay has what it should say, and nothing else has", () => {
  expect(existsSync(root)).toBe(true);
  const texts = readdirSync(root).filter((name) => name.endsWith(".txt"));
  expect(texts.sort()).toEqual(names.map((name) => name.replace(/\.overlay\.\w+$/, ".txt")).sort());
});
