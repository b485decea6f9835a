/** The `instance of` declarations of a schema → instances for a store. */
import {
  type CimClass,
  type CimConstant,
  type CimProperty,
  findClass,
  type Schema,
  type SchemaInstance,
} from "../model/index.ts";
import { CimDateTime } from "../runtime/datetime.ts";
import { CimInterval } from "../runtime/interval.ts";
import { CimError } from "../runtime/error.ts";
import { isReference, pathOf } from "../runtime/reference.ts";
import type { CimInstance, CimValue, InstancePath, KeyValue } from "../runtime/types.ts";
import { type ConstantContext, untypedValueOf, valueOf } from "./constants.ts";

/** An instance as `Store.add` takes it. */
export interface StoredInstance {
  readonly className: string;
  readonly namespace: string;
  readonly properties: Readonly<Record<string, CimValue>>;
}

/**
 * Converts the instances of a schema: values get the types of their
 * properties, properties that are left out their defaults, aliases become
 * references. Instances of classes that the schema does not declare, such as
 * the registrations of a WMI provider, are passed over.
 *
 * @param schema - A resolved schema.
 * @throws CimError `"invalid-parameter"` for a property that the class does not
 *   have, or a value that cannot be of its type.
 */
export function instancesOf(schema: Schema): readonly StoredInstance[] {
  const reader = new InstanceReader(schema);
  return schema.instances.flatMap((instance) => reader.read(instance) ?? []);
}

class InstanceReader {
  readonly #schema: Schema;
  readonly #aliases = new Map<string, SchemaInstance>();
  /** Instances whose path is being made: their keys must not lead back to them. */
  readonly #open = new Set<SchemaInstance>();

  constructor(schema: Schema) {
    this.#schema = schema;
    for (const instance of schema.instances) {
      if (instance.alias !== undefined) this.#aliases.set(instance.alias.toLowerCase(), instance);
    }
  }

  read(instance: SchemaInstance): StoredInstance | undefined {
    const cls = this.#classOf(instance);
    if (cls === undefined) return undefined;
    const properties = this.#properties(instance, cls);
    return { className: cls.name, namespace: cls.namespace, properties };
  }

  #classOf(instance: SchemaInstance): CimClass | undefined {
    return findClass(this.#schema, instance.namespace, instance.className);
  }

  #properties(instance: SchemaInstance, cls: CimClass): Readonly<Record<string, CimValue>> {
    const given = new Map<string, CimConstant>();
    for (const [name, constant] of instance.values) {
      const property = propertyOf(cls, name);
      if (property === undefined) throw refuse(instance, `${name} is no property of the class`);
      given.set(property.name, constant);
    }
    const values = cls.properties.flatMap((property): [string, CimValue][] => {
      const constant = given.get(property.name) ?? property.default;
      return constant === undefined
        ? []
        : [[property.name, this.#value(instance, property, constant)]];
    });
    return Object.fromEntries(values);
  }

  #value(instance: SchemaInstance, property: CimProperty, constant: CimConstant): CimValue {
    return valueOf(constant, property.type, this.#context(instance, property.name));
  }

  #embed(instance: SchemaInstance): CimInstance {
    const known = this.read(instance);
    if (known !== undefined) return { className: known.className, properties: known.properties };
    const values = Array.from(instance.values, ([name, constant]): [string, CimValue] => [
      name,
      untypedValueOf(constant, this.#context(instance, name)),
    ]);
    return { className: instance.className, properties: Object.fromEntries(values) };
  }

  #path(instance: SchemaInstance): InstancePath | undefined {
    const cls = this.#classOf(instance);
    if (cls === undefined) return undefined;
    if (this.#open.has(instance)) throw refuse(instance, "its key refers to itself");
    this.#open.add(instance);
    const keys = cls.keys.map((name): [string, KeyValue] => [name, this.#key(instance, cls, name)]);
    this.#open.delete(instance);
    return { namespace: cls.namespace, className: cls.name, keys: Object.fromEntries(keys) };
  }

  #key(instance: SchemaInstance, cls: CimClass, name: string): KeyValue {
    const property = propertyOf(cls, name);
    const stated = [...instance.values].find(([each]) => each.toLowerCase() === name.toLowerCase());
    const constant = stated?.[1] ?? property?.default ?? null;
    const value = property === undefined ? null : this.#value(instance, property, constant);
    if (isReference(value)) return pathOf(value);
    const isTime = value instanceof CimDateTime || value instanceof CimInterval;
    if (value !== null && (typeof value !== "object" || isTime)) return value;
    throw refuse(instance, `key ${name} is missing`);
  }

  #context(instance: SchemaInstance, property: string): ConstantContext {
    return {
      place: `${placeOf(instance)}: ${property}`,
      namespace: instance.namespace,
      aliased: (alias) => this.#aliases.get(alias.toLowerCase()),
      pathOf: (target) => this.#path(target),
      embed: (nested) => this.#embed(nested),
    };
  }
}

function propertyOf(cls: CimClass, name: string): CimProperty | undefined {
  return cls.properties.find((property) => property.name.toLowerCase() === name.toLowerCase());
}

function placeOf(instance: SchemaInstance): string {
  const { className, alias } = instance;
  return `instance of ${className}${alias === undefined ? "" : ` as $${alias.replace(/^\$/, "")}`}`;
}

function refuse(instance: SchemaInstance, sentence: string): CimError {
  return new CimError("invalid-parameter", `${placeOf(instance)}: ${sentence}`);
}
