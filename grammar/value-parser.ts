/** The rules of values, qualifiers and instances, which contain each other. */
import { type IOrAlt, type IToken, type ParserMethod, tokenMatcher } from "chevrotain";
import type {
  ArraySuffix,
  Assignment,
  InstanceDeclaration,
  Name,
  Qualifier,
  Value,
} from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import { integerValue } from "./literals.ts";
import { isFlavor } from "./keywords.ts";
import { shown, spanOf } from "./messages.ts";
import type { ClosingMark } from "./mark-parser.ts";
import { RegularParser } from "./regular-parser.ts";
import type { ListMarks } from "./resume.ts";
import * as t from "./tokens.ts";

/** A size that is larger stands for none: no server answers with so many. */
const LARGEST_SIZE = 0xffffffffn;

const QUALIFIER = { ERR_MSG: "a qualifier" };
/** How a list of qualifiers goes on behind one that failed. */
const QUALIFIERS: ListMarks = {
  isEnd: ({ tokenType }) => tokenType === t.BracketClose,
  beginsItem: (first, second) =>
    tokenMatcher(first, t.Word) &&
    [t.ParenOpen, t.BraceOpen, t.Comma, t.Colon, t.BracketClose].includes(second.tokenType),
  stops: [t.Semicolon, t.BracketOpen],
};
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
    [t.StringPart, t.Integer, t.Real, t.Char, t.Word, t.Alias].some((type) =>
      tokenMatcher(next, type),
    ),
  options: { ERR_MSG: '"," or "}"' },
};
const ARRAY_SUFFIX_END: ClosingMark = {
  type: t.BracketClose,
  isForgotten: ({ tokenType }) =>
    [t.Semicolon, t.Equals, t.Comma, t.ParenClose].includes(tokenType),
  options: { ERR_MSG: 'the number of elements or "]"' },
};
const CLASS_OF_INSTANCE = { ERR_MSG: "the name of the class of the instance" };
const INSTANCE_BODY = { ERR_MSG: '"as" or "{"' };
const ASSIGNMENT = "an assignment such as Name = value;";
const ASSIGNED = { ERR_MSG: "the name of a property" };

export abstract class ValueParser extends RegularParser {
  /** Made once: there are more values than anything else. */
  private readonly values: IOrAlt<Value>[] = [
    { ALT: () => this.SUBRULE(this.string) },
    { ALT: () => this.nested("values", () => this.SUBRULE(this.array)) },
    {
      GATE: () => tokenMatcher(this.LA(2), t.Of),
      ALT: () => this.nested("values", () => this.nestedInstance()),
    },
    { ALT: () => this.wordValue(this.CONSUME(t.Word)) },
    { ALT: () => this.integer(this.CONSUME(t.Integer)) },
    { ALT: () => this.real(this.CONSUME(t.Real)) },
    { ALT: () => this.char(this.CONSUME(t.Char)) },
    { ALT: () => this.aliasReference(this.CONSUME(t.Alias)) },
  ];

  // initializer = constantValue / arrayInitializer / referenceInitializer
  // Microsoft: nested "instance of", bare words
  // MOF 3: complexValue = aliasIdentifier / VALUE OF …; enumValue = [ enumName "." ] enumLiteral
  protected readonly value: ParserMethod<[], Value> = this.RULE("value", (): Value =>
    this.OR<Value>(this.values),
  );

  // arrayInitializer = "{" constantValue *( "," constantValue ) "}"     Microsoft: "{" "}"
  private readonly array = this.RULE("array", (): Value => {
    const { startOffset } = this.CONSUME(t.BraceOpen);
    const items: Value[] = [];
    this.MANY_SEP({ SEP: t.Comma, DEF: () => items.push(this.SUBRULE(this.value)) });
    while (this.isCommaForgotten(ARRAY_END)) {
      do items.push(this.SUBRULE1(this.value));
      while (this.passComma());
    }
    this.closing(ARRAY_END, "the last value of the array");
    const array: Value = { kind: "array", items, start: startOffset, end: this.end() };
    if (items.length === 0) this.shows("empty-array", array);
    return array;
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
      const suffix: ArraySuffix = {
        kind: "array-suffix",
        ...(size && this.ACTION(() => this.arraySize(size))),
        start: startOffset,
        end: this.end(),
      };
      if (size) this.shows("fixed-array", suffix);
      return suffix;
    },
  );

  private arraySize(token: IToken): Pick<ArraySuffix, "size"> {
    const size = integerValue(token.image);
    if (size > 0n && size <= LARGEST_SIZE) return { size: Number(size) };
    this.report({ kind: "array-size", size: token.image, ...spanOf(token) });
    return {};
  }

  // defaultValue = "=" initializer
  protected readonly initializer: ParserMethod<[], Value> = this.RULE("initializer", (): Value => {
    this.CONSUME(t.Equals);
    return this.SUBRULE(this.value);
  });

