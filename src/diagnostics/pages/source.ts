import type { SourceSentences } from "../catalogue/source.ts";
import type { Pages } from "./page.ts";

export const sourcePages: Pages<SourceSentences> = {};
