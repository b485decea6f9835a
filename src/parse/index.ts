export type { Host } from "./host.ts";
export { load, type LoadOptions } from "./load.ts";
export { parse, type ParseOptions } from "./parse.ts";
