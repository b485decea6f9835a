/** An ES module whose default export is the compiled template. */
export function compileTemplate(source: string): string;

/** An ES module whose default export is the template's text. */
export function embedTemplate(source: string): string;

/** A plugin that tsdown and Vitest both understand. */
export function handlebarsTemplates(): {
  name: string;
  load: {
    filter: { id: RegExp };
    handler(id: string): Promise<{ code: string; moduleType: "js" }>;
  };
};

/** A plugin that puts nothing in the place of the package `source-map`. */
export function withoutSourceMap(): {
  name: string;
  resolveId: { filter: { id: RegExp }; handler(): string };
  load: { filter: { id: RegExp }; handler(): string };
};
