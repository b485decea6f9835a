import { renderText, type Diagnostic } from "../diagnostics/index.ts";
import { wantsColour } from "./colour.ts";
import type { Io } from "./io.ts";
import type { Values } from "./values.ts";

/** Writes diagnostics to standard error; with `--quiet` only errors. */
export function report(diagnostics: readonly Diagnostic[], values: Values, io: Io): void {
  const wanted = values.flag("quiet")
    ? diagnostics.filter(({ severity }) => severity === "error")
    : diagnostics;
  const colour = wantsColour(io.stderr, io.env, values.flag("color"));
  // Some terminals say that they have no columns at all.
  const width = Math.max(40, io.stderr.columns || 100);
  io.stderr.write(renderText(wanted, { colour, width }));
}

/** Writes what was done to standard output, unless `--quiet` forbids it. */
export function say(text: string, values: Values, io: Io): void {
  if (!values.flag("quiet")) io.stdout.write(`${text}\n`);
}

/** `1 class`, `2 classes` */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
