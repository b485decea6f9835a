import { classes, configuration, messages, reading, rules, sources } from "./shared.ts";
import type { CommandSyntax } from "./types.ts";

export const parse: CommandSyntax = {
  name: "parse",
  summary: "Print what sources mean: as JSON, or as MOF.",
  usage: "parse <sources…> [options]",
  positionals: [sources],
  groups: [
    {
      title: "Output",
      options: [
        {
          name: "emit",
          value: "form",
          text: "schema: what the sources mean together, a JSON file that every command takes as a source.\nmof: the same as MOF 2.x.\nast: the syntax trees of the files as JSON.\nDefault: schema",
          choices: ["schema", "mof", "ast"],
        },
      ],
    },
    classes,
    { title: "Input", options: reading },
    rules,
    configuration,
    messages,
  ],
  examples: [
    { command: "parse schemas > schema.json", text: "A snapshot of a folder" },
    { command: "parse schema.json --emit mof", text: "And back" },
    { command: "parse pages --emit mof > classes.mof", text: "Documentation pages as MOF" },
    { command: 'parse schemas --include "CIM_*" --emit mof', text: "A part of it" },
    { command: "parse a.mof --emit ast", text: "For other programs" },
  ],
  exitCodes: [
    { term: "0", text: "Printed; there may be warnings." },
    { term: "1", text: "A source has errors, or no class matches a pattern. Nothing was printed." },
    { term: "2", text: "The command line or the configuration is wrong." },
  ],
};
