import type { Span } from "../../source/index.ts";
import type { JsonMember, JsonNode, JsonObject } from "./node.ts";

/** The first mistake in a JSON text. */
export interface JsonMistake extends Span {
  readonly reason: string;
}

/**
 * Reads a JSON text (RFC 8259) and remembers where everything stands, which `JSON.parse`
 * does not. The first mistake ends it; a name that stands twice in an object is one.
 */
export function parseJson(text: string): JsonNode | { readonly mistake: JsonMistake } {
  try {
    return new JsonParser(text).parse();
  } catch (error) {
    if (error instanceof Failure) return { mistake: error.mistake };
    throw error;
  }
}

/** Thrown and caught in this file alone. */
class Failure extends Error {
  readonly mistake: JsonMistake;

  constructor(mistake: JsonMistake) {
    super(mistake.reason);
    this.mistake = mistake;
  }
}

/** Instances nest up to 200 times, and each takes three levels; the parser calls itself for each. */
const DEEPEST = 1000;

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /\w+/y;
const ESCAPE = /\\(u[0-9a-fA-F]{4}|["\\/bfnrt])?/g;

class JsonParser {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  parse(): JsonNode {
    const value = this.value();
    this.blank();
    if (this.at < this.text.length) this.fail("there is more behind the end of the object");
    return value;
  }

  private value(): JsonNode {
    this.blank();
    switch (this.text[this.at]) {
      case "{":
        return this.nested(() => this.object());
      case "[":
        return this.nested(() => this.array());
      case '"':
        return this.string();
      default:
        return this.scalar();
    }
  }

  private nested<N extends JsonNode>(read: () => N): N {
    if (this.depth === DEEPEST) this.fail("its values contain each other too many times");
    this.depth += 1;
    const node = read();
    this.depth -= 1;
    return node;
  }

  private object(): JsonObject {
    const start = this.at;
    const members = new Map<string, JsonMember>();
    this.list("}", () => {
      if (this.text[this.at] !== '"') this.fail('here a name in double quotes or "}" is expected');
      const { value: name, ...at } = this.string();
      const span: Span = { start: at.start, end: at.end };
      if (members.has(name)) this.fail(`${JSON.stringify(name)} stands here twice`, span);
      this.expect(":");
      members.set(name, { name: span, value: this.value() });
    });
    return { kind: "object", members, start, end: this.at };
  }

  private array(): JsonNode {
    const start = this.at;
    const items: JsonNode[] = [];
    this.list("]", () => items.push(this.value()));
    return { kind: "array", items, start, end: this.at };
  }

  /** What stands between an opening and a closing mark, separated by commas. */
  private list(close: "}" | "]", item: () => void): void {
    this.at += 1;
    this.blank();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.blank();
      item();
      this.blank();
      const mark = this.text[this.at];
      if (mark !== "," && mark !== close) this.fail(`here "," or "${close}" is expected`);
      this.at += 1;
      if (mark === close) return;
    }
  }

  private string(): Extract<JsonNode, { kind: "string" }> {
    const { text, at: start } = this;
    let end = start + 1;
    let escaped = false;
    for (; ; end += 1) {
      const code = text.charCodeAt(end);
      if (code === 0x22) break;
      if (code === 0x5c) {
        escaped = true;
        end += 1;
      } else if (!(code >= 0x20)) {
        const span = end < text.length ? { start: end, end: end + 1 } : { start, end: start + 1 };
        this.fail("a string is not closed in its line", span);
      }
    }
    this.at = end + 1;
    const value = escaped ? this.unescaped(start) : text.slice(start + 1, end);
    return { kind: "string", value, start, end: this.at };
  }

  private unescaped(start: number): string {
    const literal = this.text.slice(start, this.at);
    for (const { 0: escape, 1: known, index } of literal.matchAll(ESCAPE)) {
      if (known !== undefined) continue;
      const span = { start: start + index, end: start + index + escape.length };
      this.fail("JSON knows no such escape", span);
    }
    const value: unknown = JSON.parse(literal);
    return String(value);
  }

  private scalar(): JsonNode {
    const start = this.at;
    const number = this.match(NUMBER);
    if (number !== "") return { kind: "number", text: number, start, end: this.at };
    const word = this.match(WORD);
    const span: Span = { start, end: this.at };
    switch (word) {
      case "true":
      case "false":
        return { kind: "word", value: word === "true", ...span };
      case "null":
        return { kind: "word", value: null, ...span };
      default:
        this.at = start;
        return this.fail("here a value is expected", word === "" ? undefined : span);
    }
  }

  private expect(mark: string): void {
    this.blank();
    if (this.text[this.at] !== mark) this.fail(`here "${mark}" is expected`);
    this.at += 1;
  }

  private blank(): void {
    this.match(BLANK);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  private fail(reason: string, span?: Span): never {
    const { at } = this;
    const end = Math.min(at + 1, this.text.length);
    throw new Failure({ reason, ...(span ?? { start: at, end }) });
  }
}
