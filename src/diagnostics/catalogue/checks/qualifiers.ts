/** What the checks can say about qualifiers and their declarations. */
import type { Catalogue, Named } from "../../sentence.ts";
import { didYouMean, excerpt, listed, withArticle } from "./phrases.ts";
import type { Titled } from "./titled.ts";

interface Misspelt {
  readonly meant: string | undefined;
}

export interface QualifierCheckSentences {
  readonly "duplicate-qualifier": Named;
  readonly "undeclared-qualifier": Named & Misspelt;
  readonly "conflicting-qualifier-type": Named & { readonly difference: string };
  readonly "qualifier-scope": Titled &
    Named & { readonly scope: string; readonly scopes: readonly string[] };
  readonly "qualifier-value-type": Named & { readonly type: string; readonly found: string };
  readonly "qualifier-not-overridable": Titled & Named & { readonly origin: string };
  readonly "flavor-conflict": Named & { readonly flavors: readonly [string, string] };
  readonly "unknown-flavor": { readonly flavor: string } & Misspelt;
  readonly "unknown-scope": { readonly scope: string } & Misspelt;
  readonly "qualifier-on-another-type": Titled &
    Named & { readonly type: string; readonly wanted: string };
  readonly "version-syntax": Titled & { readonly version: string };
  readonly "punit-syntax": Titled & { readonly unit: string; readonly part: string };
  readonly "propagated-from-nothing": Titled & { readonly target: string };
  readonly "deprecated-for-nothing": Titled & { readonly target: string };
}

export const qualifierCheckSentences: Catalogue<QualifierCheckSentences> = {
  "duplicate-qualifier": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ name }) => `the qualifier ${name} stands twice in one list`,
    help: () => "The last one counts. Remove the other.",
  },
  "undeclared-qualifier": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ name }) => `no source declares the qualifier ${name}, and no standard knows it`,
    help: ({ meant }) => didYouMean(meant) ?? "It is kept as it is written.",
  },
  "conflicting-qualifier-type": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ name, difference }) =>
      `the qualifier ${name} is declared twice, with another ${difference}`,
    help: () => "Keep one of the declarations.",
  },
  "qualifier-scope": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, name, scope }) =>
      `${title} is ${withArticle(scope)}, which the qualifier ${name} is not meant for`,
    help: ({ name, scopes }) => `${name} may stand at: ${listed(scopes, "or")}.`,
  },
  "qualifier-value-type": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ name, type, found }) =>
      `the qualifier ${name} has the type ${type}, but its value is ${excerpt(found)}`,
  },
  "qualifier-not-overridable": {
    severity: "error",
    adjustable: true,
    message: ({ title, name, origin }) =>
      `${title} changes the qualifier ${name} of ${origin}, which is DisableOverride`,
    help: () => "Leave the qualifier out: the value of the superclass holds.",
  },
  "flavor-conflict": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ name, flavors: [left, right] }) =>
      `the qualifier ${name} has the flavors ${left} and ${right}, which exclude each other`,
    help: () => "Keep one of them.",
  },
  "unknown-flavor": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ flavor }) => `${flavor} is no flavor`,
    help: ({ meant }) =>
      didYouMean(meant) ??
      "The flavors are EnableOverride, DisableOverride, Restricted, ToSubclass, Translatable, and WMI's Amended, ToInstance, NotToInstance and NotToSubclass.",
  },
  "unknown-scope": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ scope }) => `${scope} is no scope`,
    help: ({ meant }) =>
      didYouMean(meant) ??
      "The scopes are any, association, class, indication, method, parameter, property, qualifier, reference and schema.",
  },
  "qualifier-on-another-type": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, name, type, wanted }) =>
      `${title} is ${type}, but the qualifier ${name} is for ${wanted}`,
    help: () => "It says nothing here. Remove it, or change the type.",
  },
  "version-syntax": {
    severity: "info",
    strict: "warning",
    adjustable: true,
    message: ({ title, version }) =>
      `the version of ${title}, "${excerpt(version)}", is not of the form 1.2.3`,
    help: () => 'A version is three numbers with points between them: Version("2.41.0")',
  },
  "punit-syntax": {
    severity: "warning",
    adjustable: true,
    message: ({ title, unit, part }) =>
      `the unit of ${title}, "${excerpt(unit)}", cannot be understood at "${excerpt(part)}"`,
    help: () =>
      'A unit is a base unit with multipliers and divisors: "byte * 2^10", "meter / second / second"',
  },
  "propagated-from-nothing": {
    severity: "warning",
    adjustable: true,
    absence: true,
    message: ({ title, target }) =>
      `${title} is propagated from ${excerpt(target)}, which does not exist`,
    help: () => 'Propagated names a key of another class: Propagated("ACME_System.Name")',
  },
  "deprecated-for-nothing": {
    severity: "info",
    adjustable: true,
    absence: true,
    message: ({ title, target }) =>
      `${title} is deprecated in favor of ${excerpt(target)}, which does not exist`,
  },
};
