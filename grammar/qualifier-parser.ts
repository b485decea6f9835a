/** The declaration of qualifiers, in the forms of all dialects. */
import type { ParserMethod } from "chevrotain";
import type {
  ArraySuffix,
  Name,
  Qualifier,
  QualifierDeclaration,
  TypeName,
  Value,
} from "../src/ast/index.ts";
import { isIntrinsic } from "./keywords.ts";
import type { ClosingMark } from "./mark-parser.ts";
import { endOfRegularQualifierType } from "./regular-end.ts";
import type { QualifierParts } from "./regular-reader.ts";
import * as t from "./tokens.ts";
import { ValueParser } from "./value-parser.ts";

const QUALIFIER_NAME = { ERR_MSG: "the name of the qualifier" };
const QUALIFIER_TYPE = { ERR_MSG: "the type of the qualifier" };
const CLAUSE = { ERR_MSG: '"scope" or "flavor"' };
const CLAUSE_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: ({ tokenType }, _second, onNewLine) => onNewLine || tokenType === t.Semicolon,
  options: { ERR_MSG: '"," or ")"' },
};

/** What stands behind the type of a qualifier. */
type Clauses = Pick<QualifierParts, "scopes" | "flavors" | "policy">;

export abstract class QualifierParser extends ValueParser {
  // qualifierTypeDeclaration = QUALIFIER qualifierName ":" qualifierType scope [ defaultFlavor ] ";"
  // qualifierType = DT_… [ array ] [ defaultValue ]
  // Microsoft's short form: QUALIFIER qualifierName ":" *flavor ";"
  // MOF 3: [ qualifierList ] …, and the name of an enumeration as the type
  protected readonly qualifierDeclaration: ParserMethod<
    [start: number, qualifiers: readonly Qualifier[]],
    QualifierDeclaration
  > = this.RULE(
    "qualifierDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): QualifierDeclaration => {
      this.CONSUME(t.QualifierWord);
      const parts = this.regularParts() ?? this.parts();
      return this.ACTION(() => {
        const { words, array, initializer, scopes, policy } = parts;
        const type = typeAmong(words, array, initializer);
        const flavors = type ? words.slice(1) : words;
        const declaration: QualifierDeclaration = {
          kind: "qualifier-declaration",
          ...(qualifiers.length > 0 && { qualifiers }),
          name: parts.name,
          ...(type && { type }),
          ...(array && { array }),
          ...(initializer && { initializer }),
          scopes,
          flavors: [...flavors, ...parts.flavors],
          ...(policy && { policy }),
          start,
          end: this.end(),
        };
        this.showsDialect(declaration);
        return declaration;
      });
    },
  );

  /** What stands behind the keyword. */
  private parts(): QualifierParts {
    const name = this.nameOf(this.CONSUME1(t.Word, QUALIFIER_NAME));
    this.CONSUME(t.Colon);
    const words: Name[] = [];
    this.AT_LEAST_ONE({
      ...QUALIFIER_TYPE,
      GATE: () => this.LA(2).tokenType !== t.ParenOpen && !this.isDeclarationNext(),
      DEF: () => words.push(this.nameOf(this.CONSUME2(t.Word))),
    });
    const array = this.OPTION1(() => this.SUBRULE(this.arraySuffix));
    const initializer = this.OPTION2(() => this.SUBRULE(this.initializer));
    const clauses = this.SUBRULE(this.clauses);
    this.semicolon("the declaration of the qualifier", name);
    return { name, words, array, initializer, ...clauses };
  }

  /** The same, if no rules are needed for it. */
  protected regularParts(): QualifierParts | undefined {
    const isRegular = this.isFree && endOfRegularQualifierType(this.tokens, this.nextIndex) >= 0;
    if (!isRegular) return undefined;
    const reader = this.regularReader();
    const parts = reader.qualifierType();
    this.behind(reader);
    return parts;
  }

  // scope = "," SCOPE "(" … ")"     defaultFlavor = "," FLAVOR "(" … ")"
  // MOF 3: qualifierScope = SCOPE "(" … ")"     qualifierPolicy = POLICY "(" policyKind ")"
  private readonly clauses = this.RULE("clauses", (): Clauses => {
    const lists: Record<string, Name[]> = { scope: [], flavor: [], policy: [] };
    this.MANY({
      GATE: () => this.isClauseNext(),
      DEF: () => {
        const comma = this.OPTION(() => this.CONSUME(t.Comma));
        const clause = this.nameOf(this.CONSUME(t.Word, CLAUSE));
        const list = lists[clause.text.toLowerCase()];
        if (!list && !this.RECORDING_PHASE) this.failAt(clause, CLAUSE.ERR_MSG);
        if (!comma) this.clauseWithoutComma(clause);
        this.CONSUME(t.ParenOpen);
        this.MANY_SEP({
          SEP: t.Comma,
          DEF: () => {
            const word = this.nameOf(this.CONSUME1(t.Word));
            list?.push(word);
          },
        });
        this.closing(CLAUSE_END, "the list behind", clause);
      },
    });
    const { scope: scopes = [], flavor: flavors = [], policy: [policy] = [] } = lists;
    return { scopes, flavors, policy };
  });

  private isClauseNext(): boolean {
    const { tokenType, image } = this.LA(1);
    if (tokenType === t.Comma) return true;
    return this.LA(2).tokenType === t.ParenOpen && /^(?:scope|flavor|policy)$/i.test(image);
  }

  private clauseWithoutComma({ text: clause, start }: Name): void {
    if (this.RECORDING_PHASE) return;
    this.report({ kind: "clause-without-comma", clause, start, end: start });
  }

  private showsDialect(declaration: QualifierDeclaration): void {
    const { name, type, scopes, flavors, policy, qualifiers } = declaration;
    if (!type) this.shows("short-qualifier-declaration", name);
    else if (flavors[0]) this.shows("flavors", flavors[0]);
    if (policy) this.shows("policy", policy);
    else if (scopes[0]) this.shows("scope-of-qualifier", scopes[0]);
    if (qualifiers?.[0]) this.shows("qualified-qualifier", qualifiers[0]);
  }
}

/** The first word is a type when the language has it, or when a value shows that it names an enumeration. */
function typeAmong(
  [first, second]: readonly Name[],
  array?: ArraySuffix,
  initializer?: Value,
): TypeName | undefined {
  const isEnumeration = second === undefined && (array ?? initializer) !== undefined;
  if (!first || !(isIntrinsic(first.text) || isEnumeration)) return undefined;
  return { kind: "type", name: first, reference: false, start: first.start, end: first.end };
}
