/** Subscribe and Unsubscribe, with pull delivery (WS-Eventing; DSP0226 10). */
import type { Published } from "../../runtime/memory/events.ts";
import { parseQuery } from "../../runtime/memory/query/parse.ts";
import { matches } from "../../runtime/memory/query/matches.ts";
import { CimError } from "../../runtime/error.ts";
import type { ClassData } from "../../runtime/types.ts";
import { anonymous, namespaces, pullDelivery } from "../../runtime/wsman/names.ts";
import { attribute, child, childText } from "../../runtime/xml/parse.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import type { Contexts } from "../contexts.ts";
import type { Parts } from "../parts.ts";
import { unknownContext } from "./enumerate.ts";
import { faults, SoapFault } from "./fault.ts";
import type { Held, Subscription } from "./held.ts";
import { instanceElement } from "./instance-xml.ts";
import { dialectOf, type Message, requireResource } from "./request.ts";
import { encoding, nameTarget } from "./target.ts";

/**
 * Begins a subscription.
 *
 * @param message - The message.
 * @param parts - The server's insides.
 * @param contexts - Where it is kept.
 * @returns The `e:SubscribeResponse`.
 * @throws SoapFault for another delivery than pulling.
 */
export function subscribe(message: Message, parts: Parts, contexts: Contexts<Held>): XmlNode {
  const { body } = message;
  const { store, events } = parts;
  if (body?.name !== "Subscribe") {
    throw new SoapFault(faults.invalidMessage, "the body holds no Subscribe");
  }
  if (attribute(child(body, "Delivery"), "Mode") !== pullDelivery) {
    throw new SoapFault(faults.deliveryMode, "events are delivered by pulling alone");
  }
  const { className, namespace } = nameTarget(message);
  const text = childText(body, "Filter") ?? `SELECT * FROM ${className}`;
  const query = parseQuery(text, "WQL");
  const cls = store.classOf(query.className, namespace);
  if (cls.indication !== true) {
    throw new CimError("invalid-class", "the class is no indication", { className: cls.name });
  }
  const path = { namespace: cls.namespace, className: cls.name, keys: {} };
  const target = { cls, path, dialect: dialectOf(requireResource(message), cls.name) };
  const isA = (each: ClassData): boolean => store.isA(each, cls);
  const { condition } = query;
  const queue = events.subscribe();
  const context = contexts.open({ kind: "subscription", queue, target, condition, isA });
  return subscribed(context);
}

function subscribed(context: string): XmlNode {
  const eventing = { "xmlns:e": namespaces.e };
  return xml("e:SubscribeResponse", eventing, [
    xml("e:SubscriptionManager", {}, [
      xml("a:Address", {}, [anonymous]),
      xml("a:ReferenceParameters", {}, [xml("e:Identifier", {}, [context])]),
    ]),
    xml("n:EnumerationContext", {}, [context]),
  ]);
}

/**
 * Ends a subscription.
 *
 * @param message - With its identifier.
 * @param contexts - Where it is kept.
 * @throws SoapFault for one that nobody knows.
 */
export function unsubscribe({ identifier }: Message, contexts: Contexts<Held>): void {
  const held = contexts.use(identifier ?? "");
  if (held?.kind !== "subscription") throw unknownContext();
  contexts.close(identifier ?? "");
}

/**
 * Waits for events, as long as the message allows.
 *
 * @param message - The Pull.
 * @param subscription - What is pulled from.
 * @param signal - Aborted when the caller has gone.
 * @returns The `n:PullResponse`.
 * @throws SoapFault when nothing has happened in time, or events were lost.
 */
export async function pullEvents(
  { body, operationTimeout }: Message,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<XmlNode> {
  const context = childText(body, "EnumerationContext") ?? "";
  const items = await wait(subscription, operationTimeout, signal);
  if (items.length === 0) {
    throw new SoapFault(faults.timedOut, "nothing has happened within the time of the operation");
  }
  return xml("n:PullResponse", {}, [
    xml("n:EnumerationContext", {}, [context]),
    xml("n:Items", {}, items),
  ]);
}

async function wait(
  subscription: Subscription,
  timeout: number,
  signal: AbortSignal,
): Promise<readonly XmlNode[]> {
  const { queue } = subscription;
  const over = AbortSignal.any([signal, AbortSignal.timeout(Math.min(timeout, 2 ** 31 - 1))]);
  for (;;) {
    const waiting = queue.take();
    if (waiting.some(({ kind }) => kind === "gap")) throw unknownContext();
    const items = waiting.flatMap((each) => itemOf(each, subscription));
    if (items.length > 0 || over.aborted) return items;
    await queue.wake(over);
  }
}

function itemOf(published: Published, subscription: Subscription): readonly XmlNode[] {
  if (published.kind === "gap") return [];
  const { instance, cls } = published;
  if (!subscription.isA(cls) || !matches(instance, subscription.condition)) return [];
  return [instanceElement(instance, cls, encoding(subscription.target))];
}
