// @ts-check
/**
 * Makes `import { program, style } from "main.ts?page"` the texts of a page: a program for a
 * browser, bundled with all that it imports, and `style.css` beside it.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Rolldown } from "tsdown";

/**
 * @param {string} file
 * @returns {Promise<{ text: string, modules: string[] }>}
 */
async function bundle(file) {
  const build = await Rolldown.rolldown({ input: file, platform: "browser", logLevel: "silent" });
  const { output } = await build.generate({ format: "iife", minify: true });
  await build.close();
  const [chunk] = output;
  return { text: chunk.code.trim(), modules: Object.keys(chunk.modules) };
}

/** @type {import("./page-plugin.mjs").pageTexts} */
export function pageTexts() {
  return {
    name: "page-texts",
    load: {
      filter: { id: /\.ts\?page$/ },
      async handler(id) {
        const file = id.replace(/\?page$/, "");
        const { text } = await bundle(file);
        const style = await readFile(join(dirname(file), "style.css"), "utf8");
        const texts = { program: text, style: style.replaceAll("\r\n", "\n") };
        const lines = Object.entries(texts).map(
          ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
        );
        return { code: lines.join(""), moduleType: "js" };
      },
    },
  };
}

/** @type {import("./page-plugin.mjs").modulesInPage} */
export async function modulesInPage() {
  const file = fileURLToPath(new URL("../src/diff/html/page/main.ts", import.meta.url));
  return (await bundle(file)).modules.filter((id) => id.includes("node_modules"));
}
