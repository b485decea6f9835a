/** Hiding a secret in whatever spelling a server quotes it. */

/** What stands in place of a secret. */
export const redacted = "[redacted]";

/** A secret's beginning tells as much, and long messages are cut somewhere. */
const tellingLength = 8;
/** From so many characters on a secret is hidden within words as well. */
const leastLength = 4;

/**
 * Hides secrets in a text, also as JSON, XML or a URL spells them, and where only their beginning
 * is left. Short ones are hidden where they stand alone.
 *
 * @param secrets - What must not be seen.
 * @returns Hides them in a text that a server may have had a hand in.
 */
export function hider(secrets: Iterable<string>): (text: string) => string {
  // The longest first: what is left of a longer one should not tell that there was one.
  const all = [...new Set([...new Set(secrets)].flatMap(spellings))]
    .filter((secret) => secret.trim() !== "")
    .sort((one, other) => other.length - one.length);
  const long = all.filter(({ length }) => length >= leastLength);
  const short = all.filter(({ length }) => length < leastLength);
  return (text) => {
    const hidden = long.reduce((shown, secret) => shown.replaceAll(secret, redacted), text);
    return short.reduce(hideAlone, long.reduce(hideAsFarAsThere, hidden));
  };
}

/** Between letters or digits a short one stands by chance, as in every second sentence. */
function hideAlone(text: string, secret: string): string {
  const literal = secret.replace(/[^\p{L}\p{N}]/gu, (character) => `\\u{${hexOf(character)}}`);
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu"),
    redacted,
  );
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
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
    secret.replace(/[\s\p{Cc}]+/gu, " ").trim(),
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
