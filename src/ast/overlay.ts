/** Facts that sources leave out, stated by hand in a file of their own. Every node is a span of that file. */
import type { Source, Span } from "../source/index.ts";
import type { Name } from "./nodes.ts";

/** One `*.overlay.json` or `*.overlay.yaml`. */
export interface Overlay {
  readonly kind: "overlay";
  readonly source: Source;
  readonly classes: readonly ClassOverlay[];
}

/** What is said of one class. */
export interface ClassOverlay extends Span {
  readonly kind: "class-overlay";
  readonly name: Name;
  /** That of the file unless stated here; absent where neither is: then the name alone counts. */
  readonly namespace?: Name;
  /** All its key properties, instead of those that the source states. */
  readonly keys?: readonly Name[];
  readonly properties: readonly PropertyOverlay[];
  readonly methods: readonly MethodOverlay[];
}

export interface PropertyOverlay extends Span {
  readonly kind: "property-overlay";
  readonly name: Name;
  /** Whether it is never null. */
  readonly required?: Fact<boolean>;
  /** Whether it may be written. */
  readonly write?: Fact<boolean>;
  readonly sensitive?: Fact<boolean>;
  readonly values?: readonly ValueOverlay[];
}

export interface MethodOverlay extends Span {
  readonly kind: "method-overlay";
  readonly name: Name;
  /** Whether it is called on the class. */
  readonly static?: Fact<boolean>;
  /** What its return codes are called. */
  readonly returns?: readonly ValueOverlay[];
  readonly parameters: readonly ParameterOverlay[];
}

export interface ParameterOverlay extends Span {
  readonly kind: "parameter-overlay";
  readonly name: Name;
  /** Whether null is refused. */
  readonly required?: Fact<boolean>;
  /** Whether an input may be left out. */
  readonly optional?: Fact<boolean>;
  readonly sensitive?: Fact<boolean>;
  readonly values?: readonly ValueOverlay[];
}

/** Something stated, and where. */
export interface Fact<T> extends Span {
  readonly value: T;
}

/** The name of one value; `null` takes away a name that the source gives. */
export interface ValueOverlay extends Span {
  readonly kind: "value-overlay";
  /** As `ValueMap` has it: `3`, `Boot` for a string. */
  readonly value: string;
  readonly label: string | null;
}
