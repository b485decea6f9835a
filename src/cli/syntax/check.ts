import { messages, reading, sources } from "./shared.ts";
import type { CommandSyntax } from "./types.ts";

export const check: CommandSyntax = {
  name: "check",
  summary: "Look for mistakes in MOF files. Writes nothing.",
  usage: "check <sources…> [options]",
  positionals: [sources],
  groups: [{ title: "Input", options: reading }, messages],
  examples: [
    { command: "check RDManagement.mof", text: "One file" },
    { command: "check schemas -I vendor", text: "A folder" },
  ],
  exitCodes: [
    { term: "0", text: "No errors; there may be warnings." },
    { term: "1", text: "At least one error." },
    { term: "2", text: "The command line is wrong." },
  ],
};
