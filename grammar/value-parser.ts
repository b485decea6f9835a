/** The rules of values, qualifiers and instances, which contain each other. */
import { type IToken, type ParserMethod, tokenMatcher } from "chevrotain";
import type {
  ArraySuffix,
  Assignment,
  InstanceDeclaration,
  Name,
  Qualifier,
  QualifierDeclaration,
  TypeName,
  Value,
} from "../src/ast/index.ts";
import { isIntrinsic } from "./keywords.ts";
import { integerValue, unescape } from "./literals.ts";
import { spanOf } from "./messages.ts";
import { type ClosingMark, MarkParser } from "./mark-parser.ts";
import * as t from "./tokens.ts";

const QUALIFIER = { ERR_MSG: "a qualifier" };
/** No qualifier is followed by a word: a type and a name follow the list. */
const QUALIFIER_LIST_END: ClosingMark = {
  type: t.BracketClose,
  isForgotten: (next, second) => tokenMatcher(next, t.Word) && tokenMatcher(second, t.Word),
  isCommaForgotten: (next) => tokenMatcher(next, t.Word),
  options: { ERR_MSG: '"," or "]"' },
};
const QUALIFIER_VALUE_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: ({ tokenType }, second) =>
    tokenType === t.Comma
      ? tokenMatcher(second, t.Word)
      : tokenType === t.BracketClose || tokenType === t.Colon,
  options: { ERR_MSG: '")"' },
};
const FLAVOR = { ERR_MSG: "a flavor" };
const ARRAY_END: ClosingMark = {
  type: t.BraceClose,
  isForgotten: ({ tokenType }) => [t.BracketClose, t.ParenClose, t.Semicolon].includes(tokenType),
  isCommaForgotten: (next) =>
    [t.StringPart, t.Integer, t.Real, t.Char, t.Word].some((type) => tokenMatcher(next, type)),
  options: { ERR_MSG: '"," or "}"' },
};
const ARRAY_SUFFIX_END: ClosingMark = {
  type: t.BracketClose,
  isForgotten: ({ tokenType }) =>
    [t.Semicolon, t.Equals, t.Comma, t.ParenClose].includes(tokenType),
  options: { ERR_MSG: 'the number of elements or "]"' },
};
const QUALIFIER_NAME = { ERR_MSG: "the name of the qualifier" };
const QUALIFIER_TYPE = { ERR_MSG: "the type of the qualifier" };
const CLAUSE = { ERR_MSG: '"scope" or "flavor"' };
const CLAUSE_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: ({ tokenType }, _second, onNewLine) => onNewLine || tokenType === t.Semicolon,
  options: { ERR_MSG: '"," or ")"' },
};
const CLASS_OF_INSTANCE = { ERR_MSG: "the name of the class of the instance" };
const INSTANCE_BODY = { ERR_MSG: '"as" or "{"' };
const ASSIGNMENT = "an assignment such as Name = value;";
const ASSIGNED = { ERR_MSG: "the name of a property" };

export abstract class ValueParser extends MarkParser {
  // initializer = constantValue / arrayInitializer / referenceInitializer
  // Microsoft: nested "instance of", bare words
  protected readonly value: ParserMethod<[], Value> = this.RULE("value", (): Value =>
    this.OR<Value>([
      { ALT: () => this.SUBRULE(this.string) },
      { ALT: () => this.nested(() => this.SUBRULE(this.array)) },
      {
        GATE: () => tokenMatcher(this.LA(2), t.Of),
        ALT: () => this.nested(() => this.SUBRULE(this.instance, { ARGS: [this.next(), []] })),
      },
      { ALT: () => this.wordValue(this.CONSUME(t.Word)) },
      { ALT: () => this.integer(this.CONSUME(t.Integer)) },
      { ALT: () => this.real(this.CONSUME(t.Real)) },
      { ALT: () => this.char(this.CONSUME(t.Char)) },
      { ALT: () => this.aliasReference(this.CONSUME(t.Alias)) },
    ]),
  );

  // arrayInitializer = "{" constantValue *( "," constantValue ) "}"     Microsoft: "{" "}"
  private readonly array = this.RULE("array", (): Value => {
    const { startOffset } = this.CONSUME(t.BraceOpen);
    const items: Value[] = [];
    this.MANY_SEP({ SEP: t.Comma, DEF: () => items.push(this.SUBRULE(this.value)) });
    this.closing(ARRAY_END, "the last value of the array");
    return { kind: "array", items, start: startOffset, end: this.end() };
  });

  // stringValue = 1*( """ *stringChar """ )
  private readonly string = this.RULE("string", (): Value => {
    const start = this.next();
    let value = "";
    this.AT_LEAST_ONE(() => {
      value += this.stringPart(this.CONSUME(t.StringPart));
    });
    return { kind: "string", value, start, end: this.end() };
  });

