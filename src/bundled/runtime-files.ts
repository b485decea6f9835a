import { readFileSync } from "node:fs";

/** A module of the runtime, its path relative to the runtime's folder with forward slashes. */
export interface RuntimeFile {
  readonly path: string;
  readonly text: string;
}

/** What the build makes of `src/runtime`: see scripts/runtime-source-plugin.mjs. */
interface RuntimeSource {
  readonly files: readonly {
    readonly path: string;
    /** With a NUL wherever the extension of an import goes. */
    readonly text: string;
    /** The text without extensions, where it is laid out differently then. */
    readonly bare?: string;
  }[];
}

/**
 * The runtime as TypeScript that needs no package; `index.ts` exports all of it.
 *
 * @param extension - what stands behind a path in its imports, such as `.js`; may be empty
 */
export function runtimeFiles(extension: string): readonly RuntimeFile[] {
  return read().files.map(({ path, text, bare }) => ({
    path,
    text: (extension === "" ? bare : undefined) ?? text.replaceAll("\0", extension),
  }));
}

/** Read when it is asked for, because most runs never need it. */
function read(): RuntimeSource {
  // Two folders up lies dist, from src/bundled as well as from dist/chunks.
  const text = readFileSync(new URL("../../dist/runtime-source.json", import.meta.url), "utf8");
  // As: the build of this very package wrote it.
  return JSON.parse(text) as RuntimeSource;
}
