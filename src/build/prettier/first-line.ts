import { visible } from "../../diagnostics/index.ts";

/** What something that was thrown says, in one line: Prettier's messages go on with a piece of the text. */
export function firstLine(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return visible(said.split("\n")[0] ?? "");
}
