/** What is generated with `.ts` in its imports runs in Node as it is, its types stripped. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  generateCim,
  generateFixtures,
  generateSchemas,
  hasShared,
  makeConsumerProject,
} from "../../scripts/consumer-project.mjs";
import { findStrippingNode } from "../../scripts/install-node-24.mjs";
import { type Finished, makeFolder, root, runWith } from "../package/run.ts";

const node = findStrippingNode();
const skipped = "test/codegen/type-stripping.test.ts: skipped";
if (node === undefined)
  console.warn(`${skipped}, this Node strips no types; npm run node-24 installs one that does`);
else if (!hasShared) console.warn(`${skipped} real files, there are none in ../shared`);

/** Imports every index below a folder, and counts the classes that they bring. */
const importer = `
import { readdirSync } from "node:fs";
let classes = 0;
for (const path of readdirSync(process.argv[2], { recursive: true })) {
  if (!/(^|[\\\\/])index\\.ts$/.test(path)) continue;
  const members = Object.values(await import("./" + process.argv[2] + "/" + path));
  classes += members.filter((member) => member.format === 1).length;
}
console.log(classes + " classes");
`;

describe.runIf(node !== undefined)("Node runs as it is", () => {
  const { folder: project, remove } = makeFolder();
  afterAll(remove);

  beforeAll(async () => {
    await makeConsumerProject(project);
    writeFileSync(join(project, "importer.mjs"), importer);
  });

  function run(...args: string[]): Promise<Finished> {
    return runWith(node ?? "", args, project);
  }

  /** A class for each file, whose index names it. */
  async function expectAllClasses(folder: string): Promise<number> {
    const files = readdirSync(join(project, folder), { recursive: true, encoding: "utf8" });
    const classes = files.filter((path) => /(?<!(?:^|[\\/])index)\.ts$/.test(path)).length;
    const finished = await run("importer.mjs", folder);
    expect(finished).toMatchObject({ code: 0, stdout: `${classes} classes\n` });
    return classes;
  }

  test("every example, and a program that calls a server", { timeout: 60_000 }, async () => {
    await generateFixtures(join(project, "fixtures"), "ts");
    expect(await expectAllClasses("fixtures")).toBeGreaterThan(50);
    const main = readFileSync(join(root, "test/consumer/main.ts"), "utf8")
      .replaceAll("./generated/", "./fixtures/rdmanagement/")
      .replace(/(from "\.\/[^"]+)\.js"/g, '$1.ts"');
    writeFileSync(join(project, "main.ts"), main);
    expect(await run("main.ts")).toMatchObject({ code: 0, stdout: "ada: Logoff() = 0\n" });
  });

  test.runIf(hasShared)("the whole of CIM 2.41", { timeout: 120_000 }, async () => {
    await generateCim(join(project, "cim"), "ts");
    expect(await expectAllClasses("cim")).toBe(1438);
  });

  test.runIf(hasShared)("every other real schema", { timeout: 120_000 }, async () => {
    await generateSchemas(join(project, "schemas"), "ts");
    expect(await expectAllClasses("schemas")).toBe(2776);
  });
});
