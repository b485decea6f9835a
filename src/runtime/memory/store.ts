/** Instances in memory: what the memory transport and the simulator keep. */
import { propertyType } from "../class-data.ts";
import { conform } from "../conform.ts";
import { CimError } from "../error.ts";
import { retypeKeys } from "../keys.ts";
import { isReference, keyText, pathOf } from "../reference.ts";
import type { InstanceData } from "../operations.ts";
import type {
  CimValue,
  ClassData,
  ClassDescriptor,
  InstancePath,
  KeyValue,
  NewInstance,
} from "../types.ts";

/** Instances to begin with, by class name: plain objects of properties. */
export type Seed = Readonly<Record<string, readonly object[]>>;

/** Instances of a class to begin with, as {@link instancesOf} makes them. */
export interface Seeded {
  readonly cls: ClassData;
  readonly instances: readonly object[];
}

/**
 * Instances for a server in memory to begin with, checked by the class's type: keys and what
 * is `Required` have to be there.
 *
 * @param cls - The class.
 * @param instances - What is generated as `X_Create`.
 */
export function instancesOf<T>(
  cls: ClassDescriptor<T, string>,
  instances: readonly NewInstance<T>[],
): Seeded {
  return { cls, instances };
}

/** Classes and their instances. Names and namespaces are compared without regard to case. */
export interface Store {
  readonly classes: readonly ClassData[];
  /**
   * The class of a name in a namespace.
   *
   * @throws CimError `"invalid-namespace"` or `"invalid-class"` when there is none.
   */
  classOf(className: string, namespace: string): ClassData;
  /**
   * The class of a name, wherever it is.
   *
   * @param namespace - Where it is; needed when several namespaces have one of that name.
   * @throws CimError `"invalid-class"` or `"invalid-namespace"` when there is none.
   */
  classNamed(className: string, namespace?: string): ClassData;
  /** Whether a class is another one or a subclass of it. */
  isA(cls: ClassData, base: ClassData): boolean;
  /** All instances, in the order in which they came. */
  all(): readonly InstanceData[];
  /**
   * Instances of a class and of its subclasses, in the order in which they came.
   *
   * @throws CimError like {@link classOf}.
   */
  instances(className: string, namespace: string): readonly InstanceData[];
  /** The instance at a path; `undefined` when there is none. */
  find(path: InstancePath): InstanceData | undefined;
  /**
   * Adds an instance; properties that are left out are null.
   *
   * @throws CimError `"already-exists"`, or `"invalid-parameter"` for a value of the wrong type.
   */
  add(className: string, properties: object, namespace?: string): InstanceData;
  /** The same, checked by the class's type. */
  add<T>(cls: ClassDescriptor<T, string>, properties: NewInstance<T>): InstanceData;
  /**
   * Changes properties of an instance; others stay.
   *
   * @throws CimError `"not-found"`, or `"invalid-parameter"` for a value of the wrong type or a key.
   */
  update(path: InstancePath, changes: object): InstanceData;
  /**
   * Removes an instance.
   *
   * @returns Whether it was there.
   */
  delete(path: InstancePath): boolean;
}

/**
 * Makes a store.
 *
 * @param classes - What instances there can be.
 * @param seed - Instances to begin with.
 * @throws CimError like {@link Store.add}.
 */
export function createStore(
  classes: readonly ClassData[],
  seed: Seed | readonly Seeded[] = {},
): Store {
  const store = new InstanceStore(classes);
  addSeed(store, seed);
  return store;
}

/**
 * Adds instances to a store.
 *
 * @param store - The store.
 * @param seed - In either form.
 * @throws CimError like {@link Store.add}.
 */
export function addSeed(store: Store, seed: Seed | readonly Seeded[]): void {
  if (isSeeded(seed)) {
    for (const { cls, instances } of seed) {
      // As: instancesOf has checked them by the class's type.
      for (const properties of instances) store.add(cls, properties as never);
    }
    return;
  }
  for (const [className, instances] of Object.entries(seed)) {
    for (const properties of instances) store.add(className, properties);
  }
}

function isSeeded(seed: Seed | readonly Seeded[]): seed is readonly Seeded[] {
  return Array.isArray(seed);
}

interface Entry {
  readonly cls: ClassData;
  readonly data: InstanceData;
}

class InstanceStore implements Store {
  readonly classes: readonly ClassData[];
  readonly #entries = new Map<string, Entry>();
  readonly #byName = new Map<string, readonly ClassData[]>();
  readonly #namespaces: ReadonlySet<string>;

