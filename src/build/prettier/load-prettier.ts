import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { codeOf } from "../reason.ts";

/** What we use of Prettier 3. */
export interface Prettier {
  readonly version: string;
  resolveConfig(
    path: string,
    options: { readonly editorconfig: boolean },
  ): Promise<Readonly<Record<string, unknown>> | null>;
  format(text: string, options: Readonly<Record<string, unknown>>): Promise<string>;
  getFileInfo(
    path: string,
    options: { readonly ignorePath: string; readonly resolveConfig: boolean },
  ): Promise<{ readonly ignored: boolean }>;
  clearConfigCache(): Promise<void>;
}

/**
 * Loads the Prettier that files in a folder can import.
 *
 * @returns `undefined` when none is installed there
 * @throws what loading it throws
 */
export async function loadPrettier(folder: string): Promise<Prettier | undefined> {
  const path = whereIs(createRequire(pathToFileURL(join(folder, "index.js"))));
  if (path === undefined) return undefined;
  // As: whatever calls itself Prettier is taken for it once its version has been looked at.
  const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
    readonly default?: Prettier;
  } & Prettier;
  return module.default ?? module;
}

function whereIs({ resolve }: NodeJS.Require): string | undefined {
  try {
    return resolve("prettier");
  } catch (error) {
    if (codeOf(error) === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
