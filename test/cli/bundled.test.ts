import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.mjs";
import { contentsOf, fill } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const lamp = "class Lamp { [Key] string Room; };\n";

beforeAll(async () => {
  await ensureBuilt();
});

test("the runtime comes with --runtime bundled, stays while nothing changes, and goes", async () => {
  const folder = project({ "lamp.mof": lamp });
  const generate = "generate lamp.mof --out gen";
  const bundled = `${generate} --runtime bundled`;
  const first = await codegen(folder, bundled);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toContain(
    "\nNext: import a class, such as the one in gen/root/cimv2/Lamp.ts",
  );
  const contents = contentsOf(folder);
  const copied = Object.keys(contents).filter((path) => path.startsWith("gen/runtime/"));
  expect(copied).toContain("gen/runtime/index.ts");
  expect(contents["gen/root/cimv2/Lamp.ts"]).toContain(' from "../../runtime/index.js";');

  expect((await codegen(folder, `${bundled} --check`)).stdout).toBe(
    "gen/ is up to date (1 class)\n",
  );
  expect(contentsOf(folder)).toEqual(contents);

  const stale = await codegen(folder, `${generate} --check`);
  expect(stale).toMatchObject({ code: 1 });
  expect(stale.stderr).toMatch(/\nTo update: codegen generate lamp.mof --out gen\n$/);
  expect((await codegen(folder, generate)).stdout).toBe(
    `Generated 1 class into gen/ (1 file written, 1 unchanged, ${copied.length} removed)\n`,
  );
  expect(Object.keys(contentsOf(folder)).sort()).toEqual([
    "gen/.mof-codegen.json",
    "gen/root/cimv2/Lamp.ts",
    "gen/root/cimv2/index.ts",
    "lamp.mof",
  ]);
});

test("a file of somebody else's where the runtime would go stays, and nothing is written", async () => {
  const folder = project({ "lamp.mof": lamp, "gen/runtime/index.ts": "mine\n" });
  const before = contentsOf(folder);
  const { code, stderr } = await codegen(folder, "generate lamp.mof --out gen --runtime bundled");
  expect(code).toBe(1);
  expect(stderr).toContain("gen/runtime/index.ts");
  expect(contentsOf(folder)).toEqual(before);
});

test("a copy that was changed by hand is stale", async () => {
  const folder = project({ "lamp.mof": lamp });
  const generate = "generate lamp.mof --out gen --runtime bundled";
  await codegen(folder, generate);
  fill(folder, { "gen/runtime/timeout.ts": "changed\n" });
  expect(await codegen(folder, `${generate} --check`)).toMatchObject({ code: 1 });
});

test("a configuration may ask for it", async () => {
  const folder = project({
    "mof-codegen.config.json": JSON.stringify({
      sources: ["lamp.mof"],
      out: "gen",
      runtime: "bundled",
      importExtension: "ts",
    }),
    "lamp.mof": lamp,
  });
  expect(await codegen(folder, "generate")).toMatchObject({ code: 0 });
  const { "root/cimv2/Lamp.ts": text, "runtime/index.ts": index } = contentsOf(join(folder, "gen"));
  expect(text).toContain(' from "../../runtime/index.ts";');
  expect(index).toContain(' from "./client/client.ts";');
  await codegen(folder, "generate --runtime package");
  expect(contentsOf(join(folder, "gen"))["runtime/index.ts"]).toBeUndefined();
});

test("there is no third place", async () => {
  expect(await codegen(project({}), "generate a.mof --out gen --runtime bundle")).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(
      "--runtime is package or bundled, not bundle. Did you mean bundled?",
    ) as string,
  });
});
