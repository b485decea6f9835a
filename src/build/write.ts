import { join } from "node:path";
import type { GeneratedFile } from "../codegen/index.ts";
import { diagnose, hasErrors, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { eitherOf, printManifest } from "./manifest.ts";
import { lockName, manifestName } from "./output-path.ts";
import type { OutputFolder, Plan } from "./plan.ts";
import { reasonOf } from "./reason.ts";
import { Transaction } from "./transaction.ts";

/**
 * Carries out a plan, all of it or nothing: everything is first written beside the output,
 * then moved into place, and a failure puts every file back as it was.
 *
 * A process that is killed in between leaves a folder that the next run repairs: while
 * files move, the manifest lists the old and the new ones.
 *
 * @param makePlan - called when no other run can change the folder any more
 * @returns the plan that was carried out, `undefined` when nothing was changed
 */
export function writeOutput(
  makePlan: () => Outcome<Plan | undefined>,
  folder: OutputFolder,
  fileSystem: FileSystem = nodeFileSystem,
): Outcome<Plan | undefined> {
  const transaction = new Transaction(folder.path, fileSystem);
  const said: Diagnostic[] = [];
  try {
    if (!transaction.begin()) {
      transaction.rollBack();
      return { value: undefined, diagnostics: [outputBusy(folder)] };
    }
    const { value: plan, diagnostics } = makePlan();
    said.push(...diagnostics);
    if (!plan || hasErrors(diagnostics)) {
      transaction.rollBack();
      return { value: undefined, diagnostics };
    }
    carryOut(plan, transaction);
    transaction.finish();
    return { value: plan, diagnostics };
  } catch (error) {
    return { value: undefined, diagnostics: [...said, takeBack(error, transaction, folder)] };
  }
}

/** What to say when another run is writing into a folder. */
export function outputBusy(folder: OutputFolder): Diagnostic {
  const lock = folder.display(join(folder.path, lockName));
  return diagnose("output-busy", { path: folder.display(folder.path), lock });
}

/** Undoes what failed, and tells why it did. */
export function takeBack(
  error: unknown,
  transaction: Transaction,
  folder: OutputFolder,
): Diagnostic {
  const reason = reasonOf(error);
  const path = folder.display(transaction.lastPath);
  const rescue = transaction.rollBack();
  return rescue === undefined
    ? diagnose("output-unwritable", { path, reason })
    : diagnose("output-half-written", { path, reason, rescue: folder.display(rescue) });
}

/** Removals come first: a new name may differ from an old one only in case. */
function carryOut(plan: Plan, transaction: Transaction): void {
  const { before, after, changed } = plan.manifest;
  const stage = (file: GeneratedFile) => ({
    path: file.path,
    staged: transaction.stage(file.text),
  });
  const create = plan.create.map(stage);
  const update = plan.update.map(stage);
  if (changed) {
    const last = printManifest(after);
    // Where nothing was generated before, the list does not change while files move.
    const first = before.size === 0 ? last : printManifest(eitherOf(before, after));
    const meanwhile = transaction.stage(first);
    const atLast = first === last ? undefined : transaction.stage(last);
    transaction.place(manifestName, meanwhile);
    moveFiles(plan, [...create, ...update], transaction);
    if (atLast !== undefined) transaction.place(manifestName, atLast);
  } else {
    moveFiles(plan, [...create, ...update], transaction);
  }
}

interface StagedFile {
  readonly path: string;
  readonly staged: string;
}

function moveFiles(plan: Plan, files: readonly StagedFile[], transaction: Transaction): void {
  for (const path of plan.remove) transaction.takeAway(path);
  for (const file of files) transaction.place(file.path, file.staged);
  for (const path of plan.leave) transaction.removeEmptyFolders(path);
}
