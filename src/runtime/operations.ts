/** What a client asks of whatever reaches a server, and what that answers. */
import type { ClassFinder } from "./class-data.ts";
import type { ClassDefinition, QualifierDefinition } from "./schema/definition.ts";
import type { CimValue, ClassData, InstancePath } from "./types.ts";

/** What every request has. */
interface Bounds {
  readonly signal?: AbortSignal;
  /** Milliseconds for each exchange with the server. */
  readonly timeout?: number;
}

interface InNamespace extends Bounds {
  /** CIM namespace with slashes. */
  readonly namespace: string;
}

interface OfClass extends InNamespace {
  /** The class as the caller knows it; the instance's own class may be a subclass. */
  readonly cls: ClassData;
  /** Finds other classes that the caller knows, by name and without regard to case. */
  readonly classOf: ClassFinder;
}

interface OfInstances extends OfClass {
  /** Names of the properties that are wanted, in the class's spelling; all of them unless given. */
  readonly properties?: readonly string[];
}

interface OfMany extends OfInstances {
  /** Whether paths are enough. */
  readonly keysOnly?: boolean;
}

/** Asks who the server is. */
export interface IdentifyRequest extends Bounds {
  readonly operation: "identify";
}

/** Asks for one instance. */
export interface GetRequest extends OfInstances {
  readonly operation: "get";
  readonly path: InstancePath;
}

/** Asks for the instances of a class. */
export interface EnumerateRequest extends OfMany {
  readonly operation: "enumerate";
  /** Whether instances of subclasses are left out. */
  readonly isShallow?: boolean;
}

/** Asks for what a query finds; `cls` is the class of the results. */
export interface QueryRequest extends OfInstances {
  readonly operation: "query";
  readonly language: QueryLanguage;
  readonly query: string;
}

/** WMI's query language (MS-WMI 2.2.1), and the DMTF's (DSP0202). */
export type QueryLanguage = "WQL" | "CQL";

/**
 * Asks for the instances at the other ends of an instance's associations (DSP0200 5.3.2.14);
 * `cls` is the class of the results.
 */
export interface AssociatorsRequest extends OfMany {
  readonly operation: "associators";
  /** The instance at this end. */
  readonly path: InstancePath;
  /** Name of the association class; any unless given. */
  readonly association?: string;
  /** Name of the class of the results; any unless given. */
  readonly result?: string;
  /** Name of the reference at this end. */
  readonly role?: string;
  /** Name of the reference at the other end. */
  readonly resultRole?: string;
}

/** Asks for the associations of an instance (DSP0200 5.3.2.16); `cls` is the class of the results. */
export interface ReferencesRequest extends OfMany {
  readonly operation: "references";
  readonly path: InstancePath;
  /** Name of the association class; any unless given. */
  readonly result?: string;
  /** Name of the reference at this end. */
  readonly role?: string;
}

/** Makes an instance. */
export interface CreateRequest extends OfClass {
  readonly operation: "create";
  /** In the class's spelling; those not given are the server's to decide. */
  readonly properties: Readonly<Record<string, CimValue>>;
}

/** Changes an instance. */
export interface ModifyRequest extends OfClass {
  readonly operation: "modify";
  readonly path: InstancePath;
  /** Only what is to change; `null` is a value. */
  readonly properties: Readonly<Record<string, CimValue>>;
}

/** Removes an instance. */
export interface DeleteRequest extends OfClass {
  readonly operation: "delete";
  readonly path: InstancePath;
}

/** Calls a method. */
export interface InvokeRequest extends OfClass {
  readonly operation: "invoke";
  /** As the class spells it. */
  readonly method: string;
  /** Absent for a call on the class itself. */
  readonly path?: InstancePath;
  /** Input parameters in the class's order and spelling; those not given are absent. */
  readonly input: Readonly<Record<string, CimValue>>;
}

/** Asks for the indications of a class as they occur. */
export interface SubscribeRequest extends OfClass {
  readonly operation: "subscribe";
  /** Which of them, in WQL. */
  readonly query: string;
}

/** Asks for the definition of a class. */
export interface GetClassRequest extends InNamespace {
  readonly operation: "get-class";
  readonly className: string;
}

