/** The helpers that templates have; docs/templates.md lists them. */
import { prose } from "../comment.ts";
import { stringLiteral } from "../identifiers.ts";

/** A helper as an author of templates knows it. */
export interface Helper {
  /** Whether it stands around something: `{{#each …}} … {{/each}}`. */
  readonly block: boolean;
  /** How many values it takes. */
  readonly takes: 1 | 2;
  /** What it makes of texts; absent where Handlebars, or the engine, knows. */
  readonly ofText?: (text: string) => string;
}

export const helpers: Readonly<Record<string, Helper>> = {
  each: { block: true, takes: 1 },
  if: { block: true, takes: 1 },
  unless: { block: true, takes: 1 },
  with: { block: true, takes: 1 },
  eq: { block: false, takes: 2 },
  lookup: { block: false, takes: 2 },
  camelCase: { block: false, takes: 1, ofText: camelCase },
  literal: { block: false, takes: 1, ofText: stringLiteral },
  inComment: { block: false, takes: 1, ofText: (text) => prose(text).join(" ") },
};

/** `Win32_LogicalDisk` becomes `win32LogicalDisk`, `VMHostName` becomes `vmHostName`. */
function camelCase(text: string): string {
  const [first = "", ...more] = text.match(/[\p{L}\p{M}\p{N}$]+/gu) ?? [];
  const began = first.replace(/^\p{Lu}+(?!\p{Ll})|^\p{Lu}/u, (capitals) => capitals.toLowerCase());
  return began + more.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
