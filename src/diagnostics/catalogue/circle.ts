/** A circle of thousands is shown by its ends. */
export function circle(chain: readonly string[]): string {
  const names = chain.length > 12 ? [...chain.slice(0, 6), "…", ...chain.slice(-5)] : chain;
  return names.join(" → ");
}
