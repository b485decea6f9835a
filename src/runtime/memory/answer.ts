/** What a server in memory does with each operation. */
import { requireGoingOn } from "../aborted.ts";
import { CimError } from "../error.ts";
import type { EventData, InstanceData, SubscribeRequest } from "../operations.ts";
import type { ClassDefinition, QualifierDefinition } from "../schema/definition.ts";
import type { Operations } from "../transport.ts";
import type { CimValue, ClassData, InstancePath } from "../types.ts";
import { associators, references } from "./associations.ts";
import { definitionsOf } from "./definitions.ts";
import { dispatch, requireInstance } from "./dispatch.ts";
import type { Events } from "./events.ts";
import type { HandlerFinder } from "./handlers.ts";
import { find } from "./query/find.ts";
import { matches } from "./query/matches.ts";
import { parseQuery } from "./query/parse.ts";
import { notFound, type Store } from "./store.ts";

/** What the operations work on. */
export interface MemoryParts {
  readonly store: Store;
  readonly handlers: HandlerFinder;
  readonly events: Events;
  readonly definitions?: readonly ClassDefinition[];
  readonly qualifiers: readonly QualifierDefinition[];
}

/**
 * The operations of a server in memory.
 *
 * @param parts - What they work on.
 */
export function memoryOperations(parts: MemoryParts): Operations {
  const { store, handlers } = parts;
  const definitions = definitionsOf(parts);
  return {
    identify: async () => ({ vendor: "mof-codegen", version: "memory", dialect: "memory" }),
    get: async ({ path, properties }) => narrow(requireInstance(store, path), properties),
    async *enumerate({ cls, namespace, isShallow = false, ...wanted }) {
      for (const instance of store.instances(cls.name, namespace)) {
        const isOwn = instance.path.className.toLowerCase() === cls.name.toLowerCase();
        if (!isShallow || isOwn) yield shape(instance, wanted);
      }
    },
    async *query({ query, language, namespace, properties }) {
      for (const found of find(store, parseQuery(query, language), namespace)) {
        yield narrow(found, properties);
      }
    },
    async *associators({ keysOnly, ...request }) {
      for (const found of associators(store, request)) yield shape(found, { keysOnly });
    },
    async *references({ keysOnly, ...request }) {
      for (const found of references(store, request)) yield shape(found, { keysOnly });
    },
    create: async ({ cls, namespace, properties }) => {
      const own = store.classOf(cls.name, namespace);
      return store.add(own.name, properties, own.namespace).path;
    },
    modify: async ({ path, properties }) => {
      store.update(path, writable(store, path, properties));
      return undefined;
    },
    delete: async ({ path }) => {
      if (!store.delete(path)) throw notFound(path);
      return undefined;
    },
    invoke: (request) => dispatch(store, handlers, request),
    subscribe: (request) => subscribe(parts, request),
    "get-class": async ({ className, namespace }) => definitions.get(className, namespace),
    async *"enumerate-classes"({ className, namespace, isDeep }) {
      yield* definitions.below(className, namespace, isDeep);
    },
    async *"enumerate-qualifiers"() {
      yield* parts.qualifiers;
    },
    namespaces: async () => [...new Set(store.classes.map(({ namespace }) => namespace))],
  };
}

interface Wanted {
  readonly properties?: readonly string[];
  readonly keysOnly?: boolean | undefined;
}

function shape(instance: InstanceData, { properties, keysOnly = false }: Wanted): InstanceData {
  return keysOnly ? { path: instance.path, properties: {} } : narrow(instance, properties);
}

/**
 * An instance with some of its properties alone.
 *
 * @param instance - The instance.
 * @param wanted - Their names; all unless given.
 */
function narrow(instance: InstanceData, wanted: readonly string[] | undefined): InstanceData {
  if (wanted === undefined) return instance;
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const kept = Object.entries(instance.properties).filter(([name]) =>
    names.has(name.toLowerCase()),
  );
  return { ...instance, properties: Object.fromEntries(kept) };
}

/** A server refuses what its class does not let be written, where the class says what does. */
function writable(
  store: Store,
  path: InstancePath,
  properties: Readonly<Record<string, CimValue>>,
): Readonly<Record<string, CimValue>> {
  const { className, namespace } = requireInstance(store, path).path;
  const cls = store.classOf(className, namespace);
  const names = writableNames(cls);
  const refused = Object.keys(properties).find((name) => names.size > 0 && !names.has(name));
  if (refused === undefined) return properties;
  throw new CimError("not-supported", `${refused} cannot be written`, { className: cls.name });
}

function writableNames(cls: ClassData): ReadonlySet<string> {
  const declared = Object.entries(cls.properties ?? {});
  return new Set(
    declared.flatMap(([name, property]) =>
      typeof property === "object" && property.write === true ? [name] : [],
    ),
  );
}

async function* subscribe(
  { store, events }: MemoryParts,
  { query, namespace, signal }: SubscribeRequest,
): AsyncGenerator<EventData> {
  const { className, condition } = parseQuery(query, "WQL");
  const cls = store.classOf(className, namespace);
  if (cls.indication !== true) {
    throw new CimError("invalid-class", "the class is no indication", { className: cls.name });
  }
  const queue = events.subscribe(signal);
  try {
    for (;;) {
      const next = await queue.next();
      if (next === undefined) {
        requireGoingOn(signal);
        return;
      }
      if (next.kind === "gap") yield next;
      else if (store.isA(next.cls, cls) && matches(next.instance, condition)) {
        yield { kind: "indication", instance: next.instance };
      }
    }
  } finally {
    queue.end();
  }
}
