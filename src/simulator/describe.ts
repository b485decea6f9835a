/** Schema → class data: what generated descriptors say, without the code around it. */
import { describeClass, type Schema } from "../model/index.ts";
import type { ClassData } from "../runtime/types.ts";

/**
 * Describes every class of a schema as the generated code for it does, so that
 * a server can be made of a schema and spoken to with generated classes.
 *
 * @param schema - A resolved schema.
 */
export function describeSchema(schema: Schema): ClassData[] {
  // As: the model spells the runtime's type codes, but may not import their type.
  return schema.classes.map((cls) => describeClass(cls, schema) as ClassData);
}
