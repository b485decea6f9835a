/** Hands out names so that no two are equal. */
export class UniqueNames {
  private readonly taken = new Set<string>();
  /** The next number to try behind a name; without it, equal names would cost their square. */
  private readonly next = new Map<string, number>();
  private readonly identity: (name: string) => string;

  /** @param identity - two names with the same identity are equal */
  constructor(identity: (name: string) => string = (name) => name) {
    this.identity = identity;
  }

  has(name: string): boolean {
    return this.taken.has(this.identity(name));
  }

  /** The wanted name, or with the first number behind that makes it new. */
  claim(wanted: string, alsoTaken?: ReadonlySet<string>): string {
    let name = wanted;
    while (this.has(name) || alsoTaken?.has(name) === true) {
      const number = this.next.get(wanted) ?? 2;
      this.next.set(wanted, number + 1);
      name = `${wanted}_${number}`;
    }
    this.taken.add(this.identity(name));
    return name;
  }
}
