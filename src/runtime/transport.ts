/** What a client asks of whatever reaches a server. */
import type { CimValue, ClassData, InstancePath } from "./types.ts";

/** What every request has. */
interface Request {
  /** The class as the caller knows it; the instance's own class may be a subclass. */
  readonly cls: ClassData;
  /** CIM namespace with slashes. */
  readonly namespace: string;
  /** Finds other classes that the caller knows, by name and without regard to case. */
  readonly classOf: (name: string) => ClassData | undefined;
  readonly signal?: AbortSignal;
  /** Milliseconds for each exchange with the server. */
  readonly timeout?: number;
}

/** Asks for one instance. */
export interface GetRequest extends Request {
  readonly operation: "get";
  readonly path: InstancePath;
}

/** Asks for all instances of a class and its subclasses. */
export interface EnumerateRequest extends Request {
  readonly operation: "enumerate";
}

/** Calls a method. */
export interface InvokeRequest extends Request {
  readonly operation: "invoke";
  /** As the class spells it. */
  readonly method: string;
  /** Absent for a call on the class itself. */
  readonly path?: InstancePath;
  /** Input parameters in the class's order and spelling; those not given are absent. */
  readonly input: Readonly<Record<string, CimValue>>;
}

/** An instance as a server has it. */
export interface InstanceData {
  readonly path: InstancePath;
  /** In the class's spelling; those that the server left out are absent. */
  readonly properties: Readonly<Record<string, CimValue>>;
}

/** What a method answered. */
export interface InvokeResult {
  /** `null` for a `void` method. */
  readonly returnValue: CimValue;
  /** Output parameters in the class's spelling; those that the server left out are absent. */
  readonly out: Readonly<Record<string, CimValue>>;
}

/**
 * A way to a server. Each operation is one method; a further operation is a
 * further request type and a further method. Every failure is a `CimError`.
 */
export interface Transport {
  get(request: GetRequest): Promise<InstanceData>;
  /**
   * Nothing is sent before the first item is asked for. When the consumer stops
   * early, what the server holds for the enumeration is released.
   */
  enumerate(request: EnumerateRequest): AsyncIterable<InstanceData>;
  invoke(request: InvokeRequest): Promise<InvokeResult>;
  /** Gives back connections; what is still under way ends with code `"closed"`. */
  close(): Promise<void>;
}