  // qualifierList = "[" qualifier *( "," qualifier ) "]"
  protected readonly qualifierList: ParserMethod<[], readonly Qualifier[]> = this.RULE(
    "qualifierList",
    (): readonly Qualifier[] => {
      const regular = this.regularList();
      if (regular) return regular;
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
        this.restOfList(error, open.startOffset + 1, QUALIFIERS, () => {
          do qualifiers.push(this.SUBRULE1(this.qualifier));
          while (this.passComma());
          this.closing(QUALIFIER_LIST_END, "the last qualifier");
        });
      }
      return qualifiers;
    },
  );

  // qualifier = qualifierName [ qualifierParameter ] [ ":" 1*flavor ]     MOF 3: without flavors
  // qualifierParameter = "(" constantValue ")" / arrayInitializer
  private readonly qualifier = this.RULE("qualifier", (): Qualifier => {
    const name = this.nameOf(this.CONSUME(t.Word, QUALIFIER));
    const value =
      this.OPTION(() =>
        this.OR<Value>([
          { ALT: () => this.SUBRULE(this.qualifierParameter, { ARGS: [name] }) },
          { ALT: () => this.SUBRULE(this.array) },
        ]),
      ) ?? this.assignedToQualifier(name);
    if (!value && this.isLiteralNext()) this.fail(`"(" after ${name.text}`);
    const flavors: Name[] = [];
    this.OPTION2(() => {
      this.CONSUME(t.Colon);
      this.AT_LEAST_ONE({
        ...FLAVOR,
        GATE: () => !this.isDeclarationNext(),
        DEF: () => flavors.push(this.flavor(this.nameOf(this.CONSUME2(t.Word)))),
      });
    });
    if (value && flavors.length === 0 && isFlavor(this.LA(1).image)) this.flavorsAlone(flavors);
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

  // INSTANCE OF className [ AS alias ] "{" 1*valueInitializer "}"     Microsoft: as a value, and empty
  // MOF 3: VALUE OF structureName [ alias ] propertyValueList
  protected readonly instance: ParserMethod<
    [start: number, qualifiers: readonly Qualifier[]],
    InstanceDeclaration
  > = this.RULE(
    "instance",
    (start: number, qualifiers: readonly Qualifier[]): InstanceDeclaration => {
      const keyword = this.OR([
        { ALT: () => this.CONSUME(t.Instance) },
        { ALT: () => this.CONSUME(t.ValueWord) },
      ]);
      const isValue = keyword.tokenType === t.ValueWord;
      this.CONSUME(t.Of);
      const className = this.nameOf(this.CONSUME(t.Word, CLASS_OF_INSTANCE));
      const what = isValue ? "the value of" : "the instance of";
      let alias: Name | undefined;
      let opened: Span;
      try {
        alias = this.OPTION(() => this.SUBRULE(this.alias));
        opened = this.openBody(INSTANCE_BODY, what, className);
      } catch (error) {
        opened = this.bodyBehind(error);
      }
      const assignments: Assignment[] = [];
      this.skipStrayMembers(ASSIGNMENT, "the instance");
      this.regularAssignments(assignments);
      this.MANY({
        GATE: () => !this.isDeclarationNext() && !this.isTypeNext(),
        DEF: () => {
          const assignment = this.SUBRULE(this.assignment);
          if (assignment) assignments.push(assignment);
          this.skipStrayMembers(ASSIGNMENT, "the instance");
          this.regularAssignments(assignments);
        },
      });
      this.closeBody(opened, what, className);
      if (isValue) this.shows("value-of", spanOf(keyword));
      if (className.text.startsWith("__")) this.shows("system-class", className);
      return {
        kind: "instance",
        ...(isValue && { value: true as const }),
        qualifiers,
        className,
        ...(alias && { alias }),
        assignments,
        start,
        end: this.end(),
      };
    },
  );

  private regularAssignments(assignments: Assignment[]): void {
    let assignment = this.regularAssignment();
    if (!assignment) return;
    for (; assignment; assignment = this.regularAssignment()) assignments.push(assignment);
    this.skipStrayMembers(ASSIGNMENT, "the instance");
  }

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
      if (this.isEqualsForgotten()) this.fail('"="', "assignment-with-equals");
      const unset: Value = { kind: "null", start: name.end, end: name.end };
      const value = this.OPTION2(() => this.SUBRULE(this.initializer)) ?? unset;
      this.semicolon("the value of", name);
      if (value === unset) this.shows("empty-assignment", name);
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

  private nestedInstance(): InstanceDeclaration {
    const instance = this.SUBRULE(this.instance, { ARGS: [this.next(), []] });
    if (!instance.value) this.shows("instance-as-value", instance);
    return instance;
  }

  /** A habit of other languages. */
  private assignedToQualifier({ text: name, start, end }: Name): Value | undefined {
    if (this.LA(1).tokenType !== t.Equals) return undefined;
    this.report({ kind: "assigned-qualifier", name, start, end });
    return this.SUBRULE(this.initializer);
  }

  /** Flavors whose `:` was forgotten. */
  private flavorsAlone(flavors: Name[]): void {
    this.reportMissing(t.Colon, shown(this.LA(0).image));
    for (let next = this.LA(1); isFlavor(next.image); next = this.LA(1)) {
      flavors.push(this.flavor(this.nameOf(next)));
      this.SKIP_TOKEN();
    }
  }

  private isEqualsForgotten(): boolean {
    const { tokenType } = this.LA(1);
    if (this.isLiteralNext() || [t.Colon, t.BraceOpen, t.Alias].includes(tokenType)) return true;
    return tokenMatcher(this.LA(1), t.Word) && !this.isOnNewLine();
  }
}
