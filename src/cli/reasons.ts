/** Why each class is generated, for people and for programs. */
import { needText, visible } from "../diagnostics/index.ts";
import type { CimClass, SelectionReason } from "../model/index.ts";

/** A line for each class, in the order of the schema: `root/cimv2:CIM_Fan is selected by CIM_F*`. */
export function reasonsText(reasons: readonly SelectionReason[]): string {
  return reasons.map((reason) => `${visible(sentence(reason))}\n`).join("");
}

function sentence(reason: SelectionReason): string {
  const { cls } = reason;
  const name = `${cls.namespace}:${cls.name}`;
  if (reason.kind === "selected") {
    const { patterns } = reason;
    return `${name} is selected${patterns.length === 0 ? "" : ` by ${patterns.join(" and ")}`}`;
  }
  const { by, through, excludedBy } = reason;
  const although = excludedBy === undefined ? "" : ` although ${excludedBy} excludes it`;
  const elsewhere = by.namespace.toLowerCase() !== cls.namespace.toLowerCase();
  const needing = elsewhere ? `${by.namespace}:${by.name}` : by.name;
  return `${name} is needed${although}: ${needText({ by: needing, ...through })}`;
}

/** As it stands in a document, whose form `schemas/README.md` describes. */
export function reasonData(reason: SelectionReason): object {
  const { kind, cls } = reason;
  const head = { ...nameOf(cls), reason: kind };
  if (kind === "selected") return { ...head, patterns: reason.patterns };
  const { by, through, excludedBy } = reason;
  return { ...head, by: nameOf(by), through, ...(excludedBy !== undefined && { excludedBy }) };
}

function nameOf({ name, namespace }: CimClass): Pick<CimClass, "name" | "namespace"> {
  return { name, namespace };
}
