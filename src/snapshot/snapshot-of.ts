import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  findQualifierType,
  type Flavors,
  type QualifierType,
  type Qualifiers,
  type Schema,
  type SchemaInstance,
  usualFlavors,
} from "../model/index.ts";
import { differentFlavors, flavorWords } from "./flavors.ts";
import type {
  Snapshot,
  SnapshotClass,
  SnapshotInstance,
  SnapshotMethod,
  SnapshotParameter,
  SnapshotProperty,
  SnapshotQualifier,
  SnapshotQualifierType,
} from "./format.ts";
import { snapshotArray, snapshotType } from "./snapshot-type.ts";
import { InstanceWriter, snapshotValue } from "./snapshot-value.ts";
import { type AliasNames, uniqueAliases } from "./unique-aliases.ts";

/** Where editors and other programs find the JSON Schema of the version that is written. */
const SNAPSHOT_SCHEMA = "urn:mof-codegen:schemas:snapshot-1";

/**
 * A schema as plain data that survives JSON. Reading it again gives the same schema, but
 * for the places where things were declared, and aliases that several sources declare.
 */
export function snapshotOf(schema: Schema): Snapshot {
  const parts = new SnapshotParts(schema);
  return {
    ...parts.head,
    classes: parts.classes.map((cls) => parts.classOf(cls)),
    instances: schema.instances.map((instance) => parts.instanceOf(instance)),
    qualifierTypes: schema.qualifierTypes.map((type) => parts.qualifierTypeOf(type)),
  };
}

/** Makes the parts of a snapshot one by one: not all of a large one need be there at once. */
export class SnapshotParts {
  readonly head: Pick<Snapshot, "$schema" | "version"> = { $schema: SNAPSHOT_SCHEMA, version: 1 };
  /** Without WMI's system classes. */
  readonly classes: readonly CimClass[];
  private readonly schema: Schema;
  private readonly aliases: AliasNames;
  private readonly instances: InstanceWriter;
  private readonly usual = new Map<string, UsualFlavors>();

  constructor(schema: Schema) {
    this.schema = schema;
    this.classes = schema.classes.filter(({ builtin }) => builtin !== true);
    this.aliases = uniqueAliases(schema);
    this.instances = new InstanceWriter(schema, this.aliases);
  }

  classOf(cls: CimClass): SnapshotClass {
    const usual = this.usualIn(cls.namespace);
    const written = snapshotClass(cls, (all) => ownQualifiers(all, usual));
    if (cls.alias === undefined) return written;
    return { ...written, alias: this.aliases(cls.alias, cls.location.source) };
  }

  instanceOf(instance: SchemaInstance): SnapshotInstance {
    return this.instances.declaration(instance);
  }

  qualifierTypeOf(type: QualifierType): SnapshotQualifierType {
    return snapshotQualifierType(type);
  }

  private usualIn(namespace: string): UsualFlavors {
    const known = this.usual.get(namespace);
    if (known) return known;
    const found = usualFlavorsIn(this.schema, namespace);
    this.usual.set(namespace, found);
    return found;
  }
}

/** The flavors of a qualifier where nothing is said at its value. */
type UsualFlavors = (name: string) => Flavors;
/** What an element states itself. */
type Own = (qualifiers: Qualifiers) => readonly SnapshotQualifier[];

function snapshotClass(cls: CimClass, own: Own): SnapshotClass {
  return {
    name: cls.name,
    namespace: cls.namespace,
    ...(cls.alias !== undefined && { alias: cls.alias }),
    superclass: cls.superclassName ?? null,
    qualifiers: own(cls.qualifiers),
    properties: cls.ownProperties.map((property) => snapshotProperty(property, own)),
    methods: cls.ownMethods.map((method) => snapshotMethod(method, own)),
  };
}

function snapshotProperty(property: CimProperty, own: Own): SnapshotProperty {
  return {
    name: property.name,
    ...snapshotType(property.declaredType),
    array: snapshotArray(property.declaredType.array),
    ...(property.key && { key: true }),
    ...(property.default !== undefined && { default: snapshotValue(property.default) }),
    qualifiers: own(property.qualifiers),
  };
}

function snapshotMethod(method: CimMethod, own: Own): SnapshotMethod {
  const returned = method.returns?.declaredType;
  return {
    name: method.name,
    ...(returned ? snapshotType(returned) : { type: "void" }),
    array: snapshotArray(returned?.array ?? false),
    ...(method.static && { static: true }),
    qualifiers: own(method.qualifiers),
    parameters: method.parameters.map((parameter) => snapshotParameter(parameter, own)),
  };
}

function snapshotParameter(parameter: CimParameter, own: Own): SnapshotParameter {
  return {
    name: parameter.name,
    ...snapshotType(parameter.declaredType),
    array: snapshotArray(parameter.declaredType.array),
    direction: directionOf(parameter),
    ...(parameter.default !== undefined && { default: snapshotValue(parameter.default) }),
    qualifiers: own(parameter.qualifiers),
  };
}

function directionOf(parameter: CimParameter): SnapshotParameter["direction"] {
  if (!parameter.out) return "in";
  return parameter.in ? "inout" : "out";
}

/** Each name is looked up once. */
function usualFlavorsIn(schema: Schema, namespace: string): UsualFlavors {
  const known = new Map<string, Flavors>();
  return (name) => {
    const flavors =
      known.get(name) ?? findQualifierType(schema, namespace, name)?.flavors ?? usualFlavors;
    known.set(name, flavors);
    return flavors;
  };
}

function ownQualifiers(all: Qualifiers, usual: UsualFlavors): readonly SnapshotQualifier[] {
  return [...all.values()]
    .filter(({ inherited }) => inherited !== true)
    .map(({ name, type, array, value, flavors }) => {
      const different = differentFlavors(flavors, usual(name));
      return {
        name,
        type,
        ...(array && { array }),
        value: snapshotValue(value),
        ...(different.length > 0 && { flavors: different }),
      };
    });
}

function snapshotQualifierType(declared: QualifierType): SnapshotQualifierType {
  return {
    name: declared.name,
    namespace: declared.namespace,
    type: declared.type,
    array: snapshotArray(declared.array),
    default: snapshotValue(declared.default),
    scopes: declared.scopes,
    flavors: flavorWords(declared.flavors),
  };
}
