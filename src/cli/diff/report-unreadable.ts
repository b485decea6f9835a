import { renderGithub, renderText, type Diagnostic } from "../../diagnostics/index.ts";
import { wantsColour } from "../colour.ts";
import type { Io } from "../io.ts";
import { repositoryPath } from "../repository-path.ts";
import type { Values } from "../values.ts";
import type { Side, Sides } from "./read-sides.ts";
import { diffFormatOf } from "./write-reports.ts";

/** Says why there is nothing to compare: what is wrong with either side. */
export function reportUnreadable(sides: Sides, values: Values, io: Io): void {
  for (const side of [sides.old, sides.new]) sayErrors(side, values, io);
  if (diffFormatOf(values) !== "github") return;
  // Annotations stand beside lines of the working copy.
  io.stdout.write(renderGithub(sides.new.errors, { pathOf: repositoryPath(io) }));
}

function sayErrors({ title, errors }: Side, values: Values, io: Io): void {
  if (errors.length === 0) return;
  io.stderr.write(`error: ${title} cannot be compared, because it has errors:\n\n`);
  io.stderr.write(asText(errors, values, io));
}

function asText(errors: readonly Diagnostic[], values: Values, io: Io): string {
  const colour = wantsColour(io.stderr, io.env, values.flag("color"));
  const limit = values.text("limit");
  const width = Math.max(40, io.stderr.columns || 100);
  const shown = limit === undefined ? {} : { limit: limit === "all" ? Infinity : Number(limit) };
  return renderText(errors, { colour, width, ...shown });
}
