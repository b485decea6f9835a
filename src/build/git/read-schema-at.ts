import { resolve } from "node:path";
import type { Outcome } from "../../diagnostics/index.ts";
import type { Host } from "../../parse/index.ts";
import { hostOver } from "../host.ts";
import { type ReadSchema, readSchema, type SchemaOptions } from "../read-schema.ts";
import { openCheckout } from "./checkout.ts";
import { findCommit } from "./find-commit.ts";
import { inputsAt } from "./inputs-at.ts";
import { openRepository } from "./repository.ts";
import { RevisionFiles } from "./revision-files.ts";
import { shown } from "./shown.ts";
import type { WantedRevision } from "./wanted-revision.ts";

/** Which commit is read, and how. */
export interface ReadSchemaAtOptions extends WantedRevision {
  /** Whether sources that the commit does not have count as none; otherwise they are an error. */
  readonly allowNewSources?: boolean;
}

/**
 * Reads sources as they were in a git revision, with all that they include. Nothing is checked
 * out: git is asked for the files of the commit, and what lies outside of the repository is
 * read as it is.
 *
 * @throws RevisionError when there is no such revision, or git cannot give it
 */
export async function readSchemaAt(
  options: SchemaOptions,
  at: ReadSchemaAtOptions,
): Promise<Outcome<ReadSchema & { readonly commit: string }>> {
  const workingFolder = resolve(options.workingFolder ?? ".");
  const repository = openRepository(workingFolder);
  const commit = findCommit(repository, at);
  const checkout = openCheckout(repository.top, commit, repository.git);
  const files = new RevisionFiles(checkout);
  const host = revisionHost(files, workingFolder);
  const name = at.mergeBase
    ? `the merge base of ${shown(at.revision)} and HEAD`
    : shown(at.revision);
  const revision = { name, checkout, files, host };
  const inputs = inputsAt(options, revision, at.allowNewSources ?? false);
  const { value, diagnostics } = await readSchema(inputs, host);
  return { value: { ...value, commit }, diagnostics };
}

/** A host over a commit, which learns early which files will be read. */
function revisionHost(files: RevisionFiles, workingFolder: string): Host {
  const host = hostOver(files, workingFolder);
  const expecting = (paths: readonly string[]): readonly string[] => {
    files.expect(paths);
    return paths;
  };
  return {
    ...host,
    filesBelow: (folder, endings) => expecting(host.filesBelow(folder, endings)),
    filesMatching: (pattern) => expecting(host.filesMatching(pattern)),
    entriesIn: (folder) => {
      const entries = host.entriesIn(folder);
      // The texts of other files in a folder are read without being asked for.
      const texts = entries.filter(({ name }) => /\.mfl$/i.test(name));
      files.expect(texts.map(({ name }) => resolve(workingFolder, folder, name)));
      return entries;
    },
  };
}
