import { configuration, messages, reading, rules, sources } from "./shared.ts";
import type { CommandSyntax } from "./types.ts";

export const generate: CommandSyntax = {
  name: "generate",
  summary: "Write TypeScript for the classes that MOF files declare.",
  usage: "generate <sources…> --out <folder> [options]",
  positionals: [sources],
  groups: [
    {
      title: "Output",
      options: [
        {
          name: "out",
          short: "o",
          value: "folder",
          text: "Where the files go. Only files that codegen itself wrote there are ever replaced or removed.",
          required: true,
        },
        {
          name: "check",
          text: "Write nothing; fail if anything would change.",
        },
        {
          name: "import-extension",
          value: "ext",
          text: "Ending of imported file names: js, ts or none.\nDefault: js",
          choices: ["js", "ts", "none"],
        },
        {
          name: "runtime",
          value: "place",
          text: "package: generated code imports mof-codegen/runtime. bundled: it imports a copy that is written beside it, so that nothing has to be installed.\nDefault: package",
          choices: ["package", "bundled"],
        },
      ],
    },
    { title: "Input", options: reading },
    rules,
    configuration,
    messages,
  ],
  examples: [
    { command: "generate RDManagement.mof --out src/generated", text: "One file" },
    { command: "generate schemas --out src/generated -I vendor", text: "A folder" },
    { command: "generate schemas --out src/generated --check", text: "In CI" },
  ],
  exitCodes: [
    { term: "0", text: "The folder is up to date." },
    {
      term: "1",
      text: "A source has errors, or the folder could not be written. Nothing was changed. With --check: the folder is not up to date.",
    },
    { term: "2", text: "The command line or the configuration is wrong." },
    { term: "3", text: "With --check: a source has errors, so there is nothing to compare." },
  ],
};
