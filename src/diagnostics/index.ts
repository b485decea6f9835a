export { diagnose, hasErrors, type Diagnostic, type Outcome, type Related } from "./diagnostic.ts";
export { countText, renderText, type RenderOptions } from "./render.ts";
export type { Code } from "./catalogue/index.ts";
export type { Severity } from "./sentence.ts";
