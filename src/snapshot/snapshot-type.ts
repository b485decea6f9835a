import type { DeclaredType } from "../model/index.ts";
import type { SnapshotType, SnapshotTypeName } from "./format.ts";
import { TYPE_WORDS } from "./words.ts";

/** A type as it is declared; `object ref` refers to anything. */
export function snapshotType({ name, reference }: DeclaredType): SnapshotType {
  if (reference) {
    return name === "object" ? { type: "reference" } : { type: "reference", class: name };
  }
  return isWord(name) ? { type: name } : { type: "instance", class: name };
}

/** Whether a word is a type by itself: a class may be called Reference or Instance. */
function isWord(name: string): name is Exclude<SnapshotTypeName, "reference" | "instance"> {
  const words: ReadonlySet<string> = TYPE_WORDS;
  return words.has(name) && name !== "reference" && name !== "instance";
}

/** A number of elements that no number of JSON can hold is none. */
export function snapshotArray(array: boolean | number): boolean | number {
  return typeof array === "boolean" || Number.isSafeInteger(array) ? array : true;
}
