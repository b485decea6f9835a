/** What is known about pages beside what stands on them. */
export interface PageOptions {
  /**
   * The address that the names of pages are put behind, as in
   * `https://learn.microsoft.com/windows/win32/termserv/`. It has to begin with `https://`.
   */
  readonly linkBase?: string;
  /** Whether another source declares a class of a name, so that pages may extend it; none does unless stated. */
  readonly declared?: (className: string) => boolean;
}
