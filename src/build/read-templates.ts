import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compileTemplates, type Templates } from "../codegen/index.ts";
import { diagnose, hasErrors, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Host } from "../parse/index.ts";
import { readText } from "../parse/read-text.ts";
import type { Source } from "../source/index.ts";
import { byForwardSlashes } from "./by-forward-slashes.ts";
import { reasonOf } from "./reason.ts";

/** Reads the `.hbs` files of a folder, not those of folders in it, and makes them ready. */
export async function readTemplates(
  folder: string,
  host: Host,
): Promise<Outcome<Templates | undefined>> {
  const { value: sources, diagnostics } = textsIn(folder, host);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const compiled = await compileTemplates(sources);
  return { value: compiled.value, diagnostics: [...diagnostics, ...compiled.diagnostics] };
}

function textsIn(folder: string, host: Host): Outcome<readonly Source[]> {
  const path = host.resolve(".", folder);
  const shown = host.display(path);
  const failed = (diagnostic: Diagnostic) => ({ value: [], diagnostics: [diagnostic] });
  if (host.kindOf(path) !== "folder") return failed(diagnose("no-folder", { path: shown }));
  let names;
  try {
    names = readdirSync(path).filter((name) => name.toLowerCase().endsWith(".hbs"));
  } catch (error) {
    return failed(diagnose("file-unreadable", { path: shown, reason: reasonOf(error) }));
  }
  if (names.length === 0) return failed(diagnose("no-templates", { path: shown }));
  const texts = names.sort(byForwardSlashes).map((name) => {
    const file = join(path, name);
    return readText(host.display(file), () => host.readFile(file));
  });
  return {
    value: texts.flatMap(({ value }) => value ?? []),
    diagnostics: texts.flatMap(({ diagnostics }) => diagnostics),
  };
}
