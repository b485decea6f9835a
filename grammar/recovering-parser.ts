/**
 * What the rules share when something is wrong: they say it once, at the place where a
 * person would put it, and go on behind it. Chevrotain's own recovery knows tokens but
 * neither marks nor lines, and reports one mistake many times over.
 */
import {
  EOF,
  type IRecognitionException,
  isRecognitionException,
  type IToken,
  type TokenType,
} from "chevrotain";
import type { Dialect, Name, Qualifier } from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import { FirstTokenLookahead } from "./lookahead.ts";
import type { Construct } from "./construct.ts";
import type { Sign } from "./dialects.ts";
import { endOf, expectations, missed, mistakeOf, shown, spanOf, unexpected } from "./messages.ts";
import type { Hint, Mistake } from "./mistakes.ts";
import {
  beginsDeclaration,
  beginsType,
  endOfList,
  indexAt,
  isCutShort,
  type Inside,
  type ListMarks,
  nextItem,
  resume,
} from "./resume.ts";
import type { TokenList } from "./token-list.ts";
import { TokenParser } from "./token-parser.ts";
import * as t from "./tokens.ts";

/** Tokens by which alternatives are told apart. */
const LOOKAHEAD = 2;

/** Values within values: more than this is no schema but an attempt to exhaust the stack. */
const DEEPEST = 200;

/** A text with more failures is no MOF, and nobody reads on. */
const MOST_FAILURES = 1000;

/** In tokens: what does not fit so soon after another mistake of its line follows from it. */
const CLOSE = 3;
const MAY_FOLLOW: ReadonlySet<Mistake["kind"]> = new Set<Mistake["kind"]>([
  "unexpected-token",
  "stray-mark",
  "superfluous-comma",
]);
/** Mistakes in what was read well. */
const SEEN_BY_THE_WAY: ReadonlySet<Mistake["kind"]> = new Set<Mistake["kind"]>([
  "unknown-escape",
  "invalid-escape",
  "string-with-line-break",
  "wrong-quotes",
  "not-octal",
  "unfinished-real",
  "array-size",
  "method-in-structure",
  "assigned-qualifier",
  "clause-without-comma",
  "empty-qualifier-list",
]);

/** Words that begin a declaration where no declaration can stand. */
const NOT_A_MEMBER: ReadonlySet<TokenType> = new Set([
  t.Class,
  t.Instance,
  t.QualifierWord,
  t.Association,
  t.ValueWord,
]);
/** What a rule throws that chevrotain does not: a mistake in words of its own. */
export class Abandoned extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(mistake.kind);
    this.mistake = mistake;
  }
}

/** How a text is read. */
export interface Reading {
  /** Whether a string or comment that is never closed hides the end of the text. */
  readonly swallowed: boolean;
  /** After how many failures the rest is given up. */
  readonly patience?: number;
  /** What the text is known to be written in. */
  readonly dialect?: Dialect;
}

export abstract class RecoveringParser extends TokenParser {
  mistakes: Mistake[] = [];
  /** What shows the dialect, where it stands first. */
  protected evidence: Map<Construct | Sign, Span> = new Map();
  /** The last mistake after which reading had to find its way. */
  private misfit: Mistake | undefined;
  /** How many values are open around the present one. */
  private depth = 0;
  protected text = "";
  private swallowed = false;
  private failures = 0;
  private patience = MOST_FAILURES;
  /** How many hexadecimal digits an escape has at most. */
  protected digits: 4 | 6 = 4;
  /** Whether a declaration was given up before its end, so that members stand between declarations. */
  protected isLost = false;
  /** Whether there were so many that reading stopped. */
  private isOver = false;
  /** What was given up. */
  protected skipped: Span[] = [];
  /** A qualifier list that turned out to belong to the declaration after an unclosed class. */
  protected carried:
    { readonly start: number; readonly qualifiers: readonly Qualifier[] } | undefined;
  /** Whether the last body had its `}`. */
  protected isClosed = true;
  /** Whether giving something up skipped the end of what is around it, so that its `}` is not missed. */
  protected ranOver = false;

