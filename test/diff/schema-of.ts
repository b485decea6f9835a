import { resolve, type Schema } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

/** A schema and the mistakes in it. */
export interface Resolved {
  readonly schema: Schema;
  readonly errors: readonly string[];
}

/** Reads MOF texts that stand for files. */
export function schemaOf(files: Readonly<Record<string, string>>): Resolved {
  const parsed = Object.entries(files).map(([name, text]) => parse({ name, text }));
  const { value, diagnostics } = resolve({
    roots: parsed.map((each) => each.value),
    includes: new Map(),
  });
  const all = [...parsed.flatMap((each) => each.diagnostics), ...diagnostics];
  const errors = all
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
  return { schema: value, errors };
}
