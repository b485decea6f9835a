import { generate, type GenerateOptions } from "../codegen/index.ts";
import { hasErrors, setSeverities, type Outcome } from "../diagnostics/index.ts";
import type { SelectedSchema, Selection } from "../model/index.ts";
import { nodeHost } from "./host.ts";
import type { SchemaOptions } from "./read-schema.ts";
import { readSelection } from "./read-selection.ts";
import { updateOutput, type OutputReport } from "./update-output.ts";

/** From which sources, for which of their classes, how, and into which folder. */
export interface GenerateFolderOptions extends SchemaOptions, Selection, GenerateOptions {
  /** The output folder; it is made when it is missing. */
  readonly out: string;
  /** Write nothing, and report as an error what would change. */
  readonly check?: boolean;
}

/** What a whole build did. */
export interface GenerateFolderReport extends Omit<OutputReport, "result"> {
  /** As of the output, or `invalid`: the sources have errors, so the output was not looked at. */
  readonly result: OutputReport["result"] | "invalid";
  /** How many classes are generated: those that are wanted, and what they need. */
  readonly classes: number;
  /** Why each of them is. */
  readonly reasons: SelectedSchema["reasons"];
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
  const selected = readSelection(options, host);
  const { schema, reasons } = selected.value;
  const about = { classes: schema.classes.length, reasons, folder: shown };
  const invalid = { ...untouched, ...about };
  if (hasErrors(selected.diagnostics)) return { value: invalid, diagnostics: selected.diagnostics };
  const generated = generate(selected.value.whole, options, schema.classes);
  const soFar = [...selected.diagnostics, ...setSeverities(generated.diagnostics, options)];
  if (hasErrors(soFar)) return { value: invalid, diagnostics: soFar };
  const updated = updateOutput(generated.value, folder, options);
  return {
    value: { ...updated.value, ...about },
    diagnostics: [...soFar, ...setSeverities(updated.diagnostics, options)],
  };
}

const untouched: Omit<GenerateFolderReport, "classes" | "reasons" | "folder"> = {
  result: "invalid",
  created: [],
  updated: [],
  unchanged: [],
  removed: [],
  kept: [],
};
