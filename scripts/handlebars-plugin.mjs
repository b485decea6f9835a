// @ts-check
/**
 * Makes `import specification from "x.hbs"` work in the bundler and in the tests:
 * the template is compiled at build time, and only the small half of Handlebars
 * that runs compiled templates is loaded. `import text from "x.hbs?text"` is its source,
 * for those who want to change it.
 */
import { readFile } from "node:fs/promises";
import Handlebars from "handlebars";

/**
 * Templates lay out and decide nothing: a missing field is an error, nothing is
 * escaped for HTML, there are no helpers but the built-in ones, and a partial's
 * text is taken as it is.
 *
 * @satisfies {PrecompileOptions}
 */
const options = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  preventIndent: true,
  // No @index and the like: making them for each block takes as long as all the rest.
  data: false,
};

/**
 * @param {string} source a template's text
 * @returns {string} an ES module whose default export is the compiled template
 */
export function compileTemplate(source) {
  const compiled = Handlebars.precompile(withLineFeeds(source), options);
  return `export default ${String(compiled)};\n`;
}

/**
 * @param {string} source a template's text
 * @returns {string} an ES module whose default export is that text
 */
export function embedTemplate(source) {
  return `export default ${JSON.stringify(withLineFeeds(source))};\n`;
}

/**
 * A checkout with CRLF must give the same output.
 *
 * @param {string} source
 */
function withLineFeeds(source) {
  return source.replace(/\r\n/g, "\n");
}

/** @type {import("./handlebars-plugin.mjs").handlebarsTemplates} */
export function handlebarsTemplates() {
  return {
    name: "handlebars-templates",
    load: {
      filter: { id: /\.hbs(?:\?text)?$/ },
      async handler(id) {
        const source = await readFile(id.replace(/\?text$/, ""), "utf8");
        const asText = id.endsWith("?text");
        return {
          code: asText ? embedTemplate(source) : compileTemplate(source),
          moduleType: "js",
        };
      },
    },
  };
}

/**
 * Handlebars' compiler asks for a package that makes source maps, and does without where there
 * is none: those maps are for templates that become files of JavaScript.
 *
 * @type {import("./handlebars-plugin.mjs").withoutSourceMap}
 */
export function withoutSourceMap() {
  const id = "\0without-source-map";
  return {
    name: "without-source-map",
    resolveId: { filter: { id: /^source-map$/ }, handler: () => id },
    load: { filter: { id: /^\0without-source-map$/ }, handler: () => "export {};\n" },
  };
}
