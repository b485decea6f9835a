import type { MofSet } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import { type Host, type LoadOptions, type Readers, startLoading } from "../parse/index.ts";
import { readDocument } from "./read-document.ts";

/** What sources of every kind are read from. */
export interface SourceOptions extends LoadOptions {
  /**
   * MOF files, snapshots (`*.json`), documentation pages (`*.md`), overlays (`*.overlay.json`,
   * `.yaml`, `.yml`), and folders that are searched for MOF files, or where there are none for
   * documentation pages.
   */
  readonly sources: readonly string[];
  /**
   * The address that the names of documentation pages are put behind in links to them, as in
   * `https://learn.microsoft.com/windows/win32/termserv/`. It has to begin with `https://`.
   */
  readonly linkBase?: string;
}

/** Reads all sources; readers of pages and overlays are loaded only for those who have some. */
export async function loadSources(options: SourceOptions, host: Host): Promise<Outcome<MofSet>> {
  const loading = startLoading(options.sources, host, { read: readDocument, ...options });
  const { linkBase } = options;
  let readers: Readers = {};
  if (loading.hasPages) {
    const { readPages } = await import("../markdown/index.ts");
    const link = linkBase !== undefined && { linkBase };
    readers = { readPages: (pages, context) => readPages(pages, { ...context, ...link }) };
  }
  if (loading.hasOverlays) {
    const { readOverlay } = await import("../overlay/index.ts");
    readers = { ...readers, readOverlay };
  }
  return loading.finish(readers);
}
