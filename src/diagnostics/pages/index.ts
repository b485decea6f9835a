/**
 * A page for every code, as data. They are long, so whoever shows one loads them when
 * they are asked for.
 */
import type { Sentences } from "../catalogue/index.ts";
import { buildPages } from "./build.ts";
import { checkPages } from "./checks.ts";
import { documentationPages } from "./documentation.ts";
import { grammarPages } from "./grammar.ts";
import { modelPages } from "./model.ts";
import { overlayPages } from "./overlay.ts";
import type { Pages } from "./page.ts";
import { selectionPages } from "./selection.ts";
import { snapshotPages } from "./snapshot.ts";
import { sourcePages } from "./source.ts";
import { suppressionPages } from "./suppressions.ts";
import { templatePages } from "./templates.ts";

export type { Page } from "./page.ts";

export const pages: Pages<Sentences> = {
  ...sourcePages,
  ...grammarPages,
  ...modelPages,
  ...checkPages,
  ...suppressionPages,
  ...snapshotPages,
  ...documentationPages,
  ...overlayPages,
  ...selectionPages,
  ...templatePages,
  ...buildPages,
};
