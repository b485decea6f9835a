import {
  explainNames,
  generate,
  type GeneratedFile,
  type GenerateOptions,
  type NameNote,
} from "../codegen/index.ts";
import { hasErrors, setSeverities, type Outcome } from "../diagnostics/index.ts";
import type { SelectedSchema, Selection } from "../model/index.ts";
import type { Host } from "../parse/index.ts";
import { nodeHost } from "./host.ts";
import type { OutputFolder } from "./plan.ts";
import { formatFiles } from "./prettier/format-files.ts";
import type { SchemaOptions } from "./read-schema.ts";
import { readSelection, type ReadSelection } from "./read-selection.ts";
import { readTemplates } from "./read-templates.ts";
import { updateOutput, type OutputReport } from "./update-output.ts";

/** From which sources, for which of their classes, how, and into which folder. */
export interface GenerateFolderOptions
  extends SchemaOptions, Selection, Omit<GenerateOptions, "templates"> {
  /** The output folder; it is made when it is missing. */
  readonly out: string;
  /** Write nothing, and report as an error what would change. */
  readonly check?: boolean;
  /** A folder with `.hbs` files that replace our own templates of the same name. */
  readonly templates?: string;
  /**
   * Whether files are formatted by the Prettier of the output folder's project, where its
   * configuration differs from Prettier's defaults; so it is unless stated.
   */
  readonly prettier?: boolean;
  /** Whether the report tells of {@link GenerateFolderReport.names}. */
  readonly explainNames?: boolean;
}

/** What a whole build did. */
export interface GenerateFolderReport extends Omit<OutputReport, "result"> {
  /**
   * As of the output, or `invalid`: there are errors in the sources, in the templates or in
   * how Prettier is set up, so the output was not looked at.
   */
  readonly result: OutputReport["result"] | "invalid";
  /** How many classes are generated: those that are wanted, and what they need. */
  readonly classes: number;
  /** Why each of them is. */
  readonly reasons: SelectedSchema["reasons"];
  /** Names that had to differ from the MOF's, when `explainNames` asks for them. */
  readonly names: readonly NameNote[];
  /** The output folder as people see it. */
  readonly folder: string;
}

/**
 * Generates TypeScript from MOF files into a folder: all of it, or with any error nothing.
 * Files of an earlier run that are no longer generated are removed.
 */
export async function generateFolder(
  options: GenerateFolderOptions,
): Promise<Outcome<GenerateFolderReport>> {
  const host = nodeHost(options.workingFolder ?? ".");
  const folder = {
    path: host.resolve(".", options.out),
    display: (path: string) => host.display(path),
  };
  const selected = await readSelection(options, host);
  const { schema, reasons, whole } = selected.value;
  const names = options.explainNames ? explainNames(whole, schema.classes, options.layout) : [];
  const about = {
    classes: schema.classes.length,
    reasons,
    names,
    folder: host.display(options.out),
  };
  const made = await makeFiles(selected, folder, options, host);
  if (hasErrors(made.diagnostics)) {
    return { value: { ...untouched, ...about }, diagnostics: made.diagnostics };
  }
  const updated = updateOutput(made.value, folder, options);
  return {
    value: { ...updated.value, ...about },
    diagnostics: [...made.diagnostics, ...setSeverities(updated.diagnostics, options)],
  };
}

/** What is to stand in the folder; with errors, nothing that counts. */
async function makeFiles(
  { value, diagnostics }: Outcome<ReadSelection>,
  folder: OutputFolder,
  options: GenerateFolderOptions,
  host: Host,
): Promise<Outcome<readonly GeneratedFile[]>> {
  const { templates: from, ...others } = options;
  const templates = from === undefined ? undefined : await readTemplates(from, host);
  const before = [...diagnostics, ...setSeverities(templates?.diagnostics ?? [], options)];
  if (hasErrors(before)) return { value: [], diagnostics: before };
  const layout = templates?.value && { templates: templates.value };
  const generated = generate(value.whole, { ...others, ...layout }, value.schema.classes);
  const after = [...before, ...setSeverities(generated.diagnostics, options)];
  if (hasErrors(after) || options.prettier === false) {
    return { value: generated.value, diagnostics: after };
  }
  const formatted = await formatFiles(generated.value, folder, !layout);
  const said = setSeverities(formatted.diagnostics, options);
  return { value: formatted.value, diagnostics: [...after, ...said] };
}

const untouched: Omit<GenerateFolderReport, "classes" | "reasons" | "names" | "folder"> = {
  result: "invalid",
  created: [],
  updated: [],
  unchanged: [],
  removed: [],
  kept: [],
};
