import type { MofSet } from "../ast/index.ts";
import { hasErrors, type Outcome } from "../diagnostics/index.ts";
import { resolve, type ResolveOptions, type Schema } from "../model/index.ts";
import { load, type Host, type LoadOptions } from "../parse/index.ts";
import { nodeHost } from "./host.ts";
import { readDocument } from "./read-document.ts";

/** Where a schema comes from. */
export interface SchemaOptions extends LoadOptions, ResolveOptions {
  /** MOF files, snapshots (`*.json`), and folders that are searched for MOF files. */
  readonly sources: readonly string[];
  /** What relative paths start from; the folder that the process runs in unless stated. */
  readonly workingFolder?: string;
}

/** A schema and how many files it was read from, included ones too. */
export interface ReadSchema {
  readonly schema: Schema;
  readonly files: number;
}

/** Reads files and what they include, without asking what they mean. */
export function readDocuments(
  options: SchemaOptions,
  host: Host = nodeHost(options.workingFolder ?? "."),
): Outcome<MofSet> {
  return load(options.sources, host, { read: readDocument, ...options });
}

/** Reads MOF files and finds out what they mean. */
export function readSchema(options: SchemaOptions, host?: Host): Outcome<ReadSchema> {
  const loaded = readDocuments(options, host);
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
