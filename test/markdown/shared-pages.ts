/** The real pages beside the project, which are not part of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { readPages } from "../../src/markdown/index.ts";
import { resolve, type Schema } from "../../src/model/index.ts";
import { positionAt, type Source } from "../../src/source/index.ts";

const root = fileURLToPath(new URL("../../../shared/data/docs/", import.meta.url));

/** Whether there are any. */
export const hasPages: boolean = existsSync(root);

/** Says which tests have to be skipped. */
export function warnWithoutPages(test: string): void {
  if (!hasPages) console.warn(`${test}: skipped, there are no real pages in ../shared`);
}

/** The pages of a folder in the order of their names, under their names alone. */
export function pagesIn(folder: string): readonly Source[] {
  const path = `${root}pages/${folder}`;
  const names = readdirSync(path).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => ({ name, text: readFileSync(`${path}/${name}`, "utf8") }));
}

/** The page that the project began with. */
export function seed(): Source {
  return { name: "seed.md", text: readFileSync(`${root}seed-logoff.es-es.md`, "utf8") };
}

/** What pages mean together, and what is said about them. */
export function schemaOf(pages: readonly Source[]): {
  readonly schema: Schema;
  readonly said: readonly string[];
} {
  const { value, diagnostics } = readPages(pages);
  const resolved = resolve({ roots: value, includes: new Map() });
  return {
    schema: resolved.value,
    said: [...diagnostics, ...resolved.diagnostics].map(shortly),
  };
}

/** Without the words, which may be those of a page. */
function shortly({ severity, code, location }: Diagnostic): string {
  if (!location) return `${severity} ${code}`;
  const { line, column } = positionAt(location.source, location.span.start);
  return `${severity} ${code} at ${location.source.name}:${line}:${column}`;
}
