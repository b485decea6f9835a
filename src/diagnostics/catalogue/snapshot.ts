/** What can be said about a schema that was written as JSON. */
import type { Catalogue, InFile } from "../sentence.ts";

export interface SnapshotSentences {
  readonly "snapshot-damaged": InFile & { readonly reason: string };
}

export const snapshotSentences: Catalogue<SnapshotSentences> = {
  "snapshot-damaged": {
    severity: "error",
    message: ({ path, reason }) => `${path} is no snapshot of a schema: ${reason}`,
    help: () => "Write it again with codegen parse --emit schema.",
  },
};
