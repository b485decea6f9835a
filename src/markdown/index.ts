export type { PageOptions } from "./meaning/options.ts";
export { readPages } from "./read-pages.ts";
