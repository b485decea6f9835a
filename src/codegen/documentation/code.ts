/** Lines that are no prose: quoted code, queries, pieces of MOF, columns, and what is set in. */
import type { CodeBlock } from "./block.ts";
import { isCodeLine } from "./code-span.ts";
import { alignedColumns } from "./columns.ts";
import type { Line } from "./lines.ts";
import type { Reading } from "./reading.ts";

/** How one kind of such lines is recognised. */
interface Kind {
  readonly language: string;
  /** Whether a run of them may begin at a line. */
  readonly begins: (line: Line, before: Line | undefined) => boolean;
  /** Whether a line goes on with a run. */
  readonly goesOn: (line: Line, before: Line) => boolean;
  /** Whether a whole run is what it seemed to be. */
  readonly accepts: (run: readonly Line[], before: Line | undefined) => boolean;
}

/** Longer lines are paragraphs. */
const LONGEST = 160;

const QUERY = /^(?:SELECT|ASSOCIATORS OF|REFERENCES OF)\s/;
const CLAUSE =
  /^(?:FROM|WHERE|AND|OR|NOT|GROUP|HAVING|WITHIN|ISA|SATISFIES|ORDER|ON|INNER|LEFT|JOIN)\b/;
const PROSE = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/;

const query: Kind = {
  language: "sql",
  begins: ({ text }) => QUERY.test(text),
  goesOn: ({ text }) => CLAUSE.test(text),
  accepts: (run) =>
    run.some(({ text }) => /\b(?:FROM|WHERE)\b|\{/.test(text)) &&
    !run.some(({ text }) => PROSE.test(text)),
};

const STATEMENT =
  /^(?:[{}]|\/\/|\[.*\]$|#pragma\b|(?:class|instance of|qualifier)\s[^.]*$)|[{}]$|^[\w[\]]+(?: [\w[\]]+){0,2} ?(?:\(.*\))?;$|=.*[;,]$/i;

const statements: Kind = {
  language: "mof",
  begins: (line) => isStatement(line),
  goesOn: (line) => isStatement(line),
  accepts: (run) =>
    run.length > 1 &&
    run.some(({ text }) => /[;}]$/.test(text)) &&
    run.some(({ text }) => /[={[(]/.test(text)),
};

function isStatement(line: Line): boolean {
  return !isBullet(line) && line.text.length <= LONGEST && STATEMENT.test(line.text);
}

const columns: Kind = {
  language: "text",
  begins: (line) => hasColumns(line),
  goesOn: (line, before) => hasColumns(line) && (isWide(line) || gapOf(line) === gapOf(before)),
  accepts: (run) => run.length > 1,
};

const ROW = /^(?:\|.*\||\+[-=+]{2,}\+?)$/;
/** What stands behind the first gap of a line. */
const GAP = /[^\s.:;!?] {2,}(?=\S)/;
const WIDE_GAP = /\S(?: {3,}|\t+)(?=\S)/;

function hasColumns(line: Line): boolean {
  if (isBullet(line) || line.text.length > LONGEST) return false;
  if (!line.text.includes("  ") && !line.text.includes("\t")) return ROW.test(line.text);
  return isWide(line) || GAP.test(line.text);
}

function isWide({ text }: Line): boolean {
  return ROW.test(text) || WIDE_GAP.test(text);
}

function gapOf({ text, indent }: Line): number {
  const gap = GAP.exec(text) ?? WIDE_GAP.exec(text);
  return gap ? indent + gap.index + gap[0].length : -1;
}

/** So many columns are more than a paragraph is set in. */
const SET_IN = 4;
const CODE = /[;{}=\\|]|\w\(|::|->|^[$#>]/;

const setIn: Kind = {
  language: "text",
  begins: (line, before) =>
    isSetIn(line) && (before?.text === "" || before?.text.endsWith(":") === true),
  goesOn: (line) => isSetIn(line),
  accepts: (run, before) => {
    const lines = run.filter(({ text }) => text !== "");
    if (lines.some(({ text }) => text.length > LONGEST)) return false;
    const code = lines.filter(({ text }) => CODE.test(text)).length;
    if (lines.length === 1)
      return code === 1 && before?.text !== "" && !PROSE.test(run[0]?.text ?? "");
    return code * 2 >= lines.length || lines.every(({ text }) => !/[.!?,]$/.test(text));
  },
};

function isSetIn(line: Line): boolean {
  return line.text !== "" && line.indent >= SET_IN && !isBullet(line);
}

function isBullet({ mark }: Line): boolean {
  return mark?.together === false;
}

const KINDS: readonly Kind[] = [query, statements, columns, setIn];

/** All such blocks of a text, by the line where they begin. */
export function codeBlocks(lines: readonly Line[]): ReadonlyMap<number, Reading<CodeBlock>> {
  const found = new Map<number, Reading<CodeBlock>>();
  const lastFence = lines.findLastIndex(({ text }) => text === FENCE);
  /** Where the run ends that a kind saw last, so that no run is looked at twice. */
  const seen = new Map<Kind, number>();
  for (let index = 0; index < lines.length;) {
    const reading = index < lastFence ? fenced(lines, index) : undefined;
    const read = reading ?? ofAnyKind(lines, index, seen);
    if (read) found.set(index, read);
    index = read?.next ?? index + 1;
  }
  return found;
}

const FENCE = "```";

/** Lines between fences, the last of which is known to come. */
function fenced(lines: readonly Line[], start: number): Reading<CodeBlock> | undefined {
  const [, language] = /^```([\w+#.-]{0,20})$/.exec(lines[start]?.text ?? "") ?? [];
  if (language === undefined) return undefined;
  let end = start + 1;
  while (lines[end]?.text.startsWith(FENCE) === false) end += 1;
  const inside = setOut(lines.slice(start + 1, end));
  // What is no code as it stands is read with its fences, so that nothing is lost.
  if (lines[end]?.text !== FENCE || !inside.every(isCodeLine)) return undefined;
  return { block: { kind: "code", language: language || "text", lines: inside }, next: end + 1 };
}

function ofAnyKind(
  lines: readonly Line[],
  start: number,
  seen: Map<Kind, number>,
): Reading<CodeBlock> | undefined {
  for (const kind of KINDS) {
    if ((seen.get(kind) ?? 0) > start) continue;
    const next = endOfRun(kind, lines, start);
    if (next === start) continue;
    seen.set(kind, next);
    const run = lines.slice(start, next);
    if (!kind.accepts(run, lines[start - 1])) continue;
    return { block: { kind: "code", language: kind.language, lines: setOut(run) }, next };
  }
  return undefined;
}

function endOfRun(kind: Kind, lines: readonly Line[], start: number): number {
  const first = lines[start];
  if (!first || !kind.begins(first, lines[start - 1])) return start;
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const before = lines[end - 1];
    if (!line || !before || !kind.goesOn(line, before)) break;
  }
  return end;
}

/** Lines as they were, without what all of them are set in by. */
function setOut(run: readonly Line[]): string[] {
  const least = run.reduce(
    (so, { text, indent }) => (text === "" ? so : Math.min(so, indent)),
    Infinity,
  );
  return alignedColumns(
    run.map(({ text, indent }) => (text === "" ? "" : " ".repeat(indent - least) + text)),
  );
}
