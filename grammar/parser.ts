/**
 * The grammar of MOF 2.x (DSP0004 2.8 annex A) with Microsoft's constructs. Each rule
 * shows its production and builds its node; README.md holds the table of all of them.
 */
import { type ConsumeMethodOpts, type IToken, tokenMatcher } from "chevrotain";
import type {
  ClassDeclaration,
  Declaration,
  Feature,
  InstanceDeclaration,
  Name,
  ParameterDeclaration,
  PragmaDirective,
  Qualifier,
  TypeName,
  Value,
} from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import { spanOf } from "./messages.ts";
import type { Mistake } from "./mistakes.ts";
import type { ClosingMark } from "./mark-parser.ts";
import { MOST_FAILURES } from "./recovering-parser.ts";
import * as t from "./tokens.ts";
import { ValueParser } from "./value-parser.ts";

const PRAGMA_NAME = { ERR_MSG: "the name of the pragma" };
/** A pragma is over with its line. */
const PRAGMA_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: (_next, _second, onNewLine) => onNewLine,
  options: { ERR_MSG: '"," or ")"' },
};
const PATH = { ERR_MSG: "the path of the file in quotes" };
const CLASS_NAME = { ERR_MSG: "the name of the class" };
const SUPERCLASS_NAME = { ERR_MSG: "the name of the superclass" };
const CLASS_BODY = { ERR_MSG: '":" or "{"' };
const MEMBER = 'a property, a method or "}"';
const MEMBER_TYPE = { ERR_MSG: "the type of a property or method" };
const MEMBER_NAME = { ERR_MSG: "the name of a property or method" };
const PARAMETER_TYPE = { ERR_MSG: "the type of a parameter" };
const PARAMETER_NAME = { ERR_MSG: "the name of the parameter" };
const PARAMETERS_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: ({ tokenType }) => tokenType === t.Semicolon,
  isCommaForgotten: ({ tokenType }) => tokenType === t.BracketOpen,
  options: { ERR_MSG: '"," or ")"' },
};

/** What could be understood, and what was wrong. */
export interface Parsed {
  readonly declarations: readonly Declaration[];
  /** Where declarations begin, those that were given up too. */
  readonly starts: readonly number[];
  readonly mistakes: readonly Mistake[];
  /** What was given up and not looked at. */
  readonly skipped: readonly Span[];
}

/** One instance parses many texts, one after the other. */
export class MofParser extends ValueParser {
  private declarations: Declaration[] = [];
  private starts: number[] = [];

  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /**
   * @param swallowed - whether a string or comment that is never closed hides the end of the text
   * @param patience - after how many failures the rest is given up
   */
  parse(
    text: string,
    tokens: IToken[],
    swallowed: boolean,
    patience: number = MOST_FAILURES,
  ): Parsed {
    this.declarations = [];
    this.starts = [];
    this.begin(text, tokens, swallowed, patience);
    this.document();
    this.finish();
    const { declarations, starts, mistakes, skipped } = this;
    return { declarations, starts, mistakes, skipped };
  }

  // mofSpecification = *mofProduction
  private readonly document: () => void = this.RULE("document", () => {
    this.skipStrayDeclarations();
    this.MANY(() => {
      const declaration = this.SUBRULE(this.declaration);
      if (declaration) this.declarations.push(declaration);
      this.skipStrayDeclarations();
    });
  });

  // mofProduction = compilerDirective / classDeclaration / qualifierTypeDeclaration / instanceDeclaration
  private readonly declaration = this.RULE("declaration", (): Declaration | undefined => {
    const start = this.next();
    this.starts.push(start);
    try {
      return this.OR<Declaration | undefined>([
        { ALT: () => this.SUBRULE(this.pragma) },
        { ALT: () => this.SUBRULE(this.include) },
        { ALT: () => this.SUBRULE(this.qualifierDeclaration) },
        { ALT: () => this.SUBRULE(this.classOrInstance) },
      ]);
    } catch (error) {
      this.giveUp(error, start, "document");
      return undefined;
    }
  });

