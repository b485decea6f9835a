import { join } from "node:path";
import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import { offsetAt, type Source } from "../../source/index.ts";
import type { OutputFolder } from "../plan.ts";
import type { FoundConfiguration } from "./find-configuration.ts";
import { firstLine } from "./first-line.ts";
import type { Prettier } from "./load-prettier.ts";
import { isUnusual } from "./usual-style.ts";

/** By what files are formatted. */
export interface Formatting {
  readonly prettier: Prettier;
  readonly found: FoundConfiguration;
  readonly folder: OutputFolder;
  /** Whether the text was laid out by our own templates, as Prettier does by default. */
  readonly usual: boolean;
}

/**
 * Formats the text of a file of the output folder.
 *
 * @returns the text, or why there is none
 */
export async function format(
  path: string,
  text: string,
  { prettier, found, folder, usual }: Formatting,
): Promise<string | Diagnostic> {
  const absolute = join(folder.path, path);
  let options;
  try {
    options = await prettier.resolveConfig(absolute, { editorconfig: true });
    if (!options || (usual && !isUnusual(options))) return text;
    if (await isIgnored(absolute, found, prettier)) return text;
  } catch (error) {
    const shown = found.file === undefined ? ".editorconfig" : folder.display(found.file);
    return diagnose("prettier-configuration", { path: shown, reason: firstLine(error) });
  }
  try {
    return await prettier.format(text, { ...options, filepath: absolute });
  } catch (error) {
    return notFormatted(error, { name: folder.display(absolute), text });
  }
}

async function isIgnored(
  path: string,
  { ignoreFile }: FoundConfiguration,
  prettier: Prettier,
): Promise<boolean> {
  if (ignoreFile === undefined) return false;
  const options = { ignorePath: ignoreFile, resolveConfig: false };
  return (await prettier.getFileInfo(path, options)).ignored;
}

/** Prettier tells where a text is no TypeScript. */
function notFormatted(error: unknown, source: Source): Diagnostic {
  const reason = firstLine(error).replace(/ \(\d+:\d+\)$/, "");
  const parameters = { path: source.name, reason };
  const place = placeOf(error);
  if (!place) return diagnose("prettier-failed", parameters);
  const start = offsetAt(source, place);
  return diagnose("prettier-failed", parameters, { source, span: { start, end: start } });
}

function placeOf(error: unknown): { readonly line: number; readonly column: number } | undefined {
  // As: what is not there, or is no number, is looked at below.
  const { loc } = error as { readonly loc?: { readonly start?: unknown } };
  const start = loc?.start as { readonly line?: unknown; readonly column?: unknown } | undefined;
  const { line, column } = start ?? {};
  return typeof line === "number" && typeof column === "number" ? { line, column } : undefined;
}
