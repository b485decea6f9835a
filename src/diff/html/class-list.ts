import { identityOf, type CimClass, type Schema } from "../../model/index.ts";
import type { Change } from "../change.ts";
import type { PageClass } from "./page-data.ts";
import { shown } from "./shown.ts";

/** What changes may be about, and in which namespaces that is. */
export interface ClassList {
  readonly namespaces: readonly string[];
  readonly classes: readonly PageClass[];
  /** Which of the classes a change is about. */
  readonly indexOf: (change: Change) => number;
}

/** A class before it is known which number its superclass has. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly parent?: string;
  readonly qualifier?: true;
}

/**
 * The classes of both schemas by namespace and name, and what else changes are about. Where
 * both sides have a class, it stands where it stands now, so that nothing stands above itself.
 */
export function classList(
  schemas: { readonly old: Schema; readonly new: Schema },
  changes: readonly Change[],
): ClassList {
  const entries = new Map<string, Entry>();
  for (const cls of [...schemas.new.classes, ...schemas.old.classes]) {
    const entry = entryOf(cls);
    if (cls.builtin !== true && !entries.has(entry.key)) entries.set(entry.key, entry);
  }
  for (const { namespace, className: name, rule } of changes) {
    const qualifier = isAboutQualifier(rule) || undefined;
    const key = keyOf(namespace, name, qualifier);
    if (!entries.has(key)) {
      entries.set(key, { key, name, namespace, ...(qualifier && { qualifier }) });
    }
  }
  return numbered([...entries.values()].sort(byName));
}

function numbered(entries: readonly Entry[]): ClassList {
  const numbers = new Map(entries.map(({ key }, index) => [key, index]));
  const names = new Map<string, string>();
  for (const { namespace } of entries) {
    if (!names.has(namespace.toLowerCase())) names.set(namespace.toLowerCase(), namespace);
  }
  const order = [...names.keys()];
  const classes = entries.map(({ name, namespace, parent, qualifier }): PageClass => {
    const above = parent === undefined ? undefined : numbers.get(parent);
    return {
      name: shown(name),
      namespace: order.indexOf(namespace.toLowerCase()),
      ...(above !== undefined && { parent: above }),
      ...(qualifier && { qualifier }),
    };
  });
  const indexOf = ({ namespace, className, rule }: Change): number =>
    numbers.get(keyOf(namespace, className, isAboutQualifier(rule) || undefined)) ?? 0;
  return { namespaces: [...names.values()].map(shown), classes, indexOf };
}

function entryOf({ name, namespace, superclass }: CimClass): Entry {
  const key = keyOf(namespace, name);
  const near = superclass?.namespace.toLowerCase() === namespace.toLowerCase();
  if (!superclass || !near) return { key, name, namespace };
  return { key, name, namespace, parent: keyOf(namespace, superclass.name) };
}

function isAboutQualifier(rule: string): boolean {
  return rule.startsWith("qualifier-type-");
}

/** A class and a qualifier type may have the same name. */
function keyOf(namespace: string, name: string, qualifier?: true): string {
  return `${qualifier ? "qualifier " : ""}${identityOf(namespace, name)}`;
}

function byName(a: Entry, b: Entry): number {
  const [one, other] = [a, b].map(({ namespace, qualifier, name }) =>
    [namespace, qualifier ? "1" : "0", name].join("\0").toLowerCase(),
  );
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
