import { catalogue, type Code } from "./catalogue/index.ts";
import type { Diagnostic, Related } from "./diagnostic.ts";
import { pages } from "./pages/index.ts";
import { locationOf, messageText, sarifLog, type Json } from "./sarif-parts.ts";
import { select } from "./select.ts";
import type { Severity } from "./sentence.ts";
import { template } from "./template.ts";

/** How diagnostics become a SARIF log. */
export interface SarifOptions {
  /** The version of mof-codegen. */
  readonly version?: string;
  /** How many diagnostics are written, errors before warnings; all unless stated. */
  readonly limit?: number;
  /** The path below the root of the sources, from the name of a source; the same unless stated. */
  readonly pathOf?: (name: string) => string;
}

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/**
 * Writes diagnostics as a log of SARIF 2.1.0, the Static Analysis Results Interchange
 * Format of OASIS. Every code that occurs is a rule with its page.
 *
 * @returns text that ends with a line end, also when there is nothing to say
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  options: SarifOptions = {},
): string {
  const { shown } = select(diagnostics, options.limit ?? Infinity);
  const codes = [...new Set(shown.map(({ code }) => code))].sort();
  const pathOf = options.pathOf ?? ((name: string) => name);
  const results = shown
    .filter(({ location }) => location)
    .map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code), pathOf));
  return sarifLog({
    version: options.version,
    rules: codes.map(ruleOf),
    invocation: invocationOf(shown, codes),
    results,
  });
}

function ruleOf(code: Code): Json {
  const { severity } = catalogue[code];
  const page = pages[code];
  const help = [page?.why, example("Wrong", page?.wrong), example("Right", page?.right)];
  const text = help.filter((part) => part !== undefined).join("\n\n");
  return {
    id: code,
    shortDescription: { text: messageText(template(code).message) },
    ...(page && { fullDescription: { text: messageText(page.why) } }),
    ...(page && { help: { text: messageText(text) } }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function example(title: string, mof: string | undefined): string | undefined {
  return mof === undefined ? undefined : `${title}:\n\n${mof.trimEnd()}`;
}

/**
 * What is about no text, such as a missing file, is no result: readers of the format refuse
 * results without a place. Mistakes in the sources are what the tool is for; it has done
 * its work all the same.
 */
function invocationOf(shown: readonly Diagnostic[], codes: readonly Code[]): Json {
  const notifications = shown
    .filter(({ location }) => !location)
    .map((diagnostic) => ({
      level: levels[diagnostic.severity],
      message: { text: wordsOf(diagnostic) },
      associatedRule: { id: diagnostic.code, index: codes.indexOf(diagnostic.code) },
    }));
  return {
    executionSuccessful: !notifications.some(({ level }) => level === "error"),
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

function wordsOf({ message, help }: Diagnostic): string {
  return messageText(help === undefined ? message : `${message}. ${help}`);
}

function resultOf(
  diagnostic: Diagnostic,
  ruleIndex: number,
  pathOf: (name: string) => string,
): Json {
  const { code, severity, location, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: wordsOf(diagnostic) },
    ...(location && { locations: [locationOf(location, pathOf)] }),
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => relatedOf(each, index, pathOf)),
    }),
  };
}

function relatedOf(
  { message, location }: Related,
  index: number,
  pathOf: (name: string) => string,
): Json {
  return {
    id: index + 1,
    ...locationOf(location, pathOf),
    message: { text: messageText(message) },
  };
}
