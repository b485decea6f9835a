/** Instance paths ↔ CIM-XML (DSP0201 5.3 and 5.4). */
import { CimError } from "../error.ts";
import { keyText, requireShallow } from "../reference.ts";
import { CimDateTime } from "../datetime.ts";
import { CimInterval } from "../interval.ts";
import { propertyType } from "../class-data.ts";
import { decodeText } from "../scalar-text.ts";
import { unreadable } from "../secrets.ts";
import type { ClassData, InstancePath, KeyValue } from "../types.ts";
import { attribute, child, type XmlElement } from "../xml/parse.ts";
import { requireText, xml, type XmlNode } from "../xml/write.ts";

/** How a path is completed. */
export interface PathDefaults {
  /** CIM namespace when the path states none. */
  readonly namespace: string;
  readonly classOf?: (name: string) => ClassData | undefined;
}

/**
 * A namespace, a `NAMESPACE` for each part.
 *
 * @param namespace - With slashes.
 */
export function namespaceNode(namespace: string): XmlNode {
  const parts = namespace.split(/[\\/]/).filter((part) => part !== "");
  return xml(
    "LOCALNAMESPACEPATH",
    {},
    parts.map((part) => xml("NAMESPACE", { NAME: part })),
  );
}

/**
 * An instance by class and keys: `INSTANCENAME`.
 *
 * @param path - The path.
 */
export function instanceNameNode(path: InstancePath): XmlNode {
  const bindings = Object.entries(path.keys).map(([name, value]) =>
    xml("KEYBINDING", { NAME: name }, [keyNode(name, value)]),
  );
  return xml("INSTANCENAME", { CLASSNAME: path.className }, bindings);
}

function keyNode(name: string, value: KeyValue): XmlNode {
  if (typeof value === "object" && "className" in value) {
    return xml("VALUE.REFERENCE", {}, [localPathNode(requireShallow(value, "invalid-parameter"))]);
  }
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const type = isNumber ? "numeric" : typeof value === "boolean" ? "boolean" : "string";
  const text = typeof value === "boolean" ? String(value).toUpperCase() : keyText(value);
  return xml("KEYVALUE", { VALUETYPE: type }, [requireText(text, `key ${name}`)]);
}

/**
 * An instance with its namespace: `LOCALINSTANCEPATH`, or `LOCALCLASSPATH` for a class.
 *
 * @param path - The path; without keys, a class.
 * @param isClass - Whether the class itself is meant, and no singleton.
 */
export function localPathNode(path: InstancePath, isClass = false): XmlNode {
  const namespace = namespaceNode(path.namespace);
  return isClass
    ? xml("LOCALCLASSPATH", {}, [namespace, xml("CLASSNAME", { NAME: path.className })])
    : xml("LOCALINSTANCEPATH", {}, [namespace, instanceNameNode(path)]);
}

const wrappers: ReadonlySet<string> = new Set([
  ...["OBJECTPATH", "INSTANCEPATH", "LOCALINSTANCEPATH", "VALUE.REFERENCE"],
  ...["CLASSPATH", "LOCALCLASSPATH"],
]);

/**
 * Reads a path in any of its forms.
 *
 * @param element - `INSTANCENAME`, or what holds one with its namespace.
 * @param defaults - How to complete it; with the class known, keys get their types.
 * @throws CimError `"protocol"` for what is no path.
 */
export function readPath(element: XmlElement, defaults: PathDefaults): InstancePath {
  let namespace = defaults.namespace;
  let holder = element;
  for (let depth = 0; wrappers.has(holder.name); depth++) {
    const stated = namespaceOf(holder);
    if (stated !== undefined) namespace = stated;
    const inner = holder.children.find(({ name }) => !/^(?:LOCAL)?NAMESPACEPATH$/.test(name));
    if (inner === undefined || depth > 4) throw noPath(holder);
    holder = inner;
  }
  if (holder.name === "CLASSNAME") {
    return { namespace, className: attribute(holder, "NAME") ?? "", keys: {} };
  }
  if (holder.name !== "INSTANCENAME") throw noPath(holder);
  return readInstanceName(holder, { ...defaults, namespace });
}

