import type { Templates } from "./templates/templates.ts";

/** What `generate` may be told. */
export interface GenerateOptions {
  /** What stands behind a path in generated imports; `.js` unless stated. */
  readonly importExtension?: "js" | "ts" | "none";
  /**
   * `class` gives each class a file of its own in the folder of its namespace, which is what
   * type-checks fastest, `single` one file for all; `class` unless stated.
   */
  readonly layout?: "class" | "single";
  /** What generated code imports the runtime from; `package` unless stated. */
  readonly runtime?: RuntimeChoice;
  /** What lays out the text, from `compileTemplates`; our own templates unless stated. */
  readonly templates?: Templates;
}

/**
 * Where the runtime of generated code is:
 *
 * - `package`: in `mof-codegen/runtime`, which has to be installed
 * - `bundled`: beside the generated code, as files of its own in the folder `runtime`; nothing
 *   has to be installed
 * - `module`: in the module of this name or path, which exports what `mof-codegen/runtime` does
 */
export type RuntimeChoice = "package" | "bundled" | { readonly module: string };

/** A file to be, its path relative to the output folder with forward slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
