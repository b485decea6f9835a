/** Which amendments of a class count. */
import { ENGLISH, languageOf } from "../source/index.ts";
import type { DeclaredClass } from "./declared.ts";

const NO_AMENDMENTS: readonly DeclaredClass[] = [];

/**
 * The amendments to merge, the most wanted last: English first, so that nothing is left
 * without a text, then those of the same language, then those of the locale itself. Where
 * there is none of them, those of the locale that comes first.
 */
export function amendmentsFor(
  locale: number,
  all: readonly DeclaredClass[],
): readonly DeclaredClass[] {
  if (all.length === 0) return NO_AMENDMENTS;
  const wanted = all
    .map((amendment) => ({ amendment, rank: rankOf(amendment.locale, locale) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ amendment }) => amendment);
  return wanted.length > 0 ? wanted : all.filter((each) => each.locale === all[0]?.locale);
}

function rankOf(locale: number | undefined, wanted: number): number {
  if (locale === wanted) return 4;
  if (locale !== undefined && languageOf(locale) === languageOf(wanted)) return 3;
  if (locale === ENGLISH) return 2;
  return locale !== undefined && languageOf(locale) === languageOf(ENGLISH) ? 1 : 0;
}
