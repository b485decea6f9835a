import { hasErrors, type Outcome, setSeverities } from "../diagnostics/index.ts";
import { type Schema, selectClasses, type SelectedSchema, type Selection } from "../model/index.ts";
import type { Host } from "../parse/index.ts";
import { readSchema, type SchemaOptions } from "./read-schema.ts";

/** The wanted part of a schema, and the schema. */
export interface ReadSelection extends SelectedSchema {
  readonly whole: Schema;
}

/**
 * Reads MOF files and selects classes of what they mean. Where the sources have errors nothing
 * is selected: what is missing may stand in what could not be understood.
 */
export async function readSelection(
  options: SchemaOptions & Selection,
  host?: Host,
): Promise<Outcome<ReadSelection>> {
  const read = await readSchema(options, host);
  const { schema: whole } = read.value;
  if (hasErrors(read.diagnostics)) {
    return { value: { schema: whole, reasons: [], whole }, diagnostics: read.diagnostics };
  }
  const selected = selectClasses(whole, options);
  return {
    value: { ...selected.value, whole },
    diagnostics: [...read.diagnostics, ...setSeverities(selected.diagnostics, options)],
  };
}
