/** What the service remembers from one message to the next. */
import type { EventQueue } from "../../runtime/memory/events.ts";
import type { Condition } from "../../runtime/memory/query/parse.ts";
import type { InstanceData } from "../../runtime/operations.ts";
import type { ClassData } from "../../runtime/types.ts";
import type { XmlNode } from "../../runtime/xml/write.ts";
import type { Target } from "./target.ts";

/** An enumeration that has not come to its end. */
export interface Enumeration {
  readonly kind: "enumeration";
  /** Makes each item when its turn comes. */
  readonly items: readonly (() => XmlNode)[];
  /** Index of the first item that was not sent. */
  next: number;
}

/** A subscription whose events are pulled. */
export interface Subscription {
  readonly kind: "subscription";
  readonly queue: EventQueue;
  readonly target: Target;
  readonly condition: Condition | undefined;
  /** Whether indications of a class are wanted. */
  readonly isA: (cls: ClassData) => boolean;
}

/** Either of them. */
export type Held = Enumeration | Subscription;

/** An instance and the class as which it appears. */
export interface Item {
  readonly instance: InstanceData;
  readonly cls: ClassData;
  /** Whether it is a projection: some properties, and no instance. */
  readonly isFragment?: boolean;
}
