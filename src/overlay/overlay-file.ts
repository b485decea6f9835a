/**
 * What may stand in a `*.overlay.json`, or in the same form in a `*.overlay.yaml`: facts about
 * classes that no source states. `schemas/overlay.schema.json` says the same to other programs.
 * Names count without regard to case.
 */
export interface OverlayFile {
  /** For editors, which find the schema of a JSON file by it. */
  readonly $schema?: string;
  /** Of all classes that state none themselves; without it, the name alone says which class is meant. */
  readonly namespace?: string;
  /** By the names of the classes. */
  readonly classes: Readonly<Record<string, OverlayFileClass>>;
}

/** What is stated about one class. */
export interface OverlayFileClass {
  readonly namespace?: string;
  /** All its key properties, instead of those that the source states. */
  readonly keys?: readonly string[];
  /** By the names of the properties. */
  readonly properties?: Readonly<Record<string, OverlayFileProperty>>;
  /** By the names of the methods. */
  readonly methods?: Readonly<Record<string, OverlayFileMethod>>;
}

export interface OverlayFileProperty {
  /** Whether it is never null. */
  readonly required?: boolean;
  /** Whether it may be written. */
  readonly write?: boolean;
  /** Whether it holds a secret, which logs, recordings and errors must not show. */
  readonly sensitive?: boolean;
  readonly values?: OverlayFileValues;
}

export interface OverlayFileMethod {
  /** Whether it is called on the class, not on an instance. */
  readonly static?: boolean;
  /** What its return codes are called. */
  readonly returns?: OverlayFileValues;
  /** By the names of the parameters. */
  readonly parameters?: Readonly<Record<string, OverlayFileParameter>>;
}

export interface OverlayFileParameter {
  /** Whether null is refused. */
  readonly required?: boolean;
  /** Whether an input may be left out. */
  readonly optional?: boolean;
  /** Whether it holds a secret, which logs, recordings and errors must not show. */
  readonly sensitive?: boolean;
  readonly values?: OverlayFileValues;
}

/**
 * Names of values. Values are written as `ValueMap` has them: `3`, `0x1F`, `4097..32767`, or a
 * text; `null` takes away a name that the source gives.
 */
export type OverlayFileValues = Readonly<Record<string, string | null>>;
