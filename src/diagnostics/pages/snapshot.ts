import type { SnapshotSentences } from "../catalogue/snapshot.ts";
import type { Pages } from "./page.ts";

export const snapshotPages: Pages<SnapshotSentences> = {
  "snapshot-damaged": {
    why: "A schema in JSON has to have the form that snapshot.schema.json describes, in every part: whatever was left out or misspelt would be missing from all that is made of it.",
  },
  "snapshot-version": {
    why: "The number tells how the rest is to be understood. Snapshots of earlier versions are read for good, those of later versions may say things that this one does not know.",
  },
};
