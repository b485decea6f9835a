import type { MofSet } from "../ast/index.ts";
import { adjust, hasErrors, type Outcome, type SeverityOptions } from "../diagnostics/index.ts";
import { resolve, type ResolveOptions, type Schema } from "../model/index.ts";
import { load, type Host, type LoadOptions } from "../parse/index.ts";
import type { Source } from "../source/index.ts";
import { nodeHost } from "./host.ts";
import { readDocument } from "./read-document.ts";
import { withoutCascades } from "./without-cascades.ts";

/** Where a schema comes from. */
export interface SchemaOptions extends LoadOptions, ResolveOptions, SeverityOptions {
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
export function readDocuments(options: SchemaOptions, host?: Host): Outcome<MofSet> {
  const { value, diagnostics } = loadDocuments(options, host);
  const findings = { diagnostics, sources: sourcesOf(value), complete: false };
  return { value, diagnostics: adjust(findings, options) };
}

/**
 * Reads MOF files and finds out what they mean. With errors the schema holds what could be
 * understood.
 */
export function readSchema(options: SchemaOptions, host?: Host): Outcome<ReadSchema> {
  const loaded = loadDocuments(options, host);
  const files = loaded.value.roots.length + loaded.value.includes.size;
  const sources = sourcesOf(loaded.value);
  const resolved = resolve(loaded.value, options);
  const meaning = withoutCascades(resolved.diagnostics, loaded.diagnostics);
  const diagnostics = [...loaded.diagnostics, ...meaning];
  const complete = !hasErrors(loaded.diagnostics);
  return {
    value: { schema: resolved.value, files },
    diagnostics: adjust({ diagnostics, sources, complete }, options),
  };
}

function loadDocuments(
  options: SchemaOptions,
  host: Host = nodeHost(options.workingFolder ?? "."),
): Outcome<MofSet> {
  return load(options.sources, host, { read: readDocument, ...options });
}

function sourcesOf({ roots, includes }: MofSet): readonly Source[] {
  return [...roots, ...includes.values()].map(({ source }) => source);
}
