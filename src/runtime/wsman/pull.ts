/** Enumerate, Pull and Release: what all answers of items have in common (WS-Enumeration; DSP0226 8). */
import { requireGoingOn } from "../aborted.ts";
import { CimError, type CimErrorContext } from "../error.ts";
import type { Held } from "../http/farewells.ts";
import { child, childText, type XmlElement } from "../xml/parse.ts";
import { xml, type XmlNode } from "../xml/write.ts";
import type { Dialect } from "./dialect.ts";
import { type Bounds, exchange, type Message, type Session, type Target } from "./exchange.ts";
import { itemSink } from "./items.ts";
import { actions } from "./names.ts";

/** What is pulled, and what becomes of it. */
export interface Pulling<T> {
  readonly session: Session;
  readonly dialect: Dialect;
  readonly bounds: Bounds;
  readonly target: Target;
  /** Header elements of all messages. */
  readonly header?: readonly XmlNode[];
  /** What begins it. */
  readonly begin: Pick<Message, "action" | "body">;
  /** What ends it before its end; Release unless given. */
  readonly farewell?: (context: string) => Omit<Message, "target" | "context">;
  readonly context: CimErrorContext;
  readonly decode: (item: XmlElement) => T;
}

/** Items asked for at a time; the server's envelope size is the bound that counts. */
const maxElements = 32_000;
/** Answers without items in a row, after which the server is not believed to come to an end. */
const maxEmptyPulls = 100;
/** Milliseconds for telling the server that nobody will ask for more. */
const releaseTimeout = 5000;

/**
 * The items of an answer, pulled as they are asked for.
 *
 * When the consumer stops early or an answer cannot be read, the server's
 * context is released; after an abort that happens in the background.
 *
 * @param pulling - What is pulled.
 * @throws CimError of an exchange, and `"protocol"` when the server answers
 *   with no items again and again.
 */
export async function* pullItems<T>(pulling: Pulling<T>): AsyncGenerator<T> {
  const { farewells } = pulling.session;
  let context: string | undefined;
  let held: Held | undefined;
  let emptyPulls = 0;
  let isFinished = false;
  let isAbandoned = true;
  const seen = (newest: string | undefined): void => {
    context = newest ?? context;
    if (context !== undefined) held ??= farewells.hold(() => release(pulling, context));
  };
  try {
    let batch = await begin(pulling, seen);
    for (;;) {
      isFinished = batch.isLast;
      emptyPulls = batch.items.length === 0 ? emptyPulls + 1 : 0;
      for (const item of batch.items) {
        requireGoingOn(pulling.bounds.signal);
        yield item;
      }
      if (isFinished) break;
      if (context === undefined) {
        const sentence = "the answer neither ends the enumeration nor goes on with it";
        throw new CimError("protocol", sentence);
      }
      if (emptyPulls > maxEmptyPulls) {
        throw new CimError("protocol", `${maxEmptyPulls} answers without items and without end`);
      }
      batch = await pull(pulling, context, seen);
    }
  } catch (error) {
    isAbandoned = false;
    throw error;
  } finally {
    // A consumer that left the loop may wait for it; one that gets an error should get it now.
    if (isFinished) held?.letGo();
    else if (isAbandoned) await held?.giveBack();
    else if (held !== undefined) farewells.background(held.giveBack());
  }
}

/** What one answer brought. */
export interface Batch<T> {
  readonly items: readonly T[];
  readonly isLast: boolean;
}

/** Tells of the context unless the call has ended: what was opened is released by itself then. */
async function begin<T>(
  pulling: Pulling<T>,
  seen: (context: string | undefined) => void,
): Promise<Batch<T>> {
  const { signal, ...bounds } = pulling.bounds;
  const { connection, farewells } = pulling.session;
  const { stopping } = connection;
  let opened: string | undefined;
  const message = {
    ...pulling.begin,
    context: pulling.context,
    isRepeatable: true,
    isFarewell: true,
  };
  const start = (ending: AbortSignal): Promise<Batch<T>> =>
    take({ ...pulling, bounds: { ...bounds, signal: ending } }, message, (context) => {
      opened = context ?? opened;
    });
  const undo = ({ isLast }: Batch<T>): Promise<void> =>
    release(pulling, isLast ? undefined : opened);
  try {
    const batch = await farewells.open([signal, stopping], releaseTimeout, start, undo);
    seen(opened);
    return batch;
  } catch (error) {
    if (signal?.aborted !== true && !stopping.aborted) seen(opened);
    throw error;
  }
}

/**
 * Asks for the next items.
 *
 * @param pulling - What is pulled.
 * @param enumerationContext - The newest one: each answer may bring another (DSP0226 8.4).
 * @param seen - Is told of the context of the answer, even if its items cannot be read.
 * @param header - Header elements of this message alone.
 */
export function pull<T>(
  pulling: Pulling<T>,
  enumerationContext: string,
  seen: (context: string | undefined) => void,
): Promise<Batch<T>> {
  const body = xml("n:Pull", {}, [
    contextNode(enumerationContext),
    xml("n:MaxElements", {}, [String(maxElements)]),
  ]);
  const context = { ...pulling.context, operation: "pull" };
  return take(pulling, { action: actions.pull, body, context }, seen);
}

async function take<T>(
  pulling: Pulling<T>,
  message: Omit<Message, "target">,
  seen: (context: string | undefined) => void,
): Promise<Batch<T>> {
  const { session, dialect, bounds, target, header, decode } = pulling;
  const items: T[] = [];
  const sink = itemSink((item) => {
    items.push(decode(item));
  });
  const full = { ...message, target, ...(header !== undefined && { header }) };
  const body = await exchange(session, dialect, bounds, full, (element, ancestors) => {
    // As soon as it is there: an item behind it may be one that cannot be read.
    if (element.name === "EnumerationContext" && ancestors.length === 3) seen(textOf(element));
    return sink(element, ancestors);
  });
  if (body === undefined) {
    throw new CimError("protocol", "the answer to an enumeration is empty", message.context);
  }
  seen(childText(body, "EnumerationContext"));
  // Items and the end are in one namespace after Enumerate and in another after Pull: local names only.
  return { items, isLast: child(body, "EndOfSequence") !== undefined };
}

function textOf({ text }: XmlElement): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** Never fails: a context that the server does not know any more is as good as released. */
async function release<T>(
  pulling: Pulling<T>,
  enumerationContext: string | undefined,
): Promise<void> {
  if (enumerationContext === undefined) return;
  const { session, dialect, bounds, target, header } = pulling;
  const timeout = Math.min(releaseTimeout, bounds.timeout ?? session.timeout);
  const farewell = pulling.farewell?.(enumerationContext) ?? {
    action: actions.release,
    body: xml("n:Release", {}, [contextNode(enumerationContext)]),
  };
  const context = { ...pulling.context, operation: "release" };
  const all = [...(header ?? []), ...(farewell.header ?? [])];
  const message: Message = { ...farewell, header: all, target, context, isFarewell: true };
  await exchange(session, dialect, { timeout }, message).catch(() => undefined);
}

function contextNode(text: string): XmlNode {
  return xml("n:EnumerationContext", {}, [text]);
}

/**
 * The `n:Enumerate` element.
 *
 * @param parts - Mode, filter and polymorphism, in this order.
 */
export function enumerateBody(parts: readonly XmlNode[]): XmlNode {
  return xml("n:Enumerate", {}, [
    xml("w:OptimizeEnumeration"),
    xml("w:MaxElements", {}, [String(maxElements)]),
    ...parts,
  ]);
}
