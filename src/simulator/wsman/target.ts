/** What a request is about: a class, or an instance of it. */
import { CimError } from "../../runtime/error.ts";
import { classesAround, type ClassFinder } from "../../runtime/class-data.ts";
import type { Store } from "../../runtime/memory/store.ts";
import type { ClassData, InstancePath } from "../../runtime/types.ts";
import type { Dialect } from "../../runtime/wsman/dialect.ts";
import { decodeSelectors } from "../../runtime/wsman/endpoint.ts";
import { anonymous, namespaceSelector } from "../../runtime/wsman/names.ts";
import type { DecodeContext, EncodeContext } from "../../runtime/wsman/values.ts";
import { attribute } from "../../runtime/xml/parse.ts";
import { faults, SoapFault } from "./fault.ts";
import { dialectOf, type Message, requireResource } from "./request.ts";

/** Resource URI and selectors, understood. */
export interface Target {
  /** The class that the resource URI names. */
  readonly cls: ClassData;
  /** Keys in the types of the class; none when the class itself is meant. */
  readonly path: InstancePath;
  readonly dialect: Dialect;
}

/** For messages that state none; servers differ, and clients had better state it. */
const defaultNamespace = "root/cimv2";

/**
 * Finds out what a message is about.
 *
 * @param message - The message.
 * @param store - Where the classes are.
 * @throws CimError for an unknown namespace or class, SoapFault for selectors
 *   that are not the keys of the class.
 */
export function targetOf(message: Message, store: Store): Target {
  const uri = requireResource(message);
  const named = nameTarget(message);
  const cls = store.classOf(named.className, named.namespace);
  refuseDuplicates(message);
  const path = typedPath(message, {
    namespace: cls.namespace,
    classOf: classesAround(cls, classesIn(store, cls.namespace)),
  });
  const [stranger] = Object.keys(path.keys).filter((name) => !cls.keys?.includes(name));
  if (stranger !== undefined) {
    throw new SoapFault(faults.unexpectedSelectors, `${stranger} is no key of ${cls.name}`);
  }
  return { cls, path: { ...path, namespace: cls.namespace }, dialect: dialectOf(uri, cls.name) };
}

/**
 * The class and namespace that a message names, whether they exist or not.
 *
 * @param message - The message.
 * @throws CimError when it names none.
 */
export function nameTarget(message: Message): InstancePath {
  const uri = requireResource(message);
  try {
    return decodeSelectors(uri, message.selectors, { namespace: defaultNamespace });
  } catch (cause) {
    throw new CimError("invalid-class", "the resource URI names no class", { cause });
  }
}

function typedPath(message: Message, context: DecodeContext): InstancePath {
  try {
    return decodeSelectors(requireResource(message), message.selectors, context);
  } catch (cause) {
    throw new SoapFault(faults.selectorType, "a selector is not of its key's type", cause);
  }
}

function refuseDuplicates({ selectors }: Message): void {
  const names = (selectors?.children ?? []).map((each) => attribute(each, "Name")?.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined && twice !== namespaceSelector) {
    throw new SoapFault(faults.duplicateSelectors, `the selector ${twice} stands there twice`);
  }
}

/**
 * The path of the instance that a message is about.
 *
 * @param target - What it is about.
 * @throws SoapFault when a key is missing.
 */
export function requireInstance({ cls, path }: Target): InstancePath {
  const missing = cls.keys?.find((name) => !Object.hasOwn(path.keys, name));
  if (missing === undefined) return path;
  throw new SoapFault(faults.insufficientSelectors, `the key ${missing} of ${cls.name} is missing`);
}

/**
 * How values in the message are read.
 *
 * @param target - What the message is about.
 * @param store - Where the classes are.
 */
export function decoding({ cls }: Target, store: Store): DecodeContext {
  const { namespace } = cls;
  return { namespace, classOf: classesAround(cls, classesIn(store, namespace)) };
}

/**
 * How values in the answer are written, under prefix `p`.
 *
 * @param target - What the message is about.
 */
export function encoding({ cls, dialect }: Target): EncodeContext {
  return { prefix: "p", dialect, namespace: cls.namespace, address: anonymous };
}

/**
 * Finds the classes of a namespace.
 *
 * @param store - Where they are.
 * @param namespace - The namespace.
 */
export function classesIn(store: Store, namespace: string): ClassFinder {
  return (name) => {
    try {
      return store.classOf(name, namespace);
    } catch {
      return undefined;
    }
  };
}
