import { closeSync, openSync, readSync, statSync } from "node:fs";
import { reasonOf } from "./reason.ts";

/** Many times the largest schema known; what is larger is not MOF. */
export const largestSource: number = 256 * 1024 * 1024;
const smallestRead = 64 * 1024;

/**
 * The bytes of a source file. Any file may name any other as included, so a device without
 * an end or a pipe that nobody writes to is not even opened.
 *
 * @param known - the size, where the path was just found to be a regular file
 * @throws an Error whose message a person understands
 */
export function readSource(path: string, known?: number): Uint8Array {
  try {
    const size = known ?? sizeOf(path);
    if (size > largestSource) throw new Error(tooLarge);
    const file = openSync(path, "r");
    try {
      return readToEnd(file, size);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function sizeOf(path: string): number {
  const stats = statSync(path);
  if (stats.isDirectory()) throw new Error("it is a folder");
  if (!stats.isFile()) throw new Error("it is a device or a pipe, not a file");
  return stats.size;
}

/** Why a larger file is not read, as the end of a sentence. */
export const tooLarge: string = `it is larger than ${largestSource / 1024 / 1024} MiB`;

/** The size is only a guess: files of the system say 0 and may go on without end. */
function readToEnd(file: number, size: number): Uint8Array {
  // One byte more than there should be, so that a file without it has been read to its end.
  const expected = Buffer.allocUnsafe(size > 0 ? size + 1 : smallestRead);
  const count = readSync(file, expected);
  if (count === size && size > 0) return expected.subarray(0, size);
  const chunks: Uint8Array[] = [expected.subarray(0, count)];
  let total = count;
  for (;;) {
    const chunk = Buffer.allocUnsafe(smallestRead);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks, total);
    total += count;
    if (total > largestSource) throw new Error(tooLarge);
    chunks.push(chunk.subarray(0, count));
  }
}
