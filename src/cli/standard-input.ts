import { UsageError } from "./usage-error.ts";

/** As much as a file may have. */
const largest = 256 * 1024 * 1024;

/**
 * All bytes of standard input.
 *
 * @throws UsageError when it cannot be read or goes on for too long
 */
export async function readStandardInput(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of stdin) {
      total += chunk.length;
      if (total > largest) break;
      chunks.push(chunk);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`standard input cannot be read: ${reason}`);
  }
  if (total <= largest) return Buffer.concat(chunks, total);
  throw new UsageError(`standard input is larger than ${largest / 1024 / 1024} MiB`);
}
