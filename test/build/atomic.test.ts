import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeFileSystem, type FileSystem } from "../../src/build/file-system.ts";
import { nodeHost, updateOutput } from "../../src/build/index.ts";
import {
  contentsOf,
  endedProcess,
  files,
  fill,
  folderWith,
  lockOf,
  type Contents,
} from "./folder.ts";

/** A run that creates, updates and removes, and makes and empties folders. */
const before: Contents = {
  "root/a/A.ts": "a\n",
  "root/b/B.ts": "b\n",
  "root/b/Same.ts": "same\n",
  "old/deep/Gone.ts": "gone\n",
};
const after: Contents = {
  "root/a/A.ts": "changed\n",
  "root/b/B.ts": "b\n",
  "root/b/Same.ts": "same\n",
  "new/deep/New.ts": "new\n",
};
const mine: Contents = { "mine.ts": "mine\n", "root/mine.ts": "mine\n" };

function update(path: string, contents: Contents, fileSystem: FileSystem): string[] {
  const { display } = nodeHost(path);
  const { diagnostics } = updateOutput(files(contents), { path, display }, { fileSystem });
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

function populated(): string {
  const folder = folderWith(mine);
  update(folder, before, nodeFileSystem);
  return folder;
}

/** The computer's file system, until a step fails: that one only, or with it all that follow. */
function failing(step: number, code: string, following: boolean): FileSystem & { steps: number } {
  const counted = { steps: 0 };
  const guard = <A extends readonly unknown[], R>(call: (...args: A) => R) => {
    return (...args: A): R => {
      counted.steps += 1;
      if (counted.steps === step || (following && counted.steps > step)) {
        throw Object.assign(new Error(`${code}: injected`), { code });
      }
      return call(...args);
    };
  };
  return Object.assign(counted, {
    makeFolder: guard(nodeFileSystem.makeFolder),
    makeTemporaryFolder: guard(nodeFileSystem.makeTemporaryFolder),
    writeNew: guard(nodeFileSystem.writeNew),
    rename: guard(nodeFileSystem.rename),
    keepAs: guard(nodeFileSystem.keepAs),
    removeFile: guard(nodeFileSystem.removeFile),
    removeEmptyFolder: guard(nodeFileSystem.removeEmptyFolder),
    removeTree: guard(nodeFileSystem.removeTree),
  });
}

/** A failed run of this process stands for one that was killed. */
function killed(folder: string, contents: Contents, step: number): void {
  update(folder, contents, failing(step, "EIO", true));
  const lock = ".mof-codegen.lock";
  if (existsSync(join(folder, lock))) fill(folder, { [lock]: lockOf(endedProcess) });
}

/** All but what a killed run may leave. */
function lasting(folder: string): Contents {
  const entries = Object.entries(contentsOf(folder));
  return Object.fromEntries(entries.filter(([path]) => !path.startsWith(".mof-codegen")));
}

function stepsOfARun(): number {
  const counting = failing(-1, "", false);
  expect(update(populated(), after, counting)).toEqual([]);
  return counting.steps;
}

describe("a failure at any step", () => {
  const steps = Array.from({ length: 22 }, (_, index) => index + 1);

  test("the steps tried are those of a run, and the last two only clean up", () => {
    expect(steps).toHaveLength(stepsOfARun());
  });

  test.each(steps.slice(0, -2))("step %i leaves the folder as it was", (step) => {
    const folder = populated();
    const was = contentsOf(folder);
    const diagnostics = update(folder, after, failing(step, "ENOSPC", false));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatch(/^output-unwritable: .+ cannot be written: the disk is full$/);
    expect(contentsOf(folder)).toEqual(was);
  });

  test("a failure at any step of a first run leaves no folder behind", () => {
    const counting = failing(-1, "", false);
    expect(update(join(folderWith(), "a/out"), after, counting)).toEqual([]);
    for (let step = 1; step < counting.steps - 1; step += 1) {
      const parent = folderWith();
      expect(update(join(parent, "a/out"), after, failing(step, "EROFS", false))).toHaveLength(1);
      expect(contentsOf(parent), `after step ${step}`).toEqual({});
    }
  });

  test.each(steps)("killed at step %i, the next run repairs the folder", (step) => {
    const folder = populated();
    killed(folder, after, step);
    const third: Contents = { "root/a/A.ts": "third\n", "new/deep/New.ts": "third\n" };
    expect(update(folder, third, nodeFileSystem)).toEqual([]);
    expect(lasting(folder)).toEqual({ ...mine, ...third });
  });

  test.each(steps)("killed at step %i, what is no longer generated goes", (step) => {
    const folder = populated();
    killed(folder, after, step);
    expect(update(folder, { "root/b/B.ts": "b\n" }, nodeFileSystem)).toEqual([]);
    expect(lasting(folder)).toEqual({ ...mine, "root/b/B.ts": "b\n" });
  });
});

test("a failure to clean up is no failure: everything is in place", () => {
  const folder = populated();
  expect(update(folder, after, failing(stepsOfARun() - 1, "EBUSY", false))).toEqual([]);
  expect(contentsOf(folder)).toMatchObject({ ...mine, ...after });
});

test("when putting back fails too, it is said, and the old files are kept", () => {
  const folder = populated();
  // The first rename is that of the manifest; the removed file follows it.
  const [message = ""] = update(folder, after, failing(15, "EIO", true));
  expect(message).toMatch(/^output-half-written: .+ the device reports an error; putting/);
  const rescue = readdirSync(folder).filter((name) => name.startsWith(".mof-codegen-"));
  expect(rescue).toHaveLength(1);
  const saved = readdirSync(join(folder, rescue[0]!)).map((name) =>
    readFileSync(join(folder, rescue[0]!, name), "utf8"),
  );
  expect(saved).toContain("gone\n");
});

test("files are put back themselves, not as copies", () => {
  const folder = populated();
  const path = join(folder, "root/a/A.ts");
  const long = new Date("2001-02-03T04:05:06Z");
  utimesSync(path, long, long);
  const { ino } = statSync(path);
  expect(update(folder, after, failing(stepsOfARun() - 2, "EIO", false))).toHaveLength(1);
  expect(statSync(path)).toMatchObject({ ino, mtime: long });
});

describe("folders beside the output", () => {
  const temporary = (folder: string): string[] =>
    readdirSync(folder).filter((name) => name.startsWith(".mof-codegen-"));

  test("that a killed run left are cleared away when they are an hour old, and not before", () => {
    const folder = populated();
    killed(folder, after, 9);
    const [left = ""] = temporary(folder);
    expect(update(folder, before, nodeFileSystem)).toEqual([]);
    expect(temporary(folder)).toEqual([left]);
    utimesSync(join(folder, left), new Date(0), new Date(0));
    expect(update(folder, after, nodeFileSystem)).toEqual([]);
    expect(temporary(folder)).toEqual([]);
  });

  test("that only have such a name are somebody else's", () => {
    const folder = populated();
    const names = [".mof-codegen-abc123", ".mof-codegen-backup", ".mof-codegen-marked"];
    for (const name of names) fill(folder, { [`${name}/1`]: "mine" });
    fill(folder, { [".mof-codegen-marked/mof-codegen.txt"]: "my notes on mof-codegen\n" });
    for (const name of names) utimesSync(join(folder, name), new Date(0), new Date(0));
    expect(update(folder, after, nodeFileSystem)).toEqual([]);
    expect(temporary(folder)).toEqual(names);
  });
});

test("a file system without hard links will do", () => {
  const folder = populated();
  const target = join(folder, "copy");
  writeFileSync(target, "kept");
  mkdirSync(join(folder, "elsewhere"));
  nodeFileSystem.keepAs(target, join(folder, "elsewhere/kept"));
  expect(readFileSync(join(folder, "elsewhere/kept"), "utf8")).toBe("kept");
});

test("a second name is never that of another file", () => {
  const folder = folderWith({ a: "a", b: "b" });
  expect(() => nodeFileSystem.keepAs(join(folder, "a"), join(folder, "b"))).toThrow(/EEXIST/);
  expect(contentsOf(folder)).toEqual({ a: "a", b: "b" });
});
