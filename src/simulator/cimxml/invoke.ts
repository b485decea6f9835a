/** Method calls over CIM-XML (DSP0200 5.3.3). */
import { methodOf } from "../../runtime/class-data.ts";
import { decodeValue } from "../../runtime/cimxml/decode.ts";
import { encodeValue, type EncodedValue } from "../../runtime/cimxml/encode.ts";
import { readPath } from "../../runtime/cimxml/path.ts";
import { CimError } from "../../runtime/error.ts";
import { dispatch } from "../../runtime/memory/dispatch.ts";
import type { CimValue, ClassData, InstancePath, MethodData } from "../../runtime/types.ts";
import { attribute, child } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import type { Parts } from "../parts.ts";
import { classesIn } from "../wsman/target.ts";
import type { Message } from "./request.ts";

/** What a call is about. */
export interface MethodTarget {
  readonly cls: ClassData;
  /** Absent for a call on the class itself. */
  readonly path?: InstancePath;
}

/**
 * Finds out what a call is about.
 *
 * @param message - The request.
 * @param parts - The server's insides.
 * @throws CimError for an unknown class or namespace.
 */
export function methodTarget({ call, namespace }: Message, { store }: Parts): MethodTarget {
  const classOf = classesIn(store, namespace);
  const instance = child(call, "LOCALINSTANCEPATH");
  if (instance !== undefined) {
    const path = readPath(instance, { namespace, classOf });
    return { cls: store.classOf(path.className, path.namespace), path };
  }
  const name = attribute(child(child(call, "LOCALCLASSPATH"), "CLASSNAME"), "NAME") ?? "";
  return { cls: store.classOf(name, namespace) };
}

/**
 * Calls a method.
 *
 * @param message - The request.
 * @param target - What it is about.
 * @param parts - The server's insides.
 * @param signal - Aborted when the caller has gone.
 * @returns `RETURNVALUE` and `PARAMVALUE` elements.
 */
export async function invoke(
  message: Message,
  target: MethodTarget,
  parts: Parts,
  signal: AbortSignal,
): Promise<readonly XmlNode[]> {
  const { store, handlers } = parts;
  const { cls } = target;
  const lower = message.name.toLowerCase();
  const name = Object.keys(cls.methods ?? {}).find((each) => each.toLowerCase() === lower);
  const method = name === undefined ? undefined : methodOf(cls, name);
  if (name === undefined || method === undefined) {
    const context = { className: cls.name, method: message.name };
    throw new CimError("method-not-found", "there is no such method", context);
  }
  const path = method.static === true ? undefined : pathOf(target, cls);
  const result = await dispatch(store, handlers, {
    cls,
    method: name,
    namespace: cls.namespace,
    ...(path !== undefined && { path }),
    input: readInput(message, method, cls, parts),
    signal,
  });
  const classOf = classesIn(store, cls.namespace);
  const { returns, out = {} } = method;
  const returned =
    returns === undefined
      ? []
      : [
          valueNode(
            "RETURNVALUE",
            {},
            encodeValue("ReturnValue", returns, result.returnValue, { classOf }),
          ),
        ];
  const outs = Object.entries(out).map(([parameter, type]) => {
    const encoded = encodeValue(parameter, type, result.out[parameter] ?? null, { classOf });
    return valueNode("PARAMVALUE", { NAME: parameter }, encoded);
  });
  return [...returned, ...outs];
}

/** A class without keys has its methods called on itself. */
function pathOf({ path }: MethodTarget, cls: ClassData): InstancePath | undefined {
  return (cls.keys?.length ?? 0) === 0 ? undefined : path;
}

function valueNode(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { type, embedded, node }: EncodedValue,
): XmlNode {
  const all = {
    ...attributes,
    PARAMTYPE: type,
    ...(embedded !== undefined && { EmbeddedObject: embedded }),
  };
  return xml(name, all, node === undefined ? [] : [node]);
}

function readInput(
  { parameters }: Message,
  method: MethodData,
  cls: ClassData,
  { store }: Parts,
): Readonly<Record<string, CimValue>> {
  const declared = new Map(
    Object.entries(method.in ?? {}).map((each) => [each[0].toLowerCase(), each]),
  );
  const context = { namespace: cls.namespace, classOf: classesIn(store, cls.namespace) };
  const values = Array.from(parameters, ([lower, element]): [string, CimValue] => {
    const found = declared.get(lower);
    if (found === undefined) {
      throw new CimError(
        "invalid-parameter",
        `${attribute(element, "NAME") ?? ""} is no input parameter`,
      );
    }
    const [name, type] = found;
    try {
      return [name, decodeValue(element, type, context)];
    } catch (cause) {
      throw new CimError("invalid-parameter", `${name} is not a ${type}`, { cause });
    }
  });
  return Object.fromEntries(values);
}
