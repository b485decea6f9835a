/** Class definitions over WS-Management (DSP0227 15; MS-WSMV 3.1.4.1.38). */
import { decodeSelectors } from "../../runtime/wsman/endpoint.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { attribute } from "../../runtime/xml/parse.ts";
import type { Contexts } from "../contexts.ts";
import type { Parts } from "../parts.ts";
import { classNode } from "../write-class.ts";
import { begin } from "./enumerate.ts";
import { faults, SoapFault } from "./fault.ts";
import type { Held } from "./held.ts";
import type { Message } from "./request.ts";

/** Which class a message asks for. */
export interface ClassMessage {
  readonly namespace: string;
  readonly className: string | undefined;
  readonly isDeep: boolean;
}

/**
 * Reads which class is asked for: it stands in the selectors, not in the resource URI.
 *
 * @param message - The message.
 */
export function classMessage(message: Message): ClassMessage {
  const uri = message.resourceUri ?? "";
  const { namespace, keys } = decodeSelectors(uri, message.selectors, { namespace: "root/cimv2" });
  const name = Object.entries(keys).find(([key]) => key.toLowerCase() === "classname")?.[1];
  const options = message.options?.children ?? [];
  const isDeep = options.some(
    (option) =>
      attribute(option, "Name")?.toLowerCase() === "includesubclasses" &&
      option.text.trim().toLowerCase() === "true",
  );
  return { namespace, className: typeof name === "string" ? name : undefined, isDeep };
}

/**
 * The definition of a class.
 *
 * @param wanted - Which one.
 * @param parts - The server's insides.
 * @throws SoapFault when none is named.
 */
export async function getClass(
  { namespace, className }: ClassMessage,
  { operations }: Parts,
): Promise<XmlNode> {
  if (className === undefined) {
    throw new SoapFault(faults.insufficientSelectors, "the selector ClassName is missing");
  }
  const request = { operation: "get-class", namespace, className } as const;
  return classNode(await operations["get-class"](request));
}

/**
 * Begins to enumerate definitions.
 *
 * @param wanted - Which ones.
 * @param message - The Enumerate.
 * @param parts - The server's insides.
 * @param contexts - Where what is left is kept.
 */
export async function enumerateClasses(
  { namespace, className, isDeep }: ClassMessage,
  message: Message,
  { operations }: Parts,
  contexts: Contexts<Held>,
): Promise<XmlNode> {
  const found = operations["enumerate-classes"]({
    operation: "enumerate-classes",
    namespace,
    isDeep,
    ...(className !== undefined && { className }),
  });
  const items: (() => XmlNode)[] = [];
  for await (const definition of found)
    items.push(() => xml("w:Item", {}, [classNode(definition)]));
  return begin(message, items, contexts);
}