  protected constructor(isValidated: boolean) {
    super(t.tokens, {
      skipValidations: !isValidated,
      maxLookahead: LOOKAHEAD,
      lookaheadStrategy: new FirstTokenLookahead({ maxLookahead: LOOKAHEAD }),
      recoveryEnabled: false,
      errorMessageProvider: expectations,
      nodeLocationTracking: "none",
    });
  }

  protected begin(text: string, tokens: TokenList, options: Reading): void {
    this.patience = options.patience ?? MOST_FAILURES;
    this.digits = options.dialect === "mof3" ? 6 : 4;
    this.text = text;
    this.swallowed = options.swallowed;
    this.mistakes = [];
    this.misfit = undefined;
    this.evidence = new Map();
    this.depth = 0;
    this.ranOver = false;
    this.failures = 0;
    this.isOver = false;
    this.isLost = false;
    this.skipped = [];
    this.carried = undefined;
    this.read(tokens);
  }

  /** Notes that the text uses what not every dialect has. */
  protected shows(construct: Construct | Sign, { start, end }: Span): void {
    if (!this.evidence.has(construct)) this.evidence.set(construct, { start, end });
  }

  /** Where the next token begins. */
  protected next(): number {
    return this.LA(1).startOffset;
  }

  /** Where the last consumed token ended. */
  protected end(): number {
    const last = this.LA(0);
    return last.startOffset + last.image.length;
  }

  // Giving up

  /** Reports why a rule failed and skips to where its caller goes on. */
  protected giveUp(error: unknown, start: number, inside: Inside): void {
    this.report(this.mistakeIn(error));
    this.skipFrom(start, inside);
  }

  /**
   * Reports why an item of a list failed and goes on with the next one, to the end of the list.
   * Throws when there is neither.
   *
   * @param start - where the list, or its last sound item, begins
   * @param read - reads the rest of the list from an item on, with the mark that ends it
   */
  protected restOfList(error: unknown, start: number, list: ListMarks, read: () => void): void {
    for (let failure = error, from = start; ; from = this.next()) {
      const mistake = this.mistakeIn(failure);
      this.failures += 1;
      if (this.failures >= this.patience) throw failure;
      if (mistake.kind !== "missing-mark") {
        const [first, at] = [this.indexOf(from), this.indexOf(this.next())];
        const next = nextItem(this.tokens, first, at, list);
        const end = next ?? endOfList(this.tokens, first, at, list);
        if (end === undefined) throw failure;
        this.report(mistake);
        this.skipTo(end + 1);
        if (next === undefined) return;
      } else {
        this.report(mistake);
      }
      try {
        read();
        return;
      } catch (next) {
        failure = next;
      }
    }
  }

  protected mistakeIn(error: unknown): Mistake {
    if (error instanceof Abandoned) return error.mistake;
    if (isFromChevrotain(error)) return mistakeOf(error, this.LA(0), this.text);
    throw error;
  }

  /** @param isSaid - whether the mistake was reported, and not skipped with the one before it */
  protected skipFrom(start: number, inside: Inside, isSaid = true): void {
    const { tokens } = this;
    if (isSaid) this.failures += 1;
    const index =
      this.failures >= this.patience
        ? tokens.length
        : resume(tokens, this.indexOf(start), this.indexOf(this.next()), inside);
    if (this.failures >= this.patience && !this.isOver) {
      const at = Math.max(endOf(this.LA(0)), this.mistakes.at(-1)?.end ?? 0);
      this.mistakes.push({ kind: "too-many-mistakes", limit: this.patience, start: at, end: at });
      this.isOver = true;
    }
    if (inside === "document") this.isLost ||= isCutShort(tokens, this.indexOf(start), index);
    this.skipTo(index);
    const ended = this.LA(0).tokenType === t.Semicolon && this.failures < this.patience;
    const over =
      index === tokens.length || (beginsDeclaration(tokens, index) && !beginsType(tokens, index));
    if (inside === "body" && over && !ended) this.ranOver = true;
  }

