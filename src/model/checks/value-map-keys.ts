import type { Value } from "../../ast/index.ts";
import type { DeclaredType } from "../schema.ts";
import { elementTypeOf, qualifiersOfElement } from "./walk/element.ts";
import { integerRange, type IntegerRange } from "./walk/integer-range.ts";
import { type MapKey, readKey } from "./walk/map-key.ts";
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

/** A key, where it stands, and the type whose values it names. */
interface KeyUse {
  readonly key: MapKey;
  readonly node: Value;
  readonly type: DeclaredType;
  readonly range: IntegerRange;
}

/** Tells whether there is something to say, which is said once a map: one misunderstanding makes all keys of it. */
type KeyCheck = (use: QualifierUse, key: KeyUse) => boolean;

/** Strings have any key; of other types that are no integers another rule speaks. */
function checkMap(use: QualifierUse, check: KeyCheck): void {
  const { place, on, node } = use;
  const type = elementTypeOf(on);
  if (!type || !node.value) return;
  const range = integerRange(type.name);
  const seen = new Map<string, Value>();
  let said = false;
  for (const item of itemsOf(node.value)) {
    const written = writtenKey(item);
    if (written === undefined) continue;
    const key = readKey(written, range !== undefined);
    if (range && !said) said = check(use, { key, node: item, type, range });
    const before = seen.get(key.identity);
    if (before) {
      const related = because("the key stands here first", locate(place, before));
      place.report("duplicate-map-key", { title: titleOf(on), key: written }, item, related);
    } else seen.set(key.identity, item);
  }
}

/** WMI takes numbers, too. */
function writtenKey(item: Value): string | undefined {
  if (item.kind === "integer") return String(item.value);
  return item.kind === "string" ? item.value : undefined;
}

function checkKey(use: QualifierUse, keyUse: KeyUse): boolean {
  const { place, on } = use;
  const { key, node, type, range } = keyUse;
  const { written, ends } = key;
  const { smallest, largest } = range;
  if (!ends) {
    return reportMeaningless(use, keyUse);
  }
  if (ends.some((end) => end < smallest || end > largest)) {
    const limits = { smallest: String(smallest), largest: String(largest) };
    const sentence = { title: titleOf(on), type: type.name, key: written };
    place.report("map-key-out-of-range", { ...sentence, ...limits }, node);
    return true;
  }
  return false;
}

function checkBit(use: QualifierUse, keyUse: KeyUse): boolean {
  const { place, on } = use;
  const { key, node, type, range } = keyUse;
  const { bits } = range;
  const { written, ends } = key;
  if (!ends) {
    return reportMeaningless(use, keyUse);
  }
  if (ends.some((end) => end < 0n || end >= BigInt(bits))) {
    const sentence = { title: titleOf(on), type: type.name, bit: written, bits };
    place.report("bit-beyond-type", sentence, node);
    return true;
  }
  return false;
}

function reportMeaningless({ place, on }: QualifierUse, { key, node, type }: KeyUse): boolean {
  const sentence = { title: titleOf(on), type: type.name, key: key.written };
  place.report("map-key-without-meaning", sentence, node);
  return true;
}
