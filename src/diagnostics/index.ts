export {
  adjust,
  type Level,
  type Severities,
  setSeverities,
  type SeverityOptions,
} from "./adjust.ts";
export { diagnose, hasErrors, type Diagnostic, type Outcome, type Related } from "./diagnostic.ts";
export { renderText, type RenderOptions } from "./render.ts";
export { type GithubOptions, renderGithub } from "./render-github.ts";
export {
  type JsonDiagnostic,
  type JsonOptions,
  type JsonRelated,
  type JsonReport,
  renderJson,
} from "./render-json.ts";
export { either } from "./either.ts";
export { visible } from "./render-line.ts";
export { countText } from "./select.ts";
export { severityProblem } from "./severity-problem.ts";
export { suggest } from "./suggest.ts";
export { catalogue, type Code, isCode, type Sentences } from "./catalogue/index.ts";
export { needText } from "./catalogue/selection.ts";
export type { Sentence, Severity } from "./sentence.ts";
