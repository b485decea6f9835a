import type { BuildSentences } from "../catalogue/build.ts";
import type { Pages } from "./page.ts";

export const buildPages: Pages<BuildSentences> = {};
