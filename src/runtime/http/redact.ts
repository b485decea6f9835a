/** Keeps credentials out of what a server's answer puts into an error. */
import { hider, redacted, spellings } from "../hide.ts";

/**
 * Hides the value of `Authorization` headers, the token in them, and a Basic
 * token's password; tokens in lower case, too, as names of schemes are shown.
 *
 * @param headers - The values that the server was sent.
 * @returns Hides them in a text that a server may have had a hand in.
 */
export function redactor(headers: Iterable<string>): (text: string) => string {
  const all = [...headers];
  const tokens = all.map((header) => header.slice(header.indexOf(" ") + 1));
  // Whole, not by their beginnings: those are names of schemes and of parameters.
  const whole = [...all, ...tokens].flatMap(spellings);
  const hide = hider([
    ...tokens.filter(isOneWord).flatMap((token) => [token, token.toLowerCase()]),
    ...all.flatMap(passwordOf),
  ]);
  return (text) => hide(whole.reduce((shown, each) => shown.replaceAll(each, redacted), text));
}

/** Not a list of parameters, as Digest has. */
function isOneWord(token: string): boolean {
  return /^[\w.~+/=-]+$/.test(token);
}

function passwordOf(header: string): readonly string[] {
  if (!/^basic /i.test(header)) return [];
  const pair = Buffer.from(header.slice(6), "base64").toString("utf8");
  return [pair.slice(pair.indexOf(":") + 1)];
}
