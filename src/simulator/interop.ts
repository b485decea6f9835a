/** What a server tells about itself in the DMTF's way: who it is, and its namespaces (DSP1033 6.4 and 6.5). */
import type { Store } from "../runtime/memory/store.ts";
import type { ClassData } from "../runtime/types.ts";
import type { Product } from "./parts.ts";

const namespace = "root/interop";

const ObjectManager = classOf(
  "CIM_ObjectManager",
  ["SystemCreationClassName", "SystemName", "CreationClassName", "Name"],
  ["ElementName", "Description"],
);
const Namespace = classOf("CIM_Namespace", [
  ...["SystemCreationClassName", "SystemName", "ObjectManagerCreationClassName"],
  ...["ObjectManagerName", "CreationClassName", "Name"],
]);

function classOf(name: string, keys: readonly string[], others: readonly string[] = []): ClassData {
  const properties = Object.fromEntries(
    [...keys, ...others].map((each) => [each, "string"] as const),
  );
  return { format: 1, name, namespace, keys, properties };
}

/**
 * The classes that tell, but for those that the server has anyway.
 *
 * @param classes - The server's own.
 */
export function interopClasses(classes: readonly ClassData[]): readonly ClassData[] {
  const own = new Set(
    classes
      .filter((cls) => /(?:^|\/)interop$/i.test(cls.namespace))
      .map(({ name }) => name.toLowerCase()),
  );
  return [ObjectManager, Namespace].filter(({ name }) => !own.has(name.toLowerCase()));
}

/**
 * Adds their instances.
 *
 * @param store - With the classes.
 * @param classes - From {@link interopClasses}.
 * @param product - Who the server is.
 */
export function addInterop(
  store: Store,
  classes: readonly ClassData[],
  { vendor, version }: Product,
): void {
  const system = { SystemCreationClassName: "CIM_ComputerSystem", SystemName: "localhost" };
  if (classes.includes(ObjectManager)) {
    const manager = { CreationClassName: ObjectManager.name, Name: vendor };
    const told = { ElementName: vendor, Description: version };
    store.add(ObjectManager.name, { ...system, ...manager, ...told }, namespace);
  }
  if (!classes.includes(Namespace)) return;
  const names = new Map(store.classes.map((cls) => [cls.namespace.toLowerCase(), cls.namespace]));
  for (const Name of names.values()) {
    const manager = {
      ObjectManagerCreationClassName: ObjectManager.name,
      ObjectManagerName: vendor,
      CreationClassName: Namespace.name,
    };
    store.add(Namespace.name, { ...system, ...manager, Name }, namespace);
  }
}
