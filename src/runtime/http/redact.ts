/** Keeps credentials out of what a server's answer puts into an error. */

const mark = "[redacted]";
/** Shorter texts stand in every second sentence by chance. */
const leastLength = 4;
/** A secret's beginning tells as much, and long messages are cut somewhere. */
const tellingLength = 8;

/**
 * Hides the value of `Authorization` headers, the token in them, and a Basic
 * token's password, also as JSON or a URL spells them.
 *
 * @param text - What a server may have had a hand in.
 * @param headers - The values that the server was sent.
 */
export function redact(text: string, headers: Iterable<string>): string {
  let hidden = text;
  for (const header of headers) {
    const token = header.slice(header.indexOf(" ") + 1);
    for (const spelling of spellings(header)) hidden = hidden.replaceAll(spelling, mark);
    for (const secret of [token, ...passwordOf(header, token)]) {
      for (const spelling of spellings(secret)) hidden = hideAsFarAsThere(hidden, spelling);
    }
  }
  return hidden;
}

function passwordOf(header: string, token: string): readonly string[] {
  if (!/^basic /i.test(header)) return [];
  const pair = Buffer.from(token, "base64").toString("utf8");
  return [pair.slice(pair.indexOf(":") + 1)];
}

function spellings(text: string): readonly string[] {
  // Half a surrogate pair would make the URL's encoding throw.
  const secret = Buffer.from(text, "utf8").toString("utf8");
  const all = [
    secret,
    // Reasons of faults are shown with single spaces.
    secret.replace(/\s+/g, " ").trim(),
    JSON.stringify(secret).slice(1, -1),
    encodeURI(secret),
    encodeURIComponent(secret),
  ];
  // The longest first: what is left of a longer one should not tell that there was one.
  return [...new Set(all)]
    .filter(({ length }) => length >= leastLength)
    .sort((one, other) => other.length - one.length);
}

function hideAsFarAsThere(text: string, secret: string): string {
  const start = secret.slice(0, tellingLength);
  const rest = secret.slice(tellingLength);
  const [before = "", ...parts] = text.split(start);
  return parts.reduce((done, part) => {
    let end = 0;
    while (end < rest.length && part[end] === rest[end]) end++;
    return `${done}${mark}${part.slice(end)}`;
  }, before);
}
