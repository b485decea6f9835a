export { generate } from "./generate.ts";
export type { GeneratedFile, GenerateOptions, RuntimeChoice } from "./options.ts";
