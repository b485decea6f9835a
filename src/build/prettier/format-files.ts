import type { GeneratedFile } from "../../codegen/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import type { OutputFolder } from "../plan.ts";
import { findConfiguration } from "./find-configuration.ts";
import { firstLine } from "./first-line.ts";
import { format, type Formatting } from "./format.ts";
import { loadPrettier, type Prettier } from "./load-prettier.ts";

/** The first version whose functions are those that we call. */
const oldest = 3;

/**
 * Formats generated files by the Prettier and the configuration of the project that they are
 * for. What is generated is laid out as Prettier does by default, so without a configuration
 * that asks for something else Prettier is not even loaded.
 *
 * @param usual - whether the text was laid out by our own templates
 * @returns with errors, the files as far as they got
 */
export async function formatFiles(
  files: readonly GeneratedFile[],
  folder: OutputFolder,
  usual: boolean,
): Promise<Outcome<readonly GeneratedFile[]>> {
  const found = findConfiguration(folder.path);
  if (!found.mayDiffer && (usual || found.file === undefined)) {
    return { value: files, diagnostics: [] };
  }
  const failed = (diagnostic: Diagnostic) => ({ value: files, diagnostics: [diagnostic] });
  let prettier;
  try {
    prettier = await usablePrettier(folder.path);
  } catch (error) {
    return failed(diagnose("prettier-unusable", { reason: firstLine(error) }));
  }
  if (!prettier) {
    // Who has only a configuration for editors does not miss Prettier.
    if (found.file === undefined) return { value: files, diagnostics: [] };
    return failed(diagnose("prettier-missing", { path: folder.display(found.file) }));
  }
  return await formatAll(files, { prettier, found, folder, usual });
}

/** @throws why the Prettier that is installed cannot be used */
async function usablePrettier(folder: string): Promise<Prettier | undefined> {
  const prettier = await loadPrettier(folder);
  if (!prettier) return undefined;
  const { version } = prettier;
  // Whatever calls itself so may have no version at all.
  if (!(Number.parseInt(version, 10) >= oldest)) {
    throw new Error(`its version is ${version}, and ${oldest} is the oldest that is known`);
  }
  // A program that runs for long may see configurations change.
  await prettier.clearConfigCache();
  return prettier;
}

/** One failure is enough: the cause is the same for all files. */
async function formatAll(
  files: readonly GeneratedFile[],
  formatting: Formatting,
): Promise<Outcome<readonly GeneratedFile[]>> {
  const formatted: GeneratedFile[] = [];
  for (const { path, text } of files) {
    const result = await format(path, text, formatting);
    if (typeof result !== "string") return { value: files, diagnostics: [result] };
    formatted.push({ path, text: result });
  }
  return { value: formatted, diagnostics: [] };
}
