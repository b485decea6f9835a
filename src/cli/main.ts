import { ConfigurationError } from "./configuration-error.ts";
import { configured } from "./configured.ts";
import { exitCode } from "./exit-code.ts";
import { commandHelp, overview, usageHint } from "./help.ts";
import type { Io } from "./io.ts";
import { suggest } from "../diagnostics/index.ts";
import { readStandardInput } from "./standard-input.ts";
import { commands, optionsOf, type CommandSyntax } from "./syntax/index.ts";
import { UsageError } from "./usage-error.ts";
import { valuesOf, type Values } from "./values.ts";
import { version } from "./version.ts";

/**
 * Runs a command line.
 *
 * @param argv - the arguments behind the program's name
 * @returns the exit code
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const words = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  const named = words.find((word) => !word.startsWith("-"));
  const command = commands.find(({ name }) => name === named);
  // Help and version are answered before anything is loaded.
  if (words.some((word) => word === "--help" || word === "-h") || named === "help") {
    const topic = command ?? commands.find(({ name }) => name === words[1]);
    io.stdout.write(topic ? commandHelp(topic) : overview());
    return exitCode.done;
  }
  if (words.includes("--version")) {
    io.stdout.write(`${version()}\n`);
    return exitCode.done;
  }
  if (words.length === 0) {
    io.stderr.write(overview());
    return exitCode.usage;
  }
  try {
    if (!command) throw noCommand(words, named);
    const rest = [...argv];
    rest.splice(rest.indexOf(command.name), 1);
    const values = await parse(rest, command, io.cwd);
    const piped = values.sources.includes("-") && (await readStandardInput(io.stdin));
    return await start(command, piped ? { ...values, standardInput: piped } : values, io);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      for (const problem of error.problems) io.stderr.write(`error: ${problem}\n`);
      return exitCode.usage;
    }
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`error: ${error.message}\n${usageHint(command)}`);
    return exitCode.usage;
  }
}

function noCommand(words: readonly string[], named: string | undefined): UsageError {
  if (named === undefined) return new UsageError(`there is no option ${words.join(" ")}`);
  const meant = suggest(
    named,
    commands.map(({ name }) => name),
  );
  return new UsageError(
    `there is no command ${named}` + (meant === undefined ? "" : `. Did you mean ${meant}?`),
  );
}

/** The parser of yargs takes the command line apart; what it may hold is checked by `valuesOf`. */
async function parse(
  argv: readonly string[],
  command: CommandSyntax,
  cwd: string,
): Promise<Values> {
  refuseValuesOfSwitches(argv, command);
  const { Parser } = await import("yargs/helpers");
  const options = optionsOf(command);
  const named = (isSwitch: boolean): string[] =>
    options.filter(({ value }) => (value === undefined) === isSwitch).map(({ name }) => name);
  const { argv: found, error } = Parser.detailed([...argv], {
    boolean: named(true),
    // Not as arrays: an option that is given twice becomes a list by itself.
    string: named(false),
    alias: Object.fromEntries(
      options.flatMap(({ name, short }) => (short === undefined ? [] : [[name, short]])),
    ),
    configuration: {
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "strip-aliased": true,
    },
  });
  if (error) throw new UsageError(error.message);
  const given = Object.entries(found).filter(
    ([name, value]) => name !== "_" && value !== undefined,
  );
  const said = { raw: Object.fromEntries(given), sources: found._.map(String) };
  const readsConfiguration = optionsOf(command).some(({ name }) => name === "config");
  const file: unknown = readsConfiguration ? found["config"] : false;
  // Before the folder itself is taken for the file.
  if (file === "") throw new UsageError("--config needs a value: --config <file>");
  return valuesOf(said, await configured(cwd, file), command);
}

/** yargs reads `--check=yes` as a switch that is off, and would write what was to be compared. */
function refuseValuesOfSwitches(argv: readonly string[], command: CommandSyntax): void {
  const switches = optionsOf(command).filter(({ value }) => value === undefined);
  for (const { name } of switches) {
    if (argv.some((word) => word.startsWith(`--${name}=`))) {
      throw new UsageError(`--${name} takes no value`);
    }
  }
}

/** A command is loaded when it runs, and with it all that it needs. */
async function start(command: CommandSyntax, values: Values, io: Io): Promise<number> {
  const { optimiseLater } = await import("./optimise-later.ts");
  optimiseLater();
  switch (command.name) {
    case "generate":
      return (await import("./commands/generate.ts")).generate(values, io);
    case "diff":
      return (await import("./commands/diff.ts")).diff(values, io);
    case "explain":
      return (await import("./commands/explain.ts")).explain(values, io);
    case "check":
      return (await import("./commands/check.ts")).check(values, io);
    case "templates":
      return (await import("./commands/templates.ts")).templates(values, io);
    case "parse":
      return (await import("./commands/parse.ts")).parse(values, io);
  }
  throw new Error(`the command ${command.name} is listed but not made`);
}
