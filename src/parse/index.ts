export type { Host } from "./host.ts";
export { load, type LoadOptions } from "./load.ts";
export { parse } from "./parse.ts";
