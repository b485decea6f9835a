import { createHash } from "node:crypto";
import type { Schema } from "../../model/index.ts";
import type { DiffReport } from "../formats/report.ts";
import { pageDataOf } from "./page-data-of.ts";
import { script, style } from "./page/main.ts?page";

/** How a page is made. */
export interface DiffHtmlOptions {
  /** What people call the file that a source was read from; its name unless stated. */
  readonly pathOf?: (name: string) => string;
}

/**
 * Writes a report as one HTML page that needs nothing else: it shows the changes, finds and
 * filters them, and has what changed before their eyes as MOF. Whatever comes from a schema
 * stands in the page as data only, and its policy lets nothing run but its own script.
 *
 * @param schemas - those that were compared; the page shows declarations from them
 */
export function renderDiffHtml(
  report: DiffReport,
  schemas: { readonly old: Schema; readonly new: Schema },
  { pathOf = (name) => name }: DiffHtmlOptions = {},
): string {
  const data = JSON.stringify(pageDataOf(report, schemas, pathOf));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Schema changes</title>
<style>${style}</style>
</head>
<body>
<noscript><p class="no-script">This page shows its changes with a script, which is turned off here.</p></noscript>
<script type="application/json" id="data">${escaped(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that ends no element and begins none, and holds no line end that is unlike others. */
function escaped(json: string): string {
  return json.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
