/** An imported template is what `Handlebars.precompile` made of it: see scripts/handlebars-plugin.mjs. */
declare module "*.hbs" {
  const specification: import("handlebars/runtime.js").TemplateSpecification;
  export default specification;
}

/**
 * The half of Handlebars that runs precompiled templates. Its own declaration
 * file exports nothing, so what we use of it is declared here.
 */
declare module "handlebars/runtime.js" {
  /** A precompiled template; only `Handlebars.template` looks inside. */
  export interface TemplateSpecification {
    readonly compiler: readonly [number, string];
  }

  /** Turns a view into text. */
  export type Template = (view: unknown) => string;

  interface HandlebarsRuntime {
    /** A separate set of helpers and partials. */
    create(): HandlebarsRuntime;
    template(specification: TemplateSpecification): Template;
    registerPartial(name: string, template: Template): void;
  }

  const Handlebars: HandlebarsRuntime;
  export default Handlebars;
}
