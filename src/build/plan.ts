import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../codegen/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import { lookInto, parentOf, type Lookout } from "./existing.ts";
import { printManifest, readManifest, withLineFeeds, type Manifest } from "./manifest.ts";
import { kindOf } from "./kind-of.ts";
import { isTooDeep, manifestName, staysInside } from "./output-path.ts";
import { isOurs, isUntouched } from "./ownership.ts";
import { reasonOf } from "./reason.ts";

/** What has to happen to an output folder. Paths are relative, with forward slashes. */
export interface Plan {
  readonly create: readonly GeneratedFile[];
  readonly update: readonly GeneratedFile[];
  readonly unchanged: readonly string[];
  readonly remove: readonly string[];
  /** No longer generated, but changed by hand, so it stays and is the user's from now on. */
  readonly keep: readonly string[];
  /** Folders of files that are gone, now or since a run that was killed; they may be empty. */
  readonly leave: readonly string[];
  readonly manifest: ManifestChange;
}

export interface ManifestChange {
  readonly before: Manifest;
  readonly after: Manifest;
  /** Whether the file has to be written. */
  readonly changed: boolean;
}

/** An output folder and how paths are shown to people. */
export interface OutputFolder {
  readonly path: string;
  readonly display: (path: string) => string;
}

/**
 * Compares what should be in a folder with what is there. Only files that the folder's
 * manifest lists, and nobody has replaced, are ever overwritten or removed. Line ends do not count.
 *
 * @param after - the manifest of these files
 * @returns `undefined` as value when the manifest cannot be trusted; with errors, a plan must not be carried out
 */
export function planOutput(
  files: readonly GeneratedFile[],
  after: Manifest,
  folder: OutputFolder,
): Outcome<Plan | undefined> {
  const found = existingManifest(folder);
  if ("code" in found) return { value: undefined, diagnostics: [found] };
  const look = lookInto(folder.path);
  const renamed = namesThatChangeCase(files, found.manifest, look);
  const create: GeneratedFile[] = [];
  const update: GeneratedFile[] = [];
  const unchanged: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const verdict = renamed.has(file.path) ? "create" : judge(file, folder, look, found.manifest);
    if (verdict === "create") create.push(file);
    else if (verdict === "update") update.push(file);
    else if (verdict === "unchanged") unchanged.push(file.path);
    else diagnostics.push(verdict);
  }
  const gone = [...found.manifest.keys()].filter((path) => !after.has(path));
  const replaced = new Set(renamed.values());
  const { remove, keep, leave } = sortOut(gone, replaced, look, found.manifest);
  for (const path of keep) {
    diagnostics.push(diagnose("output-kept", { path: folder.display(join(folder.path, path)) }));
  }
  const manifest = { before: found.manifest, after, changed: manifestChanges(found.text, after) };
  return { value: { create, update, unchanged, remove, keep, leave, manifest }, diagnostics };
}

interface FoundManifest {
  readonly manifest: Manifest;
  readonly text?: string;
}

function existingManifest(folder: OutputFolder): FoundManifest | Diagnostic {
  const path = join(folder.path, manifestName);
  const shown = folder.display(path);
  try {
    const blocked = folderProblem(folder);
    if (blocked) return blocked;
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return { manifest: new Map() };
    // A link could lead to a manifest that somebody else wrote.
    if (!stats.isFile()) return diagnose("manifest-damaged", { path: shown });
    const text = readFileSync(path, "utf8");
    const manifest = readManifest(text);
    return manifest ? { manifest, text } : diagnose("manifest-damaged", { path: shown });
  } catch (error) {
    return diagnose("file-unreadable", { path: shown, reason: reasonOf(error) });
  }
}

/** A folder that is there, or can be made, is no problem. */
function folderProblem(folder: OutputFolder): Diagnostic | undefined {
  const path = folder.display(folder.path);
  for (let next = folder.path; ; next = dirname(next)) {
    const kind = kindOf(next);
    if (kind === "folder" || next === dirname(next)) return undefined;
    if (kind === undefined) continue;
    if (next === folder.path) return diagnose("output-is-file", { path });
    return diagnose("output-unwritable", { path, reason: `${folder.display(next)} is a file` });
  }
}

/**
 * A class whose name changes only in case: where case does not count, the new file is
 * already there under its old name. Maps new paths to old ones.
 */
function namesThatChangeCase(
  files: readonly GeneratedFile[],
  manifest: Manifest,
  look: Lookout,
): ReadonlyMap<string, string> {
  const paths = new Set(files.map((file) => file.path));
  const gone = new Map<string, string>();
  for (const path of manifest.keys()) {
    if (!paths.has(path)) gone.set(path.toLowerCase(), path);
  }
  const renamed = new Map<string, string>();
  if (gone.size === 0) return renamed;
  for (const path of paths) {
    const old = gone.get(path.toLowerCase());
    if (old === undefined || manifest.has(path) || !look.same(old, path)) continue;
    const existing = look.at(old);
    if (existing.kind === "file" && isOurs(old, existing.text, manifest)) renamed.set(path, old);
  }
  return renamed;
}

function judge(
  file: GeneratedFile,
  folder: OutputFolder,
  look: Lookout,
  manifest: Manifest,
): "create" | "update" | "unchanged" | Diagnostic {
  const path = () => folder.display(join(folder.path, file.path));
  const unwritable = (reason: string) => diagnose("output-unwritable", { path: path(), reason });
  if (!staysInside(file.path)) return unwritable("its name leaves the output folder");
  if (isTooDeep(file.path)) return unwritable("too many folders lie in each other");
  const existing = look.at(file.path);
  switch (existing.kind) {
    case "nothing":
      return "create";
    case "file":
      if (withLineFeeds(existing.text) === withLineFeeds(file.text)) return "unchanged";
      return isOurs(file.path, existing.text, manifest)
        ? "update"
        : diagnose("output-occupied", { path: path() });
    case "taken":
      return diagnose("output-occupied", { path: path() });
    case "link":
      return diagnose("output-link", { path: path() });
    case "unreadable":
      return diagnose("file-unreadable", { path: path(), reason: existing.reason });
  }
}

/** What to do with files that an earlier run generated and this one does not. */
function sortOut(
  missing: readonly string[],
  replaced: ReadonlySet<string>,
  look: Lookout,
  manifest: Manifest,
): Pick<Plan, "remove" | "keep" | "leave"> {
  const remove: string[] = [];
  const keep: string[] = [];
  const leave = new Set<string>();
  for (const path of missing) {
    const existing = look.at(path);
    const untouched = existing.kind === "file" && isUntouched(path, existing.text, manifest);
    const gone = existing.kind === "nothing";
    if (gone || untouched || replaced.has(path)) {
      leave.add(parentOf(path));
      if (!gone) remove.push(path);
    } else {
      keep.push(path);
    }
  }
  return { remove, keep, leave: [...leave] };
}

function manifestChanges(before: string | undefined, after: Manifest): boolean {
  if (before === undefined) return after.size > 0;
  return withLineFeeds(before) !== printManifest(after);
}
