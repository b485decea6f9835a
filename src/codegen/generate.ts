import { runtimeFiles } from "../bundled/runtime-files.ts";
import type { Outcome } from "../diagnostics/index.ts";
import type { CimClass, Schema } from "../model/index.ts";
import { classView, type RunContext } from "./class-view.ts";
import { oneLine } from "./comment.ts";
import { extension } from "./imports.ts";
import { namesFor } from "./names.ts";
import type { GeneratedFile, GenerateOptions } from "./options.ts";
import { Overrides } from "./overrides.ts";
import { renderClass, renderIndex } from "./render.ts";

/**
 * Turns a schema into TypeScript: one file a class in the folder of its namespace, an
 * `index.ts` for each namespace, and when it is to be bundled, the runtime. The same schema
 * gives the same bytes.
 */
export function generate(
  schema: Schema,
  options: GenerateOptions = {},
): Outcome<readonly GeneratedFile[]> {
  const names = namesFor(schema);
  const run: RunContext = { schema, names, overrides: new Overrides(schema), options };
  const files = schema.classes.map((cls): GeneratedFile => {
    const { folder, file } = names.of(cls);
    return { path: `${folder}/${file}.ts`, text: renderClass(classView(cls, run)) };
  });
  const runtime = options.runtime === "bundled" ? bundledRuntime(run) : [];
  return { value: [...files, ...indexFiles(schema, run), ...runtime], diagnostics: [] };
}

function bundledRuntime({ names, options }: RunContext): readonly GeneratedFile[] {
  return runtimeFiles(extension(options)).map(({ path, text }) => ({
    path: `${names.runtimeFolder}/${path}`,
    text,
  }));
}

function indexFiles(schema: Schema, { names, options }: RunContext): GeneratedFile[] {
  const folders = new Map<string, CimClass[]>();
  for (const cls of schema.classes) {
    const { folder } = names.of(cls);
    const classes = folders.get(folder);
    if (classes) classes.push(cls);
    else folders.set(folder, [cls]);
  }
  return [...folders].map(([folder, classes]) => ({
    path: `${folder}/index.ts`,
    text: renderIndex({
      namespace: oneLine((classes[0]?.namespace ?? "").replaceAll("/", "\\")),
      paths: classes.map((cls) => `./${names.of(cls).file}${extension(options)}`),
    }),
  }));
}
