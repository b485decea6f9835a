import Handlebars, { type Program } from "handlebars/dist/cjs/handlebars.js";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import { offsetAt, type Source, type Span } from "../../source/index.ts";
import { TemplateMistake } from "./mistake.ts";

/**
 * Reads a template; the value is absent when it cannot be understood.
 *
 * @throws RangeError when blocks lie in each other deeper than the stack is
 */
export function parseTemplate(source: Source): Outcome<Program | undefined> {
  const parser = Handlebars.Parser;
  const usual = parser.parseError;
  // The parser is one for all, and Handlebars hides what it knows in a text.
  parser.parseError = (_, { token, text }) => {
    const { first_line, first_column, last_line, last_column } = parser.lexer.yylloc;
    const start = offsetAt(source, { line: first_line, column: first_column + 1 });
    const end = offsetAt(source, { line: last_line, column: last_column + 1 });
    // Without a token, what was found begins where the last one ended.
    const span = token === null ? { start: end, end: source.text.length } : { start, end };
    throw new TemplateMistake(unexpected(token, text, span, source));
  };
  try {
    return { value: Handlebars.parse(source.text, { srcName: source.name }), diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [mistakeOf(error, source)] };
  } finally {
    parser.parseError = usual;
  }
}

function unexpected(token: string | null, text: string, span: Span, source: Source): Diagnostic {
  if (token === null) return mistake("what begins here does not end", span, source);
  if (token === "EOF") {
    const opening = unclosedBlock(source.text);
    if (!opening) return mistake("the text ends too early", span, source);
    return mistake(`the block ${opening.name} is not closed`, opening.span, source);
  }
  const shown = text.trim() === "" ? "a blank" : text.trim();
  const reason =
    token === "INVALID"
      ? `${shown} cannot stand here, or what it begins does not end`
      : `${shown} cannot stand here`;
  return mistake(reason, span, source);
}

/** What Handlebars itself says: names that do not fit together, with lines from 1 and columns from 0. */
function mistakeOf(error: unknown, source: Source): Diagnostic {
  if (error instanceof TemplateMistake) return error.diagnostic;
  if (!(error instanceof Error) || error instanceof RangeError) throw error;
  const said = error.message.replace(/ - \d+:\d+$/, "");
  const [, opened, closed] = /^(.*) doesn't match (.*)$/s.exec(said) ?? [];
  const reason =
    closed === undefined ? said.replace(/^I/, "i") : `${opened} is closed as ${closed}`;
  return mistake(reason, placeOf(error, source), source);
}

function placeOf(error: Error, source: Source): Span {
  if (!("lineNumber" in error && "column" in error && "endLineNumber" in error)) {
    return { start: 0, end: 0 };
  }
  const at = (line: unknown, column: unknown): number =>
    offsetAt(source, { line: Number(line), column: Number(column) + 1 });
  const endColumn = "endColumn" in error ? error.endColumn : error.column;
  return {
    start: at(error.lineNumber, error.column),
    end: at(error.endLineNumber, endColumn),
  };
}

function mistake(reason: string, span: Span, source: Source): Diagnostic {
  return diagnose("template-syntax", { path: source.name, reason }, { source, span });
}

const TAG = /\\\{\{|\{\{!--.*?--\}\}|\{\{![^}]*\}\}|\{\{~?(#[>*]?|\^|\/)\s*([^\s}~]+)/gs;

/** The innermost block that is open at the end of a text. */
function unclosedBlock(text: string): { readonly name: string; readonly span: Span } | undefined {
  const open: { readonly name: string; readonly span: Span }[] = [];
  for (const { 0: tag, 1: mark, 2: name, index } of text.matchAll(TAG)) {
    if (name === undefined) continue;
    if (mark === "/") open.pop();
    else open.push({ name, span: { start: index, end: index + tag.length } });
  }
  return open.at(-1);
}
