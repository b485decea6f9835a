import type { Value } from "../../ast/index.ts";
import type { DeclaredType } from "../schema.ts";
import { elementTypeOf, qualifiersOfElement } from "./walk/element.ts";
import { integerRange, type IntegerRange } from "./walk/integer-range.ts";
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
    valuemap(use) {
      const type = elementTypeOf(use.on);
      if (!type || !use.node.value) return;
      const range = integerRange(type.name);
      for (const { key, node, ends } of keysOf(use.node.value)) {
        if (range) checkKey(use, { key, node, ends }, type, range);
      }
      reportDuplicates(use, use.node.value, range !== undefined);
    },
    bitmap(use) {
      const type = elementTypeOf(use.on);
      if (!type || !use.node.value) return;
      const range = integerRange(type.name);
      for (const { key, node, ends } of keysOf(use.node.value)) {
        if (range) checkBit(use, { key, node, ends }, type, range);
      }
      reportDuplicates(use, use.node.value, true);
      if (use.place.lenient || qualifiersOfElement(use.on).has("bitvalues")) return;
      use.place.report("bit-map-without-names", { title: titleOf(use.on) }, use.node.name);
    },
  },
};

interface Key {
  readonly key: string;
  readonly node: Value;
  /** One number, or the ends of a range that are stated; absent for what is no number. */
  readonly ends: readonly bigint[] | undefined;
}

function keysOf(value: Value): readonly Key[] {
  return itemsOf(value).flatMap((node): Key[] => {
    if (node.kind === "integer") {
      return [{ key: String(node.value), node, ends: [node.value] }];
    }
    if (node.kind !== "string") return [];
    const key = node.value.trim();
    return [{ key, node, ends: endsOf(key) }];
  });
}

const NUMBER = /^([+-]?)(0[xX][0-9a-fA-F]+|\d+)$/;

function numberOf(text: string): bigint | undefined {
  const [, sign, digits] = NUMBER.exec(text.trim()) ?? [];
  // A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
  if (digits === undefined || digits.length > 40) return undefined;
  return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

/** `1`, `2..4`, `0x8000..`, `..9` and `..`. */
function endsOf(key: string): readonly bigint[] | undefined {
  const parts = key.split("..");
  if (parts.length > 2) return undefined;
  const stated = parts.filter((part) => part.trim() !== "" || parts.length === 1);
  const ends = stated.map(numberOf);
  return ends.every((end) => end !== undefined) ? ends : undefined;
}

function checkKey(
  { place, on }: QualifierUse,
  { key, node, ends }: Key,
  type: DeclaredType,
  range: IntegerRange,
): void {
  const sentence = { title: titleOf(on), type: type.name, key };
  if (!ends) {
    place.report("map-key-without-meaning", sentence, node);
  } else if (ends.some((end) => end < range.smallest || end > range.largest)) {
    const { smallest, largest } = range;
    const limits = { smallest: String(smallest), largest: String(largest) };
    place.report("map-key-out-of-range", { ...sentence, ...limits }, node);
  }
}

function checkBit(
  { place, on }: QualifierUse,
  { key, node, ends }: Key,
  type: DeclaredType,
  { bits }: IntegerRange,
): void {
  const title = titleOf(on);
  if (!ends) {
    place.report("map-key-without-meaning", { title, type: type.name, key }, node);
  } else if (ends.some((end) => end < 0n || end >= BigInt(bits))) {
    place.report("bit-beyond-type", { title, type: type.name, bit: key, bits }, node);
  }
}

function reportDuplicates({ place, on }: QualifierUse, value: Value, numbers: boolean): void {
  const seen = new Map<string, Value>();
  for (const { key, node, ends } of keysOf(value)) {
    const [only] = ends ?? [];
    const single = numbers && ends?.length === 1 && !key.includes("..");
    const identity = single && only !== undefined ? String(only) : key;
    const before = seen.get(identity);
    if (before) {
      const related = because("the key stands here first", locate(place, before));
      place.report("duplicate-map-key", { title: titleOf(on), key }, node, related);
    } else seen.set(identity, node);
  }
}
