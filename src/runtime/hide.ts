/** Hiding a secret in whatever spelling a server quotes it. */

/** What stands in place of a secret. */
export const redacted = "[redacted]";

/** A secret's beginning tells as much, and long messages are cut somewhere. */
const tellingLength = 8;

/**
 * Hides secrets in a text, also as JSON, XML or a URL spells them, and where only their beginning
 * is left.
 *
 * @param text - What a server may have had a hand in.
 * @param secrets - What must not be seen.
 * @param leastLength - Shorter ones stay: they stand in every second sentence by chance.
 */
export function hide(text: string, secrets: Iterable<string>, leastLength: number): string {
  // The longest first: what is left of a longer one should not tell that there was one.
  const all = [...new Set([...secrets].flatMap(spellings))]
    .filter(({ length }) => length >= leastLength)
    .sort((one, other) => other.length - one.length);
  const hidden = all.reduce((shown, secret) => shown.replaceAll(secret, redacted), text);
  return all.reduce(hideAsFarAsThere, hidden);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * A secret as it is, and as JSON, XML and URLs spell it.
 *
 * @param text - The secret.
 */
export function spellings(text: string): readonly string[] {
  // Half a surrogate pair would make the URL's encoding throw.
  const secret = Buffer.from(text, "utf8").toString("utf8");
  const escaped = (special: RegExp): string =>
    secret.replace(special, (character) => entities[character] ?? character);
  return [
    secret,
    // Reasons of faults are shown with single spaces.
    secret.replace(/\s+/g, " ").trim(),
    JSON.stringify(secret).slice(1, -1),
    encodeURI(secret),
    encodeURIComponent(secret),
    // A request that is quoted as it was sent, or as others write it.
    escaped(/[&<>]/g),
    escaped(/[&<>"]/g),
    escaped(/[&<>"']/g),
  ];
}

function hideAsFarAsThere(text: string, secret: string): string {
  const start = secret.slice(0, tellingLength);
  const rest = secret.slice(tellingLength);
  const [before = "", ...parts] = text.split(start);
  return parts.reduce((done, part) => {
    let end = 0;
    while (end < rest.length && part[end] === rest[end]) end++;
    return `${done}${redacted}${part.slice(end)}`;
  }, before);
}
