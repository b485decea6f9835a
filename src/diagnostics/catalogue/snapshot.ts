/** What can be said about a schema that was written as JSON. */
import type { Catalogue, InFile } from "../sentence.ts";

export interface SnapshotSentences {
  readonly "snapshot-damaged": InFile & { readonly reason: string };
  readonly "snapshot-version": { readonly version: string; readonly known: readonly string[] };
}

export const snapshotSentences: Catalogue<SnapshotSentences> = {
  "snapshot-damaged": {
    severity: "error",
    message: ({ path, reason }) => `${path} is no snapshot of a schema: ${reason}`,
    help: () => "Write it again with codegen parse --emit schema.",
  },
  "snapshot-version": {
    severity: "error",
    message: ({ version, known }) =>
      `the snapshot has version ${version}, and only ${known.join(", ")} can be read`,
    help: () => "Update mof-codegen, or write the snapshot again with this version of it.",
  },
};
