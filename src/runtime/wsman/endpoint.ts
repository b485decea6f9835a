/** References ↔ endpoint references (DSP0226 5.1, DSP0227 6). */
import { CimError } from "../error.ts";
import { keyText, parsePath, referenceTo, requireShallow } from "../reference.ts";
import type {
  ClassData,
  InstancePath,
  KeyValue,
  PropertyData,
  Reference,
  TypeCode,
} from "../types.ts";
import { attribute, child, type XmlElement } from "../xml/parse.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";
import { namespaceSelector, parseResourceUri, resourceUri } from "./names.ts";
import { decodeText, notOfType } from "../scalar-text.ts";
import { encodeScalar } from "./scalars.ts";

/** From where a reference is made. */
export interface EndpointContext {
  readonly dialect: Dialect;
  /** Text of `wsa:Address`. */
  readonly address: string;
}

/** How a reference is completed. */
export interface EndpointDefaults {
  /** CIM namespace when the reference states none. */
  readonly namespace: string;
  readonly classOf?: (name: string) => ClassData | undefined;
}

/**
 * The content of an endpoint reference: address and reference parameters.
 *
 * @param path - The instance; without keys, a class or singleton.
 * @param context - Dialect and address.
 */
export function encodeEndpoint(path: InstancePath, context: EndpointContext): readonly XmlNode[] {
  const { dialect, address } = context;
  const uri = resourceUri(path.className, path.namespace, dialect.resourceUri, dialect.vendors);
  return [
    xml("a:Address", {}, [address]),
    xml("a:ReferenceParameters", {}, [
      xml("w:ResourceURI", {}, [uri]),
      encodeSelectors(path, context),
    ]),
  ];
}

/**
 * The selector set that finds an instance: its namespace, then its keys.
 *
 * @param path - The instance; without keys, a class or singleton.
 * @param context - Dialect and address, for keys that are references themselves.
 * @throws CimError `"invalid-parameter"` for a key with a character that XML does not have.
 */
export function encodeSelectors(path: InstancePath, context: EndpointContext): XmlNode {
  const keys = Object.entries(path.keys).map(([name, value]) =>
    xml("w:Selector", { Name: name }, [encodeKey(name, value, context)]),
  );
  const namespace = xml("w:Selector", { Name: namespaceSelector }, [path.namespace]);
  return xml("w:SelectorSet", {}, [namespace, ...keys]);
}

function encodeKey(name: string, value: KeyValue, context: EndpointContext): XmlNode | string {
  // Selectors are text (DSP0227 6.3), and char16 is the character to every peer.
  if (typeof value !== "object")
    return encodeScalar("string", value, context.dialect, `key ${name}`);
  return "className" in value
    ? xml(
        "a:EndpointReference",
        {},
        encodeEndpoint(requireShallow(value, "invalid-parameter"), context),
      )
    : keyText(value);
}

/**
 * An element that holds an endpoint reference, or is one, or holds an object
 * path as text as openwsman writes it → a reference.
 *
 * @param element - The parameter, property or `wsa:EndpointReference`.
 * @param defaults - How to complete it.
 * @throws CimError `"protocol"` when it holds neither.
 */
export function endpointOf(element: XmlElement, defaults: EndpointDefaults): Reference<unknown> {
  return referenceTo(decodeEndpoint(element, defaults));
}

/**
 * The same as {@link endpointOf}, as a path.
 *
 * @param element - The parameter, property or `wsa:EndpointReference`.
 * @param defaults - How to complete it.
 * @throws CimError `"protocol"` when it holds neither an endpoint nor an object path.
 */
export function decodeEndpoint(element: XmlElement, defaults: EndpointDefaults): InstancePath {
  const holder = child(element, "EndpointReference") ?? element;
  const parameters = child(holder, "ReferenceParameters");
  const uri = child(parameters, "ResourceURI");
  if (uri !== undefined) {
    return decodeSelectors(uri.text, child(parameters, "SelectorSet"), defaults);
  }
  if (holder.children.length > 0) {
    throw new CimError("protocol", "an endpoint reference without wsman:ResourceURI");
  }
  return pathFromText(holder.text, defaults);
}

/** What a server wrote is no fault of the caller. */
function pathFromText(text: string, { namespace }: EndpointDefaults): InstancePath {
  try {
    return parsePath(text, namespace);
  } catch (cause) {
    throw notOfType(text, "reference", cause);
  }
}

/**
 * Resource URI and selector set → the path they mean; of a request's header too.
 *
 * @param uri - Text of `wsman:ResourceURI`.
 * @param selectors - The `wsman:SelectorSet`, if there is one.
 * @param defaults - How to complete it; with the class known, keys get their types.
 * @throws CimError `"protocol"` when the URI names no class.
 */
export function decodeSelectors(
  uri: string,
  selectors: XmlElement | undefined,
  defaults: EndpointDefaults,
): InstancePath {
  const resource = parseResourceUri(uri);
  const data = defaults.classOf?.(resource.className);
  let namespace = resource.namespace ?? defaults.namespace;
  const keys: [string, KeyValue][] = [];
  for (const selector of selectors?.children ?? []) {
    const name = attribute(selector, "Name") ?? "";
    if (name.toLowerCase() === namespaceSelector)
      namespace = selector.text.trim().replaceAll("\\", "/");
    else keys.push(decodeKey(name, selector, data, defaults));
  }
  return { namespace, className: data?.name ?? resource.className, keys: Object.fromEntries(keys) };
}

function decodeKey(
  name: string,
  selector: XmlElement,
  data: ClassData | undefined,
  defaults: EndpointDefaults,
): [string, KeyValue] {
  const declared = data?.keys?.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
  const endpoint = child(selector, "EndpointReference");
  if (endpoint !== undefined)
    return [declared, requireShallow(decodeEndpoint(endpoint, defaults), "protocol")];
  const type = typeOf(data, declared);
  if (type?.startsWith("ref ")) return [declared, pathFromText(selector.text, defaults)];
  return [declared, type === undefined ? selector.text : decodeText(selector.text, type)];
}

function typeOf(data: ClassData | undefined, name: string): TypeCode | undefined {
  const properties = data?.properties ?? {};
  if (!Object.hasOwn(properties, name)) return undefined;
  const property: PropertyData | undefined = properties[name];
  return typeof property === "object" ? property.type : property;
}
