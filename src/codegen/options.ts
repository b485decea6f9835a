import type { Templates } from "./templates/templates.ts";

/** What `generate` may be told. */
export interface GenerateOptions {
  /** What stands behind a path in generated imports; `.js` unless stated. */
  readonly importExtension?: "js" | "ts" | "none";
  /** What generated code imports the runtime from; `mof-codegen/runtime` unless stated. */
  readonly runtime?: string;
  /** What lays out the text, from `compileTemplates`; our own templates unless stated. */
  readonly templates?: Templates;
}

/** A file to be, its path relative to the output folder with forward slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
