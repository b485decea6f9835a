/**
 * The grammar of MOF: 2.x (DSP0004 2.8 annex A) with Microsoft's constructs, and 3
 * (DSP0221 3.0.1). Each rule shows its production and builds its node; README.md holds
 * the table of all of them.
 */
import type {
  Declaration,
  InstanceDeclaration,
  Name,
  PragmaDirective,
  Qualifier,
  Value,
} from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import { constructOfPragma, type Evidence } from "./dialects.ts";
import type { ClosingMark } from "./mark-parser.ts";
import { spanOf } from "./messages.ts";
import type { Mistake } from "./mistakes.ts";
import type { Reading } from "./recovering-parser.ts";
import type { TokenList } from "./token-list.ts";
import * as t from "./tokens.ts";
import { TypeParser } from "./type-parser.ts";

const PRAGMA_NAME = { ERR_MSG: "the name of the pragma" };
/** A pragma is over with its line. */
const PRAGMA_END: ClosingMark = {
  type: t.ParenClose,
  isForgotten: (_next, _second, onNewLine) => onNewLine,
  options: { ERR_MSG: '"," or ")"' },
};
const PATH = { ERR_MSG: "the path of the file in quotes" };

/** What could be understood, and what was wrong. */
export interface Parsed {
  readonly declarations: readonly Declaration[];
  /** Where declarations begin, those that were given up too. */
  readonly starts: readonly number[];
  readonly mistakes: readonly Mistake[];
  /** What was given up and not looked at. */
  readonly skipped: readonly Span[];
  /** What shows the dialect. */
  readonly evidence: Evidence;
}

/** One instance parses many texts, one after the other. */
export class MofParser extends TypeParser {
  private declarations: Declaration[] = [];
  private starts: number[] = [];

  /** @param isValidated - whether chevrotain looks for ambiguities, which takes it longer than to parse */
  constructor(isValidated = false) {
    super(isValidated);
    this.performSelfAnalysis();
  }

  parse(text: string, tokens: TokenList, options: Reading): Parsed {
    this.declarations = [];
    this.starts = [];
    this.begin(text, tokens, options);
    this.document();
    this.finish();
    const { declarations, starts, mistakes, skipped, evidence } = this;
    return { declarations, starts, mistakes, skipped, evidence };
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
        { ALT: () => this.SUBRULE(this.qualified) },
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
    this.ACTION(() => this.showsPragma(name, parameters));
    return { kind: "pragma", name, parameters, start, end: this.end() };
  });

  private showsPragma(name: Name, parameters: readonly Value[]): void {
    const construct = constructOfPragma(name.text);
    const [parameter] = parameters;
    if (construct) this.shows(construct, name);
    else if (parameters.length !== 1) this.shows("pragma-parameters", name);
    else if (parameter?.kind === "string" && /\\|\bms_[0-9a-f]+$/i.test(parameter.value)) {
      if (/^namespace$/i.test(name.text)) this.shows("backslash-namespace", parameter);
    }
  }

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
    this.shows("hash-include", name);
    return { kind: "pragma", name, parameters: [parameter], start, end: this.end() };
  });

  private readonly qualified = this.RULE("qualified", (): Declaration | undefined => {
    const { carried } = this;
    this.carried = undefined;
    const start = carried?.start ?? this.next();
    const list = this.OPTION(() => this.SUBRULE(this.qualifierList));
    const qualifiers = carried?.qualifiers ?? list ?? [];
    this.ACTION(() => this.showsQualifiers(qualifiers));
    const ARGS: [number, readonly Qualifier[]] = [start, qualifiers];
    return this.OR<Declaration | undefined>([
      { ALT: () => this.SUBRULE(this.classDeclaration, { ARGS }) },
      { ALT: () => this.SUBRULE(this.instanceDeclaration, { ARGS }) },
      { ALT: () => this.SUBRULE(this.qualifierDeclaration, { ARGS }) },
      { ALT: () => this.SUBRULE(this.structure, { ARGS }) },
      { ALT: () => this.SUBRULE(this.enumeration, { ARGS }) },
    ]);
  });

  private showsQualifiers(qualifiers: readonly Qualifier[]): void {
    for (const { name } of qualifiers) {
      if (MICROSOFT_QUALIFIER.test(name.text)) this.shows("microsoft-qualifier", name);
    }
  }

  // instanceDeclaration = [ qualifierList ] INSTANCE OF className [ AS alias ] "{" 1*valueInitializer "}" ";"
  // MOF 3: structureValueDeclaration = VALUE OF structureName alias propertyValueList ";"
  private readonly instanceDeclaration = this.RULE(
    "instanceDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): InstanceDeclaration => {
      const instance = this.SUBRULE(this.instance, { ARGS: [start, qualifiers] });
      const what = instance.value ? "the end of the value" : "the end of the instance";
      if (this.isClosed) this.endDeclaration(what);
      return { ...instance, end: this.end() };
    },
  );
}

/** Qualifiers of classes and instances that only Microsoft's compiler gives a meaning. */
const MICROSOFT_QUALIFIER = /^(?:dynamic|amendment|locale)$/i;
