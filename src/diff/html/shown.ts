import { visible } from "../../diagnostics/index.ts";

/** A text of several lines as a page shows it: nothing in it is unseen or turns the text around. */
export function shown(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map(visible)
    .join("\n");
}
