/** Intrinsic operations as elements (DSP0200 5.3; DSP0201 5.6.3). */
import type { InstancePath } from "../types.ts";
import { requireText, xml, type XmlNode } from "../xml/write.ts";
import type { Message } from "./exchange.ts";
import { instanceNameNode, namespaceNode } from "./path.ts";

/** What a parameter of an intrinsic operation is: `undefined` leaves it out. */
export type Argument =
  | boolean
  | number
  | string
  | readonly string[]
  | { readonly className: string }
  | { readonly path: InstancePath }
  | { readonly node: XmlNode }
  | undefined;

/**
 * An intrinsic operation.
 *
 * @param name - For example `GetInstance`.
 * @param namespace - CIM namespace with slashes.
 * @param parameters - By name, in their order.
 * @param context - The call, for its errors.
 */
export function intrinsic(
  name: string,
  namespace: string,
  parameters: Readonly<Record<string, Argument>>,
  context: Message["context"],
): Message {
  const nodes = Object.entries(parameters).flatMap(([parameter, value]) =>
    value === undefined
      ? []
      : [xml("IPARAMVALUE", { NAME: parameter }, [argumentNode(parameter, value)])],
  );
  return {
    name,
    object: namespace,
    call: xml("IMETHODCALL", { NAME: name }, [namespaceNode(namespace), ...nodes]),
    context,
  };
}

function argumentNode(name: string, value: Exclude<Argument, undefined>): XmlNode {
  if (typeof value === "boolean") return xml("VALUE", {}, [value ? "TRUE" : "FALSE"]);
  if (typeof value === "number" || typeof value === "string") {
    return xml("VALUE", {}, [requireText(String(value), name)]);
  }
  if ("className" in value) return xml("CLASSNAME", { NAME: value.className });
  if ("path" in value) return instanceNameNode(value.path);
  if ("node" in value) return value.node;
  return xml(
    "VALUE.ARRAY",
    {},
    value.map((each) => xml("VALUE", {}, [each])),
  );
}
