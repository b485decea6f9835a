import { renderGithub, renderJson, renderText, type Diagnostic } from "../diagnostics/index.ts";
import { wantsColour } from "./colour.ts";
import type { Io, TextStream } from "./io.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Values } from "./values.ts";
import { version } from "./version.ts";

/** How a report is written: for people, or for a program. */
export type Format = "text" | "json" | "github" | "sarif";

/** What `--format` says. */
export function formatOf(values: Values): Format {
  const format = values.text("format");
  return format === "json" || format === "github" || format === "sarif" ? format : "text";
}

/**
 * Writes diagnostics; with `--quiet` only errors. Text goes to standard error.
 *
 * @param machine - where a report for a program goes: standard output, unless the command
 * has something else to write there
 */
export async function report(
  diagnostics: readonly Diagnostic[],
  values: Values,
  io: Io,
  machine: TextStream = io.stderr,
): Promise<void> {
  const wanted = values.flag("quiet")
    ? diagnostics.filter(({ severity }) => severity === "error")
    : diagnostics;
  const format = formatOf(values);
  if (format === "text") io.stderr.write(asText(wanted, values, io));
  else machine.write(await forProgram(wanted, format, values, io));
}

function asText(diagnostics: readonly Diagnostic[], values: Values, io: Io): string {
  const colour = wantsColour(io.stderr, io.env, values.flag("color"));
  // Some terminals say that they have no columns at all.
  const width = Math.max(40, io.stderr.columns || 100);
  return renderText(diagnostics, { colour, width, ...limitOf(values) });
}

async function forProgram(
  diagnostics: readonly Diagnostic[],
  format: Exclude<Format, "text">,
  values: Values,
  io: Io,
): Promise<string> {
  const limit = limitOf(values);
  const pathOf = repositoryPath(io);
  switch (format) {
    case "json":
      return renderJson(diagnostics, limit);
    case "github":
      return renderGithub(diagnostics, { ...limit, pathOf });
    case "sarif": {
      // With it come the pages of all codes.
      const { renderSarif } = await import("../diagnostics/render-sarif.ts");
      return renderSarif(diagnostics, { ...limit, pathOf, version: version() });
    }
  }
}

function limitOf(values: Values): { readonly limit?: number } {
  const limit = values.text("limit");
  if (limit === undefined) return {};
  return { limit: limit === "all" ? Infinity : Number(limit) };
}

/** Writes what was done to standard output, unless `--quiet` or a format for programs forbids it. */
export function say(text: string, values: Values, io: Io): void {
  if (!values.flag("quiet") && formatOf(values) === "text") io.stdout.write(`${text}\n`);
}

/** `1 class`, `2 classes` */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
