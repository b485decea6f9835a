import { visible } from "../../diagnostics/index.ts";

/** A text from outside as a part of a sentence. */
export function shown(text: string): string {
  return visible(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}

/** Names as a list in a sentence; of many the first ones. */
export function listed(names: readonly string[]): string {
  const some = names.length > 4 ? names.slice(0, 3) : names;
  const rest = names.length - some.length;
  const all = rest > 0 ? [...some, `${rest} more`] : some;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
}

/** Whether a text can stand in a command that is to be copied, whatever the shell. */
export function isPlain(text: string): boolean {
  return /^[\w.][\w./+-]*$/.test(text);
}

/** A path in a command that is to be copied. */
export function quoted(path: string): string {
  return isPlain(path) ? path : `"${visible(path)}"`;
}
