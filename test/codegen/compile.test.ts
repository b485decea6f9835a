/**
 * What is generated compiles with every version of TypeScript under every flag that a strict
 * project may have, against the types that the package ships. `npm run matrix` tries all
 * combinations; here each version sees everything once.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, compilers } from "../../scripts/compilers.mjs";
import {
  generateCim,
  generateFixtures,
  generateSchemas,
  hasShared,
  makeConsumerProject,
} from "../../scripts/consumer-project.mjs";
import { makeFolder } from "../package/run.ts";

if (!hasShared)
  console.warn("test/codegen/compile.test.ts: real files are skipped, there are none in ../shared");

const { folder: project, remove } = makeFolder();
afterAll(remove);

beforeAll(async () => {
  await makeConsumerProject(project);
  await generateFixtures(join(project, "fixtures"), "js");
  await generateFixtures(join(project, "bundled"), "none");
});

/** Each has a mistake, an include that is not with it, or what belongs to the C preprocessor. */
const refused = {
  "mof3-golf/D.01 GOLF_Schema.mof": "include-not-found",
  "mof3-golf/D.07 GOLF_Tournament.mof": "misspelt-type",
  "omi-tests/samples/Providers/Perf_WMIv2/PerfTestsV2.mof": "include-not-found",
  "omi-tests/samples/Providers/TestClass_AllDMTFTypes/InstanceProvider_Properties.mof":
    "too-many-elements",
  "omi-tests/tests/mof/classes.mof": "unknown-instance-property",
  "omi-tests/tests/mof/syntaxerror.mof": "unterminated-string",
  "wmi-driver-samples/storage/iscsi/src/common.mof": "preprocessor-directive",
  "wmi-driver-samples/storage/iscsi/src/config.mof": "preprocessor-directive",
  "wmi-driver-samples/storage/iscsi/src/def.mof": "preprocessor-directive",
  "wmi-driver-samples/storage/iscsi/src/iscsihba.mof": "duplicate-class",
  "wmi-driver-samples/storage/iscsi/src/mgmt.mof": "preprocessor-directive",
  "wmi-samples/Samples/ManagementInfrastructure/cpp/Sample.mof": "include-not-found",
};

describe.runIf(hasShared)("real files (need ../shared)", () => {
  test("the whole of CIM 2.41 gives 1,438 classes and an index", async () => {
    const { value, diagnostics } = await generateCim(join(project, "cim"), "js");
    // Mistakes of the schema itself, none of which changes what is generated.
    const codes = new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`));
    expect([...codes].sort()).toEqual([
      "info duplicate-map-label",
      "info version-syntax",
      "warning duplicate-map-key",
      "warning punit-syntax",
      "warning qualifier-on-another-type",
    ]);
    expect(diagnostics).toHaveLength(14);
    expect(value).toMatchObject({ result: "written", classes: 1438 });
    expect(value.created).toHaveLength(1439);
  });

  test("the others give TypeScript, or have errors", async () => {
    const schemas = await generateSchemas(join(project, "schemas"), "js");
    expect(new Set(schemas.map(({ folder }) => folder)).size).toBe(695);
    const withErrors = schemas.filter(({ errors }) => errors.length > 0);
    const codes = withErrors.map(({ name, errors }): [string, string] => [
      name,
      [...new Set(errors.map(({ code }) => code))].sort().join(", "),
    ]);
    expect(Object.fromEntries(codes)).toEqual(refused);
    expect(withErrors.filter(({ files }) => files > 0)).toEqual([]);
    expect(schemas.reduce((sum, { files }) => sum + files, 0)).toBe(3438);
  });
});

const inputs = hasShared ? ["fixtures", "cim", "schemas"] : ["fixtures"];

/** What a version objects to, if it knows the flag that says so. */
const mistakes = [
  [5.5, "TS9010", "export const inferred = [1, 2].map(String);"],
  [5.8, "TS1294", "export enum Erased { None }"],
] as const;

describe.each(compilers)("TypeScript $version", (compiler) => {
  test("is content with everything, as Node resolves it", { timeout: 300_000 }, async () => {
    const how = { compiler, resolution: "nodenext", platform: "web", include: inputs } as const;
    expect(await compile(project, how)).toBe("");
  });

  test("is content with the examples, as bundlers resolve them", { timeout: 120_000 }, async () => {
    const how = { compiler, resolution: "bundler", platform: "node" } as const;
    expect(await compile(project, { ...how, include: ["bundled"] })).toBe("");
  });

  test.each(mistakes)(
    "objects from %d on with %s to %s",
    { timeout: 60_000 },
    async (since, code, text) => {
      const folder = `wrong-${since}-${compiler.version}`;
      mkdirSync(join(project, folder));
      writeFileSync(join(project, folder, "wrong.ts"), text);
      const how = { compiler, resolution: "nodenext", platform: "node" } as const;
      const said = await compile(project, { ...how, include: [folder] });
      const codes = said.match(/(?<=error )TS\d+/g);
      expect(codes).toEqual(parseFloat(compiler.version) < since ? null : [code]);
    },
  );
});
