export { hasInput, type InputKind } from "./has-input.ts";
export type { FolderEntry, Host } from "./host.ts";
export { load } from "./load.ts";
export type { LoadOptions } from "./load-options.ts";
export { parse, type ParseOptions } from "./parse.ts";
export type { OverlayReader, PageContext, PageReader, Readers } from "./readers.ts";
export { startLoading } from "./start-loading.ts";