  // array = "[" [ positiveDecimalValue ] "]"
  protected readonly arraySuffix: ParserMethod<[], ArraySuffix> = this.RULE(
    "arraySuffix",
    (): ArraySuffix => {
      const { startOffset } = this.CONSUME(t.BracketOpen);
      const size = this.OPTION(() => this.CONSUME(t.Integer));
      this.closing(ARRAY_SUFFIX_END, "the size of the array");
      return {
        kind: "array-suffix",
        ...(size && { size: this.ACTION(() => Number(integerValue(size.image))) }),
        start: startOffset,
        end: this.end(),
      };
    },
  );

  // defaultValue = "=" initializer
  protected readonly initializer: ParserMethod<[], Value> = this.RULE("initializer", (): Value => {
    this.CONSUME(t.Equals);
    return this.SUBRULE(this.value);
  });

  // qualifierList = "[" qualifier *( "," qualifier ) "]"
  protected readonly qualifierList: ParserMethod<[], readonly Qualifier[]> = this.RULE(
    "qualifierList",
    (): readonly Qualifier[] => {
      const qualifiers: Qualifier[] = [];
      const open = this.CONSUME(t.BracketOpen);
      try {
        this.MANY_SEP({ SEP: t.Comma, DEF: () => qualifiers.push(this.SUBRULE(this.qualifier)) });
        this.closing(QUALIFIER_LIST_END, "the last qualifier");
        if (qualifiers.length === 0) {
          // A list is there to hold something (DSP0004 annex A); an empty one changes no meaning.
          const start = open.startOffset;
          this.mistakes.push({ kind: "empty-qualifier-list", start, end: this.end() });
        }
      } catch (error) {
        this.giveUpList(error, open.startOffset);
      }
      return qualifiers;
    },
  );

  // qualifier = qualifierName [ qualifierParameter ] [ ":" 1*flavor ]
  // qualifierParameter = "(" constantValue ")" / arrayInitializer
  private readonly qualifier = this.RULE("qualifier", (): Qualifier => {
    const name = this.nameOf(this.CONSUME(t.Word, QUALIFIER));
    const value = this.OPTION(() =>
      this.OR<Value>([
        { ALT: () => this.SUBRULE(this.qualifierParameter, { ARGS: [name] }) },
        { ALT: () => this.SUBRULE(this.array) },
      ]),
    );
    if (!value && this.isLiteralNext()) this.fail(`"(" after ${name.text}`);
    const flavors: Name[] = [];
    this.OPTION2(() => {
      this.CONSUME(t.Colon);
      this.AT_LEAST_ONE({
        ...FLAVOR,
        GATE: () => !this.isDeclarationNext(),
        DEF: () => flavors.push(this.nameOf(this.CONSUME2(t.Word))),
      });
    });
    return {
      kind: "qualifier",
      name,
      ...(value && { value }),
      flavors,
      start: name.start,
      end: this.end(),
    };
  });

  private readonly qualifierParameter = this.RULE("qualifierParameter", (name: Name): Value => {
    this.CONSUME(t.ParenOpen);
    const value = this.SUBRULE(this.value);
    this.closing(QUALIFIER_VALUE_END, "the value of", name);
    return value;
  });

  // qualifierTypeDeclaration = QUALIFIER qualifierName ":" qualifierType scope [ defaultFlavor ] ";"
  // qualifierType = DT_… [ array ] [ defaultValue ]     scope = "," SCOPE "(" … ")"     defaultFlavor = "," FLAVOR "(" … ")"
  // Microsoft's short form: QUALIFIER qualifierName ":" *flavor ";"
  protected readonly qualifierDeclaration: ParserMethod<[], QualifierDeclaration> = this.RULE(
    "qualifierDeclaration",
    (): QualifierDeclaration => {
      const start = this.CONSUME(t.QualifierWord).startOffset;
      const name = this.nameOf(this.CONSUME1(t.Word, QUALIFIER_NAME));
      this.CONSUME(t.Colon);
      const words: Name[] = [];
      this.AT_LEAST_ONE({
        ...QUALIFIER_TYPE,
        DEF: () => words.push(this.nameOf(this.CONSUME2(t.Word))),
      });
      const array = this.OPTION1(() => this.SUBRULE(this.arraySuffix));
      const initializer = this.OPTION2(() => this.SUBRULE(this.initializer));
      const scopes: Name[] = [];
      const flavors: Name[] = [];
      this.MANY(() => {
        this.CONSUME(t.Comma);
        const clause = this.nameOf(this.CONSUME3(t.Word, CLAUSE));
        const into = this.ACTION(() => /^scope$/i.test(clause.text)) ? scopes : flavors;
        this.CONSUME(t.ParenOpen);
        this.MANY_SEP({
          SEP: t.Comma,
          DEF: () => into.push(this.nameOf(this.CONSUME4(t.Word))),
        });
        this.closing(CLAUSE_END, "the list behind", clause);
      });
      this.semicolon("the declaration of the qualifier", name);
      const [first] = words;
      const type: TypeName | undefined =
        first && isIntrinsic(first.text)
          ? { kind: "type", name: first, reference: false, start: first.start, end: first.end }
          : undefined;
      return {
        kind: "qualifier-declaration",
        name,
        ...(type && { type }),
        ...(array && { array }),
        ...(initializer && { initializer }),
        scopes,
        flavors: type ? [...words.slice(1), ...flavors] : [...words, ...flavors],
        start,
        end: this.end(),
      };
    },
  );

