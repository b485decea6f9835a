/** Sorted by namespace, then by name, both without regard to case: the order of identity. */
export function sorted<T>(
  items: readonly T[],
  of: (item: T) => { readonly namespace: string; readonly name: string },
): T[] {
  // Each name is lowered once; no name has a character below the separator.
  const keyed = items.map((item) => {
    const { namespace, name } = of(item);
    return { key: `${namespace}\0${name}`.toLowerCase(), item };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
