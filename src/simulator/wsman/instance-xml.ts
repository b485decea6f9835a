/** Instances → elements (DSP0227 7). */
import { typeOfProperty } from "../../runtime/class-data.ts";
import type { InstanceData } from "../../runtime/operations.ts";
import type { ClassData } from "../../runtime/types.ts";
import { encodeEndpoint } from "../../runtime/wsman/endpoint.ts";
import { resourceUri } from "../../runtime/wsman/names.ts";
import { type EncodeContext, encodeValue } from "../../runtime/wsman/values.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { writeOrBlameProvider } from "./fault.ts";

/**
 * The element of an instance, with the properties of a class: its own, or a
 * superclass as which it is to appear.
 *
 * @param instance - The instance.
 * @param cls - The class.
 * @param context - How values are written.
 */
export function instanceElement(
  instance: InstanceData,
  cls: ClassData,
  context: EncodeContext,
): XmlNode {
  const { prefix } = context;
  const properties = Object.entries(cls.properties ?? {}).flatMap(([name, property]) => {
    const value = instance.properties[name] ?? null;
    return writeOrBlameProvider(() => encodeValue(name, typeOfProperty(property), value, context));
  });
  const attributes = {
    [`xmlns:${prefix}`]: uriOf(cls, context),
    "xsi:type": `${prefix}:${cls.name}_Type`,
  };
  return xml(`${prefix}:${cls.name}`, attributes, properties);
}

/**
 * A projection: properties without a namespace, in the order of the alphabet (MS-WSMV
 * 3.1.4.1.30, notes 58 and 59).
 *
 * @param instance - With the properties that were asked for.
 * @param cls - Its class.
 * @param context - How values are written.
 */
export function fragmentElement(
  instance: InstanceData,
  cls: ClassData,
  context: EncodeContext,
): XmlNode {
  const declared = Object.entries(cls.properties ?? {}).filter(([name]) =>
    Object.hasOwn(instance.properties, name),
  );
  const properties = declared
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, property]) => {
      const value = instance.properties[name] ?? null;
      return writeOrBlameProvider(() =>
        encodeValue(name, typeOfProperty(property), value, context),
      );
    });
  const prefix = `${context.prefix}:`;
  return xml(
    "w:XmlFragment",
    {},
    properties.map((node) => ({
      ...node,
      name: node.name.startsWith(prefix) ? node.name.slice(prefix.length) : node.name,
    })),
  );
}

/**
 * The endpoint reference of an instance.
 *
 * @param instance - The instance.
 * @param context - How URIs are written.
 */
export function instanceReference({ path }: InstanceData, context: EncodeContext): XmlNode {
  const content = writeOrBlameProvider(() => encodeEndpoint(path, context));
  return xml("a:EndpointReference", {}, content);
}

/**
 * The resource URI of a class in the style of an answer.
 *
 * @param cls - The class.
 * @param context - How URIs are written.
 */
export function uriOf(cls: ClassData, { dialect }: EncodeContext): string {
  return resourceUri(cls.name, cls.namespace, dialect.resourceUri, dialect.vendors);
}
