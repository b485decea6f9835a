/** What stands behind a path in generated imports. */
export type Extension = "js" | "ts" | "none";

/** As much as is of interest here of what there is to say. */
interface Finding {
  readonly code: string;
  readonly severity: string;
}

/** What became of a schema. */
export interface GeneratedSchema {
  /** Its file or folder, as the collection names it. */
  readonly name: string;
  /** Where it is in the output. */
  readonly folder: string;
  /** How many files were written; none with any error. */
  readonly files: number;
  readonly errors: readonly Finding[];
}

/** Whether the collection of real files is there, beside the repository. */
export const hasShared: boolean;

/** Makes a project in a new folder that finds the built package as an installed one. */
export function makeConsumerProject(project: string): Promise<void>;

/**
 * Generates a folder for each example of this repository. With `.js` there are, too, a
 * program that uses one of them, the recorded outputs, and all that the package declares.
 */
export function generateFixtures(out: string, importExtension: Extension): Promise<void>;

/** Generates the whole of CIM 2.41, which has to be beside the repository. */
export function generateCim(
  out: string,
  importExtension: Extension,
): Promise<{
  readonly value: {
    readonly result: string;
    readonly classes: number;
    readonly created: readonly string[];
  };
  readonly diagnostics: readonly Finding[];
}>;

/**
 * Generates a folder for each other real file beside the repository, and for folders of files
 * that belong together.
 */
export function generateSchemas(
  out: string,
  importExtension: Extension,
): Promise<GeneratedSchema[]>;
