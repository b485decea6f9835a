import type { Dirent } from "node:fs";
import type { Found } from "./kind-of.ts";

/** What a host asks of whatever holds the files. Every path is absolute. */
export interface Files {
  /** What stands at a path, behind links; `undefined` when there is nothing. */
  lookAt(path: string): Found | undefined;
  /**
   * Whether a path leads to a file with an end.
   *
   * @throws an Error when that cannot be found out
   */
  isRegularFile(path: string): boolean;
  /** Whether a link stands at the path itself. */
  isLink(path: string): boolean;
  /** The path without links; the path itself when nothing stands there. */
  realPath(path: string): string;
  /**
   * The bytes of a file.
   *
   * @param size - where the path was just found to be a regular file
   * @throws an Error whose message a person understands
   */
  read(path: string, size?: number): Uint8Array;
  /** What stands in a folder, links as such; `undefined` when it cannot be opened. */
  entriesOf(folder: string): readonly Entry[] | undefined;
}

/** Something in a folder. */
export type Entry = Pick<Dirent, "name" | "isFile" | "isDirectory" | "isSymbolicLink">;
