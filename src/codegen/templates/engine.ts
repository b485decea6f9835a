import Handlebars, {
  type Data,
  type Extent,
  type HelperOptions,
  type Template,
} from "handlebars/dist/cjs/handlebars.js";
import {
  diagnose,
  type Diagnostic,
  type Outcome,
  type Related,
  suggest,
} from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import { helpers } from "./helpers.ts";
import { TemplateMistake } from "./mistake.ts";
import { internal, type PreparedTemplate } from "./prepare-template.ts";
import { spanOf, spanOfLast } from "./span-of.ts";

/** Deeper than anything in a view; each level takes some of the stack. */
const deepest = 100;

/** Runs templates that include each other. What a template is given never becomes one. */
export class Engine {
  readonly #handlebars = Handlebars.create();
  readonly #templates: ReadonlyMap<string, PreparedTemplate>;
  readonly #compiled = new Map<string, Template>();
  /** The templates that are being carried out, each included by the one before it. */
  readonly #running: string[] = [];
  #first = "";

  /** @param templates - by the names that they are included under */
  constructor(templates: ReadonlyMap<string, PreparedTemplate>) {
    this.#templates = templates;
    const names = [...Object.keys(helpers), ...Object.values(internal)];
    const options = {
      strict: true,
      noEscape: true,
      preventIndent: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(names.map((name) => [name, true])),
    };
    for (const [name, { program }] of templates) {
      const template = this.#guarded(name, this.#handlebars.compile(program, options));
      this.#compiled.set(name, template);
      this.#handlebars.registerPartial(name, template);
    }
    this.#registerHelpers();
  }

  /** Makes the text of a file, which is about `first`. */
  run(name: string, view: unknown, first: string): Outcome<string> {
    this.#first = first;
    this.#running.length = 0;
    try {
      return { value: this.#compiled.get(name)?.(view) ?? "", diagnostics: [] };
    } catch (error) {
      return { value: "", diagnostics: [this.#diagnosed(error, name)] };
    }
  }

  #diagnosed(error: unknown, name: string): Diagnostic {
    if (error instanceof TemplateMistake) return error.diagnostic;
    const message = error instanceof Error ? error.message : String(error);
    const reason = message.includes("call stack") ? "too much lies in each other" : message;
    const path = this.#templates.get(name)?.source.name ?? name;
    return diagnose("template-failed", { path, reason, first: this.#first });
  }

  /** Ends a template that includes itself for ever. */
  #guarded(name: string, template: Template): Template {
    return (view, options) => {
      if (this.#running.length >= deepest) throw this.#endless(name);
      this.#running.push(name);
      const text = template(view, options);
      this.#running.pop();
      return text;
    };
  }

  #endless(name: string): TemplateMistake {
    const chain = [...this.#running.slice(this.#running.lastIndexOf(name)), name];
    const caller = this.#templates.get(chain.at(-2) ?? "");
    const place = caller?.partials.find((partial) => partial.name === name);
    const location = caller && place && { source: caller.source, span: place.span };
    const files = chain.map((each) => this.#templates.get(each)?.source.name ?? each);
    return new TemplateMistake(
      diagnose("template-endless", { chain: files, first: this.#first }, location),
    );
  }

  #registerHelpers(): void {
    const add = (name: string, helper: (given: unknown[], options: HelperOptions) => unknown) => {
      this.#handlebars.registerHelper(name, (...all: unknown[]) => {
        // As: Handlebars adds its options to what a helper is given.
        const options = all.pop() as HelperOptions;
        return helper(all, options);
      });
    };
    for (const [name, { ofText }] of Object.entries(helpers)) {
      if (ofText) add(name, ([value], { loc }) => ofText(this.#text(name, value, loc)));
    }
    add("eq", ([left, right]) => left === right);
    add("lookup", ([of, name], { loc }) => this.#field(of, [name], loc));
    add(internal.field, ([of, ...names], { loc }) => this.#field(of, names, loc));
    add(internal.variable, ([out, name], { data, loc }) => this.#variable(data, out, name, loc));
    add(internal.text, ([value], { loc }) => this.#written(value, loc));
    add(internal.list, ([value], { loc }) => this.#list(value, loc));
  }

  #field(of: unknown, path: readonly unknown[], loc: Extent): unknown {
    const names = path.map(String);
    let value = of;
    for (const [index, name] of names.entries()) {
      if (!isObject(value) || !Object.hasOwn(value, name)) {
        const found = isObject(value) ? undefined : kindOf(value);
        const fields = isObject(value) && !Array.isArray(value) ? Object.keys(value) : [];
        throw this.#missing({ field: name, found, fields }, names.slice(0, index + 1), loc);
      }
      value = value[name];
    }
    return value;
  }

  /** A variable such as `@index`, of the block so many further out. */
  #variable(data: Data | undefined, out: unknown, variable: unknown, loc: Extent): unknown {
    const name = String(variable);
    let frame = data;
    for (let left = Number(out); frame && left > 0; left -= 1) frame = frame._parent;
    const known = Object.keys(frame ?? {}).filter((each) => each in variables);
    if (!frame || !known.includes(name)) {
      const fields = known.map((each) => `@${each}`);
      throw this.#missing({ field: `@${name}`, fields }, [name], loc);
    }
    return frame[name];
  }

  #missing(
    what: {
      readonly field: string;
      readonly found?: string | undefined;
      fields: readonly string[];
    },
    names: readonly string[],
    loc: Extent,
  ): TemplateMistake {
    const source = this.#sourceOf(loc);
    const meant = suggest(what.field, what.fields);
    const said = { ...what, meant, path: source.name, first: this.#first };
    const location = { source, span: spanOfLast(names, loc, source) };
    const related = this.#includedFrom();
    return new TemplateMistake(diagnose("template-missing-field", said, location, related));
  }

  #written(value: unknown, loc: Extent): string {
    if (value === undefined || value === null) return "";
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw this.#unfit("only a text can be written out", value, loc);
  }

  #text(helper: string, value: unknown, loc: Extent): string {
    if (typeof value === "string") return value;
    throw this.#unfit(`${helper} takes a text`, value, loc);
  }

  #list(value: unknown, loc: Extent): unknown {
    if (value === undefined || value === null || isObject(value)) return value;
    throw this.#unfit("each goes through a list", value, loc);
  }

  #unfit(wanted: string, value: unknown, loc: Extent): TemplateMistake {
    const source = this.#sourceOf(loc);
    const said = { path: source.name, wanted, found: kindOf(value), first: this.#first };
    const location = { source, span: spanOf(loc, source) };
    return new TemplateMistake(diagnose("template-value", said, location, this.#includedFrom()));
  }

  /** Where the template that is running is included, if that is clear: what it is given decides. */
  #includedFrom(): readonly Related[] {
    const [outer = "", inner] = this.#running.slice(-2);
    const caller = this.#templates.get(outer);
    const [place, another] = caller?.partials.filter(({ name }) => name === inner) ?? [];
    if (!caller || !place || another) return [];
    const location = { source: caller.source, span: place.span };
    return [{ message: "it is included here", location }];
  }

  /** Locations name the template that they are in as it was named when it was parsed. */
  #sourceOf({ source: name }: Extent): Source {
    const found = [...this.#templates.values()].find(({ source }) => source.name === name);
    return found?.source ?? { name, text: "" };
  }
}

/** What begins with `@`. */
const variables = { root: true, index: true, key: true, first: true, last: true };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "object":
      return "an object";
    case "string":
      return "a text";
    case "boolean":
      return "true or false";
    default:
      return "a number";
  }
}
