/** Keeps credentials out of what a server's answer puts into an error. */
import { hide, redacted, spellings } from "../hide.ts";

/**
 * Hides the value of `Authorization` headers, the token in them, and a Basic
 * token's password; tokens in lower case, too, as names of schemes are shown.
 *
 * @param text - What a server may have had a hand in.
 * @param headers - The values that the server was sent.
 */
export function redact(text: string, headers: Iterable<string>): string {
  const all = [...headers];
  // Whole, not by their beginnings: those are names of schemes.
  const hidden = all
    .flatMap(spellings)
    .reduce((shown, spelling) => shown.replaceAll(spelling, redacted), text);
  const secrets = all.flatMap((header) => {
    const token = header.slice(header.indexOf(" ") + 1);
    return [token, token.toLowerCase(), ...passwordOf(header, token)];
  });
  return hide(hidden, secrets);
}

function passwordOf(header: string, token: string): readonly string[] {
  if (!/^basic /i.test(header)) return [];
  const pair = Buffer.from(token, "base64").toString("utf8");
  return [pair.slice(pair.indexOf(":") + 1)];
}
