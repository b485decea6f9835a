/** The JSON Schema, the type and the check of a configuration say the same. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { configurationProblems } from "../../src/build/configuration-problems.ts";
import { defineConfig, type Configuration } from "../../src/index.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/configuration.schema.json", import.meta.url), "utf8"),
) as { readonly properties: Readonly<Record<string, unknown>> };
const validate = new Ajv2020().compile(schema);

/** All that can be said; a key that the type gains is missing here until it is added. */
const full: Required<Configuration> = {
  $schema: "./node_modules/mof-codegen/schemas/configuration.schema.json",
  sources: ["schemas", "!schemas/old/**"],
  out: "src/generated",
  include: ["CIM_*"],
  exclude: ["*Setting"],
  namespaces: ["root/cimv2/**"],
  layout: "single",
  importExtension: "none",
  runtime: "bundled",
  templates: "templates",
  prettier: false,
  includeFolders: [],
  search: ["vendor"],
  docs: ["pages"],
  overlays: ["static.overlay.json"],
  linkBase: "https://learn.microsoft.com/windows/win32/termserv/",
  env: { SystemRoot: "C:\\Windows", EMPTY: "" },
  dialect: "wmi",
  defaultNamespace: "root/home",
  locale: "de-DE",
  companions: false,
  strict: true,
  severity: { "unknown-superclass": "off", "unterminated-string": "error" },
  diff: {
    against: "origin/main",
    audiences: ["ts", "wire"],
    failOn: "risky",
    levels: {
      "property-added": "off",
      "class-removed": "risky",
      "write-added": { ts: "breaking" },
    },
    acceptFile: "accepted.json",
    allowDeprecatedRemovals: true,
    allowExperimental: false,
    semver: true,
  },
};

test("all that the type has is right, and nothing else is a key", () => {
  expect(configurationProblems(defineConfig(full))).toEqual([]);
  expect(validate(full), JSON.stringify(validate.errors)).toBe(true);
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(full).toSorted());
});

const wrong: readonly (readonly [string, unknown])[] = [
  ...Object.keys(full).flatMap((key) =>
    [null, 1, "", [""], { a: 1 }, true].map((value) => [key, value] as const),
  ),
  ["dialect", "mof2"],
  ["severity", { "unknown-superclass": "warn" }],
  ["linkBase", "http://example.org/"],
  ["linkBase", "https://example.org/a b"],
  ["nonsense", 1],
];

test.each(wrong)("%s: %j is right for both, or wrong for both", (key, value) => {
  const configuration = { [key]: value };
  expect(configurationProblems(configuration).length === 0).toBe(validate(configuration));
});
