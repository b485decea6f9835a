/** Indications as they occur, by pull delivery (WS-Eventing; DSP0226 10; MS-WSMV 3.1.4.1.30). */
import { requireGoingOn } from "../aborted.ts";
import { CimError } from "../error.ts";
import type { Held } from "../http/farewells.ts";
import type { EventData, InstanceData, SubscribeRequest } from "../operations.ts";
import type { InstancePath } from "../types.ts";
import { child, childText, type XmlElement } from "../xml/parse.ts";
import { requireText, xml, type XmlNode } from "../xml/write.ts";
import { exchange, type Session, targetOf } from "./exchange.ts";
import { itemDecoder } from "./items.ts";
import { actions, dialects, namespaces, pullDelivery } from "./names.ts";
import { Pace } from "./pace.ts";
import { type Batch, pull, type Pulling } from "./pull.ts";

/** Milliseconds that the client waits longer for an answer than the server was told to. */
const grace = 15_000;

/** Milliseconds for telling the server that nobody will ask for more. */
const endTimeout = 5000;

const eventing = { "xmlns:e": namespaces.e } as const;

interface Subscription {
  /** The newest context. */
  context: string;
  /** Identifies it to its manager. */
  readonly identifier: string | undefined;
}

/**
 * Subscribes and pulls until the consumer leaves; then unsubscribes. A subscription that the
 * server has lost is made anew, and a gap is reported.
 *
 * @param session - The server.
 * @param request - Which indications.
 * @throws CimError when it cannot be made, or not made anew.
 */
export async function* subscribe(
  session: Session,
  request: SubscribeRequest,
): AsyncGenerator<EventData> {
  const { farewells } = session;
  const pulling = await prepare(session, request);
  const hold = (subscription: Subscription): Held =>
    farewells.hold(() => end(pulling, subscription));
  let current = await beginOrEnd(pulling, request);
  let held = hold(current);
  const pace = new Pace(session, request.signal);
  try {
    for (;;) {
      requireGoingOn(request.signal);
      pace.begin();
      const events: Batch<InstanceData> | CimError = await next(pulling, current);
      const lost = events instanceof CimError ? events : ended(events);
      const instances = events instanceof CimError ? [] : events.items;
      for (const instance of instances) {
        requireGoingOn(request.signal);
        yield { kind: "indication", instance };
      }
      pace.came(instances.length, lost);
      if (lost === undefined) {
        if (instances.length === 0) await pace.rest();
        continue;
      }
      if (isKnownNoMore(lost)) held.letGo();
      else farewells.background(held.giveBack());
      current = await renew(pulling, request, lost, pace);
      held = hold(current);
      yield { kind: "gap", reason: `the subscription was lost and made anew: ${lost.message}` };
    }
  } finally {
    const ending = held.giveBack();
    farewells.background(ending);
    await ending;
  }
}

/** Indications have no end; a server that states one has given the subscription up. */
function ended({ isLast }: Batch<InstanceData>): CimError | undefined {
  if (!isLast) return undefined;
  return new CimError("pull-has-been-abandoned", "the server ended the subscription");
}

/** Whether the server has forgotten the subscription; otherwise it waits to be ended. */
function isKnownNoMore({ code }: CimError): boolean {
  return code === "invalid-context" || code === "pull-has-been-abandoned";
}

async function prepare(
  session: Session,
  request: SubscribeRequest,
): Promise<Pulling<InstanceData>> {
  const { cls, namespace, signal } = request;
  const dialect = await session.dialect(request);
  const timeout = request.timeout ?? session.timeout;
  const className = dialect.subscriptionTarget === "class" ? cls.name : "*";
  const path: InstancePath = { namespace, className, keys: {} };
  return {
    session,
    dialect,
    bounds: {
      timeout: timeout + grace,
      operationTimeout: timeout,
      ...(signal !== undefined && { signal }),
    },
    target: targetOf(session, dialect, path),
    begin: { action: actions.subscribe, body: subscribeBody(request.query) },
    context: { operation: "subscribe", className: cls.name },
    decode: itemDecoder(dialect, request),
  };
}