  protected skipTo(index: number): void {
    const start = this.next();
    for (let count = index - this.indexOf(start); count > 0; count -= 1) this.SKIP_TOKEN();
    if (Number.isNaN(start)) return;
    const end = this.LA(1).tokenType === EOF ? this.text.length : this.end();
    this.skipped.push({ start, end });
  }

  /** The index of the token at an offset; the end of the file has none. */
  protected indexOf(offset: number): number {
    return indexAt(this.tokens, Number.isNaN(offset) ? Infinity : offset);
  }

  /** Throws a mistake at the next token. */
  protected fail(expected: string, hint?: Hint): never {
    throw new Abandoned(unexpected(this.LA(1), expected, this.LA(0), hint));
  }

  /** Throws a mistake at something that was read. */
  protected failAt({ text, start, end }: Name, expected: string): never {
    throw new Abandoned({ kind: "unexpected-token", found: shown(text), expected, start, end });
  }

  /** Reports what is missing before the next token. */
  protected reportMissed(expected: string): void {
    this.report(missed(this.LA(1), expected, this.LA(0), this.text));
  }

  protected reportHere(expected: string, hint?: Hint): void {
    this.report(unexpected(this.LA(1), expected, this.LA(0), hint));
  }

  /** Nothing is said about the end of a file that an unclosed string or comment swallowed. */
  protected report(mistake: Mistake): void {
    if (this.swallowed && this.LA(1).tokenType === EOF) return;
    if (this.follows(mistake)) return;
    this.mistakes.push(mistake);
    if (!SEEN_BY_THE_WAY.has(mistake.kind)) this.misfit = mistake;
  }

  /** Whether a mistake follows from the one before, as a person sees it. */
  private follows(mistake: Mistake): boolean {
    const { misfit: before } = this;
    if (!before) return false;
    // Two marks that are missing in one place are one mistake.
    if (mistake.start === before.start) return true;
    if (!MAY_FOLLOW.has(mistake.kind) || mistake.start < before.start) return false;
    if (this.indexOf(mistake.start) - this.indexOf(before.start) >= CLOSE) return false;
    return !/[\r\n]/.test(this.text.slice(before.start, mistake.start));
  }

  /** Keeps the qualifiers that turned out to belong to the declaration after an unclosed body. */
  protected carry(start: number, qualifiers: readonly Qualifier[]): void {
    this.carried = { start, qualifiers };
  }

  /** Whether the next token begins another declaration, so that the present one was never closed. */
  protected isDeclarationNext(): boolean {
    if (!NOT_A_MEMBER.has(this.LA(1).tokenType)) return false;
    return beginsDeclaration(this.tokens, this.indexOf(this.next()));
  }

  /** Whether the next token begins a structure or an enumeration. */
  protected isTypeNext(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType !== t.Structure && tokenType !== t.Enumeration) return false;
    return beginsDeclaration(this.tokens, this.indexOf(this.next()));
  }

  /** Whether rules may be left out for what holds values, but nothing deeper. */
  protected get isFree(): boolean {
    return this.depth < DEEPEST && !this.RECORDING_PHASE;
  }

  // Depth

  /** Whether a value or a declaration is open around the present one. */
  protected get isNested(): boolean {
    return this.depth > 0;
  }

  /** Reads something that may contain its like. */
  protected nested<T>(what: "values" | "declarations", read: () => T): T {
    if (this.depth === DEEPEST) {
      const limit = DEEPEST;
      // Declarations that stand this deep in each other go on to do so.
      if (what === "declarations") [this.failures, this.isOver] = [this.patience, true];
      throw new Abandoned({ kind: "nested-too-deeply", what, limit, ...spanOf(this.LA(1)) });
    }
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }

  /** A name as written. Keywords are names where they begin nothing. */
  protected nameOf(token: IToken): Name {
    const start = token.startOffset;
    return { kind: "name", text: token.image, start, end: start + token.image.length };
  }
}

function isFromChevrotain(error: unknown): error is IRecognitionException {
  return error instanceof Error && isRecognitionException(error);
}
