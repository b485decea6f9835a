import type { PageContext } from "../../parse/index.ts";

/** What is known about pages beside what stands on them. */
export interface PageOptions extends Partial<PageContext> {
  /**
   * The address that the names of pages are put behind, as in
   * `https://learn.microsoft.com/windows/win32/termserv/`. It has to begin with `https://`.
   */
  readonly linkBase?: string;
}
