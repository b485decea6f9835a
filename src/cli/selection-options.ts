import type { Selection } from "../model/index.ts";
import type { Values } from "./values.ts";

/** What `--include`, `--exclude` and `--namespace` say. */
export function selectionOptions(values: Values): Required<Selection> {
  return {
    include: values.texts("include"),
    exclude: values.texts("exclude"),
    namespaces: values.texts("namespace"),
  };
}
