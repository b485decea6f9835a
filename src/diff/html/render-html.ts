import { createHash } from "node:crypto";
import { visible } from "../../diagnostics/render-line.ts";
import type { DiffReport } from "../formats/report.ts";
import { audienceNames, bumpText, countsText, levelNames } from "../formats/words.ts";
import { pageData, type Schemas } from "./page-data.ts";
import { program, style } from "./page/main.ts?page";

/**
 * Writes a report as one page that needs nothing else: changes by class with filters, a search,
 * the tree of classes, and each declaration before and after. What comes from the schemas is
 * data in it, never markup or program.
 *
 * @param schemas - both schemas, whose declarations are shown
 */
export function renderDiffHtml(report: DiffReport, schemas: Schemas): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mof-codegen">
<title>${escape(titleOf(report))}</title>
<style>${style}</style>
</head>
<body>
${head(report)}
${filters(report)}
<div class="page">
<details id="classes" open>
<summary>Classes</summary>
<nav id="tree" aria-label="Classes with changes"></nav>
</details>
<main>
<div id="list"></div>
<div id="end"></div>
<footer><p><kbd>/</kbd> searches, <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>Enter</kbd> opens, <kbd>Esc</kbd> shows all again.</p></footer>
</main>
</div>
<noscript><p>This page shows the changes with JavaScript.</p></noscript>
<script type="application/json" id="data">${jsonOf(report, schemas)}</script>
<script>${program}</script>
</body>
</html>
`;
}

/** Nothing is loaded, nothing is sent, and only these two texts count. */
const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(program)}'; base-uri 'none'; form-action 'none'`;

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** In a script element only `<` could mean anything. */
function jsonOf(report: DiffReport, schemas: Schemas): string {
  return JSON.stringify(pageData(report, schemas)).replaceAll("<", "\\u003c");
}

function escape(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function titleOf({ old, new: now }: DiffReport): string {
  return `Schema diff: ${old} to ${now}`;
}

function head(report: DiffReport): string {
  const { judgement, old, new: now } = report;
  const { failing, changes } = judgement;
  const verdict =
    failing > 0
      ? '<span class="badge breaking">fails</span>'
      : '<span class="badge safe">passes</span>';
  const bump = bumpText(report);
  const counts = countsText(judgement);
  return `<header>
<h1>${counts.charAt(0).toUpperCase()}${counts.slice(1)} ${verdict}</h1>
<p class="sides"><code>${escape(old)}</code> → <code>${escape(now)}</code>${bump === undefined ? "" : ` · ${escape(bump)}`}</p>
${changes.length === 0 ? "" : table(report)}
</header>`;
}

function table({ judgement: { audiences, changes } }: DiffReport): string {
  const open = changes.filter(({ acceptance }) => !acceptance);
  const names = audiences.map((each) => `<th scope="col">${audienceNames[each]}</th>`);
  const rows = levelNames.map((level) => {
    const cells = audiences.map((audience) => {
      const count = open.filter(({ levels }) => levels[audience] === level).length;
      return `<td${count === 0 ? ' class="zero"' : ""}>${count}</td>`;
    });
    const name = `<span class="badge ${level}">${level}</span>`;
    return `<tr><th scope="row">${name}</th>${cells.join("")}</tr>`;
  });
  return `<table class="summary">
<thead><tr><th scope="col">for</th>${names.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function filters({ judgement: { audiences, counts } }: DiffReport): string {
  const one = (value: string, name: string): string =>
    `<button type="button" data-audience="${value}" aria-pressed="false">${name}</button>`;
  const who = [one("", "everybody"), ...audiences.map((each) => one(each, audienceNames[each]))];
  const marks = [...levelNames, ...(counts.accepted > 0 ? (["accepted"] as const) : [])].map(
    (mark) =>
      `<button type="button" class="${mark}" data-mark="${mark}" aria-pressed="true">${mark}</button>`,
  );
  return `<div class="filters" role="search"><div>
<div role="group" aria-label="Changes as they are for">${who.join("")}</div>
<div role="group" aria-label="Levels that are shown">${marks.join("")}</div>
<input id="search" type="search" placeholder="Search class, member, rule or fingerprint" aria-label="Search" autocomplete="off" spellcheck="false">
<span id="count" role="status"></span>
</div></div>`;
}
