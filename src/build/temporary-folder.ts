import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "./attempt.ts";
import type { FileSystem } from "./file-system.ts";

const prefix = ".mof-codegen-";
/** No run takes this long, so what is older was left by one that was killed. */
const staleAfter = 60 * 60 * 1000;

/** A name alone could be anybody's: only a folder that holds this file is ours to delete. */
const markerName = "mof-codegen.txt";
const marker =
  "A run of mof-codegen works here. When none is running, this folder can be deleted.\n";

/** Makes a folder for the files of one run, and marks it as ours. */
export function makeTemporaryFolder(root: string, fileSystem: FileSystem): string {
  const folder = fileSystem.makeTemporaryFolder(join(root, prefix));
  try {
    fileSystem.writeNew(join(folder, markerName), marker);
  } catch (error) {
    attempt(() => fileSystem.removeTree(folder));
    throw error;
  }
  return folder;
}

/** Removes the temporary folders of runs that were killed. */
export function removeLeftovers(root: string, fileSystem: FileSystem): void {
  const oldest = Date.now() - staleAfter;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (!entry.isDirectory() || !entry.name.startsWith(prefix) || !isMarked(path)) continue;
    if (statSync(path).mtimeMs < oldest) fileSystem.removeTree(path);
  }
}

function isMarked(folder: string): boolean {
  const path = join(folder, markerName);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return (
    stats?.isFile() === true &&
    stats.size === marker.length &&
    readFileSync(path, "utf8") === marker
  );
}
