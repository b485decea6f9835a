import { createColors } from "picocolors";
import type { Diagnostic } from "./diagnostic.ts";
import { gutterOf, renderFrame, type FrameStyle } from "./render-frame.ts";
import { visible } from "./render-line.ts";
import { countText, select, severityLabels } from "./select.ts";
import type { Severity } from "./sentence.ts";

/** How diagnostics become text. */
export interface RenderOptions {
  /** Whether to colour with ANSI escapes; not unless stated. */
  readonly colour?: boolean;
  /** Terminal columns that a line of a file may take; 100 unless stated. */
  readonly width?: number;
  /** How many diagnostics are written out, errors before warnings; 50 unless stated. */
  readonly limit?: number;
}

/**
 * Writes diagnostics for people: what and where, the line with a mark below it, what to
 * do, and how many there were. The same diagnostics give the same text in whatever order
 * they come.
 *
 * @returns text that ends with a line end, or nothing when there is nothing to say
 */
export function renderText(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions = {},
): string {
  if (diagnostics.length === 0) return "";
  const style = styleOf(options);
  const { shown, hidden } = select(diagnostics, options.limit ?? 50);
  const blocks = shown.map((diagnostic) => renderOne(diagnostic, style));
  if (hidden.length > 0) blocks.push([`and ${hidden.length} more: ${countText(hidden)}`]);
  return `${spread(blocks).join("\n")}\n\n${countText(diagnostics)}\n`;
}

type Paint = (text: string) => string;

interface Style {
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly help: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

function styleOf(options: RenderOptions): Style {
  const colours = createColors(options.colour ?? false);
  return {
    width: options.width ?? 100,
    bold: colours.bold,
    dim: colours.blue,
    help: colours.cyan,
    severity: { error: colours.red, warning: colours.yellow, info: colours.cyan },
  };
}

/** An empty line between blocks, but none within a list of single lines. */
function spread(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, index) => {
    const above = blocks[index - 1];
    return above && (above.length > 1 || block.length > 1) ? ["", ...block] : block;
  });
}

function renderOne(diagnostic: Diagnostic, style: Style): string[] {
  const paint = style.severity[diagnostic.severity];
  const label = paint(style.bold(`${severityLabels[diagnostic.severity]} ${diagnostic.code}:`));
  const lines = [`${label} ${style.bold(visible(diagnostic.message))}`];
  const frame = frameStyle(diagnostic, style);
  if (diagnostic.location) {
    lines.push(...renderFrame(diagnostic.location, { ...frame, mark: "^", paint }));
  }
  for (const related of diagnostic.related) {
    lines.push(`${style.help("note:")} ${visible(related.message)}`);
    lines.push(...renderFrame(related.location, { ...frame, mark: "-", paint: style.dim }));
  }
  if (diagnostic.help !== undefined) {
    lines.push(`${style.help("help:")} ${visible(diagnostic.help)}`);
  }
  return lines;
}

function frameStyle(
  diagnostic: Diagnostic,
  style: Style,
): Pick<FrameStyle, "gutter" | "width" | "dim"> {
  const locations = [diagnostic.location, ...diagnostic.related.map(({ location }) => location)];
  const gutters = locations.map((location) => (location ? gutterOf(location) : 1));
  return { gutter: Math.max(...gutters), width: style.width, dim: style.dim };
}
