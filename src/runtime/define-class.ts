/** The function that every generated file calls. */
import { CimError } from "./error.ts";
import type { ClassData, ClassDescriptor } from "./types.ts";

/** Version of {@link ClassData} that this runtime reads, the highest. */
const newest = 1;

/**
 * Gives class data its types. Generated code calls it once for each class, so it
 * does nothing with members: a schema has more than a thousand classes.
 *
 * Pure for a bundler when written as `\/* @__PURE__ *\/ defineClass(…)`.
 *
 * @typeParam T - Contract of the class.
 * @typeParam K - Names of its key properties, `never` for none.
 * @typeParam S - Contract of its static methods.
 * @param data - What the wire needs to know. It is frozen.
 * @throws CimError `"configuration"` when a newer generator wrote it.
 */
export function defineClass<T, K extends string = never, S = unknown>(
  data: ClassData,
): ClassDescriptor<T, K, S> {
  // As: a file made by a newer generator breaks the literal type.
  const format = data.format as number;
  if (format !== newest) {
    throw new CimError(
      "configuration",
      `${data.name} is written in format ${format}, but this mof-codegen runtime reads format ${newest}; ` +
        "install the mof-codegen that generated it, or run `codegen generate` again",
    );
  }
  return Object.freeze(data);
}
