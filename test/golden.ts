/** Compares files with those recorded in a folder, or records them: `UPDATE_GOLDEN=1 npm test`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

/** Path inside the folder, with forward slashes, to text. */
export type Files = Readonly<Record<string, string>>;

/**
 * Asserts that a folder holds exactly these files with exactly these texts: a missing,
 * a superfluous and a differing file all fail.
 */
export function expectGolden(folder: string, files: Files): void {
  if (process.env["UPDATE_GOLDEN"] === "1") record(folder, files);
  expect(Object.keys(files).sort(), `files in ${folder}`).toEqual(Object.keys(read(folder)).sort());
  expect(files).toEqual(read(folder));
}

/** All files below a folder. */
export function read(folder: string): Files {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1).replaceAll("\\", "/"),
        readFileSync(path, "utf8").replaceAll("\r\n", "\n"),
      ]),
  );
}

function record(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
