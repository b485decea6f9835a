import { clean } from "./clean.ts";
import { escapeAll } from "./escape.ts";
import { unbroken } from "./no-break.ts";

/**
 * Whether a text can stand between backticks, where nothing can be escaped: TypeScript
 * looks for tags there too.
 */
export function isCode(text: string): boolean {
  return text !== "" && text.trim() === text && !/[`\n]|\*\/|\{@|\s@/.test(text);
}

/** Whether a line can stand between fences, for the same reason. */
export function isCodeLine(line: string): boolean {
  return !/```|\*\/|\{@|(?:^|\s)@/.test(line);
}

/** A text as code, or where that cannot be as it reads; all of it on one line. */
export function codeSpan(text: string): string {
  const line = clean(text).replace(/\s+/g, " ").trim();
  return isCode(line) ? unbroken(`\`${line}\``) : escapeAll(line).replaceAll("*/", "*\\/");
}
