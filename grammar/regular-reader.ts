/** Reads what the functions of `regular-end` found to be regular. */
import type {
  ArraySuffix,
  Assignment,
  MethodDeclaration,
  Name,
  ParameterDeclaration,
  PropertyDeclaration,
  Qualifier,
  TypeName,
  Value,
} from "../src/ast/index.ts";
import { charLiteral, integerLiteral, realLiteral, stringText, wordLiteral } from "./literals.ts";
import type { Mistake } from "./mistakes.ts";
import { idOf, type TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";

const STRING = idOf(t.StringPart);
const INTEGER = idOf(t.Integer);
const REAL = idOf(t.Real);
const CHAR = idOf(t.Char);
const WORD = idOf(t.Word);
const REF = idOf(t.Ref);
const PAREN_OPEN = idOf(t.ParenOpen);
const PAREN_CLOSE = idOf(t.ParenClose);
const BRACE_OPEN = idOf(t.BraceOpen);
const BRACKET_OPEN = idOf(t.BracketOpen);
const EQUALS = idOf(t.Equals);
const COMMA = idOf(t.Comma);
const COLON = idOf(t.Colon);

const NO_QUALIFIERS: readonly Qualifier[] = [];
const NO_FLAVORS: readonly Name[] = [];

/** What is read, and where to say what is wrong inside of literals. */
export interface RegularText {
  readonly text: string;
  readonly tokens: TokenList;
  readonly mistakes: Mistake[];
  /** How many hexadecimal digits an escape has at most. */
  readonly digits: 4 | 6;
}

/** What a property begins with. */
type Head = Pick<PropertyDeclaration, "start" | "qualifiers" | "type" | "name">;

/** The parts of a qualifier's declaration. */
export interface QualifierParts {
  readonly name: Name;
  /** The first may be a type, the others are flavors. */
  readonly words: readonly Name[];
  readonly array: ArraySuffix | undefined;
  readonly initializer: Value | undefined;
  readonly scopes: readonly Name[];
  readonly flavors: readonly Name[];
  readonly policy: Name | undefined;
}

export class RegularReader {
  /** The next token. */
  index: number;
  /** What was read and may show the dialect. */
  readonly flavors: Name[] = [];
  readonly types: TypeName[] = [];
  private readonly text: string;
  private readonly tokens: TokenList;
  private readonly mistakes: Mistake[];
  private readonly digits: 4 | 6;

  constructor({ text, tokens, mistakes, digits }: RegularText, index: number) {
    this.text = text;
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.digits = digits;
    this.index = index;
  }

  member(): PropertyDeclaration | MethodDeclaration {
    const start = this.start();
    const qualifiers = this.ownList();
    const type = this.type();
    const name = this.name();
    if (this.id() === PAREN_OPEN) {
      const parameters = this.parameters();
      this.index += 1;
      const end = this.endBefore();
      return { kind: "method", start, qualifiers, type, name, parameters, end };
    }
    return this.property({ start, qualifiers, type, name });
  }

  private property(head: Head): PropertyDeclaration {
    const { start, qualifiers, type, name } = head;
    const array = this.brackets();
    const initializer = this.initializer();
    this.index += 1;
    const end = this.endBefore();
    // Nearly all have neither, and a literal that is spread costs more than all the rest of this.
    if (!array && !initializer) return { kind: "property", start, qualifiers, type, name, end };
    return {
      kind: "property",
      ...head,
      ...(array && { array }),
      ...(initializer && { initializer }),
      end,
    };
  }

  assignment(): Assignment {
    const name = this.name();
    this.index += 1;
    const value = this.constant();
    this.index += 1;
    const { start } = name;
    return {
      kind: "assignment",
      qualifiers: NO_QUALIFIERS,
      name,
      value,
      start,
      end: this.endBefore(),
    };
  }

  /** What stands behind the keyword of a qualifier's declaration, its semicolon included. */
  qualifierType(): QualifierParts {
    const name = this.name();
    const words: Name[] = [];
    this.index += 1;
    while (this.id() === WORD) words.push(this.name());
    const array = this.brackets();
    const initializer = this.initializer();
    const clauses: Record<"scope" | "flavor" | "policy", Name[]> = {
      scope: [],
      flavor: [],
      policy: [],
    };
    while (this.id() === COMMA) this.clause(clauses);
    this.index += 1;
    const { scope: scopes, flavor: flavors, policy } = clauses;
    return { name, words, array, initializer, scopes, flavors, policy: policy[0] };
  }

  /** Names in parentheses, behind a comma and the word that says what they are. */
  private clause(clauses: Record<string, Name[]>): void {
    this.index += 1;
    const names = clauses[this.name().text.toLowerCase()];
    do {
      this.index += 1;
      names?.push(this.name());
    } while (this.id() === COMMA);
    this.index += 1;
  }

  /** Parameters with their parentheses. */
  private parameters(): readonly ParameterDeclaration[] {
    const parameters: ParameterDeclaration[] = [];
    this.index += 1;
    while (this.id() !== PAREN_CLOSE) {
      if (this.id() === COMMA) this.index += 1;
      parameters.push(this.parameter());
    }
    this.index += 1;
    return parameters;
  }

  private parameter(): ParameterDeclaration {
    const start = this.start();
    const qualifiers = this.ownList();
    const type = this.type();
    const name = this.name();
    const array = this.brackets();
    const end = this.endBefore();
    return array
      ? { kind: "parameter", qualifiers, type, name, array, start, end }
      : { kind: "parameter", qualifiers, type, name, start, end };
  }

  private type(): TypeName {
    const name = this.name();
    const reference = this.id() === REF;
    if (reference) this.index += 1;
    const type: TypeName = {
      kind: "type",
      name,
      reference,
      start: name.start,
      end: this.endBefore(),
    };
    this.types.push(type);
    return type;
  }

  private brackets(): ArraySuffix | undefined {
    if (this.id() !== BRACKET_OPEN) return undefined;
    const start = this.start();
    this.index += 2;
    return { kind: "array-suffix", start, end: this.endBefore() };
  }

  private initializer(): Value | undefined {
    if (this.id() !== EQUALS) return undefined;
    this.index += 1;
    return this.constant();
  }

  private ownList(): readonly Qualifier[] {
    return this.id() === BRACKET_OPEN ? this.list() : NO_QUALIFIERS;
  }

  /** Qualifiers with their brackets. */
  list(): readonly Qualifier[] {
    const qualifiers: Qualifier[] = [];
    do {
      this.index += 1;
      qualifiers.push(this.qualifier());
    } while (this.id() === COMMA);
    this.index += 1;
    return qualifiers;
  }

  private qualifier(): Qualifier {
    const name = this.name();
    const value = this.value();
    const flavors = this.id() === COLON ? this.ownFlavors() : NO_FLAVORS;
    const { start } = name;
    const end = this.endBefore();
    return value
      ? { kind: "qualifier", name, value, flavors, start, end }
      : { kind: "qualifier", name, flavors, start, end };
  }

  private ownFlavors(): readonly Name[] {
    const flavors: Name[] = [];
    this.index += 1;
    while (this.id() === WORD) flavors.push(this.name());
    this.flavors.push(...flavors);
    return flavors;
  }

  private value(): Value | undefined {
    const id = this.id();
    if (id === BRACE_OPEN) return this.array();
    if (id !== PAREN_OPEN) return undefined;
    this.index += 1;
    const value = this.constant();
    this.index += 1;
    return value;
  }

  private constant(): Value {
    return this.id() === BRACE_OPEN ? this.array() : this.literal();
  }

  private array(): Value {
    const start = this.start();
    const items: Value[] = [];
    do {
      this.index += 1;
      items.push(this.literal());
    } while (this.id() === COMMA);
    this.index += 1;
    return { kind: "array", items, start, end: this.endBefore() };
  }

  private literal(): Value {
    const id = this.id();
    if (id === STRING) return this.string();
    const start = this.start();
    const image = this.text.slice(start, this.end());
    this.index += 1;
    switch (id) {
      case INTEGER:
        return integerLiteral(image, start, this.mistakes);
      case REAL:
        return realLiteral(image, start);
      case CHAR:
        return charLiteral(image, start, this.mistakes, this.digits);
      default:
        return wordLiteral(image, start);
    }
  }

  private string(): Value {
    const start = this.start();
    let value = this.stringPart();
    while (this.id() === STRING) value += this.stringPart();
    return { kind: "string", value, start, end: this.endBefore() };
  }

  private stringPart(): string {
    const from = this.start() + 1;
    const inside = this.text.slice(from, this.end() - 1);
    this.index += 1;
    return stringText(inside, from, this.mistakes, this.digits);
  }

  private name(): Name {
    const start = this.start();
    const end = this.end();
    this.index += 1;
    return { kind: "name", text: this.text.slice(start, end), start, end };
  }

  private id(): number {
    return this.tokens.idAt(this.index);
  }

  private start(): number {
    return this.tokens.startAt(this.index) ?? 0;
  }

  private end(): number {
    return this.tokens.endAt(this.index) ?? 0;
  }

  private endBefore(): number {
    return this.tokens.endAt(this.index - 1) ?? 0;
  }
}
