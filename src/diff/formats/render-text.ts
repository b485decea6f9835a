import { createColors } from "picocolors";
import { gutterOf, renderFrame, type FrameStyle } from "../../diagnostics/render-frame.ts";
import { visible } from "../../diagnostics/render-line.ts";
import type { Change } from "../change.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { Audience, ChangeLevel } from "../rule.ts";
import type { DiffReport } from "./report.ts";
import { affectedText, bumpText, countsText, levelsText } from "./words.ts";

/** How a report becomes text. */
export interface DiffTextOptions {
  /** Whether to colour with ANSI escapes; not unless stated. */
  readonly colour?: boolean;
  /** Terminal columns that a line of a file may take; 100 unless stated. */
  readonly width?: number;
  /** How many changes are written out, the worst first; 50 unless stated. */
  readonly limit?: number;
  /** Whether to say what fails and nothing else. */
  readonly quiet?: boolean;
}

/**
 * Writes a report for people: each change with both places and the lines that stand there,
 * safe and accepted ones in one line, and how many there were.
 */
export function renderDiffText(report: DiffReport, options: DiffTextOptions = {}): string {
  const style = styleOf(options);
  const { judgement } = report;
  const wanted = judgement.changes.filter(({ fails }) => fails || !options.quiet);
  const limit = options.limit ?? 50;
  const blocks = wanted
    .slice(0, limit)
    .map((each) => block(each, judgement.audiences, report, style));
  const hidden = wanted.length - limit;
  if (hidden > 0) blocks.push([`and ${hidden} more; --limit all shows them`]);
  const body = spread(blocks).join("\n");
  const sentence = countsText(judgement);
  const bump = bumpText(report);
  const summary = bump === undefined ? sentence : `${sentence}; ${bump}`;
  return `${body === "" ? "" : `${body}\n\n`}${summary}\n`;
}

type Paint = (text: string) => string;

interface Style {
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly note: Paint;
  readonly level: Readonly<Record<ChangeLevel, Paint>>;
}

function styleOf({ colour = false, width = 100 }: DiffTextOptions): Style {
  const { bold, blue, cyan, red, yellow, green } = createColors(colour);
  return {
    width,
    bold,
    dim: blue,
    note: cyan,
    level: { breaking: red, risky: yellow, safe: green },
  };
}

/** An empty line between blocks, but none within a list of single lines. */
function spread(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((each, index) => {
    const above = blocks[index - 1];
    return above && (above.length > 1 || each.length > 1) ? ["", ...each] : each;
  });
}

function block(
  judged: JudgedChange,
  audiences: readonly Audience[],
  report: DiffReport,
  style: Style,
): readonly string[] {
  const { change, level, acceptance } = judged;
  const paint = style.level[level];
  const word = acceptance ? `accepted ${level}` : level;
  const label = paint(style.bold(`${word} ${change.rule}:`));
  const title = `${label} ${style.bold(visible(change.message))}`;
  if (acceptance) return [`${title} (${visible(acceptance.reason)})`];
  if (level === "safe" && !judged.fails) return [title];
  return [
    title,
    ...frames(change, report, paint, style),
    ...notes(judged, audiences).map((note) => `  ${style.note("=")} ${visible(note)}`),
  ];
}

function frames(change: Change, report: DiffReport, paint: Paint, style: Style): readonly string[] {
  const { before, after } = change;
  const gutters = [before, after].map((location) => (location ? gutterOf(location) : 1));
  const frame: Omit<FrameStyle, "mark" | "paint"> = {
    gutter: Math.max(...gutters),
    width: style.width,
    dim: style.dim,
  };
  const old = before && renderFrame(before, { ...frame, mark: "-", paint: style.dim });
  const now = after && renderFrame(after, { ...frame, mark: "^", paint });
  return [...said(old, `in ${report.old}`), ...said(now, `in ${report.new}`)];
}

/** Says behind the mark of a frame which side it shows. */
function said(frame: readonly string[] | undefined, side: string): readonly string[] {
  if (!frame) return [];
  return frame.map((line, index) =>
    index === frame.length - 1 ? `${line} ${visible(side)}` : line,
  );
}

function notes(judged: JudgedChange, audiences: readonly Audience[]): readonly string[] {
  const { affected, hint, fingerprint } = judged.change;
  return [
    `${levelsText(judged, audiences)}; ${judged.bump} version`,
    ...(affected.length > 0 ? [`inherited by ${affectedText(affected)}`] : []),
    ...(hint === undefined ? [] : [hint]),
    `fingerprint ${fingerprint}`,
  ];
}