/**
 * Whether a path names a class: keys tell it from an instance, except from a singleton.
 *
 * @param element - A path in any of its forms.
 */
export function isClassPath(element: XmlElement): boolean {
  const named = element.name === "OBJECTPATH" ? element.children[0] : element;
  return named !== undefined && /^(?:LOCAL)?CLASSPATH$|^CLASSNAME$/.test(named.name);
}

function readInstanceName(element: XmlElement, defaults: PathDefaults): InstancePath {
  const stated = attribute(element, "CLASSNAME") ?? "";
  const cls = defaults.classOf?.(stated);
  const bindings = element.children.filter(({ name }) => name === "KEYBINDING");
  // DSP0201 5.4.3: a single key may stand there without its name.
  const keys =
    bindings.length > 0
      ? bindings.map((each) =>
          namedKey(attribute(each, "NAME") ?? "", each.children[0], cls, defaults),
        )
      : element.children.map((each) => namedKey(cls?.keys?.[0] ?? "__key", each, cls, defaults));
  return {
    namespace: defaults.namespace,
    className: cls?.name ?? stated,
    keys: Object.fromEntries(keys),
  };
}

/** Whatever form a server gives a key: where its class is known, that says what it is. */
function namedKey(
  name: string,
  element: XmlElement | undefined,
  cls: ClassData | undefined,
  defaults: PathDefaults,
): [string, KeyValue] {
  const declared = cls?.keys?.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
  const type = cls && propertyType(cls, declared);
  if (element?.name !== "KEYVALUE" || type === undefined || type.startsWith("ref ")) {
    return [declared, readKey(element, defaults)];
  }
  try {
    return [declared, decodeText(element.text, type)];
  } catch (error) {
    throw unreadable(error, cls, declared);
  }
}

function readKey(element: XmlElement | undefined, defaults: PathDefaults): KeyValue {
  if (element?.name === "VALUE.REFERENCE") {
    return requireShallow(readPath(element, defaults), "protocol");
  }
  if (element?.name !== "KEYVALUE") throw new CimError("protocol", "a key without a value");
  const { text } = element;
  const type = attribute(element, "VALUETYPE") ?? attribute(element, "TYPE") ?? "string";
  if (/^boolean$/i.test(type)) return /^\s*(?:true|1)\s*$/i.test(text);
  return /^(?:numeric|[us]int\d+)$/i.test(type) ? numericKey(text) : text;
}

/** Text, where it is no integer: nobody knows what its class makes of it. */
function numericKey(text: string): KeyValue {
  const trimmed = text.trim();
  if (!/^(?:[+-]?\d{1,20}|0[xX][\da-fA-F]{1,16})$/.test(trimmed)) return text;
  const value = BigInt(trimmed.replace(/^\+/, ""));
  return BigInt.asIntN(53, value) === value ? Number(value) : value;
}

function namespaceOf(element: XmlElement): string | undefined {
  const outer = child(element, "NAMESPACEPATH");
  const local = child(outer ?? element, "LOCALNAMESPACEPATH");
  if (local === undefined) return undefined;
  return local.children.map((part) => attribute(part, "NAME") ?? "").join("/");
}

function noPath({ name }: XmlElement): CimError {
  return new CimError("protocol", `<${name}> is no instance path`);
}

/**
 * A path as the header `CIMObject` has it (DSP0200 6.3.7), before it is encoded.
 *
 * @param path - The path.
 * @param isClass - Whether the class itself is meant.
 * @param text - Formats a path with keys.
 */
export function objectText(
  path: InstancePath,
  isClass: boolean,
  text: (path: InstancePath) => string,
): string {
  return isClass ? `${path.namespace}:${path.className}` : text(path);
}

/** Whether a value is a date or an interval. */
export function isMoment(value: unknown): value is CimDateTime | CimInterval {
  return value instanceof CimDateTime || value instanceof CimInterval;
}
