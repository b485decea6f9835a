import { fits } from "./text-width.ts";

/**
 * Type arguments each on its own line, as Prettier breaks them.
 *
 * @param unions - for each argument the members of its union
 */
export function brokenArguments(unions: readonly (readonly string[])[]): string {
  const lines = unions.map((union) => {
    const joined = `  ${union.join(" | ")}`;
    if (fits(joined, 1) || union.length === 1) return joined;
    return union.map((member) => `  | ${member}`).join("\n");
  });
  return `<\n${lines.join(",\n")}\n>`;
}
