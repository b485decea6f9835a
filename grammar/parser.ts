/**
 * The grammar of MOF 2.x (DSP0004 2.8 annex A) with Microsoft's constructs. Each rule
 * shows its production and builds its node; README.md holds the table of all of them.
 */
import { EmbeddedActionsParser, type IToken, tokenMatcher } from "chevrotain";
import type {
  ArraySuffix,
  Assignment,
  ClassDeclaration,
  Declaration,
  Feature,
  InstanceDeclaration,
  Name,
  ParameterDeclaration,
  PragmaDirective,
  Qualifier,
  QualifierDeclaration,
  TypeName,
  Value,
} from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import { integerValue, unescape } from "./literals.ts";
import { expectations } from "./messages.ts";
import type { Mistake } from "./mistakes.ts";
import * as t from "./tokens.ts";

/** Only whole declarations and features are given up and skipped; smaller parts fail with them. */
const NO_RESYNC = { resyncEnabled: false };
const INTRINSIC =
  /^(?:boolean|[us]int(?:8|16|32|64)|real(?:32|64)|char16|string|datetime|object|void)$/i;

/** One instance parses many texts, one after the other. */
export class MofParser extends EmbeddedActionsParser {
  /** What was wrong inside literals; chevrotain keeps the rest in `errors`. */
  mistakes: Mistake[] = [];
  /** What was understood so far: it outlives an error that ends the `document` rule. */
  declarations: Declaration[] = [];

  constructor() {
    super(t.tokens, {
      maxLookahead: 2,
      recoveryEnabled: true,
      errorMessageProvider: expectations,
      nodeLocationTracking: "none",
    });
    this.performSelfAnalysis();
  }

  // mofSpecification = *mofProduction
  readonly document: () => void = this.RULE("document", () => {
    this.MANY(() => {
      const declaration = this.SUBRULE(this.declaration);
      if (declaration) this.declarations.push(declaration);
    });
  });

  // mofProduction = compilerDirective / classDeclaration / qualifierTypeDeclaration / instanceDeclaration
  private readonly declaration = this.RULE(
    "declaration",
    (): Declaration | undefined =>
      this.OR([
        { ALT: () => this.SUBRULE(this.pragma) },
        { ALT: () => this.SUBRULE(this.include) },
        { ALT: () => this.SUBRULE(this.qualifierDeclaration) },
        { ALT: () => this.SUBRULE(this.classOrInstance) },
      ]),
    { recoveryValueFunc: () => undefined },
  );

  // compilerDirective = PRAGMA pragmaName "(" pragmaParameter ")"
  // Microsoft: without parameters, or with several
  private readonly pragma = this.RULE(
    "pragma",
    (): PragmaDirective => {
      const start = this.from(this.CONSUME(t.Pragma));
      const name = this.SUBRULE(this.name);
      const parameters: Value[] = [];
      this.OPTION(() => {
        this.CONSUME(t.ParenOpen);
        this.MANY_SEP({
          SEP: t.Comma,
          DEF: () => parameters.push(this.SUBRULE(this.value)),
        });
        this.CONSUME(t.ParenClose);
      });
      return { kind: "pragma", name, parameters, start, end: this.end() };
    },
    NO_RESYNC,
  );

  // Microsoft: "#include" "(" string ")", whose backslashes are not escapes
  private readonly include = this.RULE(
    "include",
    (): PragmaDirective => {
      const hash = this.CONSUME(t.Include);
      const start = this.from(hash);
      const name: Name = { kind: "name", text: "include", start, end: start + hash.image.length };
      this.CONSUME(t.ParenOpen);
      const path = this.CONSUME(t.StringPart);
      const parameter: Value = {
        kind: "string",
        value: path.image.slice(1, -1),
        start: path.startOffset,
        end: path.startOffset + path.image.length,
      };
      this.CONSUME(t.ParenClose);
      return { kind: "pragma", name, parameters: [parameter], start, end: this.end() };
    },
    NO_RESYNC,
  );

