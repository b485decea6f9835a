/** How the bytes of a file were understood. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The text of a file, and what a person may want to know about how it was read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notes: readonly DecodeNote[];
}

/** Something that was odd about the bytes: where it is among them, and where in the text. */
export interface DecodeNote {
  readonly kind:
    /** Not UTF-8, so it was read as windows-1252; the first byte that says so. */
    | "not-utf-8"
    /** UTF-16 with an odd number of bytes; the last byte was dropped. */
    | "odd-length";
  readonly byteOffset: number;
  readonly offset: number;
}

/**
 * Turns the bytes of a MOF file into text. Windows ships UTF-16LE with a byte order
 * mark and windows-1252, everybody else UTF-8; UTF-16 without a mark is recognised by
 * its zero bytes. The byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), "utf-16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), "utf-16be", 2);
  if (hasUtf8Mark(bytes)) return decodeUtf8(bytes);
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
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(even);
  const byteOffset = skipped + even.length;
  return {
    text,
    encoding,
    notes: odd ? [{ kind: "odd-length", byteOffset, offset: text.length }] : [],
  };
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8", notes: [] };
  } catch {
    const mark = hasUtf8Mark(bytes) ? 3 : 0;
    const byteOffset = firstInvalidByte(bytes);
    return {
      text: windows1252(bytes.subarray(mark)),
      encoding: "windows-1252",
      notes: [{ kind: "not-utf-8", byteOffset, offset: byteOffset - mark }],
    };
  }
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Where the first character that is not UTF-8 begins. */
function firstInvalidByte(bytes: Uint8Array): number {
  // The longest beginning without a contradiction; a character may be incomplete at its end.
  let [valid, invalid] = [0, bytes.length + 1];
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    if (textOf(bytes, middle) === undefined) invalid = middle;
    else valid = middle;
  }
  return Buffer.byteLength(textOf(bytes, valid) ?? "");
}

/** The whole characters of a beginning, when it can be one of UTF-8. */
function textOf(bytes: Uint8Array, length: number): string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

/** Windows-1252 where it differs from Latin-1, from 0x80 on; a blank stands for no character. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Some versions of Node read windows-1252 as Latin-1, so the difference is made up here. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes).replace(/[\u0080-\u009F]/g, (control) => {
    const character = WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? " ";
    return character === " " ? control : character;
  });
}

/** MOF begins with ASCII (a comment, a pragma, a bracket), so every second byte is zero in UTF-16. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 4) return undefined;
  const [first, second, third, fourth] = bytes;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return "utf-16be";
  return undefined;
}
