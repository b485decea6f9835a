/** Create, Put and Delete (WS-Transfer; DSP0226 7; DSP0227 9). */
import { propertyType } from "../../runtime/class-data.ts";
import { CimError } from "../../runtime/error.ts";
import type { CimValue, InstancePath } from "../../runtime/types.ts";
import { encodeEndpoint } from "../../runtime/wsman/endpoint.ts";
import { decodeValue } from "../../runtime/wsman/values.ts";
import { childrenByName } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import type { Parts } from "../parts.ts";
import { faults, SoapFault } from "./fault.ts";
import { instanceElement } from "./instance-xml.ts";
import type { Message } from "./request.ts";
import { decoding, encoding, requireInstance, type Target } from "./target.ts";

/**
 * Makes an instance.
 *
 * @param message - With the instance.
 * @param target - Its class.
 * @param parts - The server's insides.
 * @returns Where it is: `x:ResourceCreated`.
 */
export async function create(message: Message, target: Target, parts: Parts): Promise<XmlNode> {
  const { cls } = target;
  const properties = readProperties(message, target, parts);
  const path = await parts.operations.create({ operation: "create", ...scope(target), properties });
  const context = encoding({ ...target, cls });
  return xml("x:ResourceCreated", {}, encodeEndpoint(path, context));
}

/**
 * Changes an instance; keys in the message have to be those of the instance.
 *
 * @param message - With the instance, or the part of it that is to change.
 * @param target - The instance.
 * @param parts - The server's insides.
 * @returns The instance as it is now.
 */
export async function modify(message: Message, target: Target, parts: Parts): Promise<XmlNode> {
  const path = requireInstance(target);
  const all = Object.entries(readProperties(message, target, parts));
  const changes = all.filter(([name]) => target.cls.keys?.includes(name) !== true);
  await parts.operations.modify({
    operation: "modify",
    ...scope(target),
    path,
    properties: Object.fromEntries(changes),
  });
  return instanceNow(path, target, parts);
}

function instanceNow(path: InstancePath, target: Target, { store }: Parts): XmlNode {
  const instance = store.find(path);
  if (instance === undefined) throw new CimError("not-found", "the instance is gone");
  const cls = store.classOf(instance.path.className, instance.path.namespace);
  return instanceElement(instance, cls, encoding(target));
}

/**
 * Removes an instance.
 *
 * @param target - The instance.
 * @param parts - The server's insides.
 */
export async function remove(target: Target, parts: Parts): Promise<undefined> {
  const path = requireInstance(target);
  return parts.operations.delete({ operation: "delete", ...scope(target), path });
}

function scope({ cls }: Target): {
  readonly cls: Target["cls"];
  readonly namespace: string;
  readonly classOf: () => undefined;
} {
  return { cls, namespace: cls.namespace, classOf: () => undefined };
}

function readProperties(
  { body }: Message,
  target: Target,
  { store }: Parts,
): Readonly<Record<string, CimValue>> {
  const { cls } = target;
  if (body === undefined) throw new SoapFault(faults.invalidMessage, "the body holds no instance");
  const declared = new Map(
    Object.keys(cls.properties ?? {}).map((name) => [name.toLowerCase(), name]),
  );
  const context = decoding(target, store);
  const values = Array.from(childrenByName(body), ([lower, elements]): [string, CimValue] => {
    const name = declared.get(lower);
    const type = name === undefined ? undefined : propertyType(cls, name);
    if (name === undefined || type === undefined) {
      const sentence = `${elements[0]?.name ?? lower} is no property`;
      throw new CimError("no-such-property", sentence, { className: cls.name });
    }
    try {
      return [name, decodeValue(elements, type, context)];
    } catch (cause) {
      const sentence = `${name} is not a ${type}`;
      throw new CimError("type-mismatch", sentence, { className: cls.name, cause });
    }
  });
  return Object.fromEntries(values);
}
