import type { PageData } from "../page-data.ts";
import { allOf, categoryOf, Finder, type Filters } from "./filters.ts";
import type { Category } from "./words.ts";

/** What there is to see under the filters. */
export interface Found {
  readonly filters: Filters;
  /** Numbers of changes, class by class; classes as they come first among all changes. */
  readonly changes: readonly number[];
  /** Changes whatever class they are of: what the tree counts. */
  readonly everywhere: readonly number[];
  /** How many of each category there would be. */
  readonly counts: Readonly<Record<Category, number>>;
  readonly categoryOf: (index: number) => Category;
}

/** Knows the filters, and tells the parts of the page when they change. */
export class Store {
  readonly data: PageData;
  filters: Filters;
  private readonly finder: Finder;
  private readonly listeners: ((found: Found) => void)[] = [];
  private frame = 0;

  constructor(data: PageData) {
    this.data = data;
    this.filters = allOf(data);
    this.finder = new Finder(data);
  }

  /** Calls whenever there is something else to see. */
  listen(listener: (found: Found) => void): void {
    this.listeners.push(listener);
  }

  /** Changes filters; the page follows with the next frame. */
  set(changed: Partial<Filters>): void {
    this.filters = { ...this.filters, ...changed };
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.tell());
  }

  /** Looks at a namespace or a class; at everything without one. */
  look(scope: Filters["scope"]): void {
    const { audiences, categories, query } = this.filters;
    this.filters = { audiences, categories, query };
    this.set(scope ? { scope } : {});
  }

  /** Takes all filters away. */
  clear(): void {
    this.filters = allOf(this.data);
    this.set({});
  }

  /** Tells everybody at once. */
  tell(): void {
    const found = this.find();
    for (const listener of this.listeners) listener(found);
  }

  private find(): Found {
    const { filters, finder, data } = this;
    const audiences = [...filters.audiences];
    const known = data.changes.map((change) => categoryOf(change, audiences));
    const of = (index: number): Category => known[index] ?? "safe";
    const counts = { breaking: 0, risky: 0, safe: 0, accepted: 0 };
    const everywhere: number[] = [];
    const here: number[] = [];
    for (const index of finder.matching(filters)) {
      const inScope = finder.inScope(index, filters);
      if (inScope) counts[of(index)] += 1;
      if (!filters.categories.has(of(index))) continue;
      everywhere.push(index);
      if (inScope) here.push(index);
    }
    const changes = this.byClass(here);
    return { filters, changes, everywhere, counts, categoryOf: of };
  }

  private byClass(indices: readonly number[]): readonly number[] {
    const groups = new Map<number, number[]>();
    for (const index of indices) {
      const about = this.data.changes[index]?.class ?? -1;
      const group = groups.get(about);
      if (group) group.push(index);
      else groups.set(about, [index]);
    }
    return [...groups.values()].flat();
  }
}
