// @ts-check
/**
 * Makes `import specification from "x.hbs"` work in the bundler and in the tests:
 * the template is compiled at build time, and only the small half of Handlebars
 * that runs compiled templates is shipped.
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
  // A checkout with CRLF must give the same output.
  const compiled = Handlebars.precompile(source.replace(/\r\n/g, "\n"), options);
  return `export default ${String(compiled)};\n`;
}

/** @type {import("./handlebars-plugin.mjs").handlebarsTemplates} */
export function handlebarsTemplates() {
  return {
    name: "handlebars-templates",
    load: {
      filter: { id: /\.hbs$/ },
      async handler(id) {
        return { code: compileTemplate(await readFile(id, "utf8")), moduleType: "js" };
      },
    },
  };
}
