import type { MofSet } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import type { Host } from "./host.ts";
import type { LoadOptions } from "./load-options.ts";
import type { Readers } from "./readers.ts";
import { startLoading } from "./start-loading.ts";

/**
 * Reads files and folders, and all that they include, each file once.
 *
 * @param inputs - paths of the host; a folder stands for the MOF files below it, or where there
 *   are none for the documentation pages, a pattern for what it matches, `-` for standard input
 *   when the options have one
 */
export function load(
  inputs: readonly string[],
  host: Host,
  options: LoadOptions & Readers = {},
): Outcome<MofSet> {
  return startLoading(inputs, host, options).finish(options);
}