  // INSTANCE OF className [ AS alias ] "{" 1*valueInitializer "}"     Microsoft: as a value, and empty
  protected readonly instance: ParserMethod<
    [start: number, qualifiers: readonly Qualifier[]],
    InstanceDeclaration
  > = this.RULE(
    "instance",
    (start: number, qualifiers: readonly Qualifier[]): InstanceDeclaration => {
      this.CONSUME(t.Instance);
      this.CONSUME(t.Of);
      const className = this.nameOf(this.CONSUME(t.Word, CLASS_OF_INSTANCE));
      const alias = this.OPTION(() => this.SUBRULE(this.alias));
      const opened = this.openBody(INSTANCE_BODY, "the instance of", className);
      const assignments: Assignment[] = [];
      this.skipStrayMembers(ASSIGNMENT);
      this.MANY({
        GATE: () => !this.isDeclarationNext(),
        DEF: () => {
          const assignment = this.SUBRULE(this.assignment);
          if (assignment) assignments.push(assignment);
          this.skipStrayMembers(ASSIGNMENT);
        },
      });
      this.closeBody(opened, "the instance of", className);
      return {
        kind: "instance",
        qualifiers,
        className,
        ...(alias && { alias }),
        assignments,
        start,
        end: this.end(),
      };
    },
  );

  // valueInitializer = [ qualifierList ] ( propertyName / referenceName ) "=" initializer ";"
  // Microsoft: without a value, which leaves the property null
  private readonly assignment = this.RULE("assignment", (): Assignment | undefined => {
    const start = this.next();
    try {
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      if (this.isDeclarationNext()) {
        this.carry(start, qualifiers);
        return undefined;
      }
      const name = this.nameOf(this.CONSUME(t.Word, ASSIGNED));
      if (this.isLiteralNext() || this.LA(1).tokenType === t.Colon) {
        this.fail('"="', "assignment-with-equals");
      }
      const unset: Value = { kind: "null", start: name.end, end: name.end };
      const value = this.OPTION2(() => this.SUBRULE(this.initializer)) ?? unset;
      this.semicolon("the value of", name);
      return { kind: "assignment", qualifiers, name, value, start, end: this.end() };
    } catch (error) {
      this.giveUp(error, start, "body");
      return undefined;
    }
  });

  // alias = AS aliasIdentifier
  protected readonly alias: ParserMethod<[], Name> = this.RULE("alias", (): Name => {
    this.CONSUME(t.As);
    return this.nameOf(this.CONSUME(t.Alias));
  });

  private stringPart(token: IToken): string {
    const { image, tokenType } = token;
    const start = token.startOffset + 1;
    // The end of a string that was never closed was guessed: it has no closing quote.
    const inside = tokenType === t.UnclosedString ? image.slice(1) : image.slice(1, -1);
    if (tokenType === t.WrongQuotes) {
      this.mistakes.push({ kind: "wrong-quotes", quote: image.slice(0, 1), ...spanOf(token) });
    }
    if (inside.includes("\n") || inside.includes("\r")) {
      const end = start + inside.search(/[\r\n]/);
      this.mistakes.push({ kind: "string-with-line-break", start: start - 1, end });
    }
    return unescape(inside, start, this.mistakes);
  }

  private wordValue(token: IToken): Value {
    const at = spanOf(token);
    const word = token.image.toLowerCase();
    if (word === "true" || word === "false") {
      return { kind: "boolean", value: word === "true", ...at };
    }
    return word === "null" ? { kind: "null", ...at } : { kind: "word", text: token.image, ...at };
  }

  private integer(token: IToken): Value {
    const value = this.ACTION(() => integerValue(token.image));
    return { kind: "integer", value, ...spanOf(token) };
  }

  private real(token: IToken): Value {
    return { kind: "real", value: Number(token.image), ...spanOf(token) };
  }

  private char(token: IToken): Value {
    const inside = token.image.slice(1, -1);
    const value = this.ACTION(() => unescape(inside, token.startOffset + 1, this.mistakes));
    return { kind: "char", value, ...spanOf(token) };
  }

  private aliasReference(token: IToken): Value {
    return { kind: "alias", text: token.image, ...spanOf(token) };
  }
}
