import type { Diagnostic } from "../../diagnostics/index.ts";

/** Thrown where a template goes wrong, through Handlebars, and caught where it was asked for. */
export class TemplateMistake extends Error {
  override readonly name = "TemplateMistake";
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
