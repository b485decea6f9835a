import type { Value } from "../../ast/index.ts";
import { elementTypeOf, qualifiersOfElement } from "./walk/element.ts";
import { integerRange, type IntegerRange } from "../integer-range.ts";
import { type MapKey, readKey } from "../map-key.ts";
import type { Rule } from "./walk/rule.ts";
import type { QualifierUse } from "./walk/subject.ts";
import { itemsOf } from "./walk/value-words.ts";
import { because, locate, titleOf } from "./walk/words.ts";

/**
 * The keys of `ValueMap` are values that the element can have, those of `BitMap` bits of
 * it; each stands once (DSP0004 5.6.3.5, 5.6.3.56).
 */
export const valueMapKeys: Rule = {
  codes: [
    "map-key-without-meaning",
    "map-key-out-of-range",
    "duplicate-map-key",
    "bit-beyond-type",
    "bit-map-without-names",
  ],
  qualifiers: {
    valuemap: (use) => checkMap(use, checkKey),
    bitmap(use) {
      checkMap(use, checkBit);
      if (use.place.lenient || qualifiersOfElement(use.on).has("bitvalues")) return;
      use.place.report("bit-map-without-names", { title: titleOf(use.on) }, use.node.name);
    },
  },
};

/**
 * Looks at one key of an integer's map. Tells whether there was something to say, which is
 * done once a map: one misunderstanding makes all keys of it.
 */
type KeyCheck = (use: QualifierUse, key: MapKey, node: Value, range: IntegerRange) => boolean;

/** Strings have any key; of other types that are no integers another rule speaks. */
function checkMap(use: QualifierUse, check: KeyCheck): void {
  const { on, node } = use;
  const type = elementTypeOf(on);
  if (!type || !node.value) return;
  const range = integerRange(type.name);
  const seen = new Map<string, Value>();
  let said = false;
  for (const item of itemsOf(node.value)) {
    const written = writtenKey(item);
    if (written === undefined) continue;
    const key = readKey(written, range !== undefined);
    if (range && !said) said = check(use, key, item, range);
    const before = seen.get(key.identity);
    if (before) reportRepeated(use, key, item, before);
    else seen.set(key.identity, item);
  }
}

/** WMI takes numbers, too. */
function writtenKey(item: Value): string | undefined {
  if (item.kind === "integer") return String(item.value);
  return item.kind === "string" ? item.value : undefined;
}

function checkKey(use: QualifierUse, key: MapKey, node: Value, range: IntegerRange): boolean {
  const { smallest, largest, type } = range;
  if (!key.ends) return reportMeaningless(use, key, node, range);
  if (key.ends.every((end) => end >= smallest && end <= largest)) return false;
  const limits = { smallest: String(smallest), largest: String(largest) };
  const sentence = { title: titleOf(use.on), type, key: key.written };
  use.place.report("map-key-out-of-range", { ...sentence, ...limits }, node);
  return true;
}

function checkBit(use: QualifierUse, key: MapKey, node: Value, range: IntegerRange): boolean {
  const { type, bits } = range;
  if (!key.ends) return reportMeaningless(use, key, node, range);
  if (key.ends.every((end) => end >= 0 && end < bits)) return false;
  const sentence = { title: titleOf(use.on), type, bit: key.written, bits };
  use.place.report("bit-beyond-type", sentence, node);
  return true;
}

function reportMeaningless(
  { place, on }: QualifierUse,
  { written }: MapKey,
  node: Value,
  { type }: IntegerRange,
): true {
  place.report("map-key-without-meaning", { title: titleOf(on), type, key: written }, node);
  return true;
}

function reportRepeated({ place, on }: QualifierUse, key: MapKey, node: Value, first: Value): void {
  const related = because("the key stands here first", locate(place, first));
  const sentence = { title: titleOf(on), key: key.written };
  place.report("duplicate-map-key", sentence, node, related);
}
