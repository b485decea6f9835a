/** Enumerate, Pull and Release (WS-Enumeration; DSP0226 8). */
import { CimError, type CimErrorContext } from "../error.ts";
import type { EnumerateRequest, InstanceData } from "../transport.ts";
import type { InstancePath } from "../types.ts";
import { child, childText, type XmlElement } from "../xml/parse.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import { decodeEndpoint } from "./endpoint.ts";
import { decodeContext, exchange, type Session } from "./exchange.ts";
import { requireKeys } from "./identity.ts";
import { decodeInstance } from "./instance.ts";
import { actions } from "./names.ts";
import type { DecodeContext } from "./values.ts";

/** Items asked for at a time; the server's envelope size is the bound that counts. */
const maxElements = 32_000;
/** Answers without items in a row, after which the server is not believed to come to an end. */
const maxEmptyPulls = 100;
/** Milliseconds for telling the server that nobody will ask for more. */
const releaseTimeout = 5000;

/**
 * The instances of a class and its subclasses, pulled as they are asked for.
 *
 * When the consumer stops early or an answer cannot be read, the server's
 * context is released; after an abort that happens in the background.
 *
 * @param session - The server.
 * @param request - Which class.
 * @param background - Takes what goes on after the last item.
 * @throws CimError of an exchange, and `"protocol"` when the server answers
 *   with no items again and again.
 */
export async function* enumerate(
  session: Session,
  request: EnumerateRequest,
  background: (work: Promise<void>) => void,
): AsyncGenerator<InstanceData> {
  const path: InstancePath = {
    namespace: request.namespace,
    className: request.cls.name,
    keys: {},
  };
  const decoding = decodeContext(session, request);
  let context: string | undefined;
  let emptyPulls = 0;
  let isFinished = false;
  let isAbandoned = true;
  try {
    let batch = await begin(session, request, path);
    for (;;) {
      context = batch.context ?? context;
      isFinished = batch.isLast;
      emptyPulls = batch.items.length === 0 ? emptyPulls + 1 : 0;
      for (const item of batch.items) {
        if (request.signal?.aborted === true) {
          throw new CimError("aborted", "the call was aborted", { cause: request.signal.reason });
        }
        yield decodeItem(item, request, decoding);
      }
      if (isFinished || context === undefined) break;
      if (emptyPulls > maxEmptyPulls) {
        throw new CimError("protocol", `${maxEmptyPulls} answers without items and without end`);
      }
      batch = await pull(session, request, path, context);
    }
    isFinished = true;
  } catch (error) {
    isAbandoned = false;
    throw error;
  } finally {
    if (!isFinished && context !== undefined) {
      const released = release(session, request, path, context);
      // A consumer that left the loop may wait for it; one that gets an error should get it now.
      if (isAbandoned) await released;
      else background(released);
    }
  }
}

interface Batch {
  /** The newest context: each answer may bring another (DSP0226 8.4). */
  readonly context: string | undefined;
  readonly items: readonly XmlElement[];
  readonly isLast: boolean;
}

async function begin(
  session: Session,
  request: EnumerateRequest,
  path: InstancePath,
): Promise<Batch> {
  const context: CimErrorContext = { operation: "enumerate", className: request.cls.name };
  const body = xml("n:Enumerate", {}, [
    xml("w:OptimizeEnumeration"),
    xml("w:MaxElements", {}, [String(maxElements)]),
    xml("w:EnumerationMode", {}, ["EnumerateObjectAndEPR"]),
  ]);
  const message = { path, action: actions.enumerate, body, context, isRepeatable: true };
  return readBatch(await exchange(session, request, message), context);
}

async function pull(
  session: Session,
  request: EnumerateRequest,
  path: InstancePath,
  enumerationContext: string,
): Promise<Batch> {
  const context: CimErrorContext = { operation: "pull", className: request.cls.name };
  const body = xml("n:Pull", {}, [
    contextNode(enumerationContext),
    xml("n:MaxElements", {}, [String(maxElements)]),
  ]);
  return readBatch(
    await exchange(session, request, { path, action: actions.pull, body, context }),
    context,
  );
}

/** Never fails: a context that the server does not know any more is as good as released. */
async function release(
  session: Session,
  request: EnumerateRequest,
  path: InstancePath,
  enumerationContext: string,
): Promise<void> {
  const { cls, namespace, classOf } = request;
  const timeout = Math.min(releaseTimeout, request.timeout ?? session.timeout);
  const body = xml("n:Release", {}, [contextNode(enumerationContext)]);
  const context = { operation: "release", className: request.cls.name };
  const message = { path, action: actions.release, body, context, isFarewell: true };
  await exchange(session, { cls, namespace, classOf, timeout }, message).catch(() => undefined);
}

function contextNode(text: string): XmlNode {
  return xml("n:EnumerationContext", {}, [text]);
}

/** Items and the end are in one namespace after Enumerate and in another after Pull: local names only. */
function readBatch(body: XmlElement | undefined, context: CimErrorContext): Batch {
  if (body === undefined)
    throw new CimError("protocol", "the answer to an enumeration is empty", context);
  return {
    context: childText(body, "EnumerationContext"),
    items: child(body, "Items")?.children ?? [],
    isLast: child(body, "EndOfSequence") !== undefined,
  };
}

/** An item is the instance itself, or holds it beside its endpoint reference, or wraps a fragment. */
function decodeItem(
  item: XmlElement,
  request: EnumerateRequest,
  decoding: DecodeContext,
): InstanceData {
  const isWrapper = item.name === "Item" || item.name === "XmlFragment";
  const endpoint = isWrapper ? child(item, "EndpointReference") : undefined;
  const instance = isWrapper ? item.children.find((candidate) => candidate !== endpoint) : item;
  if (instance === undefined) {
    throw new CimError("protocol", "an item of the enumeration holds no instance");
  }
  const path = endpoint === undefined ? undefined : decodeEndpoint(endpoint, decoding);
  return requireKeys(decodeInstance(instance, request.cls, path, decoding), request.cls);
}
