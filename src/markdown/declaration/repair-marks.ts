/** Marks that are missing from declarations, or stand there for nothing. */
import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, Repair } from "./damage.ts";
import type { ClassOutline, ElementOutline } from "./outline.ts";
import type { Token } from "./tokens.ts";

/** `...` where something was left out. */
export function placeholders({ tokens }: Damage): readonly Repair[] {
  return tokens.filter(({ kind }) => kind === "dots").map((dots) => without([dots]));
}

const BEGINNING: ReadonlySet<string> = new Set(["(", "[", "{", ","]);
const ENDING: ReadonlySet<string> = new Set([")", "]", "}"]);

/** Commas with nothing between them, or between them and a bracket; those in a row are one damage. */
export function superfluousCommas({ tokens }: Damage): readonly Repair[] {
  const rows: [Token, ...Token[]][] = [];
  let previous = -1;
  for (const [index, token] of tokens.entries()) {
    if (!isSuperfluous(tokens, index)) continue;
    if (previous === index - 1 && previous >= 0) rows.at(-1)?.push(token);
    else rows.push([token]);
    previous = index;
  }
  return rows.map(without);
}

function isSuperfluous(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? "";
  const after = tokens[index + 1]?.text ?? "";
  return tokens[index]?.text === "," && (BEGINNING.has(before) || ENDING.has(after));
}

function without(row: readonly [Token, ...Token[]]): Repair {
  const [{ text, start }] = row;
  return {
    edits: row.map((token) => ({ start: token.start, end: token.end, text: "" })),
    at: { start, end: row.at(-1)?.end ?? start },
    say: (location) => diagnose("page-mark-superfluous", { mark: text }, location),
  };
}

/** Semicolons, commas and closing brackets. */
export function missingMarks({ classes, tokens }: Damage): readonly Repair[] {
  return classes.flatMap((outline) => [
    ...outline.members.flatMap(missingInMember),
    ...missingBehind(outline, tokens.at(-1)),
  ]);
}

function missingInMember(member: ElementOutline): readonly Repair[] {
  const { words, open, close, end, last } = member;
  const name = words.at(-1)?.text;
  if (name === undefined) return [];
  const parameters = (member.parameters ?? []).slice(0, -1).flatMap((parameter) => {
    const behind = parameter.words.at(-1)?.text;
    return parameter.end || behind === undefined ? [] : [added(",", parameter.last, behind)];
  });
  const marks = `${open && !close ? ")" : ""}${end ? "" : ";"}`;
  return marks === "" ? parameters : [...parameters, added(marks, last, name)];
}

function missingBehind(outline: ClassOutline, last: Token | undefined): readonly Repair[] {
  const { close, end, name } = outline;
  if (end) return [];
  if (close) return [added(";", close, name.text)];
  return last ? [added("};", last, name.text)] : [];
}

function added(mark: string, { end }: Token, behind: string): Repair {
  const at = { start: end, end };
  return {
    edits: [{ ...at, text: mark }],
    at,
    say: (location) => diagnose("page-mark-missing", { mark, behind }, location),
  };
}
