// @ts-check
/** Reads the pages of a folder and parses them with markdown-it: `pages-floor <folder>`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";

const [folder = ""] = process.argv.slice(2);
const markdown = new MarkdownIt({ html: true });
let tokens = 0;
for (const name of readdirSync(folder).sort()) {
  tokens += markdown.parse(readFileSync(join(folder, name), "utf8"), {}).length;
}
console.log(tokens);
