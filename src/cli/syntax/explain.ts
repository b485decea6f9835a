import { configuration, messages, reading, sources } from "./shared.ts";
import type { CommandSyntax, OptionSyntax } from "./types.ts";

const format: OptionSyntax = {
  name: "format",
  value: "name",
  text: "text or json.\nDefault: text",
  choices: ["text", "json"],
};

export const explain: CommandSyntax = {
  name: "explain",
  summary: "Tell what a code or a rule means, or what a class or a member is.",
  usage: "explain [code | rule | Class | Class.Member] [sources…] [options]",
  topic: true,
  positionals: [
    {
      term: "code",
      text: "The word behind error or warning in a message; without any, all codes and rules are listed.",
    },
    { term: "rule", text: "What codegen diff calls a change, such as property-removed." },
    {
      term: "Class",
      text: "A class that the sources declare, or Class.Member. A namespace may stand in front: root/cimv2:Class",
    },
    sources,
  ],
  groups: [
    { title: "Input", options: reading },
    configuration,
    {
      title: "Messages",
      options: [
        format,
        ...messages.options.filter(({ name }) => name === "color" || name === "help"),
      ],
    },
  ],
  examples: [
    { command: "explain unknown-superclass", text: "A code" },
    { command: "explain property-removed", text: "A rule" },
    { command: "explain Win32_Process.Create cimwin32.mof", text: "A method" },
    { command: "explain root/cimv2:Win32_Process schemas", text: "A class" },
  ],
  exitCodes: [
    { term: "0", text: "Printed." },
    { term: "1", text: "The sources do not declare it." },
    { term: "2", text: "The command line or the configuration is wrong." },
    { term: "3", text: "A source has errors, so there is no answer." },
  ],
};
