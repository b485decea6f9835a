/** Whatever is selected, what is generated is complete, and has the text of a run over everything. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSchema } from "../../src/build/index.ts";
import { generate, type GeneratedFile } from "../../src/codegen/index.ts";
import {
  type CimClass,
  resolve,
  type Schema,
  selectClasses,
  type Selection,
} from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { faults, modulesOf } from "./closed.ts";

const cim = fileURLToPath(
  new URL("../../../shared/data/mof/cim-schema-2.41/cim_schema_2.41.0.mof", import.meta.url),
);

function textsOf(files: readonly GeneratedFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Asserts all that is said above about one selection. */
function expectClosed(
  schema: Schema,
  selection: Selection,
  all: ReadonlyMap<string, string>,
): void {
  const { value } = selectClasses(schema, selection);
  const files = generate(schema, {}, value.schema.classes).value;
  const modules = modulesOf(files);
  expect(faults(modules)).toEqual([]);
  const classFiles = files.filter(({ path }) => !path.endsWith("/index.ts"));
  expect(classFiles.filter(({ path, text }) => all.get(path) !== text)).toEqual([]);
  expect(classFiles.map(({ path }) => path)).toEqual(value.reasons.map(({ cls }) => pathOf(cls)));
  for (const reason of value.reasons) {
    if (reason.kind === "selected") continue;
    expect(modules.get(pathOf(reason.by))?.from).toContain(pathOf(reason.cls));
  }
}

function pathOf({ namespace, name: own }: CimClass): string {
  return `${namespace.toLowerCase()}/${own}.ts`;
}

/** Few names, many of which meet those that are made of others. */
const names = ["X_A", "X_B", "X_C", "X_A_Static", "X_A_B"] as const;
const name = fc.constantFrom(...names);
const type = fc.tuple(name, fc.constantFrom("ref", "")).map((words) => words.join(" "));
const member = fc.oneof(
  type.map((each) => `${each} Of;`),
  fc.constantFrom(
    '[ValueMap {"1", "2"}, Values {"One", "Two"}] uint8 State;',
    '[ValueMap {"1"}, Values {"One"}] uint8 State;',
    '[ValueMap {"1"}, Values {"One"}] uint8 B_State;',
    "[Static] uint32 Count();",
  ),
  fc.tuple(type, type).map(([result, input]) => `${result} Get([In] ${input} Of);`),
);
const body = fc.record({
  above: fc.option(name),
  members: fc.uniqueArray(member, { maxLength: 4 }),
});
/** A namespace with some of the names. */
const namespace = fc.tuple(...names.map(() => fc.option(body, { freq: 2 }))).map((bodies) =>
  bodies.flatMap((each, index) => {
    if (!each) return [];
    const above = each.above === null ? "" : ` : ${each.above}`;
    return [`class ${names[index] ?? ""}${above} { ${each.members.join(" ")} };`];
  }),
);
const namespaces = fc
  .tuple(...["root/a", "root/b", "root/a/b"].map((path) => fc.tuple(fc.constant(path), namespace)))
  .map((all) =>
    all.flatMap(([path, classes]) => [`#pragma namespace ("${path}")`, ...classes]).join("\n"),
  );
const pattern = fc.oneof(name, fc.constantFrom("*", "X_?", "*_A*", "root/a:*", "root/a/**:*_B"));
const selection: fc.Arbitrary<Selection> = fc.record(
  {
    include: fc.array(pattern, { maxLength: 2 }),
    exclude: fc.array(pattern, { maxLength: 2 }),
    namespaces: fc.subarray(["root/a/**", "root\\B"], { maxLength: 1 }),
  },
  { requiredKeys: [] },
);

test("any selection of any schema is closed", () => {
  fc.assert(
    fc.property(namespaces, selection, (text, wanted) => {
      const { value } = parse({ name: "any.mof", text });
      const schema = resolve({ roots: [value], includes: new Map() }).value;
      const all = generate(schema).value;
      expect(faults(modulesOf(all))).toEqual([]);
      expectClosed(schema, wanted, textsOf(all));
    }),
    { numRuns: 300 },
  );
});

test.skipIf(!existsSync(cim))(
  "any selection of the CIM schema is closed (needs ../shared)",
  { timeout: 120_000 },
  async () => {
    const { schema } = (await readSchema({ sources: [cim] })).value;
    const all = textsOf(generate(schema).value);
    const one = fc.constantFrom(...schema.classes.map((each) => each.name));
    const wanted: fc.Arbitrary<Selection> = fc.record({
      include: fc.array(
        fc.tuple(one, fc.nat(12)).map(([each, rest]) => `${each.slice(0, -rest || undefined)}*`),
        { minLength: 1, maxLength: 3 },
      ),
      exclude: fc.subarray(["*Setting*", "CIM_Managed*", "*Job*"]),
    });
    fc.assert(
      fc.property(wanted, (each) => expectClosed(schema, each, all)),
      { numRuns: 12 },
    );
  },
);
