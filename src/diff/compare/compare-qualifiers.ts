import { isSet } from "../../model/qualifiers.ts";
import type { Qualifiers, QualifierValue } from "../../model/index.ts";
import type { Report } from "../finding.ts";
import { constantWords, qualifierWords } from "../words.ts";

/** Those that other rules speak of: types, limits, values, directions, versions. */
const SPOKEN_FOR: ReadonlySet<string> = new Set(
  `abstract arraytype association bitmap bitvalues cimtype description displayname dynamic
  embeddedinstance embeddedobject experimental implemented in indication ispunit key
  mappingstrings max maxlen maxvalue min minlen minvalue modelcorrespondence octetstring optional
  out override privileges propagated provider punit read required securitydescriptor singleton
  static subtype terminal umlpackagepath units valuedescriptions valuemap values
  valuesdocumented version weak write`.split(/\s+/),
);

/** Those of which it matters only that they say something else. */
const TEXTS = [
  "description",
  "displayname",
  "mappingstrings",
  "umlpackagepath",
  "modelcorrespondence",
] as const;

/** Those of WMI that tell who answers and who may ask. */
const IMPLEMENTATION = [
  "provider",
  "dynamic",
  "implemented",
  "privileges",
  "securitydescriptor",
] as const;

/** Qualifiers that every element may have. */
export function compareQualifiers(before: Qualifiers, after: Qualifiers, report: Report): void {
  if (before === after) return;
  for (const name of TEXTS) {
    const [was, is] = [before.get(name), after.get(name)];
    if (textOf(was) !== textOf(is)) report(`${name}-changed`, {});
  }
  for (const name of IMPLEMENTATION) {
    const [was, is] = [wordsOf(before.get(name)), wordsOf(after.get(name))];
    if (was !== is) report(`${name}-changed`, { before: was, after: is });
  }
  compareMarks(before, after, report);
  compareOthers(before, after, report);
}

/** White space between words is laid out by whoever writes the text. */
function textOf(qualifier: QualifierValue | undefined): string {
  if (!qualifier || qualifier.value === null) return "";
  return constantWords(qualifier.value).replaceAll(/(?:\s|\\[nrt])+/gu, " ");
}

function wordsOf(qualifier: QualifierValue | undefined): string {
  return qualifier ? constantWords(qualifier.value) : "not stated";
}

function compareMarks(before: Qualifiers, after: Qualifiers, report: Report): void {
  const [wasDeprecated, isDeprecated] = [before.has("deprecated"), after.has("deprecated")];
  if (isDeprecated && !wasDeprecated) report("deprecated-added", {});
  if (wasDeprecated && !isDeprecated) report("deprecated-removed", {});
  const [wasExperimental, isExperimental] = [before, after].map((each) =>
    isSet(each, "experimental"),
  );
  if (isExperimental && !wasExperimental) report("experimental-added", {});
  if (wasExperimental && !isExperimental) report("experimental-removed", {});
}

function compareOthers(before: Qualifiers, after: Qualifiers, report: Report): void {
  for (const [key, { name, value }] of before) {
    if (SPOKEN_FOR.has(key)) continue;
    const now = after.get(key);
    if (now) {
      const change = { before: constantWords(value), after: constantWords(now.value) };
      if (change.before !== change.after)
        report("qualifier-changed", { qualifier: name, ...change });
    } else if (key !== "deprecated") {
      report("qualifier-removed", { qualifier: name, value: qualifierWords(value) });
    }
  }
  for (const [key, { name, value }] of after) {
    if (SPOKEN_FOR.has(key) || before.has(key) || key === "deprecated") continue;
    report("qualifier-added", { qualifier: name, value: qualifierWords(value) });
  }
}
