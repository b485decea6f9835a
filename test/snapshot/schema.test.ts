/** The JSON Schema, the types and the reader say the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readSnapshot } from "../../src/snapshot/index.ts";
import * as words from "../../src/snapshot/words.ts";
import { expected, scenarios } from "./scenarios.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
}
interface JsonSchema extends Definition {
  readonly $id: string;
  readonly $defs: Readonly<Record<string, Definition>>;
}

const schema = JSON.parse(
  readFileSync(join(root, "schemas/snapshot-1.schema.json"), "utf8"),
) as JsonSchema;
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(schema);

test.each(scenarios)("the snapshot of %s is valid, and names its schema", (name) => {
  const snapshot = JSON.parse(expected(name, "schema.json")) as { readonly $schema: string };
  validate(snapshot);
  expect(validate.errors).toBe(null);
  expect(snapshot.$schema).toBe(schema.$id);
});

describe("types", () => {
  const declarations = ["src/snapshot/format.ts", "src/model/schema.ts"].flatMap((path) => [
    ...ts.createSourceFile(
      path,
      readFileSync(join(root, path), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    ).statements,
  ]);
  const interfaces = declarations.filter(ts.isInterfaceDeclaration);

  /** The keys of an interface, what it extends first, and whether they may be left out. */
  function keysOf(name: string): [key: string, optional: boolean][] {
    const found = interfaces.find((each) => each.name.text === name)!;
    const bases = (found.heritageClauses ?? []).flatMap((clause) => clause.types);
    return [
      ...bases.flatMap((base) => keysOf(base.expression.getText())),
      ...found.members
        .filter(ts.isPropertySignature)
        .map((each): [string, boolean] => [each.name.getText(), each.questionToken !== undefined]),
    ];
  }

  const objects = Object.entries(schema.$defs).filter(([name]) =>
    interfaces.some((each) => each.name.text === name),
  );

  test("every object of the schema has its type", () => {
    const all = Object.entries(schema.$defs).filter(([, each]) => each.properties);
    expect(objects).toEqual(all);
    expect(objects.length).toBeGreaterThan(8);
  });

  test.each(objects)("%s has the keys of its type", (name, { properties = {}, required = [] }) => {
    const keys = keysOf(name);
    expect(Object.keys(properties).sort()).toEqual(keys.map(([key]) => key).sort());
    // $schema is always written, and not needed to read.
    const needed = keys.filter(([key, optional]) => !optional && key !== "$schema");
    expect([...required].sort()).toEqual(needed.map(([key]) => key).sort());
  });

  test.each([
    ["SnapshotFlavor", words.FLAVOR_WORDS],
    ["IntrinsicName", words.QUALIFIER_TYPE_WORDS],
    ["Scope", words.SCOPE_WORDS],
  ])("%s has the words of its type, and of the reader", (name, known: ReadonlySet<string>) => {
    const union = declarations
      .filter(ts.isTypeAliasDeclaration)
      .find((each) => each.name.text === name)!;
    const literals = union.type.getText().match(/\w+/g);
    expect(schema.$defs[name]?.enum).toEqual(literals);
    expect([...known]).toEqual(literals);
  });
});

test("the reader accepts what is valid, and nothing else", () => {
  const snapshots = scenarios
    .filter((name) => name !== "rdmanagement")
    .map((name) => expected(name, "schema.json"));
  const change = fc.record({
    snapshot: fc.constantFrom(...snapshots),
    at: fc.nat(),
    change: fc.constantFrom("remove", "replace", "add", "rename"),
    value: fc.oneof(
      fc.constantFrom<unknown>(null, true, 0, 1, -2.5, "", "a b", "$A", "uint8", "reference"),
      fc.constantFrom<unknown>("instance", "Key", "root/x", [], {}, { alias: "$A" }, ["in"]),
      fc.constantFrom<unknown>({ class: "A", properties: [] }, [[1, "x", null]], "__proto__"),
      fc.jsonValue(),
    ),
  });
  let valid = 0;
  fc.assert(
    fc.property(change, ({ snapshot, at, change: how, value }) => {
      const changed = JSON.parse(snapshot) as Readonly<Record<string, unknown>>;
      mutate(changed, at, how, value);
      if (changed["version"] !== 1) return;
      const text = JSON.stringify(changed);
      const { diagnostics } = readSnapshot({ name: "a.json", text });
      const isValid = validate(JSON.parse(text));
      if (isValid) valid += 1;
      const [first] = diagnostics;
      expect(first?.message).toEqual(isValid ? undefined : expect.any(String));
    }),
    { numRuns: 1000 },
  );
  expect(valid).toBeGreaterThan(20);
});

/** Changes one of all members and items, the one that a number picks. */
function mutate(snapshot: unknown, at: number, how: string, value: unknown): void {
  const places: [container: Record<string, unknown>, key: string][] = [];
  const visit = (each: unknown): void => {
    if (typeof each !== "object" || each === null) return;
    const container = each as Record<string, unknown>; // arrays have keys as well
    for (const key of Object.keys(container)) {
      places.push([container, key]);
      visit(container[key]);
    }
  };
  visit(snapshot);
  const [container, key] = places[at % places.length]!;
  const list = Array.isArray(container) ? (container as unknown[]) : undefined;
  if (how === "replace") container[key] = value;
  else if (how === "add") container[list ? String(list.length) : "also"] = value;
  else if (list) list.splice(Number(key), 1);
  else {
    if (how === "rename") container[`${key}s`] = container[key];
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, read from JSON
    delete container[key];
  }
}

test("the example of the documentation is valid, and is read", () => {
  const page = readFileSync(join(root, "schemas/README.md"), "utf8");
  const example = /```json\r?\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  expect(validate(JSON.parse(example))).toBe(true);
  expect(readSnapshot({ name: "example.json", text: example }).diagnostics).toEqual([]);
});
