/** An error's instance in the detail of a fault (DSP0227 16.3; DSP0200 5.2.3). */
import type { CimErrorInstance } from "../error.ts";
import type { TypeCode } from "../types.ts";
import { childrenByName, type XmlElement } from "../xml/parse.ts";
import { guess } from "./embedded.ts";
import { decodeValue } from "./values.ts";

/** `CIM_Error`, and what Windows adds in `MSFT_WmiError`; what is no text. */
const types: ReadonlyMap<string, TypeCode> = new Map(
  Object.entries<TypeCode>({
    ErrorType: "uint16",
    PerceivedSeverity: "uint16",
    ProbableCause: "uint16",
    ErrorSourceFormat: "uint16",
    CIMStatusCode: "uint32",
    MessageArguments: "string[]",
    RecommendedActions: "string[]",
    error_Category: "uint16",
    error_Code: "uint32",
  }).map(([name, type]) => [name.toLowerCase(), type]),
);

/**
 * Reads the instance. What cannot be read of it is left out: it is about an error, and must not
 * be one.
 *
 * @param element - For example a `CIM_Error`.
 */
export function readErrorInstance(element: XmlElement): CimErrorInstance {
  const properties = [...childrenByName(element)].flatMap(([key, elements]) => {
    const name = elements[0]?.name ?? key;
    const type = types.get(key);
    try {
      const context = { namespace: "" };
      const value =
        type === undefined
          ? guess(elements, context, decodeValue)
          : decodeValue(elements, type, context);
      return [[name, value] as const];
    } catch {
      return [];
    }
  });
  return { className: element.name, properties: Object.fromEntries(properties) };
}
