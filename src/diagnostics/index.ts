export { diagnose, hasErrors, type Diagnostic, type Outcome, type Related } from "./diagnostic.ts";
export { countText, renderText, type RenderOptions } from "./render.ts";
export type { Code, Severity } from "./sentences.ts";
