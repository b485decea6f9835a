import type { Schema } from "../model/index.ts";
import type { Imports } from "./imports.ts";
import type { Names } from "./names.ts";

/** What the parts of one generated file share. */
export interface FileContext {
  readonly schema: Schema;
  readonly names: Names;
  readonly imports: Imports;
}