  // compilerDirective = PRAGMA pragmaName "(" pragmaParameter ")"
  // Microsoft: without parameters, or with several
  private readonly pragma = this.RULE("pragma", (): PragmaDirective => {
    const start = this.CONSUME(t.Pragma).startOffset;
    const name = this.nameOf(this.CONSUME(t.Word, PRAGMA_NAME));
    const parameters: Value[] = [];
    this.OPTION(() => {
      this.CONSUME(t.ParenOpen);
      this.MANY_SEP({ SEP: t.Comma, DEF: () => parameters.push(this.SUBRULE(this.value)) });
      this.closing(PRAGMA_END, "the pragma", name);
    });
    if (parameters.length === 0 && this.isLiteralNext()) this.fail(`"(" after ${name.text}`);
    return { kind: "pragma", name, parameters, start, end: this.end() };
  });

  // Microsoft: "#include" "(" string ")", whose backslashes are not escapes
  private readonly include = this.RULE("include", (): PragmaDirective => {
    const hash = this.CONSUME(t.Include);
    const { start, end } = this.nameOf(hash);
    const name: Name = { kind: "name", text: "include", start, end };
    this.CONSUME(t.ParenOpen);
    const path = this.CONSUME(t.StringPart, PATH);
    const parameter: Value = {
      kind: "string",
      value: path.image.slice(1, -1),
      ...spanOf(path),
    };
    this.closing(PRAGMA_END, "the path");
    return { kind: "pragma", name, parameters: [parameter], start, end: this.end() };
  });

  private readonly classOrInstance = this.RULE(
    "classOrInstance",
    (): ClassDeclaration | InstanceDeclaration | undefined => {
      const { carried } = this;
      this.carried = undefined;
      const start = carried?.start ?? this.next();
      const list = this.OPTION(() => this.SUBRULE(this.qualifierList));
      const qualifiers = carried?.qualifiers ?? list ?? [];
      return this.OR<ClassDeclaration | InstanceDeclaration | undefined>([
        { ALT: () => this.SUBRULE(this.classDeclaration, { ARGS: [start, qualifiers] }) },
        { ALT: () => this.SUBRULE(this.instanceDeclaration, { ARGS: [start, qualifiers] }) },
      ]);
    },
  );

