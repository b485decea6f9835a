/** What pages mean, in a form that a person reads. */
import { printDeclarations } from "../../src/ast/index.ts";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { documentsOf } from "../../src/markdown/meaning/documents.ts";
import type { PageOptions } from "../../src/markdown/meaning/options.ts";
import type { Page } from "../../src/markdown/page.ts";

/** The documents as MOF, each behind the name of its page. */
export function mofOf(pages: readonly Page[], options: PageOptions = {}): string {
  const { value } = documentsOf(pages, options);
  return value
    .map(({ source, declarations }) => {
      const partial = declarations.some((node) => node.kind === "class" && node.partial);
      const text = [...printDeclarations(declarations)].join("");
      return `// ${source.name}${partial ? " (partial)" : ""}\n${text}`;
    })
    .join("");
}

/** `severity code: message`, with the text of the place. */
export function saidOf(pages: readonly Page[], options: PageOptions = {}): readonly string[] {
  return documentsOf(pages, options).diagnostics.map(lineOf);
}

function lineOf({ severity, code, message, location }: Diagnostic): string {
  const { start, end } = location?.span ?? { start: 0, end: 0 };
  const at = JSON.stringify(location?.source.text.slice(start, end) ?? "");
  return `${severity} ${code} at ${at}: ${message}`;
}
