/**
 * Checks what a template uses, and rewrites it so that everything it names has to be there.
 * In strict mode Handlebars looks only at what is written out, and neither at what helpers
 * are given nor at fields of fields; and what it says names no object.
 */
import type {
  BlockStatement,
  DecoratorStatement,
  Expression,
  Extent,
  Hash,
  Literal,
  MustacheStatement,
  PartialStatement,
  PathExpression,
  Program,
  Statement,
  SubExpression,
} from "handlebars/dist/cjs/handlebars.js";
import { diagnose, type Diagnostic, suggest } from "../../diagnostics/index.ts";
import type { Source, Span } from "../../source/index.ts";
import { helpers } from "./helpers.ts";
import { spanOf } from "./span-of.ts";

/** Helpers that only rewritten templates call: nobody can write a name like these. */
export const internal = {
  /** A field: the object, and the names that lead to it. */
  field: "]field",
  /** A variable that begins with `@`: how many blocks further out, and its name. */
  variable: "]variable",
  /** What is written out. */
  text: "]text",
  /** What `each` goes through. */
  list: "]list",
} as const;

/** A template that can be compiled, unless there are diagnostics. */
export interface PreparedTemplate {
  readonly source: Source;
  readonly program: Program;
  /** What it includes, in the order of the text. */
  readonly partials: readonly UsedPartial[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `{{> name}}` */
export interface UsedPartial {
  readonly name: string;
  readonly span: Span;
}

/** Checks and rewrites a template that was parsed from a source. */
export function prepareTemplate(program: Program, source: Source): PreparedTemplate {
  const preparation = new Preparation(source);
  const prepared = preparation.program(program, []);
  const { partials, diagnostics } = preparation;
  return { source, program: prepared, partials, diagnostics };
}

/** Names in `as |name|` of the blocks around: they come before fields and helpers. */
type Scope = readonly string[];

type Call = MustacheStatement | BlockStatement | SubExpression;

class Preparation {
  readonly partials: UsedPartial[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  program(program: Program, scope: Scope): Program {
    const inside = [...scope, ...(program.blockParams ?? [])];
    return {
      ...program,
      body: program.body.map((statement) => this.#statement(statement, inside)),
    };
  }

  #statement(statement: Statement, scope: Scope): Statement {
    switch (statement.type) {
      case "MustacheStatement":
        return this.#mustache(statement, scope);
      case "BlockStatement":
        return this.#block(statement, scope);
      case "PartialStatement":
      case "PartialBlockStatement":
        return this.#partial(statement, scope);
      case "Decorator":
      case "DecoratorBlock":
        return this.#decorator(statement);
      case "ContentStatement":
      case "CommentStatement":
        return statement;
    }
  }

  #mustache(statement: MustacheStatement, scope: Scope): MustacheStatement {
    const { path: helper, params } = callOf(
      internal.text,
      [this.#written(statement, scope)],
      statement.loc,
    );
    return { ...statement, path: helper, params, hash: undefined };
  }

  /** What stands in braces, as something that has a value. */
  #written(statement: MustacheStatement, scope: Scope): Expression {
    const { path: head, loc } = statement;
    if (head.type === "SubExpression" || this.#isCall(statement, scope)) {
      return this.#call({ ...statement, type: "SubExpression" }, false, scope);
    }
    // Handlebars takes `{{"name"}}` for the field of that name.
    return path(head.type === "PathExpression" ? head : pathOf(String(head.original), loc), scope);
  }

  #block(statement: BlockStatement, scope: Scope): BlockStatement {
    const call = this.#call(statement, true, scope);
    const { program, inverse } = statement;
    return {
      ...call,
      program: program && this.program(program, scope),
      inverse: inverse && this.program(inverse, scope),
    };
  }

  #partial(statement: PartialStatement, scope: Scope): PartialStatement {
    const { name, params, hash, program, loc } = statement;
    if (name.type === "SubExpression") {
      this.#refuse("the name of a partial stands in the template and is not calculated", name.loc);
    } else {
      this.partials.push({ name: String(name.original), span: this.#span(name.loc) });
    }
    if (params.length > 1) this.#refuse("a partial is given one thing, and named ones", loc);
    return {
      ...statement,
      params: params.map((param) => this.#expression(param, scope)),
      hash: hash && this.#hash(hash, scope),
      program: program && this.program(program, scope),
    };
  }

  #decorator(statement: DecoratorStatement): DecoratorStatement {
    this.#refuse("decorators are not known here; a partial is a file of its own", statement.loc);
    return statement;
  }

  #expression(expression: Expression, scope: Scope): Expression {
    switch (expression.type) {
      case "PathExpression":
        return path(expression, scope);
      case "SubExpression":
        return this.#call(expression, false, scope);
      default:
        return expression;
    }
  }

  #hash(hash: Hash, scope: Scope): Hash {
    const pairs = hash.pairs.map((pair) => ({
      ...pair,
      value: this.#expression(pair.value, scope),
    }));
    return { ...hash, pairs };
  }

