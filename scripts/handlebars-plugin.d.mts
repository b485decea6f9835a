/** An ES module whose default export is the compiled template. */
export function compileTemplate(source: string): string;

/** A plugin that tsdown and Vitest both understand. */
export function handlebarsTemplates(): {
  name: string;
  load: {
    filter: { id: RegExp };
    handler(id: string): Promise<{ code: string; moduleType: "js" }>;
  };
};
