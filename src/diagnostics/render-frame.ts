import { lineText, positionAt, type Location } from "../source/index.ts";
import { prepareLine, visible } from "./render-line.ts";

/** How a frame is drawn; `paint` is for the marks. */
export interface FrameStyle {
  /** Digits that the largest line number of the diagnostic takes. */
  readonly gutter: number;
  /** Terminal columns. */
  readonly width: number;
  readonly mark: "^" | "-";
  readonly paint: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** How many digits the line number of a location takes. */
export function gutterOf(location: Location): number {
  return String(positionAt(location.source, location.span.start).line).length;
}

/**
 * Where a location is and what stands there:
 *
 * ```text
 *  --> file.mof:40:7
 *    |
 * 40 | class A : B
 *    |           ^
 * ```
 */
export function renderFrame(location: Location, style: FrameStyle): string[] {
  const { source, span } = location;
  const { line, column } = positionAt(source, span.start);
  const start = column - 1;
  const length = Math.max(0, span.end - span.start);
  const room = Math.max(20, style.width - style.gutter - 3);
  const prepared = prepareLine(lineText(source, line), start, start + length, room);
  const bar = style.dim(`${" ".repeat(style.gutter)} |`);
  const number = style.dim(`${String(line).padStart(style.gutter)} |`);
  const marks = " ".repeat(prepared.markStart) + style.paint(style.mark.repeat(prepared.markWidth));
  return [
    `${" ".repeat(style.gutter)}${style.dim("-->")} ${visible(source.name)}:${line}:${column}`,
    bar,
    `${number} ${prepared.text}`.trimEnd(),
    `${bar} ${marks}`,
  ];
}
