import { existsSync, mkdirSync, readFileSync, utimesSync } from "node:fs";
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

const lock = ".mof-codegen.lock";

function update(
  path: string,
  contents: Contents,
  options: { check?: boolean; fileSystem?: FileSystem } = {},
): string[] {
  const { display } = nodeHost(path);
  const { diagnostics } = updateOutput(files(contents), { path, display }, options);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

const busy = ["output-busy: another run is writing into the output folder ."];

describe("a folder that another run is writing into", () => {
  test.each([
    ["a process that lives", lockOf(process.pid)],
    ["a process of another computer", lockOf(endedProcess, "elsewhere")],
    ["something that is not ours to remove", "my own file"],
    ["a run that has just begun", ""],
  ])("is left alone: %s", (_, text) => {
    const folder = folderWith({ [lock]: text });
    expect(update(folder, { "A.ts": "a" })).toEqual(busy);
    expect(update(folder, { "A.ts": "a" }, { check: true })).toEqual(busy);
    expect(contentsOf(folder)).toEqual({ [lock]: text });
  });

  test("is left alone when that run began after this one looked", () => {
    const folder = folderWith();
    const makeTemporaryFolder = (prefix: string): string => {
      fill(folder, { [lock]: lockOf(process.pid) });
      return nodeFileSystem.makeTemporaryFolder(prefix);
    };
    const fileSystem = { ...nodeFileSystem, makeTemporaryFolder };
    expect(update(folder, { "A.ts": "a" }, { fileSystem })).toEqual(busy);
    expect(contentsOf(folder)).toEqual({ [lock]: lockOf(process.pid) });
  });

  test("a folder in place of the lock stays", () => {
    const folder = folderWith();
    mkdirSync(join(folder, lock));
    utimesSync(join(folder, lock), new Date(0), new Date(0));
    expect(update(folder, { "A.ts": "a" })).toEqual(busy);
    expect(existsSync(join(folder, lock))).toBe(true);
  });
});

describe("a lock that nobody holds any more is taken over", () => {
  test.each([
    ["its process has ended", lockOf(endedProcess), 0],
    ["it is too old, and another program has the number", lockOf(process.pid), 11],
    ["it is too old, on another computer", lockOf(1, "elsewhere"), 11],
    ["its run was killed while it wrote it", "", 11],
  ])("%s", (_, text, minutes) => {
    const folder = folderWith({ [lock]: text });
    const then = new Date(Date.now() - minutes * 60_000);
    utimesSync(join(folder, lock), then, then);
    expect(update(folder, { "A.ts": "a" })).toEqual([]);
    expect(Object.keys(contentsOf(folder))).toEqual([".mof-codegen.json", "A.ts"]);
  });

  test("but not a younger one that took its place meanwhile", () => {
    const folder = folderWith({ [lock]: lockOf(endedProcess) });
    const rename = (from: string, to: string): void => {
      if (from.endsWith(lock)) fill(folder, { [lock]: lockOf(process.pid) });
      nodeFileSystem.rename(from, to);
    };
    const fileSystem = { ...nodeFileSystem, rename };
    expect(update(folder, { "A.ts": "a" }, { fileSystem })).toEqual(busy);
    expect(contentsOf(folder)).toEqual({ [lock]: lockOf(process.pid) });
  });
});

test("while files move, the lock names this process; then it is gone", () => {
  const folder = folderWith();
  const seen: unknown[] = [];
  const rename = (from: string, to: string): void => {
    seen.push(JSON.parse(readFileSync(join(folder, lock), "utf8")));
    nodeFileSystem.rename(from, to);
  };
  expect(update(folder, { "A.ts": "a" }, { fileSystem: { ...nodeFileSystem, rename } })).toEqual(
    [],
  );
  expect(seen).toHaveLength(2);
  expect(seen[0]).toMatchObject({ pid: process.pid });
  expect(existsSync(join(folder, lock))).toBe(false);
});

test("what another run wrote in between is planned with", () => {
  const folder = folderWith();
  let first = true;
  const makeTemporaryFolder = (prefix: string): string => {
    if (first) {
      first = false;
      expect(update(folder, { "A.ts": "a", "B.ts": "b" })).toEqual([]);
    }
    return nodeFileSystem.makeTemporaryFolder(prefix);
  };
  const fileSystem = { ...nodeFileSystem, makeTemporaryFolder };
  expect(update(folder, { "C.ts": "c" }, { fileSystem })).toEqual([]);
  expect(Object.keys(contentsOf(folder))).toEqual([".mof-codegen.json", "C.ts"]);
});