/** Asks for definitions of classes. */
export interface EnumerateClassesRequest extends InNamespace {
  readonly operation: "enumerate-classes";
  /** Whose subclasses; those of no class, which have no superclass, unless given. */
  readonly className?: string;
  /** Whether subclasses of subclasses are wanted, too. */
  readonly isDeep: boolean;
}

/** Asks for the declarations of qualifiers. */
export interface EnumerateQualifiersRequest extends InNamespace {
  readonly operation: "enumerate-qualifiers";
}

/** Asks for the names of the server's namespaces. */
export interface NamespacesRequest extends InNamespace {
  readonly operation: "namespaces";
}

/** Any operation on its way to the server. */
export type AnyRequest = ValueRequest | ItemsRequest;

/** An operation with one answer. */
export type ValueRequest =
  | IdentifyRequest
  | GetRequest
  | CreateRequest
  | ModifyRequest
  | DeleteRequest
  | InvokeRequest
  | GetClassRequest
  | NamespacesRequest;

/** An operation whose answer comes item by item. */
export type ItemsRequest =
  | EnumerateRequest
  | QueryRequest
  | AssociatorsRequest
  | ReferencesRequest
  | SubscribeRequest
  | EnumerateClassesRequest
  | EnumerateQualifiersRequest;

/** Who a server says that it is. */
export interface ServerIdentity {
  /** For example `Microsoft Corporation`. */
  readonly vendor: string;
  /** For example `OS: 10.0.14393 SP: 0.0 Stack: 3.0`. */
  readonly version: string;
  /** URI or number of the protocol's version, when the server states it. */
  readonly protocolVersion?: string;
  /** URIs of the ways to authenticate that it offers, when it states them. */
  readonly securityProfiles?: readonly string[];
  /** The dialect that goes with it, for example `omi`. */
  readonly dialect: string;
}

/** An instance as a server has it. */
export interface InstanceData {
  readonly path: InstancePath;
  /** In the class's spelling; those that the server left out are absent. */
  readonly properties: Readonly<Record<string, CimValue>>;
  /** What the class as the caller knows it does not declare, when there is any. */
  readonly undeclared?: Readonly<Record<string, CimValue>>;
}

/** What a method answered. */
export interface InvokeResult {
  /** `null` for a `void` method. */
  readonly returnValue: CimValue;
  /** Output parameters in the class's spelling; those that the server left out are absent. */
  readonly out: Readonly<Record<string, CimValue>>;
}

/** What comes of a subscription: an indication, or word that some may be missing. */
export type EventData =
  | { readonly kind: "indication"; readonly instance: InstanceData }
  | { readonly kind: "gap"; readonly reason: string };

/** Answers by operation. */
interface Values {
  readonly identify: ServerIdentity;
  readonly get: InstanceData;
  readonly create: InstancePath;
  readonly modify: undefined;
  readonly delete: undefined;
  readonly invoke: InvokeResult;
  readonly "get-class": ClassDefinition;
  readonly namespaces: readonly string[];
}

/** What each item of an answer is, by operation. */
interface Items {
  readonly enumerate: InstanceData;
  readonly query: InstanceData;
  readonly associators: InstanceData;
  readonly references: InstanceData;
  readonly subscribe: EventData;
  readonly "enumerate-classes": ClassDefinition;
  readonly "enumerate-qualifiers": QualifierDefinition;
}

/** The answer to a request of type `R`. */
export type ValueOf<R extends ValueRequest> = Values[R["operation"]];

/** An item of the answer to a request of type `R`. */
export type ItemOf<R extends ItemsRequest> = Items[R["operation"]];

/** An answer, named by the operation. Nothing of `items` is asked for before the first is wanted. */
export type AnyResponse =
  | {
      readonly [O in keyof Values]: { readonly operation: O; readonly value: Values[O] };
    }[keyof Values]
  | {
      readonly [O in keyof Items]: {
        readonly operation: O;
        readonly items: AsyncIterable<Items[O]>;
      };
    }[keyof Items];

/** Takes a request to its answer: a transport, or an interceptor's next layer. */
export type Exchange = (request: AnyRequest) => Promise<AnyResponse>;
