/** Method calls (DSP0200 5.3.3; DSP0201 5.6.4). */
import { CimError } from "../error.ts";
import { requireMethod } from "../input.ts";
import type { InvokeRequest, InvokeResult } from "../operations.ts";
import { formatPath } from "../reference.ts";
import { unreadable } from "../secrets.ts";
import type { CimValue, InstancePath, TypeCode } from "../types.ts";
import { child } from "../xml/parse.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import { decodeValue, parametersOf } from "./decode.ts";
import { encodeValue, type EncodeContext } from "./encode.ts";
import { decodeContext, exchange, type Session } from "./exchange.ts";
import { localPathNode, objectText } from "./path.ts";

/**
 * Calls a method.
 *
 * @param session - The server.
 * @param request - The call.
 * @throws CimError of an exchange, and `"protocol"` for no return value where the method
 *   returns something. A return value other than 0 is no error.
 */
export async function invoke(session: Session, request: InvokeRequest): Promise<InvokeResult> {
  const { cls, method: name, namespace, input, path } = request;
  const method = requireMethod(cls, name);
  const isClass = path === undefined;
  const target: InstancePath = path ?? { namespace, className: cls.name, keys: {} };
  const parameters = Object.entries(method.in ?? {})
    .filter(([parameter]) => Object.hasOwn(input, parameter))
    .map(([parameter, type]) =>
      parameterNode(parameter, type, input[parameter] ?? null, { classOf: request.classOf }),
    );
  const context = { operation: "invoke", className: cls.name, method: name };
  const { response } = await exchange(session, request, {
    name,
    object: objectText(target, isClass, formatPath),
    call: xml("METHODCALL", { NAME: name }, [localPathNode(target, isClass), ...parameters]),
    context,
  });
  const decoding = decodeContext(request);
  const returned = child(response, "RETURNVALUE");
  const { returns } = method;
  const returnValue =
    returns === undefined || returned === undefined
      ? null
      : at("ReturnValue", request, () => decodeValue(returned, returns, decoding));
  if (returns !== undefined && returned === undefined) {
    const sentence = `the answer has no ReturnValue, where the method returns ${returns}`;
    throw new CimError("protocol", sentence, context);
  }
  const outs = parametersOf(response);
  const out = Object.entries(method.out ?? {}).map(([parameter, type]): [string, CimValue] => {
    const element = outs.get(parameter.toLowerCase());
    const read = (): CimValue =>
      element === undefined ? null : decodeValue(element, type, decoding);
    return [parameter, at(parameter, request, read)];
  });
  return { returnValue, out: Object.fromEntries(out) };
}

function at<R>(place: string, { cls, method }: InvokeRequest, read: () => R): R {
  try {
    return read();
  } catch (error) {
    throw unreadable(error, cls, place, method);
  }
}

function parameterNode(
  name: string,
  type: TypeCode,
  value: CimValue,
  context: EncodeContext,
): XmlNode {
  const encoded = encodeValue(name, type, value, context);
  const attributes = {
    NAME: name,
    PARAMTYPE: encoded.type,
    ...(encoded.embedded !== undefined && { EmbeddedObject: encoded.embedded }),
  };
  return xml("PARAMVALUE", attributes, encoded.node === undefined ? [] : [encoded.node]);
}
