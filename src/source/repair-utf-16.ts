/** UTF-16 that was damaged by what took its bytes for text of one byte a character. */
import type { DecodeNote } from "./decoded.ts";

/** What is left without the bytes that do not belong there. */
export interface Repaired {
  readonly kind: Extract<DecodeNote["kind"], "mangled-line-ends" | "stray-byte">;
  readonly bytes: Uint8Array;
  /** Offset of the first of the bytes that were left out. */
  readonly at: number;
}

/**
 * Leaves out what was inserted into UTF-16: the 0D that a conversion of line ends put
 * before every 0A, or single bytes that shifted all that follows.
 *
 * @returns `undefined` when nothing shows that something was inserted
 */
export function repairUtf16(
  bytes: Uint8Array,
  encoding: "utf-16le" | "utf-16be",
): Repaired | undefined {
  const low = encoding === "utf-16le" ? 0 : 1;
  return undoLineEnds(bytes, low) ?? realign(bytes, low);
}

const CR = 0x0d;
const LF = 0x0a;

/**
 * `0D 00 0A 00` became `0D 00 0D 0A 00`. Whoever did it did it everywhere, so every 0A
 * has to have its 0D, and the text has to be more of a text afterwards.
 *
 * @param low - which byte of a unit is its lower one
 */
function undoLineEnds(bytes: Uint8Array, low: 0 | 1): Repaired | undefined {
  let first = -1;
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at - 1] !== CR) return undefined;
    if (count === 0) first = at - 1;
    count += 1;
  }
  if (count === 0) return undefined;
  const undone = new Uint8Array(bytes.length - count);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== CR || bytes[at + 1] !== LF) undone[length++] = byte;
  }
  const gain = lettersFrom(undone, first, low) - lettersFrom(bytes, first, low);
  const convincing = isLineFeed(undone, first, low) ? gain >= 0 : gain > 0;
  return convincing ? { kind: "mangled-line-ends", bytes: undone, at: first } : undefined;
}

/** Whether the unit that holds the byte at an offset is a line feed. */
function isLineFeed(bytes: Uint8Array, at: number, low: 0 | 1): boolean {
  const start = at - (at % 2);
  return bytes[start + low] === LF && bytes[start + 1 - low] === 0;
}

/** How many characters of ASCII a stretch has. */
function lettersFrom(bytes: Uint8Array, at: number, low: 0 | 1): number {
  let letters = 0;
  const start = at - (at % 2);
  for (let unit = start; unit + 1 < Math.min(bytes.length, start + STRETCH); unit += 2) {
    if (bytes[unit + 1 - low] === 0 && isText(bytes[unit + low])) letters += 1;
  }
  return letters;
}

const STRETCH = 4096;

/** ASCII that stands in files: a tab, line ends, and what can be seen. */
function isText(byte: number | undefined): boolean {
  if (byte === undefined || byte > 0x7e) return false;
  return byte >= 0x20 || byte === CR || byte === LF || byte === 0x09;
}

/** Leaves out the byte before each stretch of ASCII whose bytes are the wrong way round. */
function realign(bytes: Uint8Array, low: 0 | 1): Repaired | undefined {
  let shift = findShift(bytes, 0, low);
  if (shift === undefined) return undefined;
  const kept = new Uint8Array(bytes.length);
  let [length, from, first] = [0, 0, -1];
  while (shift !== undefined) {
    const stray = strayByte(bytes, from, shift, low);
    kept.set(bytes.subarray(from, stray), length);
    length += stray - from;
    from = stray + 1;
    if (first < 0) first = stray;
    shift = findShift(bytes, from, low);
  }
  kept.set(bytes.subarray(from), length);
  length += bytes.length - from;
  return { kind: "stray-byte", bytes: kept.subarray(0, length), at: first };
}

/** So many units whose bytes are the wrong way round, three of them different, are no accident; four blanks of Japanese are. */
const RUN = 4;

/** Where the next units begin that are ASCII with the wrong byte first. */
function findShift(bytes: Uint8Array, from: number, low: 0 | 1): number | undefined {
  let run = 0;
  for (let at = from; at + 1 < bytes.length; at += 2) {
    // Nearly always the upper byte is zero, and there is nothing to ask.
    const shifted = bytes[at + low] === 0 && isText(bytes[at + 1 - low]);
    run = shifted ? run + 1 : 0;
    if (run >= RUN && isVaried(bytes, at, low)) return at - 2 * (run - 1);
  }
  return undefined;
}

function isVaried(bytes: Uint8Array, last: number, low: 0 | 1): boolean {
  const letters = new Set<number | undefined>();
  for (let unit = 0; unit < RUN; unit += 1) letters.add(bytes[last - 2 * unit + 1 - low]);
  return letters.size > 2;
}

/** The byte that is too many: the one that leaves a letter before the shifted units, or the first of them. */
function strayByte(bytes: Uint8Array, from: number, shift: number, low: 0 | 1): number {
  if (shift - 2 < from) return shift;
  const letter = bytes[shift - 1 + low];
  const before = bytes[shift - 2 + low];
  const isLetter = bytes[shift - low] === 0 && isText(letter);
  const isLetterBefore = bytes[shift - 1 - low] === 0 && isText(before);
  return isLetter && !isLetterBefore ? shift - 2 : shift;
}
