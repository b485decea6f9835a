export type { FolderEntry, Host } from "./host.ts";
export { load } from "./load.ts";
export type { LoadOptions } from "./load-options.ts";
export type { PageReader } from "./page-reader.ts";
export { parse, type ParseOptions } from "./parse.ts";
