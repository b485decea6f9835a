import { runtimeFiles } from "../bundled/runtime-files.ts";
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { CimClass, Schema } from "../model/index.ts";
import { classView, type RunContext, singleView } from "./class-view.ts";
import { oneLine } from "./comment.ts";
import { nameEnumerations } from "./enumerations.ts";
import { extension } from "./imports.ts";
import { namesFor } from "./names.ts";
import type { GeneratedFile, GenerateOptions } from "./options.ts";
import { Overrides } from "./overrides.ts";
import { usualTemplates } from "./render.ts";
import type { Templates } from "./templates/templates.ts";
import { viewVersion, type Views } from "./view.ts";

/**
 * Turns a schema into TypeScript: one file a class in the folder of its namespace, an
 * `index.ts` for each namespace, and when it is to be bundled, the runtime; with the layout
 * `single` one `index.ts` for all. The same schema gives the same bytes.
 *
 * @param classes - those of the schema that files are made for, with all that they need, as
 * `selectClasses` finds them. Names are decided for the whole schema, so that the text of a
 * class does not depend on the others.
 */
export function generate(
  schema: Schema,
  options: GenerateOptions = {},
  classes: readonly CimClass[] = schema.classes,
): Outcome<readonly GeneratedFile[]> {
  const names = namesFor(schema, options.layout);
  nameEnumerations(schema, names);
  const run: RunContext = { schema, names, overrides: new Overrides(schema), options };
  const files = new Files(options.templates ?? usualTemplates);
  if (options.layout === "single") addSingleFile(classes, run, files);
  else addClassFiles(classes, run, files);
  const runtime = options.runtime === "bundled" ? bundledRuntime(run) : [];
  return { value: [...files.made, ...runtime], diagnostics: [...files.mistakes.values()] };
}

function bundledRuntime({ names, options }: RunContext): readonly GeneratedFile[] {
  return runtimeFiles(extension(options)).map(({ path, text }) => ({
    path: `${names.runtimeFolder}/${path}`,
    text,
  }));
}

/** Files that are being made. A mistake of a template is kept once, as it was found first. */
class Files {
  readonly made: GeneratedFile[] = [];
  readonly mistakes = new Map<string, Diagnostic>();
  readonly #templates: Templates;

  constructor(templates: Templates) {
    this.#templates = templates;
  }

  add<N extends keyof Views>(path: string, template: N, view: Views[N], about: string): void {
    const { value: text, diagnostics } = this.#templates.render(template, view, about);
    if (diagnostics.length === 0) this.made.push({ path, text });
    for (const diagnostic of diagnostics) {
      const { code, location } = diagnostic;
      const place = location ? `${location.source.name}:${location.span.start}` : template;
      const key = `${code}:${place}`;
      if (!this.mistakes.has(key)) this.mistakes.set(key, diagnostic);
    }
  }
}

function addSingleFile(classes: readonly CimClass[], run: RunContext, files: Files): void {
  const [first] = classes;
  if (first) files.add("index.ts", "single", singleView(classes, run), first.name);
}

function addClassFiles(classes: readonly CimClass[], run: RunContext, files: Files): void {
  for (const cls of classes) {
    const { folder, file } = run.names.of(cls);
    files.add(`${folder}/${file}.ts`, "class", classView(cls, run), cls.name);
  }
  addIndexFiles(classes, run, files);
}

function addIndexFiles(
  classes: readonly CimClass[],
  { names, options }: RunContext,
  files: Files,
): void {
  const folders = new Map<string, CimClass[]>();
  for (const cls of classes) {
    const { folder } = names.of(cls);
    const there = folders.get(folder);
    if (there) there.push(cls);
    else folders.set(folder, [cls]);
  }
  for (const [folder, there] of folders) {
    const namespace = oneLine((there[0]?.namespace ?? "").replaceAll("/", "\\"));
    const paths = there.map((cls) => `./${names.of(cls).file}${extension(options)}`);
    const view = { version: viewVersion, namespace, paths };
    files.add(`${folder}/index.ts`, "index", view, namespace);
  }
}
