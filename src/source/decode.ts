/** How the bytes of a file were understood. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The text of a file, and what a person may want to know about how it was read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notes: readonly DecodeNote[];
}

/** Something that was odd about the bytes. */
export type DecodeNote =
  /** Not UTF-8, so it was read as windows-1252; `byteOffset` is the first byte that says so. */
  | { readonly kind: "not-utf-8"; readonly byteOffset: number }
  /** UTF-16 with an odd number of bytes; the last byte was dropped. */
  | { readonly kind: "odd-length"; readonly byteOffset: number };

/**
 * Turns the bytes of a MOF file into text. Windows ships UTF-16LE with a byte order
 * mark and windows-1252, everybody else UTF-8; UTF-16 without a mark is recognised by
 * its zero bytes. The byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), "utf-16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), "utf-16be", 2);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes);
  const unmarked = guessUtf16(bytes);
  return unmarked ? decodeUtf16(bytes, unmarked, 0) : decodeUtf8(bytes);
}

function decodeUtf16(
  bytes: Uint8Array,
  encoding: "utf-16le" | "utf-16be",
  skipped: number,
): Decoded {
  const odd = bytes.length % 2 === 1;
  const even = odd ? bytes.subarray(0, -1) : bytes;
  return {
    text: new TextDecoder(encoding, { ignoreBOM: true }).decode(even),
    encoding,
    notes: odd ? [{ kind: "odd-length", byteOffset: skipped + even.length }] : [],
  };
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8", notes: [] };
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return {
      text,
      encoding: "windows-1252",
      notes: [{ kind: "not-utf-8", byteOffset: firstInvalidByte(bytes) }],
    };
  }
}

/** Where UTF-8 ends to be valid: the replacement character's place, counted in bytes. */
function firstInvalidByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let from = 0;
  for (;;) {
    const at = lenient.indexOf("\uFFFD", from);
    if (at < 0) return 0;
    const byteOffset = Buffer.byteLength(lenient.slice(0, at));
    // A genuine U+FFFD in the text is the three bytes EF BF BD and no mistake.
    const genuine = bytes[byteOffset] === 0xef && bytes[byteOffset + 1] === 0xbf;
    if (!genuine) return byteOffset;
    from = at + 1;
  }
}

/** MOF begins with ASCII (a comment, a pragma, a bracket), so every second byte is zero in UTF-16. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 4) return undefined;
  const [first, second, third, fourth] = bytes;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return "utf-16be";
  return undefined;
}
