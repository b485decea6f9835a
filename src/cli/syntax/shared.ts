/** What several commands have. */
import type { Entry, OptionGroup, OptionSyntax } from "./types.ts";

export const sources: Entry = {
  term: "sources",
  text: "MOF files, documentation pages (*.md), folders with either, patterns such as schemas/**/*.mof, snapshots (*.json), overlays (*.overlay.json, .yaml), or - for standard input.",
};

export const reading: readonly OptionSyntax[] = [
  {
    name: "include-folder",
    short: "I",
    value: "folder",
    text: "Search here too for what #pragma include names. Can be repeated.",
    repeatable: true,
  },
  {
    name: "env",
    value: "name[=value]",
    text: "What %name% in such a path stands for; without a value, what it is in the environment. Can be repeated.",
    repeatable: true,
    form: { pattern: /^[^=]/, text: "a name, or a name, = and a value" },
  },
  {
    name: "search",
    value: "folder",
    text: "Look here, as <class>.mof, for classes that are needed and not declared. Can be repeated.",
    repeatable: true,
  },
  {
    name: "docs",
    value: "folder",
    text: "Add what documentation pages (*.md) here say of the classes: descriptions, names of values, requirements. Types stay as they are. Can be repeated.",
    repeatable: true,
  },
  {
    name: "overlay",
    value: "file",
    text: "Add the facts of this file, which no source states: what is static, what values are called. Can be repeated.",
    repeatable: true,
  },
  {
    name: "link-base",
    value: "address",
    text: "The https:// address that the names of pages are put behind, for links to them.\nDefault: that of the page's repository, where its folders show it",
    form: { pattern: /^https:\/\/[^\s"'<>\\]+$/i, text: "an address that begins with https://" },
  },
  {
    name: "companions",
    text: "Do not read the .mfl files that hold the text of .mof files.",
    negated: true,
  },
  {
    name: "dialect",
    value: "name",
    text: "auto, dmtf, wmi or mof3: how all files are written.\nDefault: auto",
    choices: ["auto", "dmtf", "wmi", "mof3"],
  },
  {
    name: "default-namespace",
    value: "name",
    text: "Namespace of classes that state none.\nDefault: root/default in Microsoft's dialect, otherwise root/cimv2",
  },
  {
    name: "locale",
    value: "id",
    text: "Language of descriptions, such as de-DE or 407.\nDefault: en-US",
  },
];

export const classes: OptionGroup = {
  title: "Classes",
  options: [
    {
      name: "include",
      value: "pattern",
      text: "Only classes of such a name, as CIM_* or root/cimv2:CIM_*, and all that they need. Can be repeated.",
      repeatable: true,
    },
    {
      name: "exclude",
      value: "pattern",
      text: "No class of such a name, unless another one needs it. Can be repeated.",
      repeatable: true,
    },
    {
      name: "namespace",
      value: "name",
      text: "Only classes of this namespace; root/cimv2/** is one with all below it. Can be repeated.",
      repeatable: true,
    },
  ],
};

export const rules: OptionGroup = {
  title: "Rules",
  options: [
    { name: "strict", text: "Take as errors what Microsoft's compiler forgives." },
    {
      name: "severity",
      value: "code=level",
      text: "What a code counts as: off, info, warning or error. Can be repeated.",
      repeatable: true,
      form: { pattern: /^[^=]+=[^=]+$/, text: "a code, = and a level" },
    },
  ],
};

export const configuration: OptionGroup = {
  title: "Configuration",
  options: [
    {
      name: "config",
      value: "file",
      text: "Read this configuration; --no-config reads none.\nDefault: the nearest mof-codegen.config.json, .js, .mjs, .cjs, .mof-codegenrc or mof-codegen in package.json, here or further up",
      negatable: true,
    },
  ],
};

export const messages: OptionGroup = {
  title: "Messages",
  options: [
    {
      name: "format",
      value: "name",
      text: "text, json, github (annotations of a workflow) or sarif.\nDefault: text",
      choices: ["text", "json", "github", "sarif"],
    },
    {
      name: "limit",
      value: "number",
      text: "How many messages are written out, errors first; or all.\nDefault: 50 as text, otherwise all",
      form: { pattern: /^(\d{1,9}|all)$/, text: "a number or all" },
    },
    { name: "quiet", short: "q", text: "Print errors only." },
    { name: "color", text: "Do not colour messages. --color always does.", negated: true },
    { name: "help", short: "h", text: "Show this page." },
  ],
};
