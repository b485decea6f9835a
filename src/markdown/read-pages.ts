import type { MofDocument } from "../ast/index.ts";
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import { documentsOf } from "./meaning/documents.ts";
import type { PageOptions } from "./meaning/options.ts";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/**
 * Makes ASTs of documentation pages in Markdown, all at once: a class is described on its
 * own page and on those of its methods.
 *
 * @param sources - the pages, in the order that decides which of two counts
 * @returns a document for each page that declares something, class by class
 */
export function readPages(
  sources: readonly Source[],
  options: PageOptions = {},
): Outcome<readonly MofDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const pages = sources.map((source) => {
    const page = readPage(source);
    for (const diagnostic of page.diagnostics) diagnostics.push(diagnostic);
    return page.value;
  });
  const { value, diagnostics: meaning } = documentsOf(pages, options);
  // What is wrong with pages about something else is nothing to whoever wants only texts.
  const others = new Set(
    pages.flatMap((page) => (mayDescribe(page, options) ? [] : [page.source])),
  );
  const said = [...diagnostics, ...meaning].filter(
    ({ location }) => !location || !others.has(location.source),
  );
  return { value, diagnostics: said };
}

/** Whether a page may be about a class of other sources, where pages only describe those. */
function mayDescribe({ front }: Page, { describing, declared }: PageOptions): boolean {
  if (!describing || !declared || front.names.length === 0) return true;
  return front.names.some(({ text }) => declared(text.split(".")[0] ?? text));
}
