export { explainNames } from "./explain-names.ts";
export { generate } from "./generate.ts";
export type { NamedThing, NameNote, NameReason } from "./name-notes.ts";
export type { GeneratedFile, GenerateOptions } from "./options.ts";
