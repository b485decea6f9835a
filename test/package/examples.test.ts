/**
 * Each folder of examples/ is a project of its own: with the package installed as somebody
 * would have it, it is generated, built and run, and prints what its expected.txt says.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { install, pack, type Packed } from "./pack.ts";
import { haveRedis, startRedis } from "./redis.ts";
import { makeFolder, root, runNpm } from "./run.ts";

const { folder, remove } = makeFolder();
afterAll(remove);

const examples = readdirSync(join(root, "examples")).filter((name) =>
  existsSync(join(root, "examples", name, "package.json")),
);

let packed: Packed;
beforeAll(async () => {
  packed = await pack(folder);
});

/** What the repository has installed for itself, so that nothing has to be fetched. */
const tools = ["typescript", "@types/node"].map((name) => join(root, "node_modules", name));

/** What is there only where somebody has tried the example in its place. */
const made = new Set(["node_modules", "generated", "dist", "package-lock.json"]);

test("there are examples", () => {
  expect(examples).toEqual(expect.arrayContaining(["associations", "logoff"]));
});

/** Examples that need more than this package. */
const further: Readonly<Record<string, readonly string[]>> = { "many-hosts": ["bullmq"] };

describe.each(examples)("examples/%s", (name) => {
  const project = join(folder, name);
  const needsRedis = name === "many-hosts";
  const skip = needsRedis && !haveRedis;

  test("says what is expected", { timeout: 180_000, skip }, async () => {
    cpSync(join(root, "examples", name), project, {
      recursive: true,
      filter: (path) => !made.has(basename(path)),
    });
    const redis = needsRedis ? await startRedis() : undefined;
    onTestFinished(() => redis?.stop());
    const env = redis === undefined ? {} : { REDIS_URL: redis.url };
    const npm = async (...args: string[]): Promise<string> => {
      const finished = await runNpm("npm", args, project, env);
      expect({ args, ...finished }).toMatchObject({ args, code: 0 });
      return finished.stdout;
    };
    const others = (further[name] ?? []).map((each) => join(root, "node_modules", each));
    // A package that is linked would be built: its tools are its own developers' alone.
    await npm(...install, "--ignore-scripts", packed.path, ...tools, ...others);
    await npm("run", "generate");
    await npm("run", "build");
    const said = await npm("--silent", "start");
    const expected = readFileSync(join(root, "examples", name, "expected.txt"), "utf8");
    expect(said).toBe(expected.replaceAll("\r\n", "\n"));
  });
});
