/** All commands, as data. */
import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { explain } from "./explain.ts";
import { generate } from "./generate.ts";
import { parse } from "./parse.ts";
import { templates } from "./templates.ts";
import type { CommandSyntax, OptionSyntax } from "./types.ts";

export type { CommandSyntax, Entry, OptionSyntax } from "./types.ts";

export const programName = "codegen";

/** In the order of the overview. */
export const commands: readonly CommandSyntax[] = [
  generate,
  check,
  parse,
  diff,
  explain,
  templates,
];

/** All options of a command, whatever group they stand in. */
export function optionsOf(command: CommandSyntax): readonly OptionSyntax[] {
  return command.groups.flatMap((group) => group.options);
}
