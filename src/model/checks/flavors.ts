import type { Name } from "../../ast/index.ts";
import { nearest } from "./walk/nearest.ts";
import type { Rule } from "./walk/rule.ts";
import type { Place } from "./walk/subject.ts";

/** The words for flavors, and that no two of them exclude each other (DSP0004 5.6.1.3). */
export const flavors: Rule = {
  codes: ["unknown-flavor", "flavor-conflict"],
  flavored: ({ place, node }) => checkFlavors(place, node.name, node.flavors),
  qualifierType: ({ place, node }) => checkFlavors(place, node.name, node.flavors),
};

const WORDS = [
  "EnableOverride",
  "DisableOverride",
  "Restricted",
  "ToSubclass",
  "Translatable",
  "Amended",
  "ToInstance",
  "NotToInstance",
  "NotToSubclass",
];

const KNOWN: ReadonlySet<string> = new Set(WORDS.map((word) => word.toLowerCase()));

const EXCLUSIVE: readonly (readonly [string, string])[] = [
  ["enableoverride", "disableoverride"],
  ["tosubclass", "restricted"],
  ["tosubclass", "nottosubclass"],
  ["toinstance", "nottoinstance"],
];

function checkFlavors(place: Place, { text: name }: Name, written: readonly Name[]): void {
  for (const flavor of written) {
    if (KNOWN.has(flavor.text.toLowerCase())) continue;
    const sentence = { flavor: flavor.text, meant: nearest(place.analysis, flavor.text, WORDS) };
    place.report("unknown-flavor", sentence, flavor);
  }
  if (written.length < 2) return;
  const find = (word: string) => written.find(({ text }) => text.toLowerCase() === word);
  for (const [left, right] of EXCLUSIVE) {
    const [one, other] = [find(left), find(right)];
    if (!one || !other) continue;
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    place.report("flavor-conflict", { name, flavors: [first.text, second.text] }, second);
  }
}
