import type { CimClass } from "../../src/model/index.ts";
import { having, marked, type Edit } from "./edit-tools.ts";

/** Edits of a class itself; those that its subclasses inherit say so. */
export const classEdits: readonly (Edit<CimClass> & { readonly inherited?: true })[] = [
  {
    rule: "class-abstract-added",
    back: "class-abstract-removed",
    applies: (each) => !each.abstract,
    apply: (each) => having(each, "Abstract", true),
  },
  marked("deprecated-added", "deprecated-removed", "Deprecated", ["No value"]),
  marked("experimental-added", "experimental-removed", "Experimental"),
  {
    rule: "description-changed",
    back: "description-changed",
    applies: () => true,
    apply: (each) => having(each, "Description", "Said anew."),
  },
  {
    rule: "umlpackagepath-changed",
    back: "umlpackagepath-changed",
    applies: () => true,
    apply: (each) => having(each, "UMLPackagePath", "X::New"),
  },
];
