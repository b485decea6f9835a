import type { IntrinsicName } from "../model/index.ts";
import type { Imports } from "./imports.ts";

/** The type of an intrinsic type's value. */
export function intrinsicType(name: IntrinsicName, imports: Imports): string {
  if (name === "boolean" || name === "string") return name;
  return imports.runtimeType(name === "datetime" ? "CimDateTime" : name);
}
