import type { Code } from "../diagnostics/index.ts";

/** What is looked for in a folder. */
export interface Wanted {
  /** Endings of names, in lower case; what has one of the first counts, then the next. */
  readonly endings: readonly (readonly string[])[];
  /** What is said when there is nothing. */
  readonly empty: Extract<Code, "no-mof-files" | "no-pages" | "no-overlays">;
}

const PAGE_ENDINGS: readonly string[] = [".md", ".markdown"];

/**
 * Amendments are read with the files that they amend; where there are none, they are meant
 * themselves. Among MOF, Markdown is about the files, not about classes.
 */
export const SOURCES: Wanted = {
  endings: [[".mof"], [".mfl"], PAGE_ENDINGS],
  empty: "no-mof-files",
};

export const PAGES: Wanted = { endings: [PAGE_ENDINGS], empty: "no-pages" };

export const OVERLAYS: Wanted = {
  endings: [[".overlay.json", ".overlay.yaml", ".overlay.yml"]],
  empty: "no-overlays",
};
