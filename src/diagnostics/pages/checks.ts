import type { CheckSentences } from "../catalogue/checks.ts";
import type { Pages } from "./page.ts";

export const checkPages: Pages<CheckSentences> = {};
