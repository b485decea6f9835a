/** The items of an answer → instances. */
import { CimError } from "../error.ts";
import { requireKeys } from "../identity.ts";
import type { AnyRequest, InstanceData } from "../operations.ts";
import type { XmlElement } from "../xml/parse.ts";
import { type ClassRequest, decodeContext } from "./exchange.ts";
import { decodeInstance } from "./instance.ts";
import { isClassPath, readPath } from "./path.ts";
import { partsOf } from "./pull.ts";

/** What an item is taken for. */
export interface ItemRequest extends ClassRequest {
  /** A query may leave out what it likes. */
  readonly operation: AnyRequest["operation"];
  /** Whether only its path is wanted. */
  readonly keysOnly?: boolean;
}

/**
 * How items are decoded.
 *
 * @param request - What was asked for.
 */
export function itemDecoder(request: ItemRequest): (item: XmlElement) => InstanceData {
  const decoding = decodeContext(request);
  const { cls, keysOnly = false } = request;
  return (item) => {
    const { path, instance } = partsOf(item);
    if (path !== undefined && isClassPath(path)) {
      throw new CimError("protocol", `<${item.name}> names a class, and no instance`);
    }
    const at = path === undefined ? undefined : readPath(path, decoding);
    if (keysOnly && at !== undefined) return { path: at, properties: {} };
    if (instance === undefined) {
      throw new CimError("protocol", `<${item.name}> holds no instance`);
    }
    const read = decodeInstance(instance, cls, at, decoding);
    return request.operation === "query" ? read : requireKeys(read, cls);
  };
}