  // qualifierTypeDeclaration = QUALIFIER qualifierName ":" qualifierType scope [ defaultFlavor ] ";"
  // qualifierType = DT_… [ array ] [ defaultValue ]     scope = "," SCOPE "(" … ")"     defaultFlavor = "," FLAVOR "(" … ")"
  // Microsoft's short form: QUALIFIER qualifierName ":" *flavor ";"
  private readonly qualifierDeclaration = this.RULE(
    "qualifierDeclaration",
    (): QualifierDeclaration => {
      const start = this.from(this.CONSUME(t.QualifierWord));
      const name = this.SUBRULE(this.name);
      this.CONSUME(t.Colon);
      const words: Name[] = [];
      this.AT_LEAST_ONE(() => words.push(this.SUBRULE2(this.name)));
      const array = this.OPTION1(() => this.SUBRULE(this.arraySuffix));
      const initializer = this.OPTION2(() => this.SUBRULE(this.initializer));
      const scopes: Name[] = [];
      const flavors: Name[] = [];
      this.MANY(() => {
        this.CONSUME(t.Comma);
        const clause = this.SUBRULE3(this.name);
        const into = this.ACTION(() => /^scope$/i.test(clause.text)) ? scopes : flavors;
        this.CONSUME(t.ParenOpen);
        this.MANY_SEP({ SEP: t.Comma, DEF: () => into.push(this.SUBRULE4(this.name)) });
        this.CONSUME(t.ParenClose);
      });
      this.CONSUME(t.Semicolon);
      const [first] = words;
      const type: TypeName | undefined =
        first && INTRINSIC.test(first.text)
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
    NO_RESYNC,
  );

  private readonly classOrInstance = this.RULE(
    "classOrInstance",
    (): ClassDeclaration | InstanceDeclaration => {
      const start = this.next();
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      return this.OR<ClassDeclaration | InstanceDeclaration>([
        { ALT: () => this.SUBRULE(this.classDeclaration, { ARGS: [start, qualifiers] }) },
        { ALT: () => this.SUBRULE(this.instanceDeclaration, { ARGS: [start, qualifiers] }) },
      ]);
    },
    NO_RESYNC,
  );

  // classDeclaration = [ qualifierList ] CLASS className [ AS alias ] [ ":" superClassName ] "{" *classFeature "}" ";"
  private readonly classDeclaration = this.RULE(
    "classDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): ClassDeclaration => {
      this.CONSUME(t.Class);
      const name = this.SUBRULE(this.name);
      const alias = this.OPTION(() => this.SUBRULE(this.alias));
      const superclass = this.OPTION2(() => {
        this.CONSUME(t.Colon);
        return this.SUBRULE2(this.name);
      });
      this.CONSUME(t.BraceOpen);
      const features: Feature[] = [];
      this.MANY(() => {
        const feature = this.SUBRULE(this.feature);
        if (feature) features.push(feature);
      });
      this.CONSUME(t.BraceClose);
      this.CONSUME(t.Semicolon);
      return {
        kind: "class",
        qualifiers,
        name,
        ...(alias && { alias }),
        ...(superclass && { superclass }),
        features,
        start,
        end: this.end(),
      };
    },
    NO_RESYNC,
  );

  // classFeature = propertyDeclaration / methodDeclaration / referenceDeclaration
  // They begin alike, so the parenthesis decides.
  private readonly feature = this.RULE(
    "feature",
    (): Feature | undefined => {
      const start = this.next();
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      const type = this.SUBRULE(this.type);
      const name = this.SUBRULE(this.name);
      return this.OR<Feature>([
        { ALT: () => this.SUBRULE(this.method, { ARGS: [start, qualifiers, type, name] }) },
        { ALT: () => this.SUBRULE(this.property, { ARGS: [start, qualifiers, type, name] }) },
      ]);
    },
    { recoveryValueFunc: () => undefined },
  );

  // methodDeclaration = [ qualifierList ] dataType methodName "(" [ parameterList ] ")" ";"
  private readonly method = this.RULE(
    "method",
    (start: number, qualifiers: readonly Qualifier[], type: TypeName, name: Name): Feature => {
      const parameters: ParameterDeclaration[] = [];
      this.CONSUME(t.ParenOpen);
      this.MANY_SEP({
        SEP: t.Comma,
        DEF: () => parameters.push(this.SUBRULE(this.parameter)),
      });
      this.CONSUME(t.ParenClose);
      this.CONSUME(t.Semicolon);
      return { kind: "method", qualifiers, type, name, parameters, start, end: this.end() };
    },
    NO_RESYNC,
  );

