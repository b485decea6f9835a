import { UsageError } from "./usage-error.ts";
import { either, suggest } from "../diagnostics/index.ts";
import { optionsOf, programName, type CommandSyntax, type OptionSyntax } from "./syntax/index.ts";

/** What a command was told: every value checked against its syntax. */
export interface Values {
  /** What stands in front of the sources, where a command has that. */
  readonly topic?: string;
  readonly sources: readonly string[];
  /** What the source `-` stands for, when it is one. */
  readonly standardInput?: Uint8Array;
  /** The value of an option that takes one. */
  text(name: string): string | undefined;
  /** The values of an option that can be repeated. */
  texts(name: string): readonly string[];
  /** Whether a switch is on; `undefined` when nobody said so. */
  flag(name: string): boolean | undefined;
  /** What the command line alone says, when a configuration was read as well. */
  readonly stated?: Values;
}

/** What a parser of command lines found, by name. */
export type RawValues = Readonly<Record<string, unknown>>;

/** What was found in one place: options, and words that are none. */
export interface Said {
  readonly raw: RawValues;
  readonly sources: readonly string[];
}

/**
 * Checks what was found on the command line, and adds what a configuration says.
 *
 * @throws UsageError with the first mistake
 */
export function valuesOf(said: Said, configuration: Said, command: CommandSyntax): Values {
  const options = optionsOf(command);
  for (const name of Object.keys(said.raw)) {
    if (!options.some((option) => option.name === name)) throw unknownOption(name, command);
  }
  const raw = merged(said.raw, configuration.raw, options);
  for (const option of options) checkOption(option, raw[option.name]);
  if (command.withoutSources && said.sources[0] !== undefined) {
    throw new UsageError(
      `${programName} ${command.name} takes options only, not ${said.sources[0]}`,
    );
  }
  const topic = command.topic ? said.sources[0] : undefined;
  const behind = command.topic ? said.sources.slice(1) : said.sources;
  const sources = behind.length > 0 ? behind : configuration.sources;
  const needed = !command.topic && !command.withoutSources && !command.sourcesMayMiss;
  if (sources.length === 0 && needed) {
    throw new UsageError("no MOF file or folder is named");
  }
  return {
    ...(topic !== undefined && { topic }),
    ...accessors(raw, sources),
    stated: accessors(said.raw, behind),
  };
}

function accessors(raw: RawValues, sources: readonly string[]): Values {
  return {
    sources,
    text: (name) => stringsOf(raw[name])[0],
    texts: (name) => stringsOf(raw[name]),
    flag: (name) => (typeof raw[name] === "boolean" ? raw[name] : undefined),
  };
}

/** What is set one by one: the command line adds to what a configuration says. */
const oneByOne: ReadonlySet<string> = new Set(["severity", "env", "level"]);

/** What the command line says counts more. */
function merged(
  said: RawValues,
  configuration: RawValues,
  options: readonly OptionSyntax[],
): RawValues {
  const values = options.map(({ name }) => {
    const [usual, stated] = [configuration[name], said[name]];
    if (Array.isArray(usual) && usual.length === 0) return [name, stated];
    const both = stated !== undefined && usual !== undefined;
    return [
      name,
      both && oneByOne.has(name) ? [...stringsOf(usual), ...stringsOf(stated)] : (stated ?? usual),
    ];
  });
  return Object.fromEntries(values) as RawValues;
}

function unknownOption(name: string, command: CommandSyntax): UsageError {
  const dashed = (each: string): string => (each.length === 1 ? `-${each}` : `--${each}`);
  const meant = suggest(
    name,
    optionsOf(command).map((option) => option.name),
  );
  return new UsageError(
    `${programName} ${command.name} has no option ${dashed(name)}` +
      (meant === undefined ? "" : `. Did you mean ${dashed(meant)}?`),
  );
}

function checkOption(option: OptionSyntax, value: unknown): void {
  const name = `--${option.name}`;
  if (option.value === undefined || (option.negatable && value === false)) return;
  if (value === undefined) return;
  const texts = stringsOf(value);
  if (texts.length === 0 || texts.includes("")) {
    throw new UsageError(`${name} needs a value: ${name} <${option.value}>`);
  }
  if (texts.length > 1 && !option.repeatable) {
    throw new UsageError(`${name} is given more than once`);
  }
  for (const text of texts) {
    checkChoice(option, text);
    checkForm(option, text);
  }
}

function checkForm({ name, form }: OptionSyntax, text: string): void {
  if (form && !form.pattern.test(text)) {
    throw new UsageError(`--${name} is ${form.text}, not ${text}`);
  }
}

function checkChoice({ name, choices }: OptionSyntax, text: string): void {
  if (!choices || choices.includes(text)) return;
  const meant = suggest(text, choices);
  throw new UsageError(
    `--${name} is ${either(choices)}, not ${text}` +
      (meant === undefined ? "" : `. Did you mean ${meant}?`),
  );
}

function stringsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string");
}
