/** Windows' numbers for the languages that amendments come in (MS-LCID 2.2). */
const LOCALES: ReadonlyMap<string, number> = new Map([
  ["ar", 0x401],
  ["cs", 0x405],
  ["da", 0x406],
  ["de", 0x407],
  ["el", 0x408],
  ["en", 0x409],
  ["es", 0xc0a],
  ["fi", 0x40b],
  ["fr", 0x40c],
  ["he", 0x40d],
  ["hu", 0x40e],
  ["it", 0x410],
  ["ja", 0x411],
  ["ko", 0x412],
  ["nl", 0x413],
  ["nb", 0x414],
  ["pl", 0x415],
  ["pt", 0x816],
  ["pt-br", 0x416],
  ["ru", 0x419],
  ["sv", 0x41d],
  ["th", 0x41e],
  ["tr", 0x41f],
  ["zh", 0x804],
  ["zh-tw", 0x404],
]);

/** The locale of amendments when none is asked for. */
export const ENGLISH = 0x409;

/**
 * The number of a locale.
 *
 * @param text - `en-US`, `es`, or the number in hexadecimal as in `ms_409`: `409`, `0x409`
 * @returns `undefined` when the text names no locale that is known
 */
export function localeNumber(text: string): number | undefined {
  const digits = /^(?:0x|ms_)?([0-9][0-9a-f]{2,3}|c0a)$/i.exec(text)?.[1];
  if (digits !== undefined) return Number.parseInt(digits, 16);
  const tag = text.toLowerCase();
  return LOCALES.get(tag) ?? LOCALES.get(tag.split("-")[0] ?? "");
}

/** The language of a locale without its country: the low ten bits of its number (MS-LCID 2.2). */
export function languageOf(locale: number): number {
  return locale & 0x3ff;
}