  // propertyDeclaration = [ qualifierList ] dataType propertyName [ array ] [ defaultValue ] ";"
  private readonly property = this.RULE(
    "property",
    (start: number, qualifiers: readonly Qualifier[], type: TypeName, name: Name): Feature => {
      const array = this.OPTION(() => this.SUBRULE(this.arraySuffix));
      const initializer = this.OPTION2(() => this.SUBRULE(this.initializer));
      this.CONSUME(t.Semicolon);
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
    NO_RESYNC,
  );

  // parameter = [ qualifierList ] ( dataType / objectRef ) parameterName [ array ]
  // Microsoft: [ defaultValue ], which makes it optional
  private readonly parameter = this.RULE(
    "parameter",
    (): ParameterDeclaration => {
      const start = this.next();
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      const type = this.SUBRULE(this.type);
      const name = this.SUBRULE(this.name);
      const array = this.OPTION2(() => this.SUBRULE(this.arraySuffix));
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
    },
    NO_RESYNC,
  );

  // dataType = DT_UINT8 / … ;  objectRef = className REF
  // Microsoft: a class name alone is an embedded instance. "ref" is a name when no name follows it.
  private readonly type = this.RULE(
    "type",
    (): TypeName => {
      const name = this.SUBRULE(this.name);
      let reference = false;
      this.OPTION({
        GATE: () => tokenMatcher(this.LA(2), t.Word),
        DEF: () => {
          this.CONSUME(t.Ref);
          reference = true;
        },
      });
      return { kind: "type", name, reference, start: name.start, end: this.end() };
    },
    NO_RESYNC,
  );

  // array = "[" [ positiveDecimalValue ] "]"
  private readonly arraySuffix = this.RULE(
    "arraySuffix",
    (): ArraySuffix => {
      const start = this.from(this.CONSUME(t.BracketOpen));
      const size = this.OPTION(() => this.CONSUME(t.Integer));
      this.CONSUME(t.BracketClose);
      return {
        kind: "array-suffix",
        ...(size && { size: Number(this.ACTION(() => integerValue(size.image))) }),
        start,
        end: this.end(),
      };
    },
    NO_RESYNC,
  );

  // defaultValue = "=" initializer
  private readonly initializer = this.RULE(
    "initializer",
    (): Value => {
      this.CONSUME(t.Equals);
      return this.SUBRULE(this.value);
    },
    NO_RESYNC,
  );

  // qualifierList = "[" qualifier *( "," qualifier ) "]"
  private readonly qualifierList = this.RULE(
    "qualifierList",
    (): readonly Qualifier[] => {
      const qualifiers: Qualifier[] = [];
      this.CONSUME(t.BracketOpen);
      this.MANY_SEP({ SEP: t.Comma, DEF: () => qualifiers.push(this.SUBRULE(this.qualifier)) });
      this.CONSUME(t.BracketClose);
      return qualifiers;
    },
    NO_RESYNC,
  );

  // qualifier = qualifierName [ qualifierParameter ] [ ":" 1*flavor ]
  // qualifierParameter = "(" constantValue ")" / arrayInitializer
  private readonly qualifier = this.RULE(
    "qualifier",
    (): Qualifier => {
      const name = this.SUBRULE(this.name);
      const value = this.OPTION(() =>
        this.OR<Value>([
          {
            ALT: () => {
              this.CONSUME(t.ParenOpen);
              const inside = this.SUBRULE(this.value);
              this.CONSUME(t.ParenClose);
              return inside;
            },
          },
          { ALT: () => this.SUBRULE(this.array) },
        ]),
      );
      const flavors: Name[] = [];
      this.OPTION2(() => {
        this.CONSUME(t.Colon);
        this.AT_LEAST_ONE(() => flavors.push(this.SUBRULE2(this.name)));
      });
      return {
        kind: "qualifier",
        name,
        ...(value && { value }),
        flavors,
        start: name.start,
        end: this.end(),
      };
    },
    NO_RESYNC,
  );

  // instanceDeclaration = [ qualifierList ] INSTANCE OF className [ AS alias ] "{" 1*valueInitializer "}" ";"
  private readonly instanceDeclaration = this.RULE(
    "instanceDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): InstanceDeclaration => {
      const instance = this.SUBRULE(this.instance, { ARGS: [start, qualifiers] });
      this.CONSUME(t.Semicolon);
      return { ...instance, end: this.end() };
    },
    NO_RESYNC,
  );

