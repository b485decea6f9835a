import { suggest, visible } from "../diagnostics/index.ts";
import { isRuleId, ruleIds } from "../diff/catalogue/index.ts";
import type { DiffConfiguration } from "./configuration.ts";
import { boolean, isObject, isText, oneOf, shown, text, type Form } from "./configuration-forms.ts";

const audience = oneOf("ts", "wire", "provider");
const level = oneOf("breaking", "risky", "safe");

const forms: Readonly<Record<keyof DiffConfiguration, Form>> = {
  against: text,
  audiences: {
    is: "a list of ts, wire and provider",
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(audience.fits),
  },
  failOn: oneOf("breaking", "risky", "any", "none"),
  levels: { is: "an object of rules and levels", fits: isObject },
  acceptFile: text,
  allowDeprecatedRemovals: boolean,
  allowExperimental: boolean,
  semver: boolean,
};

/** What is wrong with the part of a configuration that is for `codegen diff`. */
export function diffProblems(content: unknown): readonly string[] {
  if (!isObject(content)) return [];
  return Object.entries(content).flatMap(([key, value]) => {
    if (!isKey(key)) return [unknownWord("key", key, Object.keys(forms))];
    const { is, fits } = forms[key];
    if (value === undefined) return [];
    if (!fits(value)) return [`diff: ${key} is ${is}, not ${shown(value)}`];
    return key === "levels" && isObject(value) ? levelProblems(value) : [];
  });
}

function levelProblems(levels: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(levels).flatMap(([rule, value]) => {
    if (!isRuleId(rule)) return [unknownWord("rule", rule, ruleIds)];
    if (value === "off" || level.fits(value) || value === undefined) return [];
    const each = isObject(value) && Object.entries(value);
    if (each && each.every(([who, what]) => audience.fits(who) && level.fits(what))) return [];
    const said = isText(value) ? shown(value) : "this";
    return [
      `diff: the level of ${rule} is off, breaking, risky or safe, or an object of such levels for ts, wire and provider, not ${said}`,
    ];
  });
}

function unknownWord(kind: string, word: string, known: readonly string[]): string {
  const meant = suggest(word, known);
  const question = meant === undefined ? "" : `. Did you mean ${meant}?`;
  return `diff: there is no ${kind} ${visible(word)}${question}`;
}

function isKey(key: string): key is keyof DiffConfiguration {
  return Object.hasOwn(forms, key);
}
