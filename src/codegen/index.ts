export { generate } from "./generate.ts";
export type { GeneratedFile, GenerateOptions } from "./options.ts";
