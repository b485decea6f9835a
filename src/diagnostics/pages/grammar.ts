import type { GrammarSentences } from "../catalogue/grammar.ts";
import type { Pages } from "./page.ts";

export const grammarPages: Pages<GrammarSentences> = {};
