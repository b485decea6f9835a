/** How a qualifier goes on, as flavors say it (DSP0004 5.6.1.3, and WMI's). */
import type { Name } from "../ast/index.ts";
import type { Flavors } from "./schema.ts";

/** EnableOverride and ToSubclass, as DSP0004 has it unless stated. */
export const USUAL: Flavors = {
  overridable: true,
  toSubclass: true,
  toInstance: false,
  translatable: false,
  amended: false,
};

const MEANING: ReadonlyMap<string, Partial<Flavors>> = new Map<string, Partial<Flavors>>([
  ["enableoverride", { overridable: true }],
  ["disableoverride", { overridable: false }],
  ["tosubclass", { toSubclass: true }],
  ["restricted", { toSubclass: false }],
  ["nottosubclass", { toSubclass: false }],
  ["toinstance", { toInstance: true }],
  ["nottoinstance", { toInstance: false }],
  ["translatable", { translatable: true }],
  ["amended", { amended: true }],
]);

/** There are only 32 of them, so that each is one object however often it is stated. */
const KNOWN = new Map<string, Flavors>();

/** Flavors as stated, above those of the qualifier type; a word that is no flavor says nothing. */
export function changedFlavors(flavors: Flavors, stated: readonly Pick<Name, "text">[]): Flavors {
  if (stated.length === 0) return flavors;
  const changed = { ...flavors };
  for (const { text } of stated) Object.assign(changed, MEANING.get(text.toLowerCase()));
  return shared(changed);
}

function shared(flavors: Flavors): Flavors {
  const key = Object.values(flavors).join();
  const known = KNOWN.get(key) ?? flavors;
  KNOWN.set(key, known);
  return known;
}
