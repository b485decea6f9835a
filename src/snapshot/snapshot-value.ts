/** Values of the model as values of JSON. */
import {
  type CimClass,
  type CimConstant,
  findClass,
  type Schema,
  type SchemaInstance,
} from "../model/index.ts";
import type {
  SnapshotInstance,
  SnapshotNestedInstance,
  SnapshotPropertyValue,
  SnapshotTypeName,
  SnapshotValue,
} from "./format.ts";
import { snapshotType } from "./snapshot-type.ts";
import type { AliasNames } from "./unique-aliases.ts";

/** The value of a qualifier or a default: instances do not occur in them. */
export function snapshotValue(constant: CimConstant): SnapshotValue {
  return valueOf(constant, { nested: () => null, alias: (alias) => alias });
}

/** Writes instances, whose properties have types where a schema knows their classes. */
export class InstanceWriter {
  private readonly schema: Schema;
  private readonly aliases: AliasNames;
  private readonly types = new Map<CimClass, ReadonlyMap<string, SnapshotTypeName>>();

  constructor(schema: Schema, aliases: AliasNames) {
    this.schema = schema;
    this.aliases = aliases;
  }

  declaration(instance: SchemaInstance): SnapshotInstance {
    const { class: className, ...rest } = this.nested(instance);
    return { class: className, namespace: instance.namespace, ...rest };
  }

  private nested(instance: SchemaInstance): SnapshotNestedInstance {
    const { className, alias, namespace, location } = instance;
    const named = (each: string): string => this.aliases(each, location.source);
    const writing = { nested: (each: SchemaInstance) => this.nested(each), alias: named };
    const cls = findClass(this.schema, namespace, className);
    const types = cls && this.typesOf(cls);
    return {
      class: className,
      ...(alias !== undefined && { alias: named(alias) }),
      properties: [...instance.values].map(([name, constant]): SnapshotPropertyValue => {
        const type = types?.get(name.toLowerCase()) ?? numberType(constant);
        return { name, ...(type && { type }), value: valueOf(constant, writing) };
      }),
    };
  }

  private typesOf(cls: CimClass): ReadonlyMap<string, SnapshotTypeName> {
    const known = this.types.get(cls);
    if (known) return known;
    const types = new Map(
      cls.properties.map(({ name, declaredType }) => [
        name.toLowerCase(),
        snapshotType(declaredType).type,
      ]),
    );
    this.types.set(cls, types);
    return types;
  }
}

/** How the parts of a value are written that depend on where it stands. */
interface Writing {
  readonly nested: (instance: SchemaInstance) => SnapshotValue;
  readonly alias: (alias: string) => string;
}

function valueOf(constant: CimConstant, writing: Writing): SnapshotValue {
  if (isList(constant)) return constant.map((item) => valueOf(item, writing));
  if (typeof constant === "bigint") return isSafe(constant) ? Number(constant) : String(constant);
  if (typeof constant === "number") return Number.isFinite(constant) ? constant : String(constant);
  if (typeof constant !== "object" || constant === null) return constant;
  if (constant.kind === "alias") return { alias: writing.alias(constant.alias) };
  return writing.nested(constant);
}

/** The type that makes a number of a string: without it nobody would know. */
function numberType(constant: CimConstant): SnapshotTypeName | undefined {
  const items: readonly CimConstant[] = isList(constant) ? constant : [constant];
  const integer = items.find((item) => typeof item === "bigint" && !isSafe(item));
  if (typeof integer === "bigint") return integer < 0n ? "sint64" : "uint64";
  return items.some((item) => typeof item === "number" && !Number.isFinite(item))
    ? "real64"
    : undefined;
}

function isSafe(integer: bigint): boolean {
  return integer <= MOST && integer >= -MOST;
}
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

function isList(constant: CimConstant): constant is readonly CimConstant[] {
  return Array.isArray(constant);
}
