import type { Outcome } from "../diagnostics/index.ts";
import type { CimClass, Schema } from "../model/index.ts";
import { classView, type RunContext } from "./class-view.ts";
import { oneLine } from "./comment.ts";
import { nameEnumerations } from "./enumerations.ts";
import { extension } from "./imports.ts";
import { namesFor } from "./names.ts";
import type { GeneratedFile, GenerateOptions } from "./options.ts";
import { Overrides } from "./overrides.ts";
import { renderClass, renderIndex } from "./render.ts";

/**
 * Turns a schema into TypeScript: one file a class in the folder of its namespace, and
 * an `index.ts` for each namespace. The same schema gives the same bytes.
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
  const names = namesFor(schema);
  nameEnumerations(schema, names);
  const run: RunContext = { schema, names, overrides: new Overrides(schema), options };
  const files = classes.map((cls): GeneratedFile => {
    const { folder, file } = names.of(cls);
    return { path: `${folder}/${file}.ts`, text: renderClass(classView(cls, run)) };
  });
  return { value: [...files, ...indexFiles(classes, run)], diagnostics: [] };
}

function indexFiles(classes: readonly CimClass[], { names, options }: RunContext): GeneratedFile[] {
  const folders = new Map<string, CimClass[]>();
  for (const cls of classes) {
    const { folder } = names.of(cls);
    const there = folders.get(folder);
    if (there) there.push(cls);
    else folders.set(folder, [cls]);
  }
  return [...folders].map(([folder, there]) => ({
    path: `${folder}/index.ts`,
    text: renderIndex({
      namespace: oneLine((there[0]?.namespace ?? "").replaceAll("/", "\\")),
      paths: there.map((cls) => `./${names.of(cls).file}${extension(options)}`),
    }),
  }));
}
