/** What several commands have. */
import type { Entry, OptionGroup, OptionSyntax } from "./types.ts";

export const sources: Entry = {
  term: "sources",
  text: "MOF files, or folders to search for them.",
};

export const reading: readonly OptionSyntax[] = [
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

export const messages: OptionGroup = {
  title: "Messages",
  options: [
    { name: "quiet", short: "q", text: "Print errors only." },
    { name: "color", text: "Do not colour messages. --color always does.", negated: true },
    { name: "help", short: "h", text: "Show this page." },
  ],
};
