import { hasErrors, type Outcome } from "../diagnostics/index.ts";
import { resolve, type ResolveOptions, type Schema } from "../model/index.ts";
import { load, type Host, type LoadOptions } from "../parse/index.ts";
import { nodeHost } from "./host.ts";

/** Where a schema comes from. */
export interface SchemaOptions extends LoadOptions, ResolveOptions {
  /** MOF files, and folders that are searched for them. */
  readonly sources: readonly string[];
  /** What relative paths start from; the folder that the process runs in unless stated. */
  readonly workingFolder?: string;
}

/** A schema and how many files it was read from, included ones too. */
export interface ReadSchema {
  readonly schema: Schema;
  readonly files: number;
}

/** Reads MOF files and finds out what they mean. */
export function readSchema(
  options: SchemaOptions,
  host: Host = nodeHost(options.workingFolder ?? "."),
): Outcome<ReadSchema> {
  const loaded = load(options.sources, host, options);
  const files = loaded.value.roots.length + loaded.value.includes.size;
  // A class that a broken file declares would be reported as unknown all over the place.
  if (hasErrors(loaded.diagnostics)) {
    return { value: { schema: empty, files }, diagnostics: loaded.diagnostics };
  }
  const resolved = resolve(loaded.value, options);
  return {
    value: { schema: resolved.value, files },
    diagnostics: [...loaded.diagnostics, ...resolved.diagnostics],
  };
}

const empty: Schema = { classes: [], instances: [], qualifierTypes: [] };
