/** Answers as CIM-XML (DSP0201 5.6). */
import { typeOfProperty } from "../../runtime/class-data.ts";
import { encodeValue, propertyNode } from "../../runtime/cimxml/encode.ts";
import { instanceNameNode, namespaceNode } from "../../runtime/cimxml/path.ts";
import type { Store } from "../../runtime/memory/store.ts";
import type { InstanceData } from "../../runtime/operations.ts";
import type { InstancePath } from "../../runtime/types.ts";
import { writeXml, xml, type XmlNode } from "../../runtime/xml/write.ts";
import { classesIn } from "../wsman/target.ts";
import type { Message } from "./request.ts";

/**
 * The document around an answer.
 *
 * @param message - The request.
 * @param content - What stands in the response.
 */
export function writeResponse(message: Message, content: readonly XmlNode[]): string {
  const kind = message.isMethod ? "METHODRESPONSE" : "IMETHODRESPONSE";
  const document = xml("CIM", { CIMVERSION: "2.0", DTDVERSION: "2.0" }, [
    xml("MESSAGE", { ID: message.id, PROTOCOLVERSION: "1.0" }, [
      xml("SIMPLERSP", {}, [xml(kind, { NAME: message.name }, content)]),
    ]),
  ]);
  return `<?xml version="1.0" encoding="utf-8" ?>\n${writeXml(document)}`;
}

/**
 * An instance: `INSTANCE`.
 *
 * @param instance - The instance.
 * @param store - Where the classes are.
 */
export function instanceNode(instance: InstanceData, store: Store): XmlNode {
  const { path, properties } = instance;
  const cls = store.classOf(path.className, path.namespace);
  const classOf = classesIn(store, path.namespace);
  const declared = Object.entries(cls.properties ?? {}).filter(([name]) =>
    Object.hasOwn(properties, name),
  );
  const nodes = declared.map(([name, property]) =>
    propertyNode(
      name,
      encodeValue(name, typeOfProperty(property), properties[name] ?? null, { classOf }),
    ),
  );
  return xml("INSTANCE", { CLASSNAME: path.className }, nodes);
}

/**
 * A path with namespace and host: `INSTANCEPATH`.
 *
 * @param path - The path.
 */
export function instancePathNode(path: InstancePath): XmlNode {
  return xml("INSTANCEPATH", {}, [
    xml("NAMESPACEPATH", {}, [xml("HOST", {}, ["localhost"]), namespaceNode(path.namespace)]),
    instanceNameNode(path),
  ]);
}
