import { integerRange } from "./integer-range.ts";
import { readKey } from "./map-key.ts";

/** A type as it is written. */
interface Written {
  readonly name: { readonly text: string };
  readonly reference: boolean;
}

/**
 * Whether an element of a type can have a value that a `ValueMap` names: a string any, an
 * integer a number of its range, or several such as `4..7`.
 */
export function valueFits({ name, reference }: Written, key: string): boolean {
  if (reference) return false;
  const type = name.text.toLowerCase();
  if (type === "string") return true;
  const range = integerRange(type);
  const { ends } = readKey(key, true);
  if (!range || !ends) return false;
  return ends.every((end) => end >= range.smallest && end <= range.largest);
}

/** Whether an element of a type has a bit of that number (DSP0004 5.6.3.5). */
export function bitFits({ name, reference }: Written, bit: string): boolean {
  const range = reference ? undefined : integerRange(name.text.toLowerCase());
  const { ends } = readKey(bit, true);
  return range !== undefined && ends?.every((end) => end >= 0n && end < range.bits) === true;
}
