import { placeOf } from "../../diagnostics/place.ts";
import type { Location } from "../../source/index.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { ChangeLevel } from "../rule.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import type { DiffReport } from "./report.ts";
import {
  affectedText,
  audienceNames,
  bumpText,
  countsText,
  levelNames,
  levelsText,
} from "./words.ts";

/** How a report becomes Markdown. */
export interface DiffMarkdownOptions {
  /**
   * Bytes that the text may have in UTF-8; 60,000 unless stated, since a comment on GitHub may
   * have 65,536 characters and those who post it add some.
   */
  readonly most?: number;
  /** A name of a source as readers know it, such as a path in the repository. */
  readonly pathOf?: (name: string) => string;
}

/** More changes than that of one level are folded. */
const MOST_UNFOLDED = 20;

/** What may follow the last change: closing tags and how many are left out. */
const ROOM_FOR_END = 600;

/**
 * Writes a report for a comment on a pull request: what fails is in sight, the rest is
 * folded, and what has no room is counted.
 */
export function renderDiffMarkdown(report: DiffReport, options: DiffMarkdownOptions = {}): string {
  const pathOf = options.pathOf ?? ((name: string) => name);
  const text = new BoundedText((options.most ?? 60_000) - ROOM_FOR_END);
  text.add(headText(report));
  let left = 0;
  for (const { title, changes, open } of sections(report)) {
    if (changes.length === 0) continue;
    const heading = `${changes.length} ${title}`;
    const folded = !open || changes.length > MOST_UNFOLDED;
    const start = folded
      ? `\n<details>\n<summary>${heading}</summary>\n\n`
      : `\n### ${heading}\n\n`;
    const items = changes.map((each) => itemText(each, report, pathOf));
    const shown = text.addItems(start, items, folded ? "\n</details>\n" : "");
    left += changes.length - shown;
  }
  const end =
    left === 0 ? "" : `\n${left} more had no room here; the other formats have them all.\n`;
  return text.value + end;
}

/** Text that takes no more bytes than it may. */
class BoundedText {
  value = "";
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    this.value += text;
    this.#bytes += sizeOf(text);
  }

  /** Adds as many items as there is room for, and what stands around them. */
  addItems(start: string, items: readonly string[], end: string): number {
    let shown = 0;
    let room = this.#most - this.#bytes - sizeOf(start) - sizeOf(end);
    for (const item of items) {
      room -= sizeOf(item);
      if (room < 0) break;
      shown += 1;
    }
    if (shown > 0) this.add(start + items.slice(0, shown).join("") + end);
    return shown;
  }
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}

interface Section {
  readonly title: string;
  readonly changes: readonly JudgedChange[];
  readonly open: boolean;
}

function sections({ judgement }: DiffReport): readonly Section[] {
  const open = judgement.changes.filter(({ acceptance }) => !acceptance);
  const accepted = judgement.changes.filter(({ acceptance }) => acceptance);
  return [
    ...levelNames.map((level) => {
      const changes = open.filter((each) => each.level === level);
      return { title: level, changes, open: changes.some(({ fails }) => fails) };
    }),
    { title: "accepted", changes: accepted, open: false },
  ];
}

function headText(report: DiffReport): string {
  const { judgement, old, new: now } = report;
  const verdict = judgement.failing > 0 ? "❌" : "✅";
  const bump = bumpText(report);
  const lines = [
    `## ${verdict} Schema diff: ${countsText(judgement)}`,
    "",
    `${markdownCode(old)} → ${markdownCode(now)}${bump === undefined ? "" : `: ${bump}`}`,
  ];
  return `${[...lines, ...tableLines(report)].join("\n")}\n`;
}

function tableLines({ judgement: { audiences, changes } }: DiffReport): readonly string[] {
  if (changes.length === 0) return [];
  const open = changes.filter(({ acceptance }) => !acceptance);
  const rows = levelNames.map((level) => {
    const cells = audiences.map((audience) =>
      String(open.filter(({ levels }) => levels[audience] === level).length),
    );
    return `| ${level} | ${cells.join(" | ")} |`;
  });
  const names = audiences.map((each) => audienceNames[each]);
  return ["", `| | ${names.join(" | ")} |`, `|---|${"--:|".repeat(names.length)}`, ...rows];
}

const marks: Readonly<Record<ChangeLevel, string>> = { breaking: "🔴", risky: "🟡", safe: "🟢" };

function itemText(
  judged: JudgedChange,
  report: DiffReport,
  pathOf: (name: string) => string,
): string {
  const { change, level, acceptance } = judged;
  const { rule, message, before, after, affected, hint, fingerprint } = change;
  const places = [placeText(before, pathOf), placeText(after, pathOf)].filter(Boolean);
  const facts = [
    places.join(" → "),
    ...(level === "safe" ? [] : [levelsText(judged, report.judgement.audiences)]),
    ...(affected.length > 0 ? [`inherited by ${markdownText(affectedText(affected))}`] : []),
    ...(hint === undefined ? [] : [markdownText(hint)]),
    ...(acceptance ? [`accepted: ${markdownText(acceptance.reason)}`] : []),
    `\`${fingerprint}\``,
  ];
  return `- ${marks[level]} **${rule}**: ${markdownText(message)}<br>${facts.filter(Boolean).join(" · ")}\n`;
}

function placeText(location: Location | undefined, pathOf: (name: string) => string): string {
  if (!location) return "";
  const { file, line, column } = placeOf(location);
  return markdownCode(`${pathOf(file)}:${line}:${column}`);
}
