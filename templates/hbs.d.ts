/** An imported template is what `Handlebars.precompile` made of it: see scripts/handlebars-plugin.mjs. */
declare module "*.hbs" {
  const specification: import("handlebars/runtime.js").TemplateSpecification;
  export default specification;
}

/** The text of a template, with line feeds whatever the checkout has. */
declare module "*.hbs?text" {
  const text: string;
  export default text;
}

/**
 * The half of Handlebars that runs precompiled templates. Its own declaration
 * file exports nothing, so what we use of it is declared here.
 */
declare module "handlebars/runtime.js" {
  /** A precompiled template; only `Handlebars.template` looks inside. */
  export interface TemplateSpecification {
    readonly compiler: readonly [number, string];
  }

  /** Turns a view into text. */
  export type Template = (view: unknown) => string;

  interface HandlebarsRuntime {
    /** A separate set of helpers and partials. */
    create(): HandlebarsRuntime;
    template(specification: TemplateSpecification): Template;
    registerPartial(name: string, template: Template): void;
  }

  const Handlebars: HandlebarsRuntime;
  export default Handlebars;
}

/**
 * The whole of Handlebars, without what `handlebars` adds for Node (it would make every
 * `require` of a .hbs file run). What we use of it, and of its syntax trees, is declared here.
 */
declare module "handlebars/dist/cjs/handlebars.js" {
  /** Lines count from 1, columns from 0. */
  export interface Place {
    readonly line: number;
    readonly column: number;
  }

  export interface Extent {
    /** The name that the text was parsed under. */
    readonly source: string;
    readonly start: Place;
    readonly end: Place;
  }

  export interface PathExpression {
    readonly type: "PathExpression";
    /** Whether it begins with `@`. */
    readonly data: boolean;
    /** How many `../` it begins with. */
    readonly depth: number;
    readonly parts: readonly string[];
    readonly original: string;
    readonly loc: Extent;
  }

  export interface Literal {
    readonly type:
      "StringLiteral" | "NumberLiteral" | "BooleanLiteral" | "UndefinedLiteral" | "NullLiteral";
    readonly original: unknown;
    readonly value?: unknown;
    readonly loc: Extent;
  }

  /** A helper with what it is given. */
  interface Call {
    readonly path: PathExpression | SubExpression | Literal;
    readonly params: readonly Expression[];
    readonly hash?: Hash | undefined;
    readonly loc: Extent;
  }

  export interface SubExpression extends Call {
    readonly type: "SubExpression";
  }

  export type Expression = PathExpression | SubExpression | Literal;

  export interface Hash {
    readonly type: "Hash";
    readonly pairs: readonly HashPair[];
    readonly loc: Extent;
  }

  export interface HashPair {
    readonly type: "HashPair";
    readonly key: string;
    readonly value: Expression;
    readonly loc: Extent;
  }

  export interface MustacheStatement extends Call {
    readonly type: "MustacheStatement";
  }

  export interface BlockStatement extends Call {
    readonly type: "BlockStatement";
    readonly program?: Program | undefined;
    readonly inverse?: Program | undefined;
  }

  export interface PartialStatement {
    readonly type: "PartialStatement" | "PartialBlockStatement";
    readonly name: Expression;
    readonly params: readonly Expression[];
    readonly hash?: Hash | undefined;
    /** What a partial with a block is given as `@partial-block`. */
    readonly program?: Program | undefined;
    readonly loc: Extent;
  }

  export interface DecoratorStatement extends Call {
    readonly type: "Decorator" | "DecoratorBlock";
  }

  export interface TextStatement {
    readonly type: "ContentStatement" | "CommentStatement";
    readonly value: string;
    readonly loc: Extent;
  }

  export type Statement =
    MustacheStatement | BlockStatement | PartialStatement | DecoratorStatement | TextStatement;

  export interface Program {
    readonly type: "Program";
    readonly body: readonly Statement[];
    /** The names in `as |name|`. */
    readonly blockParams?: readonly string[] | undefined;
  }

  /** What a helper is told behind its parameters. */
  export interface HelperOptions {
    readonly data: Data | undefined;
    readonly loc: Extent;
  }

  /** The variables that begin with `@`, and those of the block around. */
  export interface Data {
    readonly _parent?: Data;
    readonly [name: string]: unknown;
  }

  /** Turns a view into text. Handlebars calls a partial with options of its own. */
  export type Template = (view: unknown, options?: unknown) => string;

  interface Parser {
    /** Called for a text that cannot be parsed; it has to throw. */
    parseError: (message: string, found: FoundToken) => never;
    readonly lexer: { readonly yylloc: TokenExtent };
  }

  /** What stood where something else was expected; without a token, what is none. */
  interface FoundToken {
    readonly text: string;
    readonly token: string | null;
  }

  interface TokenExtent {
    readonly first_line: number;
    readonly first_column: number;
    readonly last_line: number;
    readonly last_column: number;
  }

  interface CompileOptions {
    readonly strict: boolean;
    readonly noEscape: boolean;
    readonly preventIndent: boolean;
    readonly knownHelpersOnly: boolean;
    readonly knownHelpers: Readonly<Record<string, boolean>>;
  }

  interface Handlebars {
    readonly Parser: Parser;
    /** A separate set of helpers and partials. */
    create(): Handlebars;
    parse(text: string, options: { readonly srcName: string }): Program;
    compile(program: Program, options: CompileOptions): Template;
    registerHelper(name: string, helper: (...given: never[]) => unknown): void;
    registerPartial(name: string, template: Template): void;
  }

  const Handlebars: Handlebars;
  export default Handlebars;
}
