// @ts-check
/**
 * Makes `import { script, style } from "./page/main.ts?page"` work in the bundler and in the
 * tests: the script is that file with all it imports as one small text, the style is the file
 * `page.css` beside it. Both are texts for an HTML page, not code of the program.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { factsOf, licenceOf } from "./licence-of.mjs";
import { packageFolder } from "./package-folder.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Paths of the modules in all pages that were made. @type {Set<string>} */
const modules = new Set();

/** @type {import("./page-plugin.mjs").modulesInPages} */
export function modulesInPages() {
  return Promise.resolve([...modules]);
}

/** @type {import("./page-plugin.mjs").pages} */
export function pages() {
  return {
    name: "pages",
    load: {
      filter: { id: /\.ts\?page$/ },
      async handler(id) {
        const path = id.replace(/\?page$/, "");
        const [script, style] = await Promise.all([bundle(path), styleBeside(path)]);
        const code = `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`;
        return { code, moduleType: "js" };
      },
    },
  };
}

/**
 * @param {string} path of the file that is the script
 * @returns {Promise<string>} it and what it imports, with the licences of packages above
 */
async function bundle(path) {
  // Most test files load the configuration only.
  const { Rolldown } = await import("tsdown");
  const { output } = await Rolldown.build({
    input: path,
    cwd: root,
    platform: "browser",
    write: false,
    tsconfig: false,
    transform: { target: "es2022" },
    output: { format: "iife", minify: true, comments: { annotation: false, legal: true } },
  });
  const [chunk] = output;
  const own = Object.keys(chunk.modules).map((each) => each.replaceAll("\\", "/"));
  for (const each of own) modules.add(each);
  const folders = own.map(packageFolder).filter((folder) => folder !== undefined);
  return [...new Set(folders)].sort().map(notice).join("") + chunk.code.trim();
}

/**
 * Whoever hands on a page hands on the packages in it.
 *
 * @param {string} folder of a package
 */
function notice(folder) {
  const { name, version } = factsOf(folder);
  const text = licenceOf(folder).replaceAll("*/", "* /");
  return `/*! ${name} ${version}\n\n${text}\n*/\n`;
}

/**
 * Comments and indentation are for the file; strings of ours hold neither.
 *
 * @param {string} path of the file that is the script
 */
async function styleBeside(path) {
  const text = await readFile(join(dirname(path), "page.css"), "utf8");
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
