/** The items of an enumeration, one by one while the answer arrives (DSP0226 8; DSP0227 8). */
import { CimError } from "../error.ts";
import type { AnyRequest, InstanceData } from "../operations.ts";
import type { InstancePath } from "../types.ts";
import { child } from "../xml/parse.ts";
import type { ElementSink, XmlElement } from "../xml/read.ts";
import { decodeEndpoint } from "./endpoint.ts";
import { type ClassRequest, decodeContext } from "./exchange.ts";
import type { Dialect } from "./dialect.ts";
import { requireKeys } from "../identity.ts";
import { decodeInstance } from "./instance.ts";
import type { DecodeContext } from "./values.ts";

/** Depth of an item: Envelope, Body, EnumerateResponse or PullResponse, Items. */
const itemDepth = 4;

/**
 * Takes items out of an answer.
 *
 * @param take - Is given each item.
 */
export function itemSink(take: (item: XmlElement) => void): ElementSink {
  return (element, ancestors) => {
    if (ancestors.length !== itemDepth || ancestors[itemDepth - 1]?.name !== "Items") return false;
    take(element);
    return true;
  };
}

/** What an item is taken for. */
export interface ItemRequest extends ClassRequest {
  /** A query may leave out what it likes. */
  readonly operation: AnyRequest["operation"];
  /** Whether only its path is wanted. */
  readonly keysOnly?: boolean;
  /** The properties that a projection asks for. */
  readonly properties?: readonly string[];
}

/**
 * How items are decoded.
 *
 * @param dialect - How the server speaks.
 * @param request - What was asked for.
 * @returns Reads an item: the instance itself, or beside its endpoint reference, or a fragment.
 */
export function itemDecoder(
  dialect: Dialect,
  request: ItemRequest,
): (item: XmlElement) => InstanceData {
  const decoding = decodeContext(dialect, request);
  return request.keysOnly === true
    ? (item) => decodePath(item, decoding)
    : (item) => decodeItem(item, request, decoding);
}

function decodePath(item: XmlElement, decoding: DecodeContext): InstanceData {
  const endpoint = item.name === "Item" ? child(item, "EndpointReference") : item;
  if (endpoint === undefined) throw new CimError("protocol", "an item has no endpoint reference");
  return { path: decodeEndpoint(endpoint, decoding), properties: {} };
}

function decodeItem(item: XmlElement, request: ItemRequest, decoding: DecodeContext): InstanceData {
  if (item.name === "XmlFragment") return decodeFragment(item, request, decoding);
  const isWrapper = item.name === "Item";
  const endpoint = isWrapper ? child(item, "EndpointReference") : undefined;
  const instance = isWrapper ? item.children.find((candidate) => candidate !== endpoint) : item;
  if (instance === undefined) {
    throw new CimError("protocol", "an item of the enumeration holds no instance");
  }
  const path = endpoint === undefined ? undefined : decodeEndpoint(endpoint, decoding);
  const read = decodeInstance(instance, request.cls, path, decoding);
  return request.operation === "query" ? read : requireKeys(read, request.cls);
}

/** A projection: properties alone, in Windows without the element of an instance around them. */
function decodeFragment(
  item: XmlElement,
  request: ItemRequest,
  decoding: DecodeContext,
): InstanceData {
  const { cls, namespace, properties = [] } = request;
  const [only, second] = item.children;
  // One property with a structure, a date, has elements in it like an instance.
  const isProperty = (name: string): boolean =>
    [...properties, ...Object.keys(cls.properties ?? {})].some(
      (each) => each.toLowerCase() === name.toLowerCase(),
    );
  const isInstance =
    only !== undefined &&
    second === undefined &&
    (decoding.classOf?.(only.name) !== undefined ||
      (only.children.length > 0 && !isProperty(only.name)));
  const instance = isInstance ? only : { ...item, name: cls.name };
  const read = decodeInstance(instance, cls, undefined, decoding);
  const path: InstancePath = { ...read.path, namespace };
  return { ...read, path };
}
