import { ENGLISH, languageOf } from "../source/index.ts";
import type { Folders } from "./folders.ts";
import type { Host } from "./host.ts";

/**
 * The files with the text of `X.mof`: `X.mfl` beside it, and in the folders of the wanted
 * language and of English below; when there is none of them, that of any other language.
 *
 * @param locale - the language that is wanted, as a number
 */
export function findCompanions(
  path: string,
  host: Host,
  folders: Folders,
  locale: number = ENGLISH,
): readonly string[] {
  const name = host.nameOf(path);
  if (!/\.mof$/i.test(name)) return [];
  const home = host.folderOf(path);
  const { hasTexts, locales } = folders.open(home);
  if (!hasTexts && locales.length === 0) return [];
  const wanted = `${name.slice(0, -".mof".length)}.mfl`;
  const fileIn = (folder: string): string | undefined => {
    const files = folders
      .open(folder)
      .named(wanted)
      .filter(({ kind }) => kind === "file");
    const file = files.find((each) => each.name === wanted) ?? files[0];
    return file && host.resolve(folder, file.name);
  };
  const translated = locales.flatMap(({ name: folder, number }) => {
    const file = fileIn(host.resolve(home, folder));
    return file === undefined ? [] : [{ file, number }];
  });
  const chosen = [fileIn(home), bestFor(locale, translated), bestFor(ENGLISH, translated)].filter(
    (file) => file !== undefined,
  );
  const [other] = translated;
  return chosen.length === 0 && other ? [other.file] : [...new Set(chosen)];
}

/** A file, and the language of the folder it is in. */
interface Translated {
  readonly file: string;
  readonly number: number;
}

/** The locale itself before its language elsewhere: Swiss German text is German. */
function bestFor(locale: number, translated: readonly Translated[]): string | undefined {
  const exact = translated.find(({ number }) => number === locale);
  const related = translated.find(({ number }) => languageOf(number) === languageOf(locale));
  return (exact ?? related)?.file;
}