  constructor(classes: readonly ClassData[]) {
    this.classes = classes;
    this.#namespaces = new Set(classes.map((cls) => fold(cls.namespace)));
    for (const cls of classes) {
      const name = cls.name.toLowerCase();
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), cls]);
    }
  }

  classOf(className: string, namespace: string): ClassData {
    const wanted = fold(namespace);
    const candidates = this.#byName.get(className.toLowerCase()) ?? [];
    const found = candidates.find((cls) => fold(cls.namespace) === wanted);
    if (found !== undefined) return found;
    if (!this.#namespaces.has(wanted)) {
      throw new CimError("invalid-namespace", `there is no namespace ${namespace}`);
    }
    throw new CimError("invalid-class", `there is no such class in ${namespace}`, { className });
  }

  classNamed(className: string, namespace?: string): ClassData {
    return this.#only(className, namespace);
  }

  isA(cls: ClassData, base: ClassData): boolean {
    return fold(cls.namespace) === fold(base.namespace) && isA(cls, base.name);
  }

  all(): readonly InstanceData[] {
    return [...this.#entries.values()].map(({ data }) => data);
  }

  instances(className: string, namespace: string): readonly InstanceData[] {
    const base = this.classOf(className, namespace);
    const wanted = fold(base.namespace);
    return [...this.#entries.values()]
      .filter(({ cls }) => fold(cls.namespace) === wanted && isA(cls, base.name))
      .map(({ data }) => data);
  }

  find(path: InstancePath): InstanceData | undefined {
    return this.#entry(path)?.[1].data;
  }

  add(wanted: string | ClassData, properties: object, namespace?: string): InstanceData {
    const cls =
      typeof wanted === "string"
        ? this.#only(wanted, namespace)
        : this.classOf(wanted.name, wanted.namespace);
    const values = conformProperties(cls, properties);
    const full = Object.keys(cls.properties ?? {}).map((name): [string, CimValue] => [
      name,
      values.get(name) ?? null,
    ]);
    const path = pathOfValues(cls, new Map(full));
    const id = identify(cls, path);
    if (this.#entries.has(id)) {
      throw new CimError("already-exists", "there is an instance with these keys", {
        className: cls.name,
      });
    }
    const data = { path, properties: Object.fromEntries(full) };
    this.#entries.set(id, { cls, data });
    return data;
  }

  update(path: InstancePath, changes: object): InstanceData {
    const found = this.#entry(path);
    if (found === undefined) throw notFound(path);
    const [id, { cls, data }] = found;
    const values = conformProperties(cls, changes);
    const key = cls.keys?.find((name) => values.has(name));
    if (key !== undefined) {
      throw new CimError("invalid-parameter", `${key} is a key and cannot change`, {
        className: cls.name,
      });
    }
    const changed = { ...data, properties: { ...data.properties, ...Object.fromEntries(values) } };
    this.#entries.set(id, { cls, data: changed });
    return changed;
  }

  delete(path: InstancePath): boolean {
    const found = this.#entry(path);
    return found !== undefined && this.#entries.delete(found[0]);
  }

  /** A path may name a superclass of the instance's class: it has the same keys. */
  #entry(path: InstancePath): [id: string, entry: Entry] | undefined {
    const base = this.classOf(path.className, path.namespace);
    const heirs = this.classes.filter(
      (cls) => cls !== base && fold(cls.namespace) === fold(base.namespace) && isA(cls, base.name),
    );
    for (const cls of [base, ...heirs]) {
      const id = identify(cls, path);
      const entry = this.#entries.get(id);
      if (entry !== undefined) return [id, entry];
    }
    return undefined;
  }

  #only(className: string, namespace: string | undefined): ClassData {
    if (namespace !== undefined) return this.classOf(className, namespace);
    const [found, other] = this.#byName.get(className.toLowerCase()) ?? [];
    if (found !== undefined && other === undefined) return found;
    const sentence =
      found === undefined
        ? "there is no such class"
        : "the class is in several namespaces: state one";
    throw new CimError("invalid-class", sentence, { className });
  }
}

function isA(cls: ClassData, baseName: string): boolean {
  const base = baseName.toLowerCase();
  return [cls.name, ...(cls.superclasses ?? [])].some((name) => name.toLowerCase() === base);
}

function fold(namespace: string): string {
  return namespace.replaceAll("\\", "/").toLowerCase();
}

/** One text for each instance: keys in the class's order, compared as text so that 1 equals "1". */
function identify(cls: ClassData, path: InstancePath): string {
  const keys = new Map(Object.entries(retypeKeys(cls, path).keys));
  const values = (cls.keys ?? []).map((name) => {
    const value = keys.get(name);
    return value === undefined ? null : keyText(value);
  });
  return JSON.stringify([fold(cls.namespace), cls.name.toLowerCase(), ...values, keys.size]);
}

/**
 * Checks properties against a class.
 *
 * @param cls - The class.
 * @param properties - Some of its properties.
 * @throws CimError `"invalid-parameter"` for one that it does not have, or that is of another type.
 */
export function conformProperties(cls: ClassData, properties: object): Map<string, CimValue> {
  return new Map(
    Object.entries(properties).map(([name, value]): [string, CimValue] => {
      const type = propertyType(cls, name);
      if (type !== undefined) {
        return [name, conform(value, type, { place: `property ${name}`, className: cls.name })];
      }
      throw new CimError("invalid-parameter", `${name} is no property`, { className: cls.name });
    }),
  );
}

function pathOfValues(cls: ClassData, values: ReadonlyMap<string, CimValue>): InstancePath {
  const keys = (cls.keys ?? []).map((name): [string, KeyValue] => {
    const value = values.get(name) ?? null;
    if (isReference(value)) return [name, pathOf(value)];
    if (value === null) {
      throw new CimError("invalid-parameter", `key ${name} is missing`, { className: cls.name });
    }
    // As: keys are scalars (DSP0004 7.6.5), and references have just been dealt with.
    return [name, value as KeyValue];
  });
  return { namespace: cls.namespace, className: cls.name, keys: Object.fromEntries(keys) };
}

/**
 * The error for a path without instance.
 *
 * @param path - The path.
 */
export function notFound(path: InstancePath): CimError {
  return new CimError("not-found", "there is no such instance", {
    className: path.className,
    cimStatus: 6,
  });
}
