/** Invoke (DSP0227 11, DSP0230 10.3; MS-WSMV 3.1.4.1.32). */
import { methodOf } from "../../runtime/class-data.ts";
import { CimError } from "../../runtime/error.ts";
import type { HandlerFinder } from "../../runtime/memory/handlers.ts";
import { dispatch } from "../../runtime/memory/dispatch.ts";
import { notFound, type Store } from "../../runtime/memory/store.ts";
import type { InvokeResult } from "../../runtime/operations.ts";
import type {
  CimValue,
  ClassData,
  InstancePath,
  MethodData,
  TypeCode,
} from "../../runtime/types.ts";
import { decodeValue, encodeValue } from "../../runtime/wsman/values.ts";
import { childrenByName, type XmlElement } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { faults, providerFailure, sentenceOf, SoapFault, writeOrBlameProvider } from "./fault.ts";
import { uriOf } from "./instance-xml.ts";
import type { Message } from "./request.ts";
import { decoding, encoding, requireInstance, type Target } from "./target.ts";

/** Where calls go. */
export interface Provider {
  readonly store: Store;
  readonly handlers: HandlerFinder;
}

/** A method of a class, found without regard to case. */
interface FoundMethod {
  readonly cls: ClassData;
  readonly name: string;
  readonly data: MethodData;
}

/**
 * Calls a method.
 *
 * @param message - The message.
 * @param target - Class or instance.
 * @param wanted - Name of the method.
 * @param provider - Where the call goes.
 * @param signal - Aborted when the caller has gone.
 * @returns The `<Method>_OUTPUT`.
 */
export async function invoke(
  message: Message,
  target: Target,
  wanted: string,
  provider: Provider,
  signal: AbortSignal,
): Promise<XmlNode> {
  const { store, handlers } = provider;
  const method = findMethod(target.cls, wanted);
  const path = pathOfCall(target, method);
  if (path !== undefined && store.find(path) === undefined) throw notFound(path);
  const input = readInput(message.body, method, target, store);
  const result = await dispatch(store, handlers, {
    cls: target.cls,
    method: method.name,
    namespace: target.cls.namespace,
    ...(path !== undefined && { path }),
    input,
    signal,
  }).catch(blameProvider);
  return writeOutput(result, method, target);
}

/** All that the caller stated has been checked: a wrong value is one that the handler answered. */
function blameProvider(error: unknown): never {
  const isWrongAnswer = error instanceof CimError && error.code === "invalid-parameter";
  throw isWrongAnswer ? providerFailure(sentenceOf(error), error) : error;
}

function findMethod(cls: ClassData, wanted: string): FoundMethod {
  const lower = wanted.toLowerCase();
  const name = Object.keys(cls.methods ?? {}).find((each) => each.toLowerCase() === lower);
  const data = name === undefined ? undefined : methodOf(cls, name);
  if (name !== undefined && data !== undefined) return { cls, name, data };
  const context = { className: cls.name, method: wanted };
  throw new CimError("method-not-found", "there is no such method", context);
}

/**
 * Static methods are called on the class, and so are all methods of a class
 * without keys. A static method may be called on an instance as well, as WMI allows, and so
 * may one of which nobody says whether it is static.
 */
function pathOfCall(target: Target, { data }: FoundMethod): InstancePath | undefined {
  const { cls, path } = target;
  const isOfClass = data.static !== undefined || (cls.keys?.length ?? 0) === 0;
  return isOfClass && Object.keys(path.keys).length === 0 ? undefined : requireInstance(target);
}

function readInput(
  body: XmlElement | undefined,
  method: FoundMethod,
  target: Target,
  store: Store,
): Readonly<Record<string, CimValue>> {
  // OMI takes an empty body for a method without parameters, and so does everybody.
  if (body === undefined) return {};
  const { cls, name, data } = method;
  if (![`${name}_INPUT`, name].some((each) => each.toLowerCase() === body.name.toLowerCase())) {
    throw new SoapFault(faults.invalidMessage, `<${body.name}> is not the input of ${name}`);
  }
  const groups = childrenByName(body);
  const declared = new Map(
    Object.entries(data.in ?? {}).map((each) => [each[0].toLowerCase(), each]),
  );
  const context = decoding(target, store);
  const values = Array.from(groups, ([lower, elements]): [string, CimValue] => {
    const found = declared.get(lower);
    if (found === undefined) {
      throw refuse(cls, name, `${elements[0]?.name ?? lower} is no input parameter`);
    }
    const [parameter, type] = found;
    try {
      return [parameter, decodeValue(elements, type, context)];
    } catch (cause) {
      throw refuse(cls, name, `parameter ${parameter} is not a ${type}`, cause);
    }
  });
  return Object.fromEntries([...emptyArrays(data), ...values]);
}

/** DSP0230 7.2.2: an array without elements is empty, so one that was not given is empty, too. */
function emptyArrays({ in: declared = {} }: MethodData): [string, CimValue][] {
  return Object.entries(declared)
    .filter(([, type]) => type.endsWith("[]") || type === "octetstring")
    .map(([parameter, type]) => [parameter, type === "octetstring" ? new Uint8Array() : []]);
}

/** Output parameters in the order of the class, the return value last, as Windows has them. */
function writeOutput(
  { out, returnValue }: InvokeResult,
  { name, data }: FoundMethod,
  target: Target,
): XmlNode {
  const context = encoding(target);
  const write = (parameter: string, type: TypeCode, value: CimValue): readonly XmlNode[] =>
    writeOrBlameProvider(() => encodeValue(parameter, type, value, context));
  return xml(`p:${name}_OUTPUT`, { "xmlns:p": uriOf(target.cls, context) }, [
    ...Object.entries(data.out ?? {}).flatMap(([parameter, type]) =>
      write(parameter, type, out[parameter] ?? null),
    ),
    ...(data.returns === undefined ? [] : write("ReturnValue", data.returns, returnValue)),
  ]);
}

function refuse(cls: ClassData, method: string, sentence: string, cause?: unknown): CimError {
  const details = { className: cls.name, method, ...(cause !== undefined && { cause }) };
  return new CimError("invalid-parameter", sentence, details);
}
