/** The arguments of a method call, checked before anything is sent. */
import { methodOf } from "./class-data.ts";
import { conform } from "./conform.ts";
import { CimError, type CimErrorContext } from "./error.ts";
import type { CimValue, ClassData, MethodData } from "./types.ts";

/**
 * Finds a method.
 *
 * @param cls - The class.
 * @param name - Name of the method in the class's spelling.
 * @throws CimError `"method-not-found"` when the class has none of that name.
 */
export function requireMethod(cls: ClassData, name: string): MethodData {
  const method = methodOf(cls, name);
  if (method !== undefined) return method;
  const similar = Object.keys(cls.methods ?? {}).find(
    (candidate) => candidate.toLowerCase() === name.toLowerCase(),
  );
  const hint = similar === undefined ? "" : `; it has ${similar}`;
  throw new CimError("method-not-found", `the class has no method ${name}${hint}`, {
    operation: "invoke",
    className: cls.name,
  });
}

/**
 * Checks arguments and puts them into the order of the class.
 *
 * @param cls - The class.
 * @param name - Name of the method, one of the class.
 * @param input - The caller's object; its undefined members count as absent.
 * @param classOf - Known classes, for embedded instances.
 * @throws CimError `"invalid-parameter"` for an unknown name or a value of the wrong type.
 */
export function conformInput(
  cls: ClassData,
  name: string,
  input: unknown,
  classOf: (name: string) => ClassData | undefined,
): Readonly<Record<string, CimValue>> {
  const context: CimErrorContext = { operation: "invoke", className: cls.name, method: name };
  if (
    input !== undefined &&
    (typeof input !== "object" || input === null || Array.isArray(input))
  ) {
    throw new CimError("invalid-parameter", "arguments are named: pass one object", context);
  }
  const declared = requireMethod(cls, name).in ?? {};
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== undefined);
  const stranger = given.find(([parameter]) => !Object.hasOwn(declared, parameter));
  if (stranger !== undefined) {
    const names = Object.keys(declared).join(", ") || "none";
    const sentence = `${stranger[0]} is no input parameter; there ${names.includes(",") ? "are" : "is"} ${names}`;
    throw new CimError("invalid-parameter", sentence, context);
  }
  const values = new Map<string, unknown>(given);
  const entries = Object.entries(declared)
    .filter(([parameter]) => values.has(parameter))
    .map(([parameter, type]): [string, CimValue] => {
      const place = `parameter ${parameter}`;
      return [parameter, conform(values.get(parameter), type, { ...context, place, classOf })];
    });
  return Object.fromEntries(entries);
}
