import type { SnapshotSentences } from "../catalogue/snapshot.ts";
import type { Pages } from "./page.ts";

export const snapshotPages: Pages<SnapshotSentences> = {
  "snapshot-damaged": {
    why: "A .json source has to be a schema that codegen parse printed. It was changed by hand or cut off, or is another kind of file.",
  },
  "snapshot-version": {
    why: "The form of snapshots has a version. Older ones are still read; this one was written by a later mof-codegen.",
  },
};
