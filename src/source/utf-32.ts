import type { Decoded } from "./decoded.ts";

export type Utf32 = "utf-32le" | "utf-32be";

/** The characters that are looked at before a byte order mark is believed. */
const SAMPLE = 64;
const LARGEST = 0x10ffff;
/** Characters that are turned into text at once. */
const CHUNK = 4096;

/**
 * The kind of UTF-32 that the byte order mark states. That of UTF-32LE is also that of
 * UTF-16LE with a zero character behind it, so what follows has to be characters.
 */
export function utf32Of(bytes: Uint8Array): Utf32 | undefined {
  const view = viewOf(bytes);
  if (bytes.length < 4) return undefined;
  const little = view.getUint32(0, true) === 0xfeff;
  if (!little && view.getUint32(0, false) !== 0xfeff) return undefined;
  for (let at = 4; at + 4 <= Math.min(bytes.length, 4 * SAMPLE); at += 4) {
    if (view.getUint32(at, little) > LARGEST) return undefined;
  }
  return little ? "utf-32le" : "utf-32be";
}

/** Text of four bytes a character, behind its byte order mark. */
export function decodeUtf32(bytes: Uint8Array, encoding: Utf32): Decoded {
  const view = viewOf(bytes);
  const chunks: string[] = [];
  for (let from = 4; from + 4 <= bytes.length; from += 4 * CHUNK) {
    const points: number[] = [];
    for (let at = from; at + 4 <= Math.min(bytes.length, from + 4 * CHUNK); at += 4) {
      const point = view.getUint32(at, encoding === "utf-32le");
      points.push(isCharacter(point) ? point : 0xfffd);
    }
    chunks.push(String.fromCodePoint(...points));
  }
  const text = chunks.join("");
  return { text, encoding, notes: [{ kind: "utf-32", byteOffset: 0, offset: 0 }] };
}

function isCharacter(point: number): boolean {
  return point <= LARGEST && (point < 0xd800 || point > 0xdfff);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
