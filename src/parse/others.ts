/** What is no MOF among the sources, read by those who can. */
import type { MofDocument, Overlay } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import { classesIn, type Homes, type StatedClass } from "./homes-in.ts";
import type { Readers } from "./readers.ts";

export class Others {
  /** Of pages that declare classes. */
  readonly roots: MofDocument[] = [];
  /** Of pages that describe what other sources declare. */
  readonly documentation: MofDocument[] = [];
  readonly overlays: Overlay[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly readers: Readers;
  /** Looked at only when somebody asks: schemas are large, and pages are rare. */
  private readonly homes: () => Homes;

  /** @param homes - of the classes that MOF declares */
  constructor(readers: Readers, homes: () => Homes) {
    this.readers = readers;
    this.homes = homes;
  }

  /** Pages among the sources. Where MOF declares their class, they only describe it. */
  addPages(pages: readonly Source[]): void {
    for (const document of this.read(pages, false)) {
      if (classesIn(document).some((page) => isDeclared(page, this.homes()))) {
        this.documentation.push(document);
      } else this.roots.push(document);
    }
  }

  /** Pages that only describe. */
  addDocs(pages: readonly Source[]): void {
    for (const document of this.read(pages, true)) this.documentation.push(document);
  }

  addOverlay(source: Source): void {
    const { readOverlay } = this.readers;
    if (!readOverlay) {
      this.refuse(source, "an overlay");
      return;
    }
    const overlay = this.valueOf(readOverlay(source));
    if (overlay) this.overlays.push(overlay);
  }

  private read(pages: readonly Source[], describing: boolean): readonly MofDocument[] {
    if (pages.length === 0) return [];
    const { readPages } = this.readers;
    const declared = (className: string) => this.homes().has(className.toLowerCase());
    if (readPages) return this.valueOf(readPages(pages, { declared, describing }));
    for (const page of pages) this.refuse(page, "a documentation page");
    return [];
  }

  private refuse(source: Source, what: string): void {
    const reason = `it is ${what}, and no reader of such files was given`;
    const location = { source, span: { start: 0, end: 0 } };
    this.diagnostics.push(diagnose("file-unreadable", { path: source.name, reason }, location));
  }

  private valueOf<T>({ value, diagnostics }: Outcome<T>): T {
    for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
    return value;
  }
}

/**
 * Whether MOF declares the class of a page. Where both state a namespace, another one is that of
 * another class; MOF that states none is compiled into any.
 */
function isDeclared({ name, namespace }: StatedClass, homes: Homes): boolean {
  const namespaces = homes.get(name);
  if (!namespaces) return false;
  return namespace === undefined || namespaces.has(undefined) || namespaces.has(namespace);
}
