import { configuration, messages, reading, rules, sources } from "./shared.ts";
import type { CommandSyntax, OptionSyntax } from "./types.ts";

/** What `--format` and `--report` can write. */
export const diffFormats = [
  "text",
  "json",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "markdown",
  "html",
] as const;

const comparison: readonly OptionSyntax[] = [
  {
    name: "against",
    value: "old",
    text: "Compare all sources with what they were: a revision of git such as origin/main, or a source such as a snapshot.",
  },
  {
    name: "merge-base",
    text: "Compare with the commit that the revision and HEAD have in common.",
  },
  {
    name: "allow-new-sources",
    text: "A source that the revision does not have is new, and no mistake.",
  },
];

const judgement: readonly OptionSyntax[] = [
  {
    name: "audience",
    value: "names",
    text: "Who is looked at, with commas between them: ts for code that is compiled against the generated types, wire for old clients of a new provider, provider for those who implement the classes.\nDefault: ts,wire,provider",
    form: {
      pattern: /^(?:ts|wire|provider)(?:,(?:ts|wire|provider))*$/,
      text: "ts, wire, provider, or several with commas between them",
    },
  },
  {
    name: "fail-on",
    value: "level",
    text: "breaking, risky, any or none: from which level on a change makes the command fail.\nDefault: breaking",
    choices: ["breaking", "risky", "any", "none"],
  },
  {
    name: "level",
    value: "rule=level",
    text: "What a rule counts as: off, breaking, risky or safe; rule:audience=level for one audience. Can be repeated.",
    repeatable: true,
    form: { pattern: /^[^=]+=[^=]+$/, text: "a rule, = and a level" },
  },
  {
    name: "allow-deprecated-removals",
    text: "The removal of what was deprecated before is risky at most.",
  },
  {
    name: "allow-experimental",
    text: "Changes of what was experimental count one level less.",
  },
  {
    name: "semver",
    text: "Fail too if the version of package.json was not raised as far as the changes ask.",
  },
  {
    name: "old-version",
    value: "version",
    text: "What the version was, where no revision tells it.",
    form: { pattern: /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/, text: "a version such as 1.2.3" },
  },
];

const acceptance: readonly OptionSyntax[] = [
  {
    name: "accept-file",
    value: "file",
    text: "The changes that were agreed to.\nDefault: codegen.accept.json",
  },
  {
    name: "accept",
    value: "fingerprint",
    text: "Add a change to that file, and do nothing else. Can be repeated.",
    repeatable: true,
    form: { pattern: /^[0-9a-f]{12}$/, text: "twelve hexadecimal digits" },
  },
  { name: "reason", value: "text", text: "Why it was agreed to." },
  {
    name: "until",
    value: "date",
    text: "The last day on which that counts.",
    form: { pattern: /^\d{4}-\d{2}-\d{2}$/, text: "a date such as 2026-12-31" },
  },
];

const format: OptionSyntax = {
  name: "format",
  value: "name",
  text: "text, json, sarif, junit, github (annotations of a workflow), gitlab (code quality), markdown (a comment on a pull request) or html (a page).\nDefault: text",
  choices: diffFormats,
};

const report: OptionSyntax = {
  name: "report",
  value: "format=file",
  text: "Write the report to a file too. Can be repeated.",
  repeatable: true,
  form: { pattern: /^[a-z]+=.+$/s, text: "a format, = and a file" },
};

const limit: OptionSyntax = {
  name: "limit",
  value: "number",
  text: "How many changes text and github write out, the worst first; or all.\nDefault: 50 as text, otherwise all",
  form: { pattern: /^(\d{1,9}|all)$/, text: "a number or all" },
};

const quiet: OptionSyntax = { name: "quiet", short: "q", text: "Print only what fails." };

export const diff: CommandSyntax = {
  name: "diff",
  summary: "Tell what has changed between two schemas, and whom it breaks.",
  usage: "diff <old> <new> | <sources…> --against <old> [options]",
  sourcesMayMiss: true,
  positionals: [
    { term: "old, new", text: "What is compared: a file, a folder or a quoted pattern each." },
    sources,
  ],
  groups: [
    { title: "Comparison", options: comparison },
    { title: "Judgement", options: judgement },
    { title: "Acceptance", options: acceptance },
    { title: "Input", options: reading },
    rules,
    configuration,
    {
      title: "Report",
      options: [
        format,
        report,
        limit,
        quiet,
        ...messages.options.filter(({ name }) => name === "color" || name === "help"),
      ],
    },
  ],
  examples: [
    { command: "diff old.mof new.mof", text: "Two files" },
    { command: "diff schemas --against origin/main", text: "In CI" },
    { command: "diff schemas --against v1.2.0 --semver", text: "A release" },
    { command: "diff schemas --against main --report html=diff.html", text: "A page" },
    {
      command: 'diff --accept 5b1c0f9a72de --reason "nobody uses it"',
      text: "An exception",
    },
  ],
  exitCodes: [
    { term: "0", text: "No change that is neither accepted nor below the threshold." },
    {
      term: "1",
      text: "At least one such change; with --semver, or the version is too low; or a report could not be written.",
    },
    { term: "2", text: "The command line, the configuration or the accept file is wrong." },
    {
      term: "3",
      text: "A source of either side has errors, or the revision cannot be read, so there is nothing to compare.",
    },
  ],
};
