import type { Snapshot } from "./format.ts";

/** The text of a snapshot: the same schema gives the same text, byte for byte. */
export function writeSnapshot(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}
