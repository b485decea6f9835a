/** Words of which one has to be chosen: `a, b or c`. */
export function either(words: readonly string[]): string {
  const rest = words.slice(0, -1);
  const last = words.at(-1) ?? "";
  return rest.length === 0 ? last : `${rest.join(", ")} or ${last}`;
}