  // instanceDeclaration = [ qualifierList ] INSTANCE OF className [ AS alias ] "{" 1*valueInitializer "}" ";"
  private readonly instanceDeclaration = this.RULE(
    "instanceDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): InstanceDeclaration => {
      const instance = this.SUBRULE(this.instance, { ARGS: [start, qualifiers] });
      if (this.isClosed) this.endDeclaration("the end of the instance");
      return { ...instance, end: this.end() };
    },
  );

  // classDeclaration = [ qualifierList ] CLASS className [ AS alias ] [ ":" superClassName ] "{" *classFeature "}" ";"
  private readonly classDeclaration = this.RULE(
    "classDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): ClassDeclaration | undefined => {
      this.CONSUME(t.Class);
      const name = this.isNameless() ? undefined : this.nameOf(this.CONSUME1(t.Word, CLASS_NAME));

      const alias = this.OPTION(() => this.SUBRULE(this.alias));
      const superclass = this.OPTION2(() => {
        this.CONSUME(t.Colon);
        return this.nameOf(this.CONSUME2(t.Word, SUPERCLASS_NAME));
      });
      const opened = superclass
        ? this.openBody(CLASS_BODY, "the superclass", superclass)
        : this.openBody(CLASS_BODY, "the class", name);
      const features = this.SUBRULE(this.features);
      this.closeBody(opened, "the class", name);
      if (this.isClosed) this.endDeclaration("the end of the class", name);
      return (
        name && {
          kind: "class",
          qualifiers,
          name,
          ...(alias && { alias }),
          ...(superclass && { superclass }),
          features,
          start,
          end: this.end(),
        }
      );
    },
  );

  // *classFeature
  private readonly features = this.RULE("features", (): readonly Feature[] => {
    const features: Feature[] = [];
    this.skipStrayMembers(MEMBER);
    this.MANY({
      GATE: () => !this.isDeclarationNext(),
      DEF: () => {
        const feature = this.SUBRULE(this.feature);
        if (feature) features.push(feature);
        this.skipStrayMembers(MEMBER);
      },
    });
    return features;
  });

  // classFeature = propertyDeclaration / methodDeclaration / referenceDeclaration
  // They begin alike, so the parenthesis decides.
  private readonly feature = this.RULE("feature", (): Feature | undefined => {
    const start = this.next();
    try {
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      if (this.isDeclarationNext()) {
        this.carry(start, qualifiers);
        return undefined;
      }
      const type = this.SUBRULE(this.type, { ARGS: [MEMBER_TYPE] });
      const name = this.nameOf(this.CONSUME(t.Word, MEMBER_NAME));
      if (this.LA(1).tokenType === t.BracketOpen && this.isParenthesisForgotten()) {
        return this.SUBRULE(this.method, { ARGS: [start, qualifiers, type, name] });
      }
      if (this.isSemicolonForgotten("the property", name)) {
        return { kind: "property", qualifiers, type, name, start, end: this.end() };
      }
      return this.OR<Feature>([
        { ALT: () => this.SUBRULE(this.method, { ARGS: [start, qualifiers, type, name] }) },
        { ALT: () => this.SUBRULE(this.property, { ARGS: [start, qualifiers, type, name] }) },
      ]);
    } catch (error) {
      this.giveUp(error, start, "body");
      return undefined;
    }
  });

  // methodDeclaration = [ qualifierList ] dataType methodName "(" [ parameterList ] ")" ";"
  private readonly method = this.RULE(
    "method",
    (start: number, qualifiers: readonly Qualifier[], type: TypeName, name: Name): Feature => {
      const parameters: ParameterDeclaration[] = [];
      this.openParameters(name);
      this.MANY_SEP({
        SEP: t.Comma,
        DEF: () => parameters.push(this.SUBRULE(this.parameter)),
      });
      this.closing(PARAMETERS_END, "the parameters of", name);
      this.semicolon("the method", name);
      return { kind: "method", qualifiers, type, name, parameters, start, end: this.end() };
    },
  );

  // propertyDeclaration = [ qualifierList ] dataType propertyName [ array ] [ defaultValue ] ";"
  private readonly property = this.RULE(
    "property",
    (start: number, qualifiers: readonly Qualifier[], type: TypeName, name: Name): Feature => {
      const array = this.OPTION(() => this.SUBRULE(this.arraySuffix));
      const initializer = this.OPTION2(() => this.SUBRULE(this.initializer));
      this.semicolon("the property", name);
      return {
        kind: "property",
        qualifiers,
        type,
        name,
        ...(array && { array }),
        ...(initializer && { initializer }),
        start,
        end: this.end(),
      };
    },
  );

  // parameter = [ qualifierList ] ( dataType / objectRef ) parameterName [ array ]
  // Microsoft: [ defaultValue ], which makes it optional
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
  // Microsoft: a class name alone is an embedded instance. "ref" is a name when no name follows it.
  private readonly type = this.RULE("type", (expected: ConsumeMethodOpts): TypeName => {
    const name = this.nameOf(this.CONSUME(t.Word, expected));
    const ref = this.OPTION({
      GATE: () => tokenMatcher(this.LA(2), t.Word),
      DEF: () => this.CONSUME(t.Ref),
    });
    const reference = ref !== undefined;
    return { kind: "type", name, reference, start: name.start, end: this.end() };
  });

  /** Whether a class has no name; its members are read all the same. */
  private isNameless(): boolean {
    const { tokenType } = this.LA(1);
    if (this.RECORDING_PHASE || (tokenType !== t.BraceOpen && tokenType !== t.Colon)) return false;
    this.reportMissed(CLASS_NAME.ERR_MSG);
    return true;
  }
}
