import type { Value } from "../../../ast/index.ts";
import type { IntegerRange } from "../../integer-range.ts";

/** Why a value is none of a type, and which part of it. */
export type Misfit =
  | { readonly kind: "another-type"; readonly value: Value }
  /** A text that looks like the number that is wanted, and the like. */
  | { readonly kind: "another-form"; readonly value: Value }
  | {
      readonly kind: "out-of-range";
      readonly value: Value;
      readonly range: IntegerRange;
      /** What the type makes of its bits, if it has as many: 0xFFFFFFFF is -1 in a sint32. */
      readonly wrapped: bigint | undefined;
    }
  | { readonly kind: "rounded"; readonly value: Value; readonly number: number }
  | { readonly kind: "number-for-boolean"; readonly value: Value }
  | { readonly kind: "several-characters"; readonly value: Value }
  | { readonly kind: "no-datetime"; readonly value: Value }
  | { readonly kind: "array-for-scalar"; readonly value: Value }
  | { readonly kind: "scalar-for-array"; readonly value: Value }
  | { readonly kind: "too-many"; readonly value: Value; readonly count: number };
