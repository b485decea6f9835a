import { classes, configuration, messages, reading, rules, sources } from "./shared.ts";
import type { CommandSyntax, OptionSyntax } from "./types.ts";

const why: OptionSyntax = {
  name: "why",
  text: "Write nothing, and print what each class would be generated for. No folder is needed, unless --check is to compare with it.",
};

const explainNames: OptionSyntax = {
  name: "explain-names",
  text: "Write nothing, and print which names had to differ from the MOF's, and why. As with --why, no folder is needed.",
};

export const generate: CommandSyntax = {
  name: "generate",
  summary: "Write TypeScript for the classes that MOF files or documentation pages declare.",
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
        },
        {
          name: "check",
          text: "Write nothing; fail if anything would change.",
        },
        {
          name: "layout",
          value: "name",
          text: "class: a file for each class in the folder of its namespace. single: one file, index.ts, for all.\nDefault: class",
          choices: ["class", "single"],
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
        {
          name: "templates",
          value: "folder",
          text: "Take the .hbs files of this folder instead of our own templates of the same name; see codegen templates.",
        },
        {
          name: "prettier",
          text: "Do not format the files as the Prettier configuration of their project says, where it differs from the default.",
          negated: true,
        },
      ],
    },
    { ...classes, options: [...classes.options, why, explainNames] },
    { title: "Input", options: reading },
    rules,
    configuration,
    messages,
  ],
  examples: [
    { command: "generate RDManagement.mof --out src/generated", text: "One file" },
    { command: "generate schemas --out src/generated -I vendor", text: "A folder" },
    { command: "generate pages --out src/generated", text: "Documentation pages" },
    { command: 'generate schemas --include "Win32_RD*" --why', text: "What is needed" },
    { command: "generate schemas --out src/generated --check", text: "In CI" },
  ],
  exitCodes: [
    { term: "0", text: "The folder is up to date." },
    {
      term: "1",
      text: "A source or a template has errors, no class matches a pattern, or the folder could not be written. Nothing was changed. With --check: the folder is not up to date.",
    },
    { term: "2", text: "The command line or the configuration is wrong." },
    {
      term: "3",
      text: "With --check: a source or a template has errors, or no class matches a pattern, so there is nothing to compare.",
    },
  ],
};
