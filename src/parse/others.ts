/** What is no MOF among the sources, read by those who can. */
import type { MofDocument, Overlay } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import type { Readers } from "./readers.ts";

export class Others {
  /** Of pages that declare classes. */
  readonly roots: MofDocument[] = [];
  /** Of pages that describe what other sources declare. */
  readonly documentation: MofDocument[] = [];
  readonly overlays: Overlay[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly readers: Readers;
  private readonly declared: (className: string) => boolean;

  /** @param declared - whether MOF declares a class of a name */
  constructor(readers: Readers, declared: (className: string) => boolean) {
    this.readers = readers;
    this.declared = declared;
  }

  /** Pages among the sources. Where MOF declares their class, they only describe it. */
  addPages(pages: readonly Source[]): void {
    for (const document of this.read(pages, false)) {
      if (classIn(document, this.declared)) this.documentation.push(document);
      else this.roots.push(document);
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
    if (readPages) return this.valueOf(readPages(pages, { declared: this.declared, describing }));
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

function classIn({ declarations }: MofDocument, declared: (className: string) => boolean): boolean {
  return declarations.some((node) => node.kind === "class" && declared(node.name.text));
}
