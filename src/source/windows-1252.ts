/** Windows-1252 where it differs from Latin-1, from 0x80 on; a blank stands for no character. */
const DIFFERENT = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The character of each byte. Some versions of Node read windows-1252 as Latin-1, so it is written out here. */
const CHARACTERS: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => {
  const character = byte < 0x80 || byte > 0x9f ? " " : (DIFFERENT[byte - 0x80] ?? " ");
  return character === " " ? byte : character.charCodeAt(0);
});

/** Bytes that are turned into text at once. */
const CHUNK = 1 << 16;

/** Every byte is a character; the five that Windows gives no meaning stay control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const chunks: string[] = [];
  const units = Buffer.alloc(2 * CHUNK);
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const chunk = bytes.subarray(from, from + CHUNK);
    for (let at = 0; at < chunk.length; at += 1) {
      const character = CHARACTERS[chunk[at] ?? 0] ?? 0;
      units[2 * at] = character & 0xff;
      units[2 * at + 1] = character >> 8;
    }
    chunks.push(units.toString("utf16le", 0, 2 * chunk.length));
  }
  return chunks.join("");
}
