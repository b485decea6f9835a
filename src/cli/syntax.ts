/**
 * What can be said on the command line, as data: the parser and the help pages are made
 * of the same tables.
 */
export interface CommandSyntax {
  readonly name: string;
  /** One line for the overview, a sentence. */
  readonly summary: string;
  /** How the command is written, after the program's name. */
  readonly usage: string;
  readonly positionals: readonly Entry[];
  readonly groups: readonly OptionGroup[];
  readonly examples: readonly Example[];
  readonly exitCodes: readonly Entry[];
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly OptionSyntax[];
}

/** An option; one that takes no value is a switch. */
export interface OptionSyntax {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in a help page. */
  readonly value?: string;
  readonly text: string;
  readonly required?: boolean;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  /** A switch that is there to be turned off: `--no-…` is how it is shown. */
  readonly negated?: boolean;
}

/** Something and what it means. */
export interface Entry {
  readonly term: string;
  readonly text: string;
}

export interface Example {
  readonly command: string;
  readonly text: string;
}

export const programName = "codegen";

const sources: Entry = {
  term: "sources",
  text: "MOF files, or folders to search for them.",
};

const reading: readonly OptionSyntax[] = [
  {
    name: "include",
    short: "I",
    value: "folder",
    text: "Search here too for what #pragma include names. Can be repeated.",
    repeatable: true,
  },
  {
    name: "default-namespace",
    value: "name",
    text: "Namespace of classes that state none.\nDefault: root/cimv2",
  },
  {
    name: "locale",
    value: "id",
    text: "Language of descriptions, such as de-DE or 407.\nDefault: en-US",
  },
];

const messages: OptionGroup = {
  title: "Messages",
  options: [
    { name: "quiet", short: "q", text: "Print errors only." },
    { name: "color", text: "Do not colour messages. --color always does.", negated: true },
    { name: "help", short: "h", text: "Show this page." },
  ],
};

const generate: CommandSyntax = {
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
      ],
    },
    { title: "Input", options: reading },
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
    { term: "2", text: "The command line is wrong." },
    { term: "3", text: "With --check: a source has errors, so there is nothing to compare." },
  ],
};

const check: CommandSyntax = {
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

/** In the order of the overview. */
export const commands: readonly CommandSyntax[] = [generate, check];

/** All options of a command, whatever group they stand in. */
export function optionsOf(command: CommandSyntax): readonly OptionSyntax[] {
  return command.groups.flatMap((group) => group.options);
}
