import { fits } from "./text-width.ts";

/**
 * Type arguments each on its own line, as Prettier breaks them.
 *
 * @param unions - for each argument the members of its union
 * @param indent - spaces that every line gets in front of it afterwards
 */
export function brokenArguments(unions: readonly (readonly string[])[], indent = 0): string {
  const lines = unions.map((union, index) => {
    const joined = `  ${union.join(" | ")}`;
    const comma = index < unions.length - 1 ? 1 : 0;
    if (fits(joined, comma + indent) || union.length === 1) return joined;
    return union.map((member) => `  | ${member}`).join("\n");
  });
  return `<\n${lines.join(",\n")}\n>`;
}
