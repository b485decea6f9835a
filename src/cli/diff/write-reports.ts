import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { reasonOf } from "../../build/reason.ts";
import { suggest, visible } from "../../diagnostics/index.ts";
import type { Io } from "../io.ts";
import { diffFormats } from "../syntax/diff.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/** How a report is written. */
export type DiffFormat = (typeof diffFormats)[number];

/** A file that a report goes to. */
export interface ReportFile {
  readonly format: DiffFormat;
  readonly file: string;
}

/** What `--format` says. */
export function diffFormatOf(values: Values): DiffFormat {
  return diffFormats.find((each) => each === values.text("format")) ?? "text";
}

/**
 * The files that `--report` names.
 *
 * @throws UsageError for a format that does not exist
 */
export function reportFiles(values: Values): readonly ReportFile[] {
  return values.texts("report").map((text) => {
    const at = text.indexOf("=");
    const [word, file] = [text.slice(0, at), text.slice(at + 1)];
    const format = diffFormats.find((each) => each === word);
    if (format) return { format, file };
    const meant = suggest(word, diffFormats);
    const question = meant === undefined ? "" : `. Did you mean ${meant}?`;
    throw new UsageError(`--report names no format ${visible(word)}${question}`);
  });
}

/** Writes a report to a file, with the folders above it. @returns whether it could be written */
export function writeReport(file: string, text: string, io: Io): boolean {
  const path = resolve(io.cwd, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return true;
  } catch (error) {
    io.stderr.write(`error: ${visible(file)} cannot be written: ${reasonOf(error)}\n`);
    return false;
  }
}
