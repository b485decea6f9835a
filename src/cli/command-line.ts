import { programName } from "./syntax/index.ts";
import type { Values } from "./values.ts";

/** The options that decide what is generated. */
const repeated = [
  "config",
  "out",
  "include",
  "exclude",
  "namespace",
  "import-extension",
  "templates",
  "default-namespace",
  "locale",
  "include-folder",
  "env",
  "search",
  "dialect",
] as const;

/**
 * The command that writes what was compared, ready to be pasted into a shell.
 *
 * @returns `undefined` when shells disagree about how it would have to be quoted
 */
export function commandLine(command: string, values: Values): string | undefined {
  const words = [programName, command, ...values.sources];
  if (values.flag("config") === false) words.push("--no-config");
  for (const name of repeated) {
    for (const text of values.texts(name)) words.push(`--${name}`, text);
  }
  if (values.flag("companions") === false) words.push("--no-companions");
  if (values.flag("prettier") === false) words.push("--no-prettier");
  const quoted = words.map(quote);
  return quoted.every((word) => word !== undefined) ? quoted.join(" ") : undefined;
}

/** Double quotes mean the same to sh, cmd and PowerShell as long as nothing special is in them. */
function quote(word: string): string | undefined {
  if (/^[\w./:@+,=-]+$/.test(word)) return word;
  const special = /["$`%!\u0000-\u001f]|\\\\|\\$/.test(word);
  return special ? undefined : `"${word}"`;
}
