import type { Qualifier } from "../../../ast/index.ts";

/** Finds what is repeated in lists of qualifiers, one list after the other. */
export class SeenQualifiers {
  /** For the usual list, which is so short that looking through it is faster than anything else. */
  private readonly names: string[] = [];
  private list: readonly Qualifier[] = [];
  private long: Map<string, Qualifier> | undefined;

  /** Begins a list. */
  in(list: readonly Qualifier[]): this {
    this.names.length = 0;
    this.list = list;
    this.long = list.length > SHORT ? new Map<string, Qualifier>() : undefined;
    return this;
  }

  /** The qualifier of that name, in lower case, that stands before this one. */
  before(name: string, node: Qualifier): Qualifier | undefined {
    if (this.long) {
      const first = this.long.get(name);
      if (!first) this.long.set(name, node);
      return first;
    }
    const index = this.names.indexOf(name);
    this.names.push(name);
    return index < 0 ? undefined : this.list[index];
  }
}

const SHORT = 20;