  private readonly instance = this.RULE(
    "instance",
    (start: number, qualifiers: readonly Qualifier[]): InstanceDeclaration => {
      this.CONSUME(t.Instance);
      this.CONSUME(t.Of);
      const className = this.SUBRULE(this.name);
      const alias = this.OPTION(() => this.SUBRULE(this.alias));
      this.CONSUME(t.BraceOpen);
      const assignments: Assignment[] = [];
      this.MANY(() => assignments.push(this.SUBRULE(this.assignment)));
      this.CONSUME(t.BraceClose);
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
    NO_RESYNC,
  );

  // valueInitializer = [ qualifierList ] ( propertyName / referenceName ) "=" initializer ";"
  private readonly assignment = this.RULE(
    "assignment",
    (): Assignment => {
      const start = this.next();
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      const name = this.SUBRULE(this.name);
      const value = this.SUBRULE(this.initializer);
      this.CONSUME(t.Semicolon);
      return { kind: "assignment", qualifiers, name, value, start, end: this.end() };
    },
    NO_RESYNC,
  );

  // alias = AS aliasIdentifier
  private readonly alias = this.RULE(
    "alias",
    (): Name => {
      this.CONSUME(t.As);
      const token = this.CONSUME(t.Alias);
      const start = this.from(token);
      return { kind: "name", text: token.image, start, end: start + token.image.length };
    },
    NO_RESYNC,
  );

  // initializer = constantValue / arrayInitializer / referenceInitializer
  // Microsoft: nested "instance of", bare words
  private readonly value = this.RULE(
    "value",
    (): Value =>
      this.OR<Value>([
        { ALT: () => this.SUBRULE(this.string) },
        { ALT: () => this.SUBRULE(this.array) },
        {
          GATE: () => tokenMatcher(this.LA(2), t.Of),
          ALT: () => this.SUBRULE(this.instance, { ARGS: [this.next(), []] }),
        },
        { ALT: () => this.word(this.CONSUME(t.Word)) },
        { ALT: () => this.number(this.CONSUME(t.Integer)) },
        { ALT: () => this.realNumber(this.CONSUME(t.Real)) },
        { ALT: () => this.char(this.CONSUME(t.Char)) },
        { ALT: () => this.aliasReference(this.CONSUME(t.Alias)) },
      ]),
    NO_RESYNC,
  );

  // arrayInitializer = "{" constantValue *( "," constantValue ) "}"     Microsoft: "{" "}"
  private readonly array = this.RULE(
    "array",
    (): Value => {
      const start = this.from(this.CONSUME(t.BraceOpen));
      const items: Value[] = [];
      this.MANY_SEP({ SEP: t.Comma, DEF: () => items.push(this.SUBRULE(this.value)) });
      this.CONSUME(t.BraceClose);
      return { kind: "array", items, start, end: this.end() };
    },
    NO_RESYNC,
  );

  // stringValue = 1*( """ *stringChar """ )
  private readonly string = this.RULE(
    "string",
    (): Value => {
      const start = this.next();
      let value = "";
      this.AT_LEAST_ONE(() => {
        const part = this.CONSUME(t.StringPart);
        this.ACTION(() => {
          value += this.stringPart(part);
        });
      });
      return { kind: "string", value, start, end: this.end() };
    },
    NO_RESYNC,
  );

  // IDENTIFIER; keywords are names where they begin nothing
  private readonly name = this.RULE(
    "name",
    (): Name => {
      const token = this.CONSUME(t.Word);
      return { kind: "name", text: token.image, ...span(token) };
    },
    NO_RESYNC,
  );

  private stringPart(token: IToken): string {
    const inside = token.image.slice(1, -1);
    const start = token.startOffset + 1;
    const lineBreak = inside.search(/[\r\n]/);
    if (lineBreak >= 0) {
      const end = start + lineBreak;
      this.mistakes.push({ kind: "string-with-line-break", span: { start: start - 1, end } });
    }
    return unescape(inside, start, this.mistakes);
  }

  private word(token: IToken): Value {
    const at = span(token);
    switch (token.image.toLowerCase()) {
      case "true":
        return { kind: "boolean", value: true, ...at };
      case "false":
        return { kind: "boolean", value: false, ...at };
      case "null":
        return { kind: "null", ...at };
      default:
        return { kind: "word", text: token.image, ...at };
    }
  }

  private number(token: IToken): Value {
    const value = this.ACTION(() => integerValue(token.image));
    return { kind: "integer", value, ...span(token) };
  }

  private realNumber(token: IToken): Value {
    return { kind: "real", value: Number(token.image), ...span(token) };
  }

  private char(token: IToken): Value {
    const inside = token.image.slice(1, -1);
    const value = this.ACTION(() => unescape(inside, token.startOffset + 1, this.mistakes));
    return { kind: "char", value, ...span(token) };
  }

  private aliasReference(token: IToken): Value {
    return { kind: "alias", text: token.image, ...span(token) };
  }

  /** Where the next token begins. */
  private next(): number {
    return this.from(this.LA(1));
  }

  /** Where the last consumed token ended. */
  private end(): number {
    const last = this.LA(0);
    return last.startOffset + last.image.length;
  }

  /** A token that recovery made up has no offset; what follows it begins where the last real one ended. */
  private from(token: IToken): number {
    return Number.isNaN(token.startOffset) ? this.end() : token.startOffset;
  }
}

function span(token: IToken): Span {
  const start = Number.isNaN(token.startOffset) ? 0 : token.startOffset;
  return { start, end: start + token.image.length };
}
