import { visible } from "../../diagnostics/render-line.ts";

/**
 * Text that means nothing in Markdown: no markup, no link, nobody is mentioned and no issue is
 * referred to.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>|~&$]/gu, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@|#(?=\d)|:(?=\/\/)|www(?=\.)/gu, (mark) => `${mark}<!-- -->`)
    .replaceAll("&#<!-- -->", "&#");
}

/** Text between backticks, whatever backticks it has itself. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const blank = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${blank}${shown}${blank}${fence}`;
}
