/** What can happen to qualifiers that have no rules of their own kind, and to qualifier types. */
import {
  rule,
  type Changed,
  type ChangedQualifier,
  type Nothing,
  type Rule,
  type RuleCatalogue,
  type Stated,
  type StatedQualifier,
} from "../rule.ts";
import { partBecomes } from "./sentences.ts";

export interface QualifierRules {
  readonly "deprecated-added": Nothing;
  readonly "deprecated-removed": Nothing;
  readonly "experimental-added": Nothing;
  readonly "experimental-removed": Nothing;
  readonly "version-not-bumped": Stated;
  readonly "version-decreased": Changed;
  readonly "version-removed": Stated;
  readonly "version-added": Stated;
  readonly "version-major-changed": Changed;
  readonly "version-changed": Changed;
  readonly "description-changed": Nothing;
  readonly "displayname-changed": Nothing;
  readonly "values-text-changed": Nothing;
  readonly "mappingstrings-changed": Nothing;
  readonly "umlpackagepath-changed": Nothing;
  readonly "modelcorrespondence-changed": Nothing;
  readonly "provider-changed": Changed;
  readonly "dynamic-changed": Changed;
  readonly "implemented-changed": Changed;
  readonly "privileges-changed": Changed;
  readonly "securitydescriptor-changed": Changed;
  readonly "qualifier-added": StatedQualifier;
  readonly "qualifier-removed": StatedQualifier;
  readonly "qualifier-changed": ChangedQualifier;
  readonly "qualifier-type-added": Nothing;
  readonly "qualifier-type-removed": Nothing;
  readonly "qualifier-type-type-changed": Changed;
  readonly "qualifier-type-default-changed": Changed;
  readonly "qualifier-type-scope-changed": Changed;
  readonly "qualifier-type-flavor-changed": Changed;
}

export const qualifierRules: RuleCatalogue<QualifierRules> = {
  "deprecated-added": rule(["W", "s", "s"], "minor", (subject) => `${subject} is deprecated now`),
  "deprecated-removed": rule(
    ["s", "s", "s"],
    "patch",
    (subject) => `${subject} is no longer deprecated`,
  ),
  "experimental-added": rule(
    ["W", "s", "s"],
    "minor",
    (subject) => `${subject} is experimental now`,
  ),
  "experimental-removed": rule(
    ["s", "s", "s"],
    "patch",
    (subject) => `${subject} is no longer experimental`,
  ),
  "version-not-bumped": version<Stated>(
    (subject, { value }) => `${subject} has changed, but its version is still ${value}`,
  ),
  "version-decreased": version<Changed>(partBecomes("version")),
  "version-removed": version<Stated>(
    (subject, { value }) => `${subject} no longer has a version; it was ${value}`,
  ),
  "version-added": rule(
    ["s", "s", "s"],
    "patch",
    (subject, { value }) => `${subject} has the version ${value} now`,
  ),
  "version-major-changed": version<Changed>(partBecomes("version")),
  "version-changed": rule(["s", "s", "s"], "patch", partBecomes("version")),
  "description-changed": text("description"),
  "displayname-changed": text("display name"),
  "values-text-changed": text("documentation of the values"),
  "mappingstrings-changed": text("mapping"),
  "umlpackagepath-changed": text("UML package path"),
  "modelcorrespondence-changed": text("model correspondence"),
  "provider-changed": implementation("provider"),
  "dynamic-changed": implementation("qualifier Dynamic"),
  "implemented-changed": implementation("qualifier Implemented"),
  "privileges-changed": implementation("list of privileges"),
  "securitydescriptor-changed": implementation("security descriptor"),
  "qualifier-added": rule(
    ["s", "s", "s"],
    "patch",
    (subject, { qualifier, value }) => `${subject} has the new qualifier ${qualifier}${value}`,
  ),
  "qualifier-removed": rule(
    ["s", "s", "s"],
    "patch",
    (subject, { qualifier, value }) =>
      `${subject} no longer has the qualifier ${qualifier}${value}`,
  ),
  "qualifier-changed": rule(
    ["s", "s", "s"],
    "patch",
    (subject, { qualifier, before, after }) =>
      `the qualifier ${qualifier} of ${subject} was ${before} and is ${after}`,
  ),
  "qualifier-type-added": rule(
    ["s", "s", "s"],
    "minor",
    (subject) => `the qualifier type ${subject} was added`,
  ),
  "qualifier-type-removed": rule(
    ["W", "W", "B"],
    "minor",
    (subject) => `the qualifier type ${subject} was removed`,
  ),
  "qualifier-type-type-changed": qualifierType("type"),
  "qualifier-type-default-changed": qualifierType("default"),
  "qualifier-type-scope-changed": qualifierType("scope"),
  "qualifier-type-flavor-changed": qualifierType("flavor"),
};

/** What a version says is for those who keep the schema. */
function version<D>(message: Rule<D>["message"]): Rule<D> {
  return rule(["s", "s", "W"], "patch", message);
}

function text(what: string): Rule<Nothing> {
  return rule(["s", "s", "s"], "patch", (subject) => `the ${what} of ${subject} has changed`);
}

function implementation(what: string): Rule<Changed> {
  return rule(["s", "W", "B"], "minor", partBecomes(what));
}

function qualifierType(what: string): Rule<Changed> {
  return rule(
    ["W", "W", "B"],
    "minor",
    (subject, { before, after }) =>
      `the ${what} of the qualifier type ${subject} was ${before} and is ${after}`,
  );
}
