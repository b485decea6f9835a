import type { Decoded, DecodeNote } from "./decoded.ts";
import { repairUtf16 } from "./repair-utf-16.ts";

export type Utf16 = "utf-16le" | "utf-16be";

/** How much of a file is looked at to tell what it is. */
const SAMPLE = 4096;

/**
 * MOF is mostly ASCII (keywords, punctuation, names), so in UTF-16 every second byte is
 * zero; in a text of eight bits a byte a zero is an accident. Without a byte order mark.
 */
export function guessUtf16(bytes: Uint8Array): Utf16 | undefined {
  // A text of eight bits a byte has none at all, and that is found out at once.
  if (!bytes.subarray(0, SAMPLE).includes(0)) return undefined;
  const pairs = Math.min(bytes.length, SAMPLE) >> 1;
  let [little, big, eightBit] = [0, 0, 0];
  let first: Utf16 | undefined;
  for (let at = 0; at < 2 * pairs; at += 2) {
    const [one, two] = [bytes[at], bytes[at + 1]];
    if (one !== 0 && two !== 0) eightBit += 1;
    else if (one !== 0) little += 1;
    else if (two !== 0) big += 1;
    if (little + big === 1) first ??= little === 1 ? "utf-16le" : "utf-16be";
  }
  const sixteenBit = little + big;
  if (sixteenBit * 4 < pairs || sixteenBit <= eightBit) return undefined;
  // When both are many, bytes were inserted; what stands before the first of them is right.
  if (Math.min(little, big) * 8 > Math.max(little, big)) return first;
  return little > big ? "utf-16le" : "utf-16be";
}

/** @param skipped - the length of the byte order mark */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16, skipped: number): Decoded {
  const body = bytes.subarray(skipped);
  const repaired = repairUtf16(body, encoding);
  if (repaired) {
    const text = textOf(repaired.bytes, encoding);
    const byteOffset = skipped + repaired.at;
    const note = { kind: repaired.kind, byteOffset, offset: repaired.at >> 1 };
    return { text, encoding, notes: [note] };
  }
  const text = textOf(body, encoding);
  const notes: DecodeNote[] = [];
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    notes.push({ kind: "null-character", byteOffset: skipped + 2 * zero, offset: zero });
  }
  if (body.length % 2 === 1) {
    notes.push({ kind: "odd-length", byteOffset: bytes.length - 1, offset: text.length });
  }
  return { text, encoding, notes };
}

/** A byte left over at the end is no character. */
function textOf(bytes: Uint8Array, encoding: Utf16): string {
  const length = bytes.length - (bytes.length % 2);
  const units = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  const little = encoding === "utf-16le" ? units : Buffer.from(units).swap16();
  const text = little.toString("utf16le");
  // Half a character cannot be written again.
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
