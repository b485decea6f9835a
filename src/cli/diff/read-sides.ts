import {
  isRevision,
  nodeHost,
  readSchema,
  readSchemaAt,
  type SchemaOptions,
} from "../../build/index.ts";
import { hasErrors, type Diagnostic } from "../../diagnostics/index.ts";
import type { Schema } from "../../model/index.ts";
import type { Io } from "../io.ts";
import { schemaOptions } from "../schema-options.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";
import type { Comparison } from "./comparison.ts";

/** One of the two schemas. */
export interface Side {
  /** What people call it. */
  readonly title: string;
  readonly schema: Schema;
  /** Errors alone: warnings are for `codegen check`. */
  readonly errors: readonly Diagnostic[];
  /** The commit that it was read from. */
  readonly commit?: string;
}

/** Both schemas. */
export interface Sides {
  readonly old: Side;
  readonly new: Side;
}

/**
 * Reads both schemas.
 *
 * @throws RevisionError when a revision cannot be read
 * @throws UsageError when an option makes no sense without a revision
 */
export async function readSides(comparison: Comparison, values: Values, io: Io): Promise<Sides> {
  const options = schemaOptions(values, io);
  const sides = await readBoth(options, comparison, values, io);
  if (options.defaultNamespace !== undefined) return sides;
  // One word of Microsoft's puts a class that states no namespace into another one.
  for (const defaultNamespace of otherNamespaces(sides)) {
    const again = await readBoth({ ...options, defaultNamespace }, comparison, values, io);
    if (otherNamespaces(again).length === 0) return again;
  }
  return sides;
}

/** The namespaces of the two sides, when each has one, and the dialect may have decided which. */
function otherNamespaces({ old, new: now }: Sides): readonly string[] {
  const found = [old, now].map(({ schema }) => [
    ...new Set(schema.classes.filter(({ builtin }) => !builtin).map(({ namespace }) => namespace)),
  ]);
  const [before, after] = found.map(([first]) => first?.toLowerCase());
  const usual = ["root/default", "root/cimv2"];
  const single = found.every(({ length }) => length === 1) && before !== after;
  const both = [before, after].filter((each) => each !== undefined);
  return single && both.every((each) => usual.includes(each)) ? both : [];
}

async function readBoth(
  options: SchemaOptions,
  comparison: Comparison,
  values: Values,
  io: Io,
): Promise<Sides> {
  if (comparison.kind === "two-sources") {
    refuseGitOptions(values);
    return {
      old: await readSide(options, [comparison.old]),
      new: await readSide(options, [comparison.new]),
    };
  }
  const { old, sources } = comparison;
  const now = await readSide(options, sources);
  // A path may have the name of a branch; then the branch is meant.
  if (isSource(old, io) && !isRevision(io.cwd, old)) {
    refuseGitOptions(values);
    return { old: await readSide(options, [old]), new: now };
  }
  if (sources.includes("-")) {
    throw new UsageError("standard input has no revisions; compare it with a source");
  }
  const at = {
    revision: old,
    mergeBase: values.flag("merge-base") ?? false,
    allowNewSources: values.flag("allow-new-sources") ?? false,
  };
  const { value, diagnostics } = await readSchemaAt({ ...options, sources }, at);
  const side = { title: old, schema: value.schema, commit: value.commit };
  return { old: { ...side, errors: errorsOf(diagnostics) }, new: now };
}

function isSource(path: string, io: Io): boolean {
  const host = nodeHost(io.cwd);
  return host.kindOf(path) !== undefined || host.filesMatching(path).length > 0;
}

function refuseGitOptions(values: Values): void {
  const name = ["merge-base", "allow-new-sources"].find((each) => values.flag(each));
  if (name !== undefined) throw new UsageError(`--${name} is for --against <revision>`);
}

async function readSide(options: SchemaOptions, sources: readonly string[]): Promise<Side> {
  const { value, diagnostics } = await readSchema({ ...options, sources });
  return { title: titleOf(sources), schema: value.schema, errors: errorsOf(diagnostics) };
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((each) => hasErrors([each]));
}

function titleOf(sources: readonly string[]): string {
  const [first = "", ...rest] = sources.map((each) => (each === "-" ? "standard input" : each));
  return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}
