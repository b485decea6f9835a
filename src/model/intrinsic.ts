/** The words for the intrinsic types, and the words that are taken for them. */
import type { IntrinsicName } from "./schema.ts";

/** The intrinsic types (DSP0004 5.2.2). */
export const intrinsicNames: readonly IntrinsicName[] = [
  "boolean",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "sint8",
  "sint16",
  "sint32",
  "sint64",
  "real32",
  "real64",
  "char16",
  "string",
  "datetime",
];

const INTRINSIC: ReadonlySet<string> = new Set(intrinsicNames);

/** Whether a word, in lower case, names an intrinsic type. */
export function isIntrinsic(word: string): word is IntrinsicName {
  return INTRINSIC.has(word);
}

/** What other languages call the types of CIM. */
const FOREIGN: ReadonlyMap<string, IntrinsicName> = new Map<string, IntrinsicName>([
  ["bool", "boolean"],
  ["byte", "uint8"],
  ["char", "char16"],
  ["date", "datetime"],
  ["double", "real64"],
  ["float", "real32"],
  ["int", "sint32"],
  ["int8", "sint8"],
  ["int16", "sint16"],
  ["int32", "sint32"],
  ["int64", "sint64"],
  ["real", "real64"],
  ["uint", "uint32"],
]);

/** The intrinsic type that a word was meant to be: another language's, or one with its letters in disorder. */
export function meantType(name: string): string | undefined {
  const word = name.toLowerCase();
  const letters = sorted(word);
  return FOREIGN.get(word) ?? [...INTRINSIC].find((type) => sorted(type) === letters);
}

function sorted(word: string): string {
  return [...word].sort().join("");
}
