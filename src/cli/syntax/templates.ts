import { messages } from "./shared.ts";
import type { CommandSyntax } from "./types.ts";

export const templates: CommandSyntax = {
  name: "templates",
  summary: "List the templates of the output, or write them out.",
  usage: "templates [--eject <folder>] [options]",
  withoutSources: true,
  positionals: [],
  groups: [
    {
      title: "Output",
      options: [
        {
          name: "eject",
          value: "folder",
          text: "Write the templates there, to be changed and then used by codegen generate --templates <folder>.",
        },
        { name: "force", text: "Overwrite templates that are there already." },
      ],
    },
    {
      title: "Messages",
      options: messages.options.filter(({ name }) => ["quiet", "color", "help"].includes(name)),
    },
  ],
  examples: [
    { command: "templates", text: "What there is, and what each is for" },
    { command: "templates --eject templates", text: "Into a folder" },
  ],
  exitCodes: [
    { term: "0", text: "Listed, or written." },
    { term: "1", text: "A file is there already, or could not be written. Nothing was changed." },
    { term: "2", text: "The command line is wrong." },
  ],
};
