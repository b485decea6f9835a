import { join, resolve } from "node:path";
import { readSource } from "../read-source.ts";
import { type Git, lineOf } from "./run-git.ts";

/** Larger files are no pointers. */
const largestPointer = 1024;

/** Where the content of a file is that Git LFS has put a pointer in place of. */
export interface LargeFile {
  /** Its SHA-256. */
  readonly id: string;
}

/** What a pointer of Git LFS stands for; `undefined` for any other file. */
export function largeFileOf(bytes: Buffer): LargeFile | undefined {
  if (bytes.length > largestPointer) return undefined;
  const text = bytes.toString("latin1");
  if (!text.startsWith("version https://git-lfs.github.com/spec/v1\n")) return undefined;
  const id = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  return id === undefined ? undefined : { id };
}

/**
 * The content, as far as Git LFS has fetched it.
 *
 * @param folder - a folder of the repository
 * @param command - what fetches it
 * @throws an Error whose message is the end of a sentence
 */
export function readLargeFile(
  { id }: LargeFile,
  git: Git,
  folder: string,
  command: string,
): Uint8Array {
  const common = resolve(folder, lineOf(git(["rev-parse", "--git-common-dir"]).stdout));
  const path = join(common, "lfs", "objects", id.slice(0, 2), id.slice(2, 4), id);
  try {
    return readSource(path);
  } catch (error) {
    const reason = `it is a pointer of Git LFS whose content is not here; \`${command}\` fetches it`;
    throw new Error(reason, { cause: error });
  }
}
