import type { Audience } from "../../rule.ts";
import type { PageChange, PageData } from "../page-data.ts";
import { categories, levels, type Category } from "./words.ts";

/** Which changes a reader wants to see, and with whose eyes. */
export interface Filters {
  /** At least one. */
  readonly audiences: ReadonlySet<Audience>;
  readonly categories: ReadonlySet<Category>;
  readonly query: string;
  readonly scope?: Scope;
}

/** A namespace, or one class in it; both are numbers of the data. */
export interface Scope {
  readonly namespace: number;
  readonly class?: number;
}

/** Nothing is left out. */
export function allOf({ audiences }: PageData): Filters {
  return { audiences: new Set(audiences), categories: new Set(categories), query: "" };
}

/** The worst level for those with whose eyes a reader looks, or that it was accepted. */
export function categoryOf(change: PageChange, audiences: readonly Audience[]): Category {
  if (change.accepted) return "accepted";
  return levels.find((level) => audiences.some((each) => change.levels[each] === level)) ?? "safe";
}

/** Finds changes; their texts are made ready once. */
export class Finder {
  private readonly data: PageData;
  private readonly texts: readonly string[];

  constructor(data: PageData) {
    this.data = data;
    this.texts = data.changes.map(({ subject, message, rule, fingerprint }) =>
      [subject, message, rule, fingerprint].join("\n").toLowerCase(),
    );
  }

  /** Which changes fit everything but the scope and the categories, in their order. */
  matching({ query }: Filters): readonly number[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const found: number[] = [];
    for (const [index, text] of this.texts.entries()) {
      if (words.every((word) => text.includes(word))) found.push(index);
    }
    return found;
  }

  inScope(index: number, { scope }: Filters): boolean {
    if (!scope) return true;
    const about = this.data.changes[index]?.class ?? -1;
    if (scope.class !== undefined) return about === scope.class;
    return this.data.classes[about]?.namespace === scope.namespace;
  }
}
