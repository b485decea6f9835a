import { stringLiteral } from "./identifiers.ts";
import { fits } from "./text-width.ts";
import { brokenArguments } from "./type-arguments.ts";

/**
 * An interface's first line: it extends another, without the members that TypeScript would
 * refuse to override. Prettier never breaks before a lone `extends`.
 *
 * @param omitted - names of members that are not inherited
 * @param braces - columns for what stands behind it: ` {`, or ` {}` of an interface without members
 */
export function interfaceHeader(
  name: string,
  base?: string,
  omitted: readonly string[] = [],
  braces = 2,
): string {
  const head = `export interface ${name}`;
  if (base === undefined) return head;
  if (omitted.length === 0) return `${head} extends ${base}`;
  const names = omitted.map((member) => stringLiteral(member));
  const line = `${head} extends Omit<${base}, ${names.join(" | ")}>`;
  return fits(line, braces) ? line : `${head} extends Omit${brokenArguments([[base], names])}`;
}
