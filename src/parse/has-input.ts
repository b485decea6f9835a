import type { Code } from "../diagnostics/index.ts";
import { findFolder, findInputs } from "./find-inputs.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import type { LoadOptions } from "./load-options.ts";
import { OVERLAYS, PAGES, SOURCES } from "./wanted.ts";

/** What an input is read as. */
export type InputKind = "sources" | "docs" | "overlays" | "searchFolders";

const wanted = { sources: SOURCES, docs: PAGES, overlays: OVERLAYS } as const;

const absences: readonly Code[] = [
  "file-not-found",
  "no-file-matches",
  "no-folder",
  "no-mof-files",
  "no-overlays",
  "no-pages",
];

/** Whether there is something that an input stands for, or something else is wrong with it. */
export function hasInput(
  input: string,
  kind: InputKind,
  host: Host,
  options: LoadOptions,
): boolean {
  const folders = new Folders(host);
  const { diagnostics } =
    kind === "searchFolders"
      ? findFolder(input, host, folders, options)
      : findInputs(input, wanted[kind], { host, folders, options });
  return !diagnostics.some(({ code }) => absences.includes(code));
}
