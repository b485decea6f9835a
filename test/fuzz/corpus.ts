/** Real texts to change: all fixtures, and the collection beside the checkout where there is one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../src/source/index.ts";

/** Larger ones take long and break nothing that others do not. */
const LARGEST = 200_000;

/** Of a large collection some files are enough: they are much alike. */
const MOST_FILES = 400;

/**
 * The same texts in the same order each time.
 *
 * @param root - the folder of the project
 * @param isWide - whether the collection beside the checkout is wanted as well
 */
export function corpus(root: string, isWide: boolean): readonly string[] {
  const beside = join(root, "../shared/data/mof");
  const folders = [join(root, "fixtures"), join(root, "test/regressions")];
  if (isWide && existsSync(beside)) folders.push(beside);
  return folders.flatMap(textsBelow);
}

function textsBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:mof|mfl)$/i.test(path))
    .sort();
  const step = Math.ceil(files.length / MOST_FILES);
  return files
    .filter((_, index) => index % step === 0)
    .map((path) => readFileSync(join(folder, path)))
    .filter((bytes) => bytes.length > 0 && bytes.length < LARGEST)
    .map((bytes) => decode(bytes).text);
}