function beginOrEnd(
  pulling: Pulling<InstanceData>,
  request: SubscribeRequest,
): Promise<Subscription> {
  const { signal, ...bounds } = pulling.bounds;
  const { connection, farewells } = pulling.session;
  return farewells.open(
    [signal, connection.stopping],
    endTimeout,
    (ending) => begin({ ...pulling, bounds: { ...bounds, signal: ending } }, request),
    (subscription) => end(pulling, subscription),
  );
}

function subscribeBody(query: string): XmlNode {
  return xml("e:Subscribe", eventing, [
    xml("e:Delivery", { Mode: pullDelivery }),
    xml("w:Filter", { Dialect: dialects.wql }, [requireText(query, "the query")]),
  ]);
}

async function begin(
  { session, dialect, bounds, target, begin: message, context }: Pulling<InstanceData>,
  request: SubscribeRequest,
): Promise<Subscription> {
  const own = { ...bounds, timeout: request.timeout ?? session.timeout };
  const full = { ...message, target, context, isFarewell: true };
  const body = await exchange(session, dialect, own, full);
  const enumerationContext = childText(body, "EnumerationContext");
  if (enumerationContext === undefined) {
    throw new CimError(
      "protocol",
      "the answer has no context from which events can be pulled",
      context,
    );
  }
  return { context: enumerationContext, identifier: identifierOf(body) };
}

/** OMI writes `ReferenceProperties`, which is what an older version of WS-Addressing had. */
function identifierOf(body: XmlElement | undefined): string | undefined {
  const manager = child(body, "SubscriptionManager");
  const parameters =
    child(manager, "ReferenceParameters") ?? child(manager, "ReferenceProperties") ?? manager;
  return childText(parameters, "Identifier");
}

/** The next events; the error when the subscription is lost. */
async function next(
  pulling: Pulling<InstanceData>,
  subscription: Subscription,
): Promise<Batch<InstanceData> | CimError> {
  try {
    return await pull(pulling, subscription.context, (context) => {
      subscription.context = context ?? subscription.context;
    });
  } catch (error) {
    // The call's own end may look like the server's.
    requireGoingOn(pulling.bounds.signal);
    if (!(error instanceof CimError)) throw error;
    // MS-WSMV 3.1.4.1.30.3: nothing has happened within the time that the server was given.
    if (error.code === "timeout" && error.httpStatus !== undefined) {
      return { items: [], isLast: false };
    }
    if (isLoss(error)) return error;
    throw error;
  }
}

/** What says that the server has no such subscription any more, or that it cannot be reached now. */
function isLoss({ code, isTransient }: CimError): boolean {
  return (
    code === "invalid-context" ||
    code === "pull-has-been-abandoned" ||
    code === "server-is-shutting-down" ||
    code === "timeout" ||
    isTransient === true
  );
}

async function renew(
  pulling: Pulling<InstanceData>,
  request: SubscribeRequest,
  lost: CimError,
  pace: Pace,
): Promise<Subscription> {
  for (;;) {
    await pace.beforeRenewal(lost);
    try {
      return await beginOrEnd(pulling, request);
    } catch (error) {
      if (!(error instanceof CimError) || !isLoss(error)) throw error;
    }
  }
}

/** Never fails: a subscription that the server does not know any more has ended. */
async function end(
  { session, dialect, target, context }: Pulling<InstanceData>,
  { identifier, context: enumerationContext }: Subscription,
): Promise<void> {
  const identified = identifier ?? enumerationContext;
  await exchange(
    session,
    dialect,
    { timeout: endTimeout },
    {
      target,
      action: actions.unsubscribe,
      header: [xml("e:Identifier", eventing, [identified])],
      body: xml("e:Unsubscribe", eventing),
      context: { ...context, operation: "unsubscribe" },
      isFarewell: true,
    },
  ).catch(() => undefined);
}
