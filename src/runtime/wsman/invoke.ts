/** Invoke (DSP0227 11, DSP0230 10.3, MS-WSMV 3.1.4.1.32). */
import { requireMethod } from "../input.ts";
import type { InvokeRequest, InvokeResult } from "../transport.ts";
import type { CimValue, TypeCode } from "../types.ts";
import { childrenByName } from "../xml/parse.ts";
import { xml } from "../xml/write.ts";
import { decodeContext, encodeContext, exchange, type Session, uriOf } from "./exchange.ts";
import { methodAction } from "./names.ts";
import { decodeValue, encodeValue } from "./values.ts";

/**
 * Calls a method. The output's element is `<Method>_OUTPUT` from Windows and
 * OpenPegasus and the bare method's name from OMI: its name is not looked at.
 *
 * @param session - The server.
 * @param request - The call.
 * @throws CimError of an exchange. A return value other than 0 is no error.
 */
export async function invoke(session: Session, request: InvokeRequest): Promise<InvokeResult> {
  const { cls, method: name, namespace, input } = request;
  const path = request.path ?? { namespace, className: cls.name, keys: {} };
  const method = requireMethod(cls, name);
  const uri = uriOf(session, path);
  const values = encodeContext(session, namespace, "c");
  const parameters = Object.entries(method.in ?? {})
    .filter(([parameter]) => Object.hasOwn(input, parameter))
    .flatMap(([parameter, type]) => encodeValue(parameter, type, input[parameter] ?? null, values));
  const body = await exchange(session, request, {
    path,
    action: methodAction(uri, name),
    body: xml(`c:${name}_INPUT`, { "xmlns:c": uri }, parameters),
    context: { operation: "invoke", className: cls.name, method: name },
  });
  const groups = body === undefined ? new Map<string, never>() : childrenByName(body);
  const decode = (parameter: string, type: TypeCode): CimValue =>
    decodeValue(groups.get(parameter.toLowerCase()) ?? [], type, decodeContext(request));
  return {
    returnValue: method.returns === undefined ? null : decode("ReturnValue", method.returns),
    out: Object.fromEntries(
      Object.entries(method.out ?? {}).map(([parameter, type]) => [
        parameter,
        decode(parameter, type),
      ]),
    ),
  };
}
