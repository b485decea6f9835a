/** Answers of instances: pulled where the server can, at once where it cannot (DSP0200 5.4). */
import { requireGoingOn, unlessAborted } from "../aborted.ts";
import { CimError, type CimErrorContext } from "../error.ts";
import { withinTime } from "../http/farewells.ts";
import { attribute, child, type XmlElement } from "../xml/parse.ts";
import { xml } from "../xml/write.ts";
import { type Argument, intrinsic } from "./call.ts";
import { parametersOf, valueText } from "./decode.ts";
import {
  type Bounds,
  exchange,
  exchangeItems,
  exchangePieces,
  type Message,
  type Session,
} from "./exchange.ts";

/** What is asked for, in both ways. */
export interface Pulling<T> {
  readonly session: Session;
  readonly bounds: Bounds;
  readonly namespace: string;
  readonly context: CimErrorContext;
  /** Opens an enumeration, and what its items are pulled with. */
  readonly open: Operation & { readonly pull: string };
  /** Gives everything at once. */
  readonly classic: Operation;
  readonly decode: (item: XmlElement) => T;
}

interface Operation {
  readonly name: string;
  readonly parameters: Readonly<Record<string, Argument>>;
}

/** Answers without items in a row, after which the server is not believed to come to an end. */
const maxEmptyPulls = 100;
/** Milliseconds for telling the server that nobody will ask for more. */
const closeTimeout = 5000;

/**
 * The items of an answer, as they are asked for. A server that does not know how to be pulled
 * from is asked for everything at once, and is not tried again.
 *
 * When the consumer stops early or an answer cannot be read, the server's context is closed.
 *
 * @param pulling - What is asked for.
 * @throws CimError of an exchange, and `"protocol"` when the server answers with no items again
 *   and again.
 */
export async function* pullItems<T>(pulling: Pulling<T>): AsyncGenerator<T> {
  const { session, open } = pulling;
  if (session.unsupported.has(open.name)) {
    yield* atOnce(pulling);
    return;
  }
  let hasBegun = false;
  try {
    for await (const item of pulled(pulling)) {
      hasBegun = true;
      yield item;
    }
    return;
  } catch (error) {
    if (hasBegun || !isUnsupported(error, open.name)) throw error;
    session.unsupported.add(open.name);
  }
  yield* atOnce(pulling);
}

/** OpenPegasus says of queries that cannot be pulled that they failed. */
function isUnsupported(error: unknown, operation: string): boolean {
  if (!(error instanceof CimError)) return false;
  if (error.code === "not-supported" || error.httpStatus === 501) return true;
  if (error.reason !== undefined && /^request-not-valid\b/.test(error.reason)) return true;
  return error.code === "failed" && error.cimStatus === 1 && operation === "OpenQueryInstances";
}

async function* atOnce<T>(pulling: Pulling<T>): AsyncGenerator<T> {
  const { session, bounds, namespace, context, classic, decode } = pulling;
  const message = intrinsic(classic.name, namespace, classic.parameters, context);
  yield* exchangeItems(session, bounds, { ...message, isRepeatable: true }, decode);
}

async function* pulled<T>(pulling: Pulling<T>): AsyncGenerator<T> {
  const { session, context } = pulling;
  const { signal, ...bounds } = pulling.bounds;
  let next = openMessage(pulling);
  let state: State = { context: undefined, isLast: false };
  let emptyPulls = 0;
  let reading: AsyncGenerator<readonly T[], XmlElement> | undefined;
  let isAbandoned = true;
  const { stopping } = session.connection;
  const ending = new AbortController();
  const seen = (response: XmlElement): void => {
    const { context: newest, isLast } = stateOf(response);
    state = { context: newest ?? state.context, isLast };
  };
  const held = session.farewells.hold(() => {
    // The rest of an answer that stalls is not worth a long farewell.
    const rest = reading === undefined ? state : restOf(reading, () => state);
    return withinTime(closeLate(pulling, rest), closeTimeout, ending);
  });
  try {
    while (!state.isLast) {
      requireGoingOn(stopping);
      requireGoingOn(signal);
      // Nothing that ends the call reaches the server: only the end of its answer says what it has
      // opened.
      const message = { ...next, isFarewell: true };
      const bounded = { ...bounds, signal: ending.signal };
      reading = exchangePieces(session, bounded, message, pulling.decode, seen);
      let count = 0;
      let step = await unlessAborted(reading.next(), signal, stopping);
      for (; step.done !== true; step = await unlessAborted(reading.next(), signal, stopping)) {
        count += step.value.length;
        for (const item of step.value) {
          requireGoingOn(signal);
          yield item;
        }
      }
      reading = undefined;
      emptyPulls = count === 0 ? emptyPulls + 1 : 0;
      requireProgress(state, emptyPulls, context);
      if (state.context !== undefined) next = pullMessage(pulling, state.context);
    }
  } catch (error) {
    isAbandoned = false;
    throw error;
  } finally {
    const closed = held.giveBack();
    // A consumer that left the loop may wait for it; one that gets an error should get it now.
    if (isAbandoned) await closed;
    else session.farewells.background(closed);
  }
}

