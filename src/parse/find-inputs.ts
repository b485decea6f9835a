import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import { expandVariables } from "./expand-variables.ts";
import type { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import type { LoadOptions } from "./load-options.ts";
import type { Wanted } from "./wanted.ts";

/** What a path that a person wrote leads to, and what there is to say about it. */
interface Place {
  readonly path: string;
  readonly kind: "file" | "folder" | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where things are looked for, and how. */
export interface Search {
  readonly host: Host;
  readonly folders: Folders;
  readonly options: LoadOptions;
}

/**
 * The files that an input stands for: a file itself, a folder for the wanted files below it,
 * a pattern for what it matches. What has that very name always wins.
 */
export function findInputs(
  input: string,
  wanted: Wanted,
  { host, folders, options }: Search,
): Outcome<readonly string[]> {
  const { path, kind, diagnostics } = findPlace(input, host, folders, options);
  if (kind === "file") return { value: [path], diagnostics };
  if (kind === "folder") return belowFolder(path, wanted, host, diagnostics);
  if (diagnostics.length > 0) return { value: [], diagnostics };
  if (!isPattern(path)) return { value: [], diagnostics: [notFound(path, host)] };
  const matching = host.filesMatching(path);
  if (matching.length > 0) return { value: matching, diagnostics };
  return { value: [], diagnostics: [diagnose("no-file-matches", { pattern: host.display(path) })] };
}

/** A folder that is to be searched: not an input itself, so that it may hold no MOF file. */
export function findFolder(
  text: string,
  host: Host,
  folders: Folders,
  options: LoadOptions,
): Outcome<string | undefined> {
  const { path, kind, diagnostics } = findPlace(text, host, folders, options);
  if (kind === "folder") return { value: path, diagnostics };
  if (kind === undefined && diagnostics.length > 0) return { value: undefined, diagnostics };
  return { value: undefined, diagnostics: [diagnose("no-folder", { path: host.display(path) })] };
}

/** A path as it stands; otherwise without quotes, with backslashes, variables, or in another case. */
function findPlace(text: string, host: Host, folders: Folders, options: LoadOptions): Place {
  const kind = host.kindOf(text);
  if (kind) return { path: text, kind, diagnostics: [] };
  const tidy = withoutQuotes(text);
  const literal = host.resolve(".", tidy);
  const literalKind = host.kindOf(literal);
  if (literalKind) return { path: literal, kind: literalKind, diagnostics: [] };
  const { text: expanded, unset } = expandVariables(tidy, options.environment ?? {});
  const path = host.resolve(".", expanded);
  if (unset !== undefined) {
    const sentence = { path: text, variable: unset };
    return { path, kind: undefined, diagnostics: [diagnose("variable-not-set", sentence)] };
  }
  const expandedKind = host.kindOf(path);
  if (expandedKind) return { path, kind: expandedKind, diagnostics: [] };
  const real = folders.inOtherCase(path);
  if (real === undefined) return { path, kind: undefined, diagnostics: [] };
  const sentence = { path: host.display(path), real: host.display(real) };
  const diagnostics = [diagnose("name-in-other-case", sentence)];
  return { path: real, kind: host.kindOf(real), diagnostics };
}

/** cmd passes single quotes on, and pasted paths have blanks around them. */
function withoutQuotes(text: string): string {
  const trimmed = text.trim();
  const quoted = /^(["'])(.+)\1$/.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}

function isPattern(path: string): boolean {
  return /[*?[{]|[@!+]\(/.test(path);
}

function notFound(path: string, host: Host): Diagnostic {
  return diagnose("file-not-found", { path: host.display(path) });
}

function belowFolder(
  path: string,
  { endings, empty }: Wanted,
  host: Host,
  diagnostics: readonly Diagnostic[],
): Outcome<readonly string[]> {
  for (const some of endings) {
    const files = host.filesBelow(path, some);
    if (files.length > 0) return { value: files, diagnostics };
  }
  const nothing = diagnose(empty, { path: host.display(path) });
  return { value: [], diagnostics: [...diagnostics, nothing] };
}
