/** What stands in classes and structures: properties, methods and their parameters. */
import { type ConsumeMethodOpts, type ParserMethod, tokenMatcher } from "chevrotain";
import type {
  ArraySuffix,
  MethodDeclaration,
  Name,
  ParameterDeclaration,
  PropertyDeclaration,
  Qualifier,
  TypeName,
} from "../src/ast/index.ts";
import { isIntrinsic, isTypeOfMof3 } from "./keywords.ts";
import type { ClosingMark } from "./mark-parser.ts";
import { QualifierParser } from "./qualifier-parser.ts";
import { endOfRegularMember } from "./regular-end.ts";
import type { ListMarks } from "./resume.ts";
import * as t from "./tokens.ts";

const PARAMETER_TYPE = { ERR_MSG: "the type of a parameter" };
const PARAMETER_NAME = { ERR_MSG: "the name of the parameter" };
const PARAMETERS_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: ({ tokenType }) => tokenType === t.Semicolon,
  isCommaForgotten: (next, second) =>
    next.tokenType === t.BracketOpen ||
    (tokenMatcher(next, t.Word) && tokenMatcher(second, t.Word)),
  options: { ERR_MSG: '"," or ")"' },
};
/** How a list of parameters goes on behind one that failed. */
const PARAMETERS: ListMarks = {
  isEnd: ({ tokenType }, next) => tokenType === t.ParenClose && next?.tokenType === t.Semicolon,
  beginsItem: (first, second) =>
    tokenMatcher(second, t.Word) &&
    (first.tokenType === t.BracketOpen || tokenMatcher(first, t.Word)),
  stops: [t.Semicolon],
};

/** What a member begins with. */
export interface Head {
  readonly start: number;
  readonly qualifiers: readonly Qualifier[];
  readonly type: TypeName;
  /** MOF 3: behind the type of a method. */
  readonly array?: ArraySuffix;
  readonly name: Name;
}

export abstract class MemberParser extends QualifierParser {
  // methodDeclaration = [ qualifierList ] dataType methodName "(" [ parameterList ] ")" ";"
  // MOF 3: ( returnDataType [ array ] ) / VOID
  protected readonly method: ParserMethod<[Head], MethodDeclaration> = this.RULE(
    "method",
    (head: Head): MethodDeclaration => {
      const parameters: ParameterDeclaration[] = [];
      const name = this.ACTION(() => head.name);
      this.openParameters(name);
      const start = this.end();
      try {
        this.MANY_SEP({
          SEP: t.Comma,
          DEF: () => parameters.push(this.SUBRULE(this.parameter)),
        });
        while (this.passSemicolon()) {
          do parameters.push(this.SUBRULE1(this.parameter));
          while (this.passComma());
        }
        this.closing(PARAMETERS_END, "the parameters of", name);
      } catch (error) {
        this.restOfList(error, start, PARAMETERS, () => {
          do parameters.push(this.SUBRULE1(this.parameter));
          while (this.passComma() || this.passSemicolon());
          this.closing(PARAMETERS_END, "the parameters of", name);
        });
      }
      this.semicolon("the method", name);
      return { kind: "method", ...head, parameters, end: this.end() };
    },
  );

  // propertyDeclaration = [ qualifierList ] dataType propertyName [ array ] [ defaultValue ] ";"
  protected readonly property: ParserMethod<[Head], PropertyDeclaration> = this.RULE(
    "property",
    (head: Head): PropertyDeclaration => {
      const array = this.OPTION(() => this.SUBRULE(this.arraySuffix));
      const initializer = this.OPTION2(() => this.SUBRULE(this.initializer));
      this.semicolon(
        "the property",
        this.ACTION(() => head.name),
      );
      this.ACTION(() => {
        if (array && head.type.reference) this.shows("array-of-references", array);
      });
      return {
        kind: "property",
        ...head,
        ...(array && { array }),
        ...(initializer && { initializer }),
        end: this.end(),
      };
    },
  );

  // parameter = [ qualifierList ] ( dataType / objectRef ) parameterName [ array ]
  // Microsoft, MOF 3: [ defaultValue ], which makes it optional
  private readonly parameter = this.RULE("parameter", (): ParameterDeclaration => {
    const start = this.next();
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
    const type = this.SUBRULE(this.type, { ARGS: [PARAMETER_TYPE] });
    const name = this.nameOf(this.CONSUME(t.Word, PARAMETER_NAME));
    const array = this.OPTION2({
      // The qualifiers of another parameter, before which the comma was forgotten, are no array.
      GATE: () => !tokenMatcher(this.LA(2), t.Word),
      DEF: () => this.SUBRULE(this.arraySuffix),
    });
    const initializer = this.OPTION3(() => this.SUBRULE(this.initializer));
    if (initializer) this.shows("parameter-default", initializer);
    return {
      kind: "parameter",
      qualifiers,
      type,
      name,
      ...(array && { array }),
      ...(initializer && { initializer }),
      start,
      end: this.end(),
    };
  });

  // dataType = DT_UINT8 / … ;  objectRef = className REF
  // Microsoft, MOF 3: a class name alone is an embedded instance. "ref" is a name when no name follows it.
  protected readonly type: ParserMethod<[ConsumeMethodOpts], TypeName> = this.RULE(
    "type",
    (expected: ConsumeMethodOpts): TypeName => {
      const name = this.nameOf(this.CONSUME(t.Word, expected));
      const ref = this.OPTION({
        GATE: () => tokenMatcher(this.LA(2), t.Word),
        DEF: () => this.CONSUME(t.Ref),
      });
      const reference = ref !== undefined;
      if (!COMMON_TYPES.has(name.text)) this.showsType(name, reference);
      return { kind: "type", name, reference, start: name.start, end: this.end() };
    },
  );

  /** The member that is next, if it is one for which no rules are needed. */
  protected regularMember(): PropertyDeclaration | MethodDeclaration | undefined {
    if (!this.isFree || endOfRegularMember(this.tokens, this.nextIndex) < 0) return undefined;
    const reader = this.regularReader();
    const member = reader.member();
    this.behind(reader);
    for (const { name, reference } of reader.types) {
      if (!COMMON_TYPES.has(name.text)) this.showsType(name, reference);
    }
    if (member.array && member.type.reference) this.shows("array-of-references", member.array);
    return member;
  }

  private showsType(name: Name, reference: boolean): void {
    const { text } = name;
    if (isTypeOfMof3(text)) this.shows("mof3-type", name);
    else if (/^object$/i.test(text)) this.shows("object-type", name);
    else if (/^void$/i.test(text)) this.shows("void-method", name);
    else if (!reference && !isIntrinsic(text)) this.shows("embedded-type", name);
  }
}

/** Types that show no dialect, as most people write them; others are looked at more closely. */
const COMMON_TYPES: ReadonlySet<string> = new Set(
  "boolean string datetime char16 uint8 uint16 uint32 uint64 sint8 sint16 sint32 sint64 real32 real64".split(
    " ",
  ),
);
