/** The same order on every system. */
export function byForwardSlashes(left: string, right: string): number {
  const [a, b] = [left.replaceAll("\\", "/"), right.replaceAll("\\", "/")];
  return a === b ? 0 : a < b ? -1 : 1;
}
