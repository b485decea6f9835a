/** Characters that HTML has names for, as far as descriptions are known to use them. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["bull", "•"],
  ["copy", "©"],
  ["deg", "°"],
  ["gt", ">"],
  ["hellip", "…"],
  ["ldquo", "“"],
  ["lsquo", "‘"],
  ["lt", "<"],
  ["mdash", "—"],
  ["micro", "µ"],
  ["nbsp", " "],
  ["ndash", "–"],
  ["quot", '"'],
  ["rdquo", "”"],
  ["reg", "®"],
  ["rsquo", "’"],
  ["times", "×"],
  ["trade", "™"],
]);

/** Nothing that is invisible, and no half of a character. */
const VISIBLE = /^[^\p{C}\p{Z}\p{M}]$/u;

/**
 * The character that `&lt;`, `&#60;` or `&#x3C;` stands for.
 *
 * @returns `undefined` when it stands for none, or for one that is not seen
 */
export function fromEntity(entity: string): string | undefined {
  const [, hexadecimal, decimal, name = ""] =
    /^&(?:#x([\da-f]+)|#(\d+)|(\w+));$/i.exec(entity) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return NAMED.get(name);
  const code = Number(hexadecimal === undefined ? decimal : `0x${hexadecimal}`);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return VISIBLE.test(character) ? character : undefined;
}
