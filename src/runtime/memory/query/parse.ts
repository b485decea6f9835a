/** The part of WQL and CQL that servers in memory understand (MS-WMI 2.2.1; DSP0202). */
import { CimError } from "../../error.ts";
import type { QueryLanguage } from "../../operations.ts";

/** A query, taken apart. */
export interface ParsedQuery {
  readonly className: string;
  /** Names of properties; `undefined` for all. */
  readonly properties: readonly string[] | undefined;
  readonly condition: Condition | undefined;
}

/** A literal in a query. */
export type Constant = null | boolean | bigint | number | string;

/** A condition. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly condition: Condition }
  | {
      readonly kind: "compare";
      /** Names from outside in: `TargetInstance`, `Name`. */
      readonly property: readonly string[];
      readonly comparison: "=" | "<>" | "<" | "<=" | ">" | ">=" | "like" | "isa";
      readonly constant: Constant;
    };

/** Nesting deeper than that is nobody's query. */
const maxDepth = 100;

/**
 * Takes a query apart: `SELECT … FROM … [WITHIN …] [WHERE …]`.
 *
 * @param text - The query.
 * @param language - Its language; the two have this part in common.
 * @throws CimError `"invalid-query"`.
 */
export function parseQuery(text: string, language: QueryLanguage): ParsedQuery {
  return new QueryParser(text, language).query();
}

const token =
  /\s*(?:'((?:[^'\\]|\\.|'')*)'|"((?:[^"\\]|\\.|"")*)"|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(<=|>=|<>|!=|[=<>(),.*]))/suy;

interface Token {
  readonly kind: "text" | "number" | "word" | "mark" | "end";
  readonly text: string;
}

const end: Token = { kind: "end", text: "" };

class QueryParser {
  readonly #tokens: readonly Token[];
  readonly #language: QueryLanguage;
  #at = 0;
  #depth = 0;

  constructor(text: string, language: QueryLanguage) {
    this.#language = language;
    this.#tokens = this.#scan(text);
  }

  #scan(text: string): Token[] {
    const tokens: Token[] = [];
    token.lastIndex = 0;
    const trimmed = text.trimEnd();
    while (token.lastIndex < trimmed.length) {
      const found = token.exec(trimmed);
      if (found === null) throw this.#refuse("it has a character that means nothing there");
      const [, single, double, number, word, mark] = found;
      const quoted = single ?? double;
      if (quoted !== undefined) {
        const plain = quoted.replace(
          /\\(.)|''|""/gs,
          (whole, escaped?: string) => escaped ?? whole.slice(1),
        );
        tokens.push({ kind: "text", text: plain });
      } else if (number !== undefined) tokens.push({ kind: "number", text: number });
      else if (word !== undefined) tokens.push({ kind: "word", text: word });
      else tokens.push({ kind: "mark", text: mark ?? "" });
    }
    return tokens;
  }

  query(): ParsedQuery {
    this.#keyword("SELECT");
    const properties = this.#list();
    this.#keyword("FROM");
    const className = this.#word();
    if (this.#isKeyword("WITHIN")) {
      this.#next();
      if (this.#next().kind !== "number") throw this.#refuse("WITHIN wants a number of seconds");
    }
    let condition: Condition | undefined;
    if (this.#isKeyword("WHERE")) {
      this.#next();
      condition = this.#or();
    }
    if (this.#peek().kind !== "end") throw this.#refuse(`it goes on with ${this.#peek().text}`);
    return { className, properties, condition };
  }

  #list(): readonly string[] | undefined {
    if (this.#isMark("*")) {
      this.#next();
      return undefined;
    }
    const names: string[] = [];
    for (;;) {
      names.push(this.#property().at(-1) ?? "");
      if (!this.#isMark(",")) return names;
      this.#next();
    }
  }

  #or(): Condition {
    if (++this.#depth > maxDepth) throw this.#refuse("it is nested too deeply");
    let left = this.#and();
    while (this.#isKeyword("OR")) {
      this.#next();
      left = { kind: "or", left, right: this.#and() };
    }
    this.#depth--;
    return left;
  }

  #and(): Condition {
    let left = this.#not();
    while (this.#isKeyword("AND")) {
      this.#next();
      left = { kind: "and", left, right: this.#not() };
    }
    return left;
  }

  #not(): Condition {
    let isNot = false;
    while (this.#isKeyword("NOT")) {
      this.#next();
      isNot = !isNot;
    }
    const condition = this.#isMark("(") ? this.#group() : this.#comparison();
    return isNot ? { kind: "not", condition } : condition;
  }

  #group(): Condition {
    this.#next();
    const condition = this.#or();
    if (!this.#isMark(")")) throw this.#refuse("a parenthesis is not closed");
    this.#next();
    return condition;
  }

  #comparison(): Condition {
    const { kind } = this.#peek();
    // A constant may stand on the left as well.
    if (kind === "text" || kind === "number") {
      const constant = this.#constant();
      const comparison = mirrored.get(this.#next().text);
      if (comparison === undefined) throw this.#refuse("a comparison is missing");
      return { kind: "compare", property: this.#property(), comparison, constant };
    }
    const property = this.#property();
    if (this.#isKeyword("IS")) return this.#isNull(property);
    const sign = this.#next();
    const comparison = comparisons.get(sign.text.toUpperCase());
    if (comparison === undefined) throw this.#refuse("a comparison is missing");
    return { kind: "compare", property, comparison, constant: this.#constant() };
  }

  #isNull(property: readonly string[]): Condition {
    this.#next();
    const isNot = this.#isKeyword("NOT");
    if (isNot) this.#next();
    this.#keyword("NULL");
    return { kind: "compare", property, comparison: isNot ? "<>" : "=", constant: null };
  }

  #constant(): Constant {
    const { kind, text } = this.#next();
    if (kind === "text") return text;
    if (kind === "number")
      return /^[+-]?\d+$/.test(text) ? BigInt(text.replace("+", "")) : Number(text);
    const upper = text.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
    if (upper === "NULL") return null;
    throw this.#refuse("a value is missing");
  }

  #property(): readonly string[] {
    const names = [this.#word()];
    while (this.#isMark(".")) {
      this.#next();
      names.push(this.#isMark("*") ? this.#next().text : this.#word());
    }
    return names;
  }

  #word(): string {
    const { kind, text } = this.#next();
    if (kind !== "word") throw this.#refuse("a name is missing");
    return text;
  }

  #keyword(word: string): void {
    if (!this.#isKeyword(word)) throw this.#refuse(`${word} is missing`);
    this.#next();
  }

  #isKeyword(word: string): boolean {
    const { kind, text } = this.#peek();
    return kind === "word" && text.toUpperCase() === word;
  }

  #isMark(mark: string): boolean {
    const { kind, text } = this.#peek();
    return kind === "mark" && text === mark;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? end;
  }

  #next(): Token {
    return this.#tokens[this.#at++] ?? end;
  }

  #refuse(why: string): CimError {
    return new CimError("invalid-query", `this is no ${this.#language} query: ${why}`);
  }
}

type Sign = (Condition & { readonly kind: "compare" })["comparison"];

const comparisons: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ["=", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
  ["LIKE", "like"],
  ["ISA", "isa"],
]);

const mirrored: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ["=", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["<", ">"],
  ["<=", ">="],
  [">", "<"],
  [">=", "<="],
]);
