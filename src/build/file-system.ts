import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { codeOf } from "./reason.ts";

/** The calls that change an output folder; tests make them fail one after the other. */
export interface FileSystem {
  makeFolder(path: string): void;
  /** Makes a folder whose name begins with `prefix` and returns its path. */
  makeTemporaryFolder(prefix: string): string;
  writeNew(path: string, text: string): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name, which must be free; replacing the first one leaves it alone. */
  keepAs(path: string, second: string): void;
  removeFile(path: string): void;
  removeEmptyFolder(path: string): void;
  removeTree(path: string): void;
}

export const nodeFileSystem: FileSystem = {
  makeFolder: (path) => mkdirSync(path),
  makeTemporaryFolder: (prefix) => mkdtempSync(prefix),
  writeNew: (path, text) => writeFileSync(path, text, { flag: "wx" }),
  rename: (from, to) => renameSync(from, to),
  keepAs: (path, second) => {
    try {
      linkSync(path, second);
    } catch (error) {
      if (codeOf(error) === "EEXIST") throw error;
      // Not every file system knows hard links.
      copyFileSync(path, second, constants.COPYFILE_EXCL);
    }
  },
  removeFile: (path) => unlinkSync(path),
  removeEmptyFolder: (path) => rmdirSync(path),
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
};
