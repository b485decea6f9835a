import type { MofSet } from "../ast/index.ts";
import { adjust, hasErrors, type Outcome, type SeverityOptions } from "../diagnostics/index.ts";
import { resolve, type ResolveOptions, type Schema } from "../model/index.ts";
import type { Host } from "../parse/index.ts";
import type { Source } from "../source/index.ts";
import { nodeHost } from "./host.ts";
import { loadSources, type SourceOptions } from "./load-sources.ts";
import { withoutCascades } from "./without-cascades.ts";

/** Where a schema comes from. */
export interface SchemaOptions extends SourceOptions, ResolveOptions, SeverityOptions {
  /** What relative paths start from; the folder that the process runs in unless stated. */
  readonly workingFolder?: string;
}

/** A schema and how many files it was read from, included ones too. */
export interface ReadSchema {
  readonly schema: Schema;
  readonly files: number;
}

/** Reads files and what they include, without asking what they mean. */
export async function readDocuments(
  options: SchemaOptions,
  host: Host = hostOf(options),
): Promise<Outcome<MofSet>> {
  const { value, diagnostics } = await loadSources(options, host);
  const findings = { diagnostics, sources: sourcesOf(value), complete: false };
  return { value, diagnostics: adjust(findings, options) };
}

/**
 * Reads sources and finds out what they mean. With errors the schema holds what could be
 * understood.
 */
export async function readSchema(
  options: SchemaOptions,
  host: Host = hostOf(options),
): Promise<Outcome<ReadSchema>> {
  const loaded = await loadSources(options, host);
  const sources = sourcesOf(loaded.value);
  const resolved = resolve(loaded.value, options);
  const meaning = withoutCascades(resolved.diagnostics, loaded.diagnostics);
  const diagnostics = [...loaded.diagnostics, ...meaning];
  const complete = !hasErrors(loaded.diagnostics);
  return {
    value: { schema: resolved.value, files: filesIn(loaded.value) },
    diagnostics: adjust({ diagnostics, sources, complete }, options),
  };
}

function hostOf({ workingFolder = "." }: SchemaOptions): Host {
  return nodeHost(workingFolder);
}

function filesIn({ roots, includes, documentation = [], overlays = [] }: MofSet): number {
  return roots.length + includes.size + documentation.length + overlays.length;
}

/** The texts in which comments say what is not to be reported. */
function sourcesOf({ roots, includes }: MofSet): readonly Source[] {
  return [...roots, ...includes.values()].filter(({ page }) => !page).map(({ source }) => source);
}
