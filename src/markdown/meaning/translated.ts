import type { Page } from "../page.ts";

/**
 * Whether names and words of a page may be others than those that it was written with. Pages are
 * written in English, and most of those say nothing of it.
 */
export function isTranslated({ front: { language } }: Page): boolean {
  return language !== undefined && !/^en(?:-|$)/i.test(language);
}
