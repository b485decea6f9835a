import { diagnose, type Outcome } from "../diagnostics/index.ts";
import { decode, type Location, type Source } from "../source/index.ts";

/**
 * The text of a file.
 *
 * @param name - the file as people know it
 * @param includedAt - where it is included, which is where to say that it cannot be read
 */
export function readText(
  name: string,
  readBytes: () => Uint8Array,
  includedAt?: Location,
): Outcome<Source | undefined> {
  let bytes;
  try {
    bytes = readBytes();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const unreadable = diagnose("file-unreadable", { path: name, reason }, includedAt);
    return { value: undefined, diagnostics: [unreadable] };
  }
  const { text, notes } = decode(bytes);
  const source = { name, text };
  const diagnostics = notes.map(({ kind, byteOffset, offset }) => {
    const location = { source, span: { start: offset, end: offset } };
    return diagnose(kind, { byteOffset }, location);
  });
  return { value: source, diagnostics };
}
