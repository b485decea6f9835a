import { either, severityProblem, suggest, visible } from "../diagnostics/index.ts";
import { localeNumber } from "../source/index.ts";
import type { Configuration } from "./configuration.ts";

/** What a value has to be, and how that is said. */
interface Form {
  readonly is: string;
  readonly fits: (value: unknown) => boolean;
}

const text: Form = { is: "a text", fits: isText };
const texts: Form = {
  is: "a list of texts",
  fits: (value) => Array.isArray(value) && value.every((each) => isText(each)),
};
const boolean: Form = { is: "true or false", fits: (value) => typeof value === "boolean" };

function oneOf(...words: readonly string[]): Form {
  return { is: either(words), fits: (value) => isText(value) && words.includes(value) };
}

const forms: Readonly<Record<keyof Configuration, Form>> = {
  $schema: text,
  sources: texts,
  out: text,
  runtime: oneOf("package", "bundled"),
  templates: text,
  prettier: boolean,
  include: texts,
  exclude: texts,
  namespaces: texts,
  layout: oneOf("class", "single"),
  importExtension: oneOf("js", "ts", "none"),
  includeFolders: texts,
  search: texts,
  docs: texts,
  overlays: texts,
  linkBase: {
    is: "an address that begins with https://",
    fits: (value) => isText(value) && /^https:\/\/[^\s"'<>\\]+$/i.test(value),
  },
  env: {
    is: "an object of texts",
    fits: (value) => isObject(value) && Object.values(value).every((each) => isText(each, true)),
  },
  dialect: oneOf("auto", "dmtf", "wmi", "mof3"),
  defaultNamespace: text,
  locale: {
    is: "a language, written as en-US or 409",
    fits: (value) => isText(value) && localeNumber(value) !== undefined,
  },
  companions: boolean,
  strict: boolean,
  severity: { is: "an object of codes and severities", fits: isObject },
};

/** What is wrong with a configuration, each a sentence without a full stop. */
export function configurationProblems(content: unknown): readonly string[] {
  if (!isObject(content)) return [`a configuration is an object, not ${shown(content)}`];
  return Object.entries(content).flatMap(([key, value]) => {
    if (!isKey(key)) return [unknownKey(key)];
    const { is, fits } = forms[key];
    // A key that is set to nothing is not set, as programs in JavaScript have it.
    if (value === undefined) return [];
    if (!fits(value)) return [`${key} is ${is}, not ${shown(value)}`];
    return key === "severity" ? severityProblems(value) : [];
  });
}

function severityProblems(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([code, level]) => {
    const problem = severityProblem(code, isText(level) ? level : shown(level));
    return problem === undefined ? [] : [`severity: ${visible(problem)}`];
  });
}

function unknownKey(key: string): string {
  const meant = suggest(
    key,
    Object.keys(forms).filter((each) => each !== "$schema"),
  );
  const question = meant === undefined ? "" : `. Did you mean ${meant}?`;
  return `there is no key ${visible(key)}${question}`;
}

function isKey(key: string): key is keyof Configuration {
  return Object.hasOwn(forms, key);
}

function isText(value: unknown, maybeEmpty = false): value is string {
  return typeof value === "string" && (maybeEmpty || value !== "");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === "") return "an empty text";
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "this list" : "this object";
  }
  const written = typeof value === "string" ? JSON.stringify(value) : String(value);
  return visible(written.length > 40 ? `${written.slice(0, 40)}…` : written);
}
