import { resolve } from "node:path";
import { openCheckout } from "./checkout.ts";
import { findCommit } from "./find-commit.ts";
import { openRepository } from "./repository.ts";
import { RevisionError } from "./revision-error.ts";
import { RevisionFiles } from "./revision-files.ts";

/**
 * The text of a file as it was in a commit; `undefined` when it was not there.
 *
 * @param path - from the working folder, or absolute
 * @throws RevisionError when git cannot give it
 */
export function fileAt(workingFolder: string, commit: string, path: string): string | undefined {
  const repository = openRepository(resolve(workingFolder));
  const files = new RevisionFiles(openCheckout(repository.top, commit, repository.git));
  const file = resolve(workingFolder, path);
  if (files.lookAt(file)?.kind !== "file") return undefined;
  return Buffer.from(files.read(file)).toString("utf8");
}

/** Whether a text names a revision of the repository that a folder lies in, if it lies in one. */
export function isRevision(workingFolder: string, text: string): boolean {
  try {
    findCommit(openRepository(resolve(workingFolder)), { revision: text });
    return true;
  } catch (error) {
    if (error instanceof RevisionError) return false;
    throw error;
  }
}
