/** Makes it an error to change anything of a value, in maps and sets too. */
export function frozen<T>(value: T, seen: Set<unknown> = new Set()): T {
  if (typeof value !== "object" || value === null || seen.has(value)) return value;
  seen.add(value);
  if (value instanceof Map && !Object.isFrozen(value)) {
    const refuse = (): never => {
      throw new TypeError("a map of a schema was changed");
    };
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
    for (const [key, each] of value) {
      frozen(key, seen);
      frozen(each, seen);
    }
  }
  for (const each of Object.values(value)) frozen(each, seen);
  return Object.freeze(value);
}
