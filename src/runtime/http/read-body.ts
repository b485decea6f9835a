/** The body of an answer → text, whole or as it arrives. */
import { TextDecoder } from "node:util";
import { CimError } from "../error.ts";
import type { HttpResponse } from "./post.ts";

/**
 * The text of an answer in pieces, without blanks before it: some servers begin with an empty line,
 * which XML does not allow before its declaration.
 *
 * @param response - The answer.
 * @throws CimError `"protocol"` when it is not in the encoding that it states, and those of reading.
 */
export async function* readText(response: HttpResponse): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined;
  let hasBegun = false;
  let isWhole = false;
  let begun: Uint8Array | undefined;
  for await (const next of response.body) {
    const piece = begun === undefined ? next : Buffer.concat([begun, next]);
    // A byte order mark may come in two pieces.
    begun = decoder === undefined && piece.length < 2 && !response.isTaken() ? piece : undefined;
    if (begun !== undefined) continue;
    decoder ??= decoderFor(piece, response.contentType);
    isWhole = response.isTaken();
    // Node decodes what is whole faster, and without an object that lives on in the machine.
    const text = decode(decoder, piece, !isWhole);
    const own: string = hasBegun ? text : text.trimStart();
    hasBegun ||= own !== "";
    if (own !== "") yield own;
  }
  if (begun !== undefined) decoder = decoderFor(begun, response.contentType);
  const rest = decoder === undefined || isWhole ? "" : decode(decoder, begun, false);
  if (rest !== "") yield rest;
}

/**
 * Reads an answer to its end, so that its connection can be used again.
 *
 * @param response - The answer; nothing of it is kept.
 */
export async function discard(response: HttpResponse): Promise<void> {
  for await (const _ of response.body);
}

/** By the byte order mark, or the charset that the content type states; UTF-8 otherwise. */
function decoderFor(first: Uint8Array, contentType: string): TextDecoder {
  const stated = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? "utf-8";
  const [one, other] = first;
  if (one === 0xff && other === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (one === 0xfe && other === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  const charset = charsets.get(stated) ?? "utf-8";
  // Some stacks state Latin-1 of everything, and the document knows better.
  const isLabel = charset === "windows-1252" && utf8Declared.test(beginningOf(first));
  return new TextDecoder(isLabel ? "utf-8" : charset, { fatal: true });
}

const utf8Declared = /^[^<]{0,8}<\?xml[^>]{0,100}encoding\s*=\s*["']utf-8["']/i;

function beginningOf(first: Uint8Array): string {
  return Buffer.from(first.buffer, first.byteOffset, Math.min(first.length, 200)).toString(
    "latin1",
  );
}

/** What servers state beside UTF-8. */
const charsets: ReadonlyMap<string, string> = new Map([
  ["utf-16", "utf-16le"],
  ["utf-16le", "utf-16le"],
  ["utf-16be", "utf-16be"],
  ["iso-8859-1", "windows-1252"],
  ["windows-1252", "windows-1252"],
]);

function decode(decoder: TextDecoder, piece: Uint8Array | undefined, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream });
  } catch (cause) {
    throw new CimError("protocol", `the answer is not ${decoder.encoding.toUpperCase()}`, {
      cause,
    });
  }
}
