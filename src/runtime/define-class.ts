/** The function that every generated file calls. */
import { CimError } from "./error.ts";
import type { ClassData, ClassDescriptor } from "./types.ts";

/** Version of {@link ClassData} that the generator of this release writes. */
const newest = 1;

/** Versions that this runtime reads: the newest and, as soon as there is one, the one before. */
const readable: ReadonlySet<unknown> = new Set([newest]);

/**
 * Makes a descriptor of class data. Generated code calls it once for each class, so it
 * does nothing with members: a schema has more than a thousand classes. The type of the
 * descriptor stands at the constant, since checking the data of a whole schema against a
 * type costs as much as reading it; by hand, say `defineClass({ … } satisfies ClassData)`.
 *
 * Pure for a bundler when written as `\/* @__PURE__ *\/ defineClass(…)`.
 *
 * @param data - {@link ClassData}: what the wire needs to know. It is frozen.
 * @throws CimError `"configuration"` when another version of the generator wrote it than
 *   this runtime reads: a newer one, or one that is too old.
 */
export function defineClass(data: object): ClassDescriptor<never, never, never, never> {
  // As: a descriptor's type is stated by whoever wrote it, and its format is checked now.
  const cls = data as ClassData;
  if (!readable.has(cls.format)) throw unreadable(cls.name, cls.format);
  return Object.freeze(cls);
}

function unreadable(name: string, format: unknown): CimError {
  const formats = [...readable].join(" and ");
  const what = `${name} is written in format ${String(format)}, but this mof-codegen runtime reads format ${formats}`;
  const isNewer = typeof format === "number" && format > newest;
  const remedy = isNewer
    ? "run `npm install mof-codegen@latest`, or `npx codegen generate` with the mof-codegen that is installed"
    : "run `npx codegen generate` again";
  return new CimError("configuration", `${what}: ${remedy}`);
}
