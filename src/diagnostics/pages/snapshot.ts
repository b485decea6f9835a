import type { SnapshotSentences } from "../catalogue/snapshot.ts";
import type { Pages } from "./page.ts";

export const snapshotPages: Pages<SnapshotSentences> = {};
