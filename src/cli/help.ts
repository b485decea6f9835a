import {
  commands,
  programName,
  type CommandSyntax,
  type Entry,
  type OptionSyntax,
} from "./syntax/index.ts";
import { wrap } from "./wrap.ts";

/** Help pages are set for the narrowest terminal there is. */
const lineWidth = 80;

/** What `--help` without a command shows. */
export function overview(): string {
  return page([
    [`Turns MOF, the class language of WMI and CIM, into typed TypeScript.`],
    [`Usage: ${programName} <command> [options]`],
    section(
      "Commands",
      commands.map(({ name, summary }) => ({ term: name, text: summary })),
    ),
    section("Options", [
      { term: "-h, --help", text: "Show this page, or that of a command." },
      { term: "    --version", text: "Show the version." },
    ]),
    section("Examples", [
      { term: `${programName} generate RDManagement.mof --out src/generated`, text: "" },
      { term: `${programName} check schemas`, text: "" },
    ]),
    section("Exit codes", [
      { term: "0", text: "Done." },
      { term: "1", text: "Something has to be put right: in a source, or in the output." },
      { term: "2", text: "The command line or the configuration is wrong." },
      { term: "3", text: "A comparison was asked for, but a source has errors." },
      { term: "4", text: "A server refused, or could not be reached." },
    ]),
    [`More: ${programName} <command> --help, and the README of mof-codegen.`],
  ]);
}

/** What `--help` behind a command shows. */
export function commandHelp(command: CommandSyntax): string {
  const examples = command.examples.map(({ command: line, text }) => ({
    term: `${programName} ${line}`,
    text,
  }));
  return page([
    [command.summary],
    [`Usage: ${programName} ${command.usage}`],
    ...(command.positionals.length > 0 ? [section("Arguments", command.positionals)] : []),
    ...optionSections(command),
    section("Examples", examples),
    section("Exit codes", command.exitCodes),
    [`More: ${programName} --help, and the README of mof-codegen.`],
  ]);
}

/** The lines that follow a mistake on the command line. */
export function usageHint(command?: CommandSyntax): string {
  const usage = command?.usage ?? "<command> [options]";
  const topic = command ? `${command.name} ` : "";
  return `Usage: ${programName} ${usage}\nMore:  ${programName} ${topic}--help\n`;
}

function page(sections: readonly (readonly string[])[]): string {
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** All options of a command have one column for their texts. */
function optionSections(command: CommandSyntax): string[][] {
  const groups = command.groups.map(({ title, options }) => ({
    title,
    entries: options.map((option) => ({ term: optionTerm(option), text: option.text })),
  }));
  const width = termWidth(groups.flatMap(({ entries }) => entries));
  return groups.map(({ title, entries }) => section(title, entries, width));
}

function optionTerm({ name, short, value, negated }: OptionSyntax): string {
  const dash = short === undefined ? "    " : `-${short}, `;
  return `${dash}--${negated ? "no-" : ""}${name}${value === undefined ? "" : ` <${value}>`}`;
}

function section(
  title: string,
  entries: readonly Entry[],
  width: number = termWidth(entries),
): string[] {
  return [`${title}:`, ...entries.flatMap((entry) => entryLines(entry, width))];
}

function termWidth(entries: readonly Entry[]): number {
  return Math.max(...entries.map(({ term }) => term.length));
}

function entryLines({ term, text }: Entry, width: number): string[] {
  const column = width + 4;
  const [first = "", ...rest] = wrap(text, lineWidth - column);
  return [
    `  ${term.padEnd(width)}  ${first}`.trimEnd(),
    ...rest.map((line) => " ".repeat(column) + line),
  ];
}
