import { generate, type GenerateOptions } from "../codegen/index.ts";
import { hasErrors, setSeverities, type Outcome } from "../diagnostics/index.ts";
import { nodeHost } from "./host.ts";
import { readSchema, type SchemaOptions } from "./read-schema.ts";
import { updateOutput, type OutputReport } from "./update-output.ts";

/** From which sources, how, and into which folder. */
export interface GenerateFolderOptions extends SchemaOptions, GenerateOptions {
  /** The output folder; it is made when it is missing. */
  readonly out: string;
  /** Write nothing, and report as an error what would change. */
  readonly check?: boolean;
}

/** What a whole build did. */
export interface GenerateFolderReport extends Omit<OutputReport, "result"> {
  /** As of the output, or `invalid`: the sources have errors, so the output was not looked at. */
  readonly result: OutputReport["result"] | "invalid";
  /** How many classes the sources declare. */
  readonly classes: number;
  /** The output folder as people see it. */
  readonly folder: string;
}

/**
 * Generates TypeScript from MOF files into a folder: all of it, or with any error nothing.
 * Files of an earlier run that are no longer generated are removed.
 */
export function generateFolder(options: GenerateFolderOptions): Outcome<GenerateFolderReport> {
  const host = nodeHost(options.workingFolder ?? ".");
  const folder = {
    path: host.resolve(".", options.out),
    display: (path: string) => host.display(path),
  };
  const shown = host.display(options.out);
  const read = readSchema(options, host);
  const generated = hasErrors(read.diagnostics)
    ? { value: [], diagnostics: [] }
    : generate(read.value.schema, options);
  const soFar = [...read.diagnostics, ...setSeverities(generated.diagnostics, options)];
  const about = { classes: read.value.schema.classes.length, folder: shown };
  if (hasErrors(soFar)) return { value: { ...untouched, ...about }, diagnostics: soFar };
  const updated = updateOutput(generated.value, folder, options);
  return {
    value: { ...updated.value, ...about },
    diagnostics: [...soFar, ...setSeverities(updated.diagnostics, options)],
  };
}

const untouched: Omit<GenerateFolderReport, "classes" | "folder"> = {
  result: "invalid",
  created: [],
  updated: [],
  unchanged: [],
  removed: [],
  kept: [],
};
