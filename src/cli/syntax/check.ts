import { configuration, messages, reading, rules, sources } from "./shared.ts";
import type { CommandSyntax, OptionSyntax } from "./types.ts";

const mostWarnings: OptionSyntax = {
  name: "max-warnings",
  value: "number",
  text: "Fail when there are more warnings than that.",
  form: { pattern: /^\d{1,9}$/, text: "a number" },
};

export const check: CommandSyntax = {
  name: "check",
  summary: "Look for mistakes in MOF files. Writes nothing.",
  usage: "check <sources…> [options]",
  positionals: [sources],
  groups: [
    { title: "Input", options: reading },
    { ...rules, options: [...rules.options, mostWarnings] },
    configuration,
    messages,
  ],
  examples: [
    { command: "check RDManagement.mof", text: "One file" },
    { command: "check schemas -I vendor", text: "A folder" },
  ],
  exitCodes: [
    { term: "0", text: "No errors; there may be warnings." },
    { term: "1", text: "At least one error, or more warnings than --max-warnings." },
    { term: "2", text: "The command line or the configuration is wrong." },
  ],
};
