/** Invoke (DSP0227 11, DSP0230 10.3, MS-WSMV 3.1.4.1.32). */
import { CimError, type CimErrorContext } from "../error.ts";
import { requireMethod } from "../input.ts";
import type { InvokeRequest, InvokeResult } from "../operations.ts";
import type { CimValue, TypeCode } from "../types.ts";
import { unreadable } from "../secrets.ts";
import { childrenByName, type XmlElement } from "../xml/parse.ts";
import { xml } from "../xml/write.ts";
import {
  decodeContext,
  encodeContext,
  exchange,
  type Session,
  targetOf,
  uriOf,
} from "./exchange.ts";
import { methodAction } from "./names.ts";
import { decodeValue, encodeValue } from "./values.ts";

/**
 * Calls a method.
 *
 * @param session - The server.
 * @param request - The call.
 * @throws CimError of an exchange, and `"protocol"` for another method's output
 *   and for none where the method returns something. A return value other than 0 is no error.
 */
export async function invoke(session: Session, request: InvokeRequest): Promise<InvokeResult> {
  const { cls, method: name, namespace, input } = request;
  const path = request.path ?? { namespace, className: cls.name, keys: {} };
  const method = requireMethod(cls, name);
  const dialect = await session.dialect(request);
  const uri = uriOf(dialect, path);
  const values = encodeContext(session, dialect, request, "c");
  const parameters = Object.entries(method.in ?? {})
    .filter(([parameter]) => Object.hasOwn(input, parameter))
    .flatMap(([parameter, type]) => {
      const members = encodeValue(parameter, type, input[parameter] ?? null, values);
      return dialect.arrayArguments === "reversed" ? members.toReversed() : members;
    });
  const context = { operation: "invoke", className: cls.name, method: name };
  const body = await exchange(session, dialect, request, {
    target: targetOf(session, dialect, path),
    action: methodAction(uri, name),
    body: xml(`c:${name}_INPUT`, { "xmlns:c": uri }, parameters),
    context,
  });
  requireOutput(body, [name, cls.name], context);
  const groups = body === undefined ? new Map<string, never>() : childrenByName(body);
  const decoding = decodeContext(dialect, request);
  const decode = (parameter: string, type: TypeCode): CimValue => {
    try {
      return decodeValue(groups.get(parameter.toLowerCase()) ?? [], type, decoding);
    } catch (error) {
      throw unreadable(error, cls, parameter, name);
    }
  };
  const returnValue = method.returns === undefined ? null : decode("ReturnValue", method.returns);
  if (method.returns !== undefined && !groups.has("returnvalue")) {
    const sentence = `the answer has no ReturnValue, where the method returns ${method.returns}`;
    throw new CimError("protocol", sentence, context);
  }
  return {
    returnValue,
    out: Object.fromEntries(
      Object.entries(method.out ?? {}).map(([parameter, type]) => [
        parameter,
        decode(parameter, type),
      ]),
    ),
  };
}

/**
 * `<Method>_OUTPUT` from Windows and OpenPegasus (DSP0230 10.3); the bare method's name, or the
 * class's with the same ending, from OMI.
 */
function requireOutput(
  body: XmlElement | undefined,
  [method, className]: readonly [method: string, className: string],
  context: CimErrorContext,
): void {
  const stated = body?.name.toLowerCase();
  const known = [`${method}_output`, method, `${className}_output`].map((name) =>
    name.toLowerCase(),
  );
  if (body === undefined || stated === undefined || known.includes(stated)) return;
  const sentence = `the server answered with ${JSON.stringify(body.name.slice(0, 80))}, which is not the output of this method`;
  throw new CimError("protocol", sentence, context);
}
