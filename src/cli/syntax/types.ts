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
  /** What stands in front of the sources. */
  readonly topic?: true;
  /** A command that reads no MOF. */
  readonly withoutSources?: true;
  /** A command that looks itself whether sources are named. */
  readonly sourcesMayMiss?: true;
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
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  /** What a value looks like, when it is neither any text nor one of a few. */
  readonly form?: { readonly pattern: RegExp; readonly text: string };
  /** A switch that is there to be turned off: `--no-…` is how it is shown. */
  readonly negated?: boolean;
  /** An option with a value that `--no-…` turns off altogether. */
  readonly negatable?: true;
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
