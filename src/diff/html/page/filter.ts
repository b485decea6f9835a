import type { Audience, Level, PageChange, PageData } from "./data.ts";

/** What `accepted` is among the levels. */
export type Mark = Level | "accepted";

/** What is wanted. */
export interface Filter {
  /** Only what is worse than safe for this audience; all unless stated. */
  readonly audience?: Audience;
  /** Marks that are left out. */
  readonly hidden: ReadonlySet<Mark>;
  readonly query: string;
  /** The number of a class: only its changes. */
  readonly class?: number;
}

/** What a change counts as, for everybody or for one audience. */
export function markOf(change: PageChange, audience: Audience | undefined): Mark {
  if (change.accepted !== undefined) return "accepted";
  return audience === undefined ? change.level : change.levels[audience];
}

/** Makes a search for a report: the texts of its changes are put into lower case once. */
export function searchOf({ changes }: PageData): (filter: Filter) => readonly number[] {
  const texts = changes.map(({ subject, message, rule, fingerprint, affected }) =>
    [subject, message, rule, fingerprint, ...affected].join("\n").toLowerCase(),
  );
  return (filter) => {
    const words = filter.query.toLowerCase().split(/\s+/u).filter(Boolean);
    const found: number[] = [];
    for (const [index, change] of changes.entries()) {
      if (filter.class !== undefined && change.class !== filter.class) continue;
      if (filter.hidden.has(markOf(change, filter.audience))) continue;
      if (words.every((word) => texts[index]?.includes(word))) found.push(index);
    }
    return found;
  };
}
