/** Shows what stands beside classes and instances to the rules. */
import type { MofDocument } from "../../../ast/index.ts";
import type { Analysis } from "../../analysis.ts";
import type { DeclaredType, Qualifiers } from "../../schema.ts";
import type { Hooks } from "./hooks.ts";
import { misfitsOf } from "./misfits-of.ts";
import type { PlaceOf } from "./rule.ts";
import type { QualifierTypeSubject } from "./subject.ts";

/** Calls the rules for each pragma and each qualifier declaration. */
export function walkDocuments(analysis: Analysis, hooks: Hooks, placeOf: PlaceOf): void {
  const { set, qualifiers } = analysis;
  for (const document of new Set<MofDocument>([...set.roots, ...set.includes.values()])) {
    for (const node of document.declarations) {
      if (node.kind !== "pragma") continue;
      const place = placeOf(document.source);
      for (const hook of hooks.pragma) hook({ place, node });
    }
  }
  for (const { node, source, namespace } of qualifiers) {
    const subject = { place: placeOf(source), node, namespace };
    for (const hook of hooks.qualifierType) hook(subject);
    walkDefault(subject, hooks);
  }
}

function walkDefault({ place, node }: QualifierTypeSubject, hooks: Hooks): void {
  const { type: written, array, initializer: value } = node;
  if (!written || !value) return;
  const type: DeclaredType = {
    name: written.name.text.toLowerCase(),
    reference: written.reference,
    array: array ? (array.size ?? true) : false,
  };
  const misfits = misfitsOf(value, { type, embedded: false });
  const title = (): string => `the qualifier ${node.name.text}`;
  const subject = { place, value, type, target: undefined, qualifiers: NONE, misfits, title };
  for (const hook of hooks.value) hook(subject);
}

const NONE: Qualifiers = new Map();
