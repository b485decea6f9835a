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
  for await (const piece of response.body) {
    decoder ??= decoderFor(piece, response.contentType);
    isWhole = response.isTaken();
    // Node decodes what is whole faster, and without an object that lives on in the machine.
    const text = decode(decoder, piece, !isWhole);
    const own: string = hasBegun ? text : text.trimStart();
    hasBegun ||= own !== "";
    if (own !== "") yield own;
  }
  const rest = decoder === undefined || isWhole ? "" : decode(decoder, undefined, false);
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

/** By the charset that the content type or a byte order mark states; UTF-8 otherwise. */
function decoderFor(first: Uint8Array, contentType: string): TextDecoder {
  const stated = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? "utf-8";
  const [one, other] = first;
  const isWide = (one === 0xff && other === 0xfe) || stated === "utf-16" || stated === "utf-16le";
  return new TextDecoder(isWide ? "utf-16le" : "utf-8", { fatal: true });
}

function decode(decoder: TextDecoder, piece: Uint8Array | undefined, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream });
  } catch (cause) {
    throw new CimError("protocol", `the answer is not ${decoder.encoding.toUpperCase()}`, {
      cause,
    });
  }
}
