/** Addresses of the web: what editors make a link of. */

/** The source of what matches an address, without the punctuation behind it. */
export const ADDRESS: string = [
  String.raw`(?:(?:https?|ftp):\/\/|www\.)[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?`,
  String.raw`(?:[:/?#][\w\-.~:/?#@!$&()+,;=%]*[A-Za-z0-9/#=%]|\/)?`,
].join("");

/** What renderers leave out of a link at its end: anything else behind it would become part of it. */
const BEHIND = /[.,;:!?)'"]*(?:\s|$)/y;

/** What would mean something where a bare address is not known to be one. */
const ACTIVE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|[~@]|&\w+;/;

/**
 * An address as a link: bare if that is enough for a renderer to see where it ends.
 *
 * @param end - where the address ends in the text
 * @returns nothing if it cannot be a link, because it states no scheme
 */
export function addressLink(address: string, text: string, end: number): string | undefined {
  BEHIND.lastIndex = end;
  if (BEHIND.test(text) && !ACTIVE.test(address)) return address;
  return /^[a-z]+:\/\//i.test(address) ? `<${address}>` : undefined;
}

/** An address as the target of a link, if it can be one. */
export function safeTarget(address: string): string | undefined {
  if (!/^[!-~]+$/.test(address) || /[\\<>`{}|^]/.test(address)) return undefined;
  return address.replace(/[()*_~]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
