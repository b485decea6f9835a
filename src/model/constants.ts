import type { Value } from "../ast/index.ts";
import type { CimConstant } from "./schema.ts";

/**
 * The value that a source states.
 *
 * @param nested - makes the instance of an `instance of` that stands as a value
 */
export function constantOf(
  value: Value,
  nested: (instance: Extract<Value, { kind: "instance" }>) => CimConstant,
): CimConstant {
  switch (value.kind) {
    case "integer":
    case "real":
    case "string":
    case "char":
    case "boolean":
      return value.value;
    case "null":
      return null;
    case "array":
      return value.items.map((item) => constantOf(item, nested));
    case "alias":
      return { kind: "alias", alias: value.text };
    case "instance":
      return nested(value);
    case "word":
      return value.text;
  }
}
