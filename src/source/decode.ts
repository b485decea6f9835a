import type { Decoded, DecodeNote } from "./decoded.ts";
import { firstInvalidByte } from "./utf-8.ts";
import { decodeUtf16, guessUtf16, type Utf16 } from "./utf-16.ts";
import { decodeUtf32, utf32Of } from "./utf-32.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/**
 * Turns the bytes of a MOF file into text. Windows ships UTF-16LE with a byte order
 * mark and windows-1252, everybody else UTF-8; UTF-16 without a mark is recognised by
 * its zero bytes. The byte order mark is not part of the text. UTF-16 that was damaged on
 * its way, as by a conversion of line ends, is repaired.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf32 = utf32Of(bytes);
  if (utf32) return decodeUtf32(bytes, utf32);
  const marked = markedUtf16(bytes);
  if (marked) return decodeUtf16(bytes, marked, 2);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const unmarked = mark === 0 ? guessUtf16(bytes) : undefined;
  return unmarked ? decodeUtf16(bytes, unmarked, 0) : decodeEightBit(bytes, mark);
}

function markedUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** A schema has thousands of files, for which one is enough. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param mark - how many bytes the byte order mark takes */
function decodeEightBit(bytes: Uint8Array, mark: number): Decoded {
  const body = bytes.subarray(mark);
  let text;
  try {
    text = utf8.decode(body);
  } catch {
    const offset = firstInvalidByte(body);
    const notes: DecodeNote[] = [{ kind: "not-utf-8", byteOffset: mark + offset, offset }];
    const latin = decodeWindows1252(body);
    const zero = latin.indexOf("\0");
    if (zero >= 0) notes.push({ kind: "null-character", byteOffset: mark + zero, offset: zero });
    return { text: latin, encoding: "windows-1252", notes };
  }
  const offset = text.indexOf("\0");
  if (offset < 0) return { text, encoding: "utf-8", notes: [] };
  const byteOffset = mark + Buffer.byteLength(text.slice(0, offset));
  return { text, encoding: "utf-8", notes: [{ kind: "null-character", byteOffset, offset }] };
}
