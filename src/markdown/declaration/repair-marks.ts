/** Marks that are missing from declarations, or stand there for nothing. */
import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, Repair } from "./damage.ts";
import type { ClassOutline, ElementOutline } from "./outline.ts";
import type { Token } from "./tokens.ts";

/** `...` where something was left out. */
export function placeholders({ tokens }: Damage): readonly Repair[] {
  return tokens.filter(({ kind }) => kind === "dots").map(without);
}

const BEGINNING: ReadonlySet<string> = new Set(["(", "[", "{", ","]);
const ENDING: ReadonlySet<string> = new Set([")", "]", "}"]);

/** Commas with nothing between them, or between them and a bracket. */
export function superfluousCommas({ tokens }: Damage): readonly Repair[] {
  return tokens
    .filter(({ text }, index) => {
      const before = tokens[index - 1]?.text ?? "";
      const after = tokens[index + 1]?.text ?? "";
      return text === "," && (BEGINNING.has(before) || ENDING.has(after));
    })
    .map(without);
}

function without({ text, start, end }: Token): Repair {
  return {
    edits: [{ start, end, text: "" }],
    at: { start, end },
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