function requireProgress(
  { context, isLast }: State,
  emptyPulls: number,
  call: CimErrorContext,
): void {
  if (isLast) return;
  if (context === undefined) {
    const sentence = "the answer neither ends the enumeration nor goes on with it";
    throw new CimError("protocol", sentence, call);
  }
  if (emptyPulls > maxEmptyPulls) {
    throw new CimError("protocol", `${maxEmptyPulls} answers without items and without end`);
  }
}

/**
 * Closes what the server holds. Of an answer that has not been read to its end the rest is read
 * first: the context stands there. Never fails.
 */
async function closeLate<T>(pulling: Pulling<T>, rest: State | Promise<State>): Promise<void> {
  const { context, isLast } = await rest;
  if (!isLast && context !== undefined) await close(pulling, context);
}

async function restOf<T>(
  reading: AsyncGenerator<readonly T[], XmlElement>,
  state: () => State,
): Promise<State> {
  try {
    while ((await reading.next()).done !== true);
  } catch {
    // The server has said what is wrong to whoever asked.
  }
  return state();
}

function openMessage<T>({ session, namespace, context, open }: Pulling<T>): Message {
  const parameters = { ...open.parameters, MaxObjectCount: session.maxObjectCount };
  const opening = intrinsic(open.name, namespace, parameters, context);
  return { ...opening, isRepeatable: true };
}

function pullMessage<T>({ session, namespace, context, open }: Pulling<T>, text: string): Message {
  const parameters = {
    EnumerationContext: { node: xml("VALUE", {}, [text]) },
    MaxObjectCount: session.maxObjectCount,
  };
  return intrinsic(open.pull, namespace, parameters, { ...context, operation: "pull" });
}

/** Never fails: a context that the server does not know any more is as good as closed. */
async function close<T>(
  { session, bounds, namespace, context }: Pulling<T>,
  enumeration: string,
): Promise<void> {
  const parameters = { EnumerationContext: enumeration };
  const message = intrinsic("CloseEnumeration", namespace, parameters, context);
  const timeout = Math.min(closeTimeout, bounds.timeout ?? session.timeout);
  await exchange(session, { timeout }, { ...message, isFarewell: true }).catch(() => undefined);
}

interface State {
  readonly context: string | undefined;
  readonly isLast: boolean;
}

function stateOf(response: XmlElement): State {
  const parameters = parametersOf(response);
  const context = valueText(parameters.get("enumerationcontext"));
  const isLast = valueText(parameters.get("endofsequence"))?.trim().toLowerCase() === "true";
  return { context: context === "" ? undefined : context, isLast };
}

/**
 * The parts of an item: `VALUE.NAMEDINSTANCE`, `VALUE.INSTANCEWITHPATH`, `VALUE.OBJECTWITHPATH`.
 *
 * @param item - The item, or a bare `INSTANCE` or path.
 */
export function partsOf(item: XmlElement): {
  readonly path: XmlElement | undefined;
  readonly instance: XmlElement | undefined;
} {
  if (item.name === "INSTANCE") return { path: undefined, instance: item };
  if (/^(?:INSTANCENAME|CLASSNAME|OBJECTPATH|(?:LOCAL)?(?:INSTANCE|CLASS)PATH)$/.test(item.name)) {
    return { path: item, instance: undefined };
  }
  const instance = child(item, "INSTANCE");
  return { instance, path: item.children.find((each) => each !== instance && !isClass(each)) };
}

function isClass(element: XmlElement): boolean {
  return element.name === "CLASS" && attribute(element, "NAME") !== undefined;
}