  /** Whether braces name a helper, and not a field. */
  #isCall({ path: head, params, hash }: MustacheStatement, scope: Scope): boolean {
    if (params.length > 0 || hash) return true;
    return head.type === "PathExpression" && Object.hasOwn(helpers, helperName(head, scope) ?? "");
  }

  #call<C extends Call>(call: C, block: boolean, scope: Scope): C {
    const head = call.path;
    const name = head.type === "PathExpression" ? helperName(head, scope) : undefined;
    const written = head.type === "SubExpression" ? "(…)" : String(head.original);
    const helper = name !== undefined && Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    if (!helper) {
      const known = Object.keys(helpers);
      // A name in `as |name|` may hide the helper that is meant.
      const meant = scope.includes(written) ? undefined : suggest(written, known);
      const said = diagnose("template-unknown-helper", { name: written, known, meant });
      this.#report(said, head.loc);
    } else if (helper.block !== block) {
      const takes = block
        ? `gives a text, so it is no block: {{${written} …}}`
        : `is a block: {{#${written} …}} … {{/${written}}}`;
      this.#report(diagnose("template-arguments", { helper: written, takes }), call.loc);
    } else if (call.params.length !== helper.takes || call.hash) {
      const takes = helper.takes === 1 ? "takes one value" : "takes two values";
      this.#report(diagnose("template-arguments", { helper: written, takes }), head.loc);
    }
    const params = call.params.map((param) => this.#expression(param, scope));
    const given =
      name === "each" ? params.map((each) => callOf(internal.list, [each], each.loc)) : params;
    return { ...call, params: given };
  }

  #refuse(reason: string, loc: Extent): void {
    this.#report(diagnose("template-syntax", { path: this.#source.name, reason }), loc);
  }

  #report(diagnostic: Diagnostic, loc: Extent): void {
    const location = { source: this.#source, span: this.#span(loc) };
    this.diagnostics.push({ ...diagnostic, location });
  }

  #span(loc: Extent): Span {
    return spanOf(loc, this.#source);
  }
}

/** The name of a helper, if it can be one. */
function helperName(head: PathExpression, scope: Scope): string | undefined {
  const [name] = head.parts;
  const simple = head.parts.length === 1 && head.depth === 0 && !head.data && !isScoped(head);
  return simple && name !== undefined && !scope.includes(name) ? name : undefined;
}

/** Whether a path begins with `this` or a dot, and so names neither a helper nor a block parameter. */
function isScoped({ original }: PathExpression): boolean {
  return /^\.|^this\b/.test(original);
}

/** A path, its fields looked up by us. */
function path(expression: PathExpression, scope: Scope): Expression {
  const { parts, loc, depth, data } = expression;
  const [first, ...more] = parts;
  if (first === undefined) return expression;
  if (data) {
    const further: Literal = { type: "NumberLiteral", value: depth, original: depth, loc };
    const variable = callOf(internal.variable, [further, textOf(first, loc)], loc);
    return more.length === 0 ? variable : fieldOf(variable, more, loc);
  }
  if (depth === 0 && !isScoped(expression) && scope.includes(first)) {
    const head = { ...expression, parts: [first], original: first };
    return more.length === 0 ? head : fieldOf(head, more, loc);
  }
  const context = { ...expression, parts: [], original: depth === 0 ? "this" : ".." };
  return fieldOf(context, parts, loc);
}

function fieldOf(of: Expression, names: readonly string[], loc: Extent): SubExpression {
  return callOf(internal.field, [of, ...names.map((name) => textOf(name, loc))], loc);
}

function callOf(helper: string, params: readonly Expression[], loc: Extent): SubExpression {
  return { type: "SubExpression", path: pathOf(helper, loc), params, loc };
}

function textOf(text: string, loc: Extent): Literal {
  return { type: "StringLiteral", value: text, original: text, loc };
}

function pathOf(name: string, loc: Extent): PathExpression {
  return { type: "PathExpression", data: false, depth: 0, parts: [name], original: name, loc };
}
