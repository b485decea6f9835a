import { severityProblem, suggest, visible } from "../diagnostics/index.ts";
import { localeNumber } from "../source/index.ts";
import type { Configuration } from "./configuration.ts";
import {
  boolean,
  isObject,
  isText,
  oneOf,
  shown,
  text,
  texts,
  type Form,
} from "./configuration-forms.ts";
import { diffProblems } from "./diff-configuration-problems.ts";

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
  diff: { is: "an object", fits: isObject },
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
    if (key === "diff") return diffProblems(value);
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
