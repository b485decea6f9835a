/** How the bytes of a file were understood. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "windows-1252";

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
    | "odd-length"
    /** UTF-16 with a byte 0D before every byte 0A; all of those were dropped, here the first. */
    | "mangled-line-ends"
    /** UTF-16 with bytes that belong to no character; all of those were dropped, here the first. */
    | "stray-byte"
    /** UTF-32, which no compiler of MOF reads. */
    | "utf-32"
    /** The first U+0000 of the text. */
    | "null-character";
  readonly byteOffset: number;
  readonly offset: number;
}
