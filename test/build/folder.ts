import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { GeneratedFile } from "../../src/codegen/index.ts";

/** The text of every file below a folder by its path; an empty folder ends in a slash. */
export type Contents = Readonly<Record<string, string>>;

/** A new folder with these files, gone when the test is over. */
export function folderWith(contents: Contents = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "mof-codegen-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  fill(folder, contents);
  return folder;
}

export function fill(folder: string, contents: Contents): void {
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Everything in a folder, for comparison. */
export function contentsOf(folder: string): Contents {
  const contents: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll("\\", "/");
    if (entry.isFile()) contents[name] = readFileSync(path, "utf8");
    else if (entry.isDirectory() && readdirSync(path).length === 0) contents[`${name}/`] = "";
    else if (entry.isSymbolicLink()) contents[name] = "a link";
  }
  return contents;
}

/** A lock as a run writes it. */
export function lockOf(pid: number, host: string = hostname()): string {
  return JSON.stringify({ pid, host, run: "a run" });
}

/** The number of a process that has ended. */
export const endedProcess: number = spawnSync(process.execPath, ["--version"]).pid;

/** Generated files from paths and texts. */
export function files(contents: Contents): GeneratedFile[] {
  return Object.entries(contents).map(([path, text]) => ({ path, text }));
}
