/** What `#pragma deleteinstance` takes away again. */
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { AnalysedInstance } from "./analysis.ts";
import type { DeletedInstance } from "./declared.ts";
import { type InstancePath, readInstancePath } from "./instance-path.ts";
import { identityOf } from "./namespace.ts";
import type { CimConstant } from "./schema.ts";

/** The instances without those that the same text deletes behind them. */
export function deleteInstances(
  instances: readonly AnalysedInstance[],
  deleted: readonly DeletedInstance[],
  diagnostics: Diagnostic[],
): readonly AnalysedInstance[] {
  if (deleted.length === 0) return instances;
  const finder = new InstanceFinder(instances);
  const gone = new Set<number>();
  for (const { path, namespace, from, to, location } of deleted) {
    const wanted = readInstancePath(path);
    const found = (wanted ? finder.find(namespace, wanted) : NOWHERE).filter(
      (index) => index >= from && index < to && !gone.has(index),
    );
    for (const index of found) gone.add(index);
    if (found.length > 0 || !location) continue;
    diagnostics.push(diagnose("nothing-to-delete", { name: path, namespace }, location));
  }
  return instances.filter((_, index) => !gone.has(index));
}

const NOWHERE: readonly number[] = [];

/** Real paths name the keys of their class; more sets of names would be an attempt to exhaust time. */
const MOST_KEY_SETS = 16;

/** Finds instances by their keys; there may be as many deletions as instances. */
class InstanceFinder {
  private readonly instances: readonly AnalysedInstance[];
  /** Indexes of instances by class. */
  private readonly ofClass = new Map<string, number[]>();
  /** By class and names of keys: indexes by the texts of these keys. */
  private readonly byKeys = new Map<string, Map<string, Map<string, number[]>>>();

  constructor(instances: readonly AnalysedInstance[]) {
    this.instances = instances;
    for (const [index, { instance }] of instances.entries()) {
      push(this.ofClass, identityOf(instance.namespace, instance.className), index);
    }
  }

  find(namespace: string, { className, keys }: InstancePath): readonly number[] {
    const identity = identityOf(namespace, className);
    const [first] = this.ofClass.get(identity) ?? NOWHERE;
    if (first === undefined) return NOWHERE;
    const named = this.withNames(keys, first);
    if (!named) return NOWHERE;
    const names = [...named.keys()].sort();
    return this.index(identity, names).get(texts(names, named)) ?? NOWHERE;
  }

  /** `Class="text"` leaves out the name of the only key. */
  private withNames(
    keys: ReadonlyMap<string, string>,
    first: number,
  ): ReadonlyMap<string, string> | undefined {
    const text = keys.get("");
    if (text === undefined) return keys;
    const [only, ...others] = this.instances[first]?.cls?.keys ?? [];
    return only === undefined || others.length > 0
      ? undefined
      : new Map([[only.toLowerCase(), text]]);
  }

  private index(identity: string, names: readonly string[]): ReadonlyMap<string, number[]> {
    let sets = this.byKeys.get(identity);
    if (!sets) {
      sets = new Map();
      this.byKeys.set(identity, sets);
    }
    const set = JSON.stringify(names);
    const known = sets.get(set);
    if (known) return known;
    const index = new Map<string, number[]>();
    if (sets.size === MOST_KEY_SETS) return index;
    for (const position of this.ofClass.get(identity) ?? NOWHERE) {
      push(index, texts(names, this.keysOf(position)), position);
    }
    sets.set(set, index);
    return index;
  }

  private keysOf(position: number): ReadonlyMap<string, string> {
    const values = this.instances[position]?.instance.values ?? new Map<string, CimConstant>();
    return new Map([...values].map(([name, value]) => [name.toLowerCase(), keyText(value)]));
  }
}

/** Keys are compared without regard to case. */
function texts(names: readonly string[], keys: ReadonlyMap<string, string>): string {
  return JSON.stringify(names.map((name) => keys.get(name)?.toLowerCase() ?? null));
}

function keyText(value: CimConstant): string {
  return typeof value === "object" ? "" : String(value);
}

function push(map: Map<string, number[]>, key: string, position: number): void {
  const list = map.get(key);
  if (list) list.push(position);
  else map.set(key, [position]);
}
