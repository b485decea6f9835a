import type { Value } from "../../../ast/index.ts";

/** What kind of value stands there: `a string`, `the alias $Fan`. */
export function kindTitle(value: Value): string {
  switch (value.kind) {
    case "integer":
      return "an integer";
    case "real":
      return "a real number";
    case "string":
      return "a string";
    case "char":
      return "a character";
    case "boolean":
      return value.value ? "TRUE" : "FALSE";
    case "null":
      return "NULL";
    case "array":
      return "an array";
    case "alias":
      return `the alias ${value.text}`;
    case "instance":
      return `an instance of ${value.className.text}`;
    case "word":
      return `the word ${value.text}`;
  }
}

/** The values that a value is made of: the items of an array, or itself. */
export function itemsOf(value: Value): readonly Value[] {
  return value.kind === "array" ? value.items : [value];
}
