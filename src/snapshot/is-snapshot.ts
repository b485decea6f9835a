import type { Source } from "../source/index.ts";

/** Whether a text is a snapshot: by its name, or because no MOF begins like that. */
export function isSnapshot({ name, text }: Source): boolean {
  return /\.json$/i.test(name) || /^\s*\{\s*(?:"|\}\s*$)/.test(text);
}
