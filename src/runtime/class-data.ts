/** Questions to class data, answered without regard to case where CIM has none (DSP0004 5.1.4). */
import type { ClassData, MethodData, PropertyData, TypeCode } from "./types.ts";

/**
 * The type of a property.
 *
 * @param property - A member of {@link ClassData.properties}.
 */
export function typeOfProperty(property: PropertyData): TypeCode {
  return typeof property === "string" ? property : property.type;
}

/**
 * A method by name, exact, and safe for names like `constructor`.
 *
 * @param cls - The class.
 * @param name - Its spelling in the class.
 */
export function methodOf(cls: ClassData, name: string): MethodData | undefined {
  const methods = cls.methods;
  return methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/**
 * The type of a property by name, exact.
 *
 * @param cls - The class.
 * @param name - Its spelling in the class.
 */
export function propertyType(cls: ClassData, name: string): TypeCode | undefined {
  const properties = cls.properties;
  if (properties === undefined || !Object.hasOwn(properties, name)) return undefined;
  const property = properties[name];
  return property === undefined ? undefined : typeOfProperty(property);
}

/**
 * Finds a class by name, without regard to case.
 *
 * @param classes - Where to look; of two with one name, the first.
 */
export function classFinder(classes: readonly ClassData[]): ClassFinder {
  const byName = new Map<string, ClassData>();
  for (const cls of classes.toReversed()) byName.set(cls.name.toLowerCase(), cls);
  return (name) => byName.get(name.toLowerCase());
}

/** Finds a class by name, without regard to case. */
export type ClassFinder = (name: string) => ClassData | undefined;

/**
 * Finds the classes around a class: those that are known anyway, the class itself, and what
 * it says of those that are embedded in it.
 *
 * @param cls - The class.
 * @param known - Finds classes that count more.
 */
export function classesAround(cls: ClassData, known: ClassFinder): ClassFinder {
  const own = ownClasses.get(cls) ?? classFinder([cls, ...embeddedClasses(cls)]);
  ownClasses.set(cls, own);
  return (name) => known(name) ?? own(name);
}

const ownClasses = new WeakMap<ClassData, ClassFinder>();

function embeddedClasses({ namespace, embedded = {} }: ClassData): ClassData[] {
  return Object.entries(embedded).map(([name, properties]): ClassData => ({
    format: 1,
    name,
    namespace,
    properties,
  }));
}
