import { join } from "node:path";
import type { GeneratedFile } from "../codegen/index.ts";
import { diagnose, hasErrors, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { FileSystem } from "./file-system.ts";
import { isLocked } from "./lock.ts";
import { manifestOf } from "./manifest.ts";
import { planOutput, type OutputFolder, type Plan } from "./plan.ts";
import { outputBusy, writeOutput } from "./write.ts";

/** How an output folder is brought up to date. */
export interface UpdateOptions {
  /** Write nothing, and report as an error what would change. */
  readonly check?: boolean;
  /** What changes the folder; the computer's own unless stated. */
  readonly fileSystem?: FileSystem;
}

/** What became of an output folder. Paths are relative to it, with forward slashes. */
export interface OutputReport {
  /**
   * - `written`: it was changed
   * - `current`: there was nothing to change
   * - `stale`: it would have been changed, had this not been a check
   * - `refused`: it cannot be changed, and was not
   */
  readonly result: "written" | "current" | "stale" | "refused";
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** No longer generated, but changed by hand, hence left alone. */
  readonly kept: readonly string[];
}

/** Makes a folder hold these files, or with `check` says what that would take. */
export function updateOutput(
  files: readonly GeneratedFile[],
  folder: OutputFolder,
  options: UpdateOptions = {},
): Outcome<OutputReport> {
  if (isBusy(folder)) return { value: reportOf("refused"), diagnostics: [outputBusy(folder)] };
  const manifest = manifestOf(files);
  const makePlan = () => planOutput(files, manifest, folder);
  const { value: plan, diagnostics } = makePlan();
  if (!plan || hasErrors(diagnostics)) return { value: reportOf("refused"), diagnostics };
  if (options.check) {
    const stale = staleness(plan, folder);
    const result = isStale(plan) ? "stale" : "current";
    return { value: reportOf(result, plan), diagnostics: [...diagnostics, ...stale] };
  }
  if (!isStale(plan) && !plan.manifest.changed) {
    return { value: reportOf("current", plan), diagnostics };
  }
  return reportOfWriting(writeOutput(makePlan, folder, options.fileSystem));
}

/** What was carried out may not be what was planned first: another run may have come before. */
function reportOfWriting({
  value: plan,
  diagnostics,
}: Outcome<Plan | undefined>): Outcome<OutputReport> {
  if (!plan) return { value: reportOf("refused"), diagnostics };
  return { value: reportOf(isStale(plan) ? "written" : "current", plan), diagnostics };
}

/** Files that another run is moving cannot be judged; a folder out of reach is the plan's to report. */
function isBusy(folder: OutputFolder): boolean {
  try {
    return isLocked(folder.path);
  } catch {
    return false;
  }
}

function isStale({ create, update, remove }: Plan): boolean {
  return create.length + update.length + remove.length > 0;
}

/** What a check has to say about each file. */
function staleness(plan: Plan, folder: OutputFolder): readonly Diagnostic[] {
  const shown = (path: string) => ({ path: folder.display(join(folder.path, path)) });
  return [
    ...plan.create.map((file) => diagnose("output-missing", shown(file.path))),
    ...plan.update.map((file) => diagnose("output-stale", shown(file.path))),
    ...plan.remove.map((path) => diagnose("output-superfluous", shown(path))),
  ];
}

function reportOf(result: OutputReport["result"], plan?: Plan): OutputReport {
  return {
    result,
    created: plan?.create.map((file) => file.path) ?? [],
    updated: plan?.update.map((file) => file.path) ?? [],
    unchanged: plan?.unchanged ?? [],
    removed: plan?.remove ?? [],
    kept: plan?.keep ?? [],
  };
}
