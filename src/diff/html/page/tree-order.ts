import type { PageData } from "../page-data.ts";
import type { Found } from "./store.ts";
import { categories, type Category } from "./words.ts";

/** How many changes a class has, and of which kind the worst is. */
export interface Tally {
  readonly count: number;
  readonly worst: Category;
}

/** A line of the tree. */
export interface TreeRow {
  readonly namespace: number;
  /** Absent for a namespace. */
  readonly class?: number;
  readonly depth: number;
  readonly tally?: Tally;
  /** Whether anything stands below it. */
  readonly branches: boolean;
}

/** Tells the rows of the namespace or the class apart from all others. */
export function keyOf({ namespace, class: cls }: Pick<TreeRow, "namespace" | "class">): string {
  return `${namespace} ${cls ?? ""}`;
}

/** Which rows there are. */
export interface Shown {
  /** Classes to be seen; all where there is no such set. */
  readonly seen: ReadonlySet<number> | undefined;
  /** Keys of rows below which nothing is to be seen. */
  readonly closed: ReadonlySet<string>;
}

/** Puts classes below their superclasses. */
export class TreeOrder {
  private readonly data: PageData;
  /** By number of the superclass. */
  private readonly below = new Map<number, number[]>();
  /** Classes without a superclass, by number of the namespace. */
  private readonly tops = new Map<number, number[]>();

  constructor(data: PageData) {
    this.data = data;
    for (const [index, { namespace, parent }] of data.classes.entries()) {
      const [lists, key] = parent === undefined ? [this.tops, namespace] : [this.below, parent];
      const list = lists.get(key);
      if (list) list.push(index);
      else lists.set(key, [index]);
    }
  }

  /** The rows from top to bottom; however deep classes stand, nothing calls itself. */
  rows(tallies: ReadonlyMap<number, Tally>, { seen, closed }: Shown): readonly TreeRow[] {
    const rows: TreeRow[] = [];
    const isSeen = (index: number): boolean => seen?.has(index) ?? true;
    const sums = this.sums(tallies);
    for (const namespace of this.data.namespaces.keys()) {
      const tops = (this.tops.get(namespace) ?? []).filter(isSeen);
      if (tops.length === 0) continue;
      const sum = sums.get(namespace);
      rows.push({ namespace, depth: 0, branches: true, ...(sum && { tally: sum }) });
      if (closed.has(keyOf({ namespace }))) continue;
      const waiting = tops.reverse().map((index) => ({ index, depth: 1 }));
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { index, depth } = next;
        const inside = (this.below.get(index) ?? []).filter(isSeen);
        const tally = tallies.get(index);
        const row = { namespace, class: index, depth, branches: inside.length > 0 };
        rows.push({ ...row, ...(tally && { tally }) });
        if (closed.has(keyOf(row))) continue;
        for (const each of inside.reverse()) waiting.push({ index: each, depth: depth + 1 });
      }
    }
    return rows;
  }

  private sums(tallies: ReadonlyMap<number, Tally>): ReadonlyMap<number, Tally> {
    const sums = new Map<number, Tally>();
    for (const [index, tally] of tallies) {
      const namespace = this.data.classes[index]?.namespace ?? -1;
      sums.set(namespace, plus(sums.get(namespace), tally));
    }
    return sums;
  }
}

/** Counts changes by class. */
export function talliesOf(found: Found, data: PageData): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const index of found.everywhere) {
    const about = data.changes[index]?.class ?? -1;
    tallies.set(about, plus(tallies.get(about), { count: 1, worst: found.categoryOf(index) }));
  }
  return tallies;
}

/** Both together. */
function plus(one: Tally | undefined, other: Tally): Tally {
  if (!one) return other;
  const worst = categories.find((each) => each === one.worst || each === other.worst);
  return { count: one.count + other.count, worst: worst ?? other.worst };
}

/** Classes that are to be seen: those with changes and all above them. */
export function withAncestors(
  indices: Iterable<number>,
  { classes }: PageData,
): ReadonlySet<number> {
  const seen = new Set<number>();
  for (const index of indices) {
    for (
      let next: number | undefined = index;
      next !== undefined && !seen.has(next);
      next = classes[next]?.parent
    ) {
      seen.add(next);
    }
  }
  return seen;
}
