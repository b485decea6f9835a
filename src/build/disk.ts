import { lstatSync, readdirSync, realpathSync } from "node:fs";
import type { Files } from "./files.ts";
import { isRegularFile, lookAt } from "./kind-of.ts";
import { readSource } from "./read-source.ts";

/** The files of this computer. */
export const disk: Files = {
  lookAt,
  isRegularFile,
  isLink: (path) => {
    try {
      return lstatSync(path).isSymbolicLink();
    } catch {
      return false;
    }
  },
  realPath: (path) => {
    try {
      return realpathSync.native(path);
    } catch {
      return path;
    }
  },
  read: readSource,
  entriesOf: (folder) => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch {
      return undefined;
    }
  },
};
