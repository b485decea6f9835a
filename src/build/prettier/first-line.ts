import { visible } from "../../diagnostics/index.ts";

/**
 * What something that was thrown says, in one line. Prettier's messages go on with a piece of
 * the text, and some only name the file in their first line.
 */
export function firstLine(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const [first = "", second] = said.split("\n").filter((line) => line.trim() !== "");
  return visible(first.endsWith(":") ? (second ?? first) : first);
}
