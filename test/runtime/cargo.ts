/** The fixture with every type, what its methods do, and how values of it are compared. */
import fc from "fast-check";
import { expect } from "vitest";
import {
  Sample_Cargo,
  Sample_Delivery,
  Sample_Item,
  Sample_Place,
} from "../../fixtures/golden/every-type-travels/expected/root/cimv2/index.ts";
import {
  CimDateTime,
  type CimInstance,
  CimInterval,
  type CimValue,
  type ClassData,
  type Handlers,
  type InstancePath,
  type MethodCall,
  type MethodData,
  path,
  pathOf,
  type PropertyData,
  type Reference,
  type TypeCode,
} from "../../src/runtime/index.ts";
import { values } from "./arbitrary-values.ts";

/** All of the fixture. */
export const classes: readonly ClassData[] = [
  Sample_Cargo,
  Sample_Delivery,
  Sample_Item,
  Sample_Place,
];

/** Finds one of them. */
export function classOf(name: string): ClassData {
  const found = classes.find((cls) => cls.name === name);
  if (found === undefined) throw new Error(`there is no class ${name}`);
  return found;
}

/** Values by the names of members. */
export type Values = Readonly<Record<string, CimValue>>;

/** What `Load` has been given, and what `Unload` is to answer with. */
export const dock: { loaded: Values; toUnload: Values } = { loaded: {}, toUnload: {} };

const echo = ({ input }: MethodCall): unknown => ({ ReturnValue: 0, ...input });
const giveBack = ({ input }: MethodCall): unknown => input["Value"];
/** Methods that return what they are given. */
export const returning: readonly [name: string, method: MethodData][] = Object.entries(
  Sample_Cargo.methods ?? {},
).filter(([name]) => name.startsWith("Return"));
/** What the methods do. */
export const handlers: Handlers = {
  Sample_Cargo: {
    Swap: echo,
    Load: ({ input }) => {
      dock.loaded = input;
      return 7;
    },
    Unload: () => ({ ReturnValue: 0, ...dock.toUnload }),
    ...Object.fromEntries(returning.map(([name]) => [name, giveBack])),
  },
  Sample_Place: { Visit: () => 1 },
  Sample_Delivery: { Confirm: () => 2 },
};

/** Every member of a table of types. */
export function records(types: Readonly<Record<string, PropertyData>>): fc.Arbitrary<Values> {
  const members = Object.entries(types).map(([name, type]): [string, fc.Arbitrary<CimValue>] => [
    name,
    values(codeOf(type), classOf),
  ]);
  return fc.record(Object.fromEntries(members));
}

/** A value as callers have it: embedded instances are plain objects. */
export function plain(value: CimValue, type: TypeCode): unknown {
  if (!type.startsWith("instance ") || value === null) return value;
  // As: what is of such a type is an array of instances, or one.
  if (Array.isArray(value)) return value.map((one) => plain(one as CimValue, asOne(type)));
  const { className, properties: members } = value as CimInstance;
  return plainMembers(members, classOf(className).properties ?? {});
}

/** The same for all members. */
export function plainMembers(
  members: Values,
  types: Readonly<Record<string, PropertyData>>,
): object {
  const entries = Object.entries(members).map(([name, value]): [string, unknown] => {
    const type = types[name];
    return [name, type === undefined ? value : plain(value, codeOf(type))];
  });
  return Object.fromEntries(entries);
}

function codeOf(property: PropertyData): TypeCode {
  return typeof property === "string" ? property : property.type;
}

// As: an array's code without its brackets.
const asOne = (type: TypeCode): TypeCode => type.slice(0, -2) as TypeCode;

/** With paths instead of references and instances, which carry more than they show. */
function comparable(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (value instanceof CimDateTime || value instanceof CimInterval) return String(value);
  if (Array.isArray(value)) return value.map(comparable);
  // As: whatever has this symbol is a reference.
  if (path in value) return { path: pathOf(value as Reference<unknown>) };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each)]));
}

/** Asserts that two values say the same, whatever carries them. */
export function expectSame(got: unknown, given: unknown): void {
  expect(comparable(got)).toEqual(comparable(given));
}

/** What a method that takes an object takes. */
export type Input<M> = M extends (input: infer I) => unknown ? I : never;

/** Where a cargo is. */
export function at(id: number): InstancePath {
  return { namespace: Sample_Cargo.namespace, className: "Sample_Cargo", keys: { Id: id } };
}
