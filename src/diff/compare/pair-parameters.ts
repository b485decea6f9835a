import type { CimParameter } from "../../model/index.ts";
import { typeWords } from "../words.ts";
import { directionOf } from "./compare-parameter.ts";

/** Which parameters of a method are the same on both sides. */
export interface ParameterPairs {
  readonly both: readonly (readonly [before: CimParameter, after: CimParameter])[];
  /** At the same place with the same type and direction, under another name. */
  readonly renamed: readonly (readonly [before: CimParameter, after: CimParameter])[];
  readonly removed: readonly CimParameter[];
  readonly added: readonly CimParameter[];
}

/** Pairs parameters by their names, and those that are left by place and type. */
export function pairParameters(
  before: readonly CimParameter[],
  after: readonly CimParameter[],
): ParameterPairs {
  const [old, now] = [byName(before), byName(after)];
  const both = before.flatMap((each): [CimParameter, CimParameter][] => {
    const other = now.get(keyOf(each));
    return other ? [[each, other]] : [];
  });
  const renamed: [CimParameter, CimParameter][] = [];
  const removed: CimParameter[] = [];
  const replaced = new Set<CimParameter>();
  for (const [index, each] of before.entries()) {
    if (now.has(keyOf(each))) continue;
    const other = after[index];
    if (other && !old.has(keyOf(other)) && alike(each, other)) {
      renamed.push([each, other]);
      replaced.add(other);
    } else removed.push(each);
  }
  const added = after.filter((each) => !old.has(keyOf(each)) && !replaced.has(each));
  return { both, renamed, removed, added };
}

function byName(parameters: readonly CimParameter[]): ReadonlyMap<string, CimParameter> {
  return new Map(parameters.map((each) => [keyOf(each), each]));
}

function keyOf({ name }: CimParameter): string {
  return name.toLowerCase();
}

function alike(a: CimParameter, b: CimParameter): boolean {
  return typeWords(a) === typeWords(b) && directionOf(a) === directionOf(b);
}
