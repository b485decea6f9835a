/**
 * What only some dialects have, and what a text that uses it is written in. README.md
 * explains the order in which the evidence counts.
 */
import type { Dialect } from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import type { Construct } from "./construct.ts";
import type { Mistake } from "./mistakes.ts";

/** What every dialect could write, but only one does. */
export type Sign =
  | "microsoft-qualifier"
  | "backslash-namespace"
  | "system-class"
  | "dmtf-pragma"
  | "scope-of-qualifier"
  | "translatable";

const MOF3: readonly Dialect[] = ["mof3"];
const WMI: readonly Dialect[] = ["wmi"];
const NOT_DMTF: readonly Dialect[] = ["wmi", "mof3"];
const NOT_MOF3: readonly Dialect[] = ["dmtf", "wmi"];
const DMTF: readonly Dialect[] = ["dmtf"];

/** The dialects that have it. */
const HOME: Readonly<Record<Construct | Sign, readonly Dialect[]>> = {
  "association-declaration": MOF3,
  enumeration: MOF3,
  "enumeration-value": MOF3,
  "mof3-type": MOF3,
  policy: MOF3,
  "qualified-qualifier": MOF3,
  "returned-array": MOF3,
  structure: MOF3,
  "value-of": MOF3,
  "empty-assignment": WMI,
  "hash-include": WMI,
  "microsoft-flavor": WMI,
  "microsoft-pragma": WMI,
  "object-type": WMI,
  "pragma-parameters": WMI,
  "short-qualifier-declaration": WMI,
  "array-of-references": NOT_DMTF,
  "embedded-type": NOT_DMTF,
  "empty-array": NOT_DMTF,
  "instance-as-value": NOT_DMTF,
  "parameter-default": NOT_DMTF,
  "void-method": NOT_DMTF,
  "class-alias": NOT_MOF3,
  "fixed-array": NOT_MOF3,
  flavors: NOT_MOF3,
  "microsoft-qualifier": WMI,
  "backslash-namespace": WMI,
  "system-class": WMI,
  "dmtf-pragma": DMTF,
  "scope-of-qualifier": DMTF,
  translatable: DMTF,
};

const SIGNS: ReadonlySet<Construct | Sign> = new Set<Sign>([
  "microsoft-qualifier",
  "backslash-namespace",
  "system-class",
  "dmtf-pragma",
  "scope-of-qualifier",
  "translatable",
]);

function isConstruct(shown: Construct | Sign): shown is Construct {
  return !SIGNS.has(shown);
}

/** What a flavor at the use of a qualifier shows. */
export function constructOfFlavor(flavor: string): Construct | Sign {
  if (/^(?:amended|toinstance|nottoinstance|nottosubclass)$/i.test(flavor))
    return "microsoft-flavor";
  return /^translatable$/i.test(flavor) ? "translatable" : "flavors";
}

/** What a pragma shows by its name. */
export function constructOfPragma(pragma: string): Construct | Sign | undefined {
  if (MICROSOFT_PRAGMA.test(pragma)) return "microsoft-pragma";
  return DMTF_PRAGMA.test(pragma) ? "dmtf-pragma" : undefined;
}
const MICROSOFT_PRAGMA =
  /^(?:autorecover|classflags|instanceflags|deleteclass|deleteinstance|amendment)$/i;
const DMTF_PRAGMA = /^(?:locale|instancelocale|source|nonlocal|sourcetype|nonlocaltype)$/i;

/** Each construct of a text, and where it stands first. */
export type Evidence = ReadonlyMap<Construct | Sign, Span>;

/** The dialect that a text shows; none when all could have written it. */
export function dialectOf(evidence: Evidence): Dialect | undefined {
  const shown = [...evidence.keys()].map((construct) => HOME[construct]);
  const only = (dialect: Dialect) =>
    shown.filter((home) => home.length === 1 && home[0] === dialect).length;
  if (only("mof3") > only("wmi")) return "mof3";
  if (only("wmi") > 0 || shown.includes(NOT_DMTF)) return "wmi";
  return only("dmtf") > 0 ? "dmtf" : undefined;
}

/** What a text uses although the dialect that it was said to be written in does not have it. */
export function foreign(evidence: Evidence, dialect: Dialect): readonly Mistake[] {
  const found: Mistake[] = [];
  for (const [construct, { start, end }] of evidence) {
    const owners = HOME[construct];
    if (!isConstruct(construct) || owners.includes(dialect)) continue;
    found.push({ kind: "not-in-dialect", construct, owners, dialect, start, end });
  }
  return found;
}
