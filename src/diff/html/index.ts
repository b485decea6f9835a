export { renderDiffHtml } from "./render-html.ts";
