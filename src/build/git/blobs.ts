import { runGit, type GitContext } from "./run-git.ts";

/** A file in git, and how large it is. */
export interface Blob {
  readonly id: string;
  readonly size: number;
}

/** Reads files by their ids. */
export interface Blobs {
  /**
   * @param nearby - files that are likely to be read next, and are read along
   * @throws an Error whose message a person understands
   */
  read(blob: Blob, nearby?: Iterable<Blob>): Uint8Array;
}

/** So much is read at once, and kept until it is asked for. */
const BATCH = 64 * 1024 * 1024;

/** The same limit as for files on a disk. */
const LARGEST = 256 * 1024 * 1024;

/** Reads files of a repository, many with each call of git. */
export function blobsOf(git: GitContext): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    read(blob, nearby = []) {
      if (blob.size > LARGEST) throw new Error(`it is larger than ${LARGEST / 1024 / 1024} MiB`);
      if (!kept.has(blob.id)) fetchBatch(git, batchOf(blob, nearby, kept), kept);
      const bytes = kept.get(blob.id);
      if (!bytes) throw new Error("git does not have it in this clone; run: git fetch --refetch");
      refusePointer(bytes);
      return bytes;
    },
  };
}

function batchOf(
  first: Blob,
  nearby: Iterable<Blob>,
  kept: ReadonlyMap<string, unknown>,
): readonly string[] {
  const ids = new Set([first.id]);
  let room = BATCH - first.size;
  for (const { id, size } of nearby) {
    if (kept.has(id) || size > room) continue;
    ids.add(id);
    room -= size;
  }
  return [...ids];
}

/** `<id> blob <size>\n<bytes>\n` for each, or `<id> missing\n`. */
function fetchBatch(git: GitContext, ids: readonly string[], kept: Map<string, Uint8Array>): void {
  const { bytes } = runGit(git, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const [id = "", type, size] = bytes.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    const length = Number(size);
    kept.set(id, bytes.subarray(at, at + length));
    at += length + 1;
  }
}

const POINTER = "version https://git-lfs.github.com/spec/";

/** Git LFS keeps a text in place of the file. */
function refusePointer(bytes: Uint8Array): void {
  if (bytes.length > 1024) return;
  if (Buffer.from(bytes.subarray(0, POINTER.length)).toString("latin1") !== POINTER) return;
  throw new Error("git has only a pointer of Git LFS to it; compare with a snapshot of the schema");
}
