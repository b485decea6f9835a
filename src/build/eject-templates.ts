import { join } from "node:path";
import type { GeneratedFile } from "../codegen/index.ts";
import { ownTemplates } from "../codegen/templates/own-templates.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import { lookInto, type Lookout } from "./existing.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { nodeHost } from "./host.ts";
import { withLineFeeds } from "./manifest.ts";
import type { OutputFolder } from "./plan.ts";
import { Transaction } from "./transaction.ts";
import { outputBusy, takeBack } from "./write.ts";

/** How templates are written out. */
export interface EjectOptions {
  /** What a relative folder starts from; the folder that the process runs in unless stated. */
  readonly workingFolder?: string;
  /** Whether files that are there already are overwritten. */
  readonly force?: boolean;
  /** What changes the folder; the computer's own unless stated. */
  readonly fileSystem?: FileSystem;
}

/** What was written out. */
export interface EjectReport {
  /** The folder as people see it. */
  readonly folder: string;
  /** Names of files; those that were there already with the same text are not among them. */
  readonly written: readonly string[];
}

/**
 * Writes the templates of mof-codegen into a folder, all of them or none.
 *
 * @returns no report when nothing could be written
 */
export function ejectTemplates(
  folder: string,
  { workingFolder = ".", force = false, fileSystem = nodeFileSystem }: EjectOptions = {},
): Outcome<EjectReport | undefined> {
  const host = nodeHost(workingFolder);
  const path = host.resolve(".", folder);
  const output = { path, display: (of: string) => host.display(of) };
  const files = ownTemplates.map(({ name, text }) => ({ path: `${name}.hbs`, text }));
  const look = lookInto(path);
  const differing = files.filter((file) => !isThere(file, look));
  const occupied = differing.filter((file) => look.at(file.path).kind !== "nothing");
  if (occupied.length > 0 && !force) {
    const diagnostics = occupied.map((file) =>
      diagnose("template-occupied", { path: host.display(join(path, file.path)) }),
    );
    return { value: undefined, diagnostics };
  }
  const problem = differing.length > 0 ? write(differing, output, fileSystem) : undefined;
  if (problem) return { value: undefined, diagnostics: [problem] };
  const written = differing.map((file) => file.path);
  return { value: { folder: host.display(folder), written }, diagnostics: [] };
}

function isThere({ path, text }: GeneratedFile, look: Lookout): boolean {
  const existing = look.at(path);
  return existing.kind === "file" && withLineFeeds(existing.text) === text;
}

/** @returns why nothing was written */
function write(
  files: readonly GeneratedFile[],
  folder: OutputFolder,
  fileSystem: FileSystem,
): Diagnostic | undefined {
  const transaction = new Transaction(folder.path, fileSystem);
  try {
    if (!transaction.begin()) {
      transaction.rollBack();
      return outputBusy(folder);
    }
    const staged = files.map(({ path, text }) => ({ path, staged: transaction.stage(text) }));
    for (const file of staged) transaction.place(file.path, file.staged);
    transaction.finish();
    return undefined;
  } catch (error) {
    return takeBack(error, transaction, folder);
  }
}
