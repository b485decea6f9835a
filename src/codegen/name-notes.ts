/** What there is to say about names that generated code could not take as they are. */

/** What a name belongs to. */
export type NamedThing =
  | "class"
  | "static half"
  | "create type"
  | "write type"
  | "provider"
  | "value map"
  | "value"
  | "method"
  | "file"
  | "folder";

/**
 * Why a name had to differ.
 *
 * - `reserved`: it is a word of TypeScript, or generated files need it themselves
 * - `characters`: it has characters that a name of TypeScript, or of a file, cannot have
 * - `digit`: it would begin with a digit
 * - `taken`: something else in the same place has it already; for Windows and macOS a file has
 *   the name of another, too, when they differ in nothing but case or how an accent is written
 * - `device`: Windows takes a file of that name for a device
 * - `long`: file systems do not take a name of that length
 * - `index`: the file of the namespace has it
 * - `unlabelled`: the MOF gives the value no label with letters
 * - `prototype`: as a member of an object literal it would set the prototype
 * - `await`: on a handle, a method of that name would be called by `await`
 * - `json`: on a handle, a method of that name would be called by `JSON.stringify`
 */
export type NameReason =
  | "reserved"
  | "characters"
  | "digit"
  | "taken"
  | "device"
  | "long"
  | "index"
  | "unlabelled"
  | "prototype"
  | "await"
  | "json";

/** A name that had to differ from what it stands for. */
export interface NameNote {
  readonly thing: NamedThing;
  /** What it is part of or belongs to: `root/cimv2:CIM_X.Member`. */
  readonly of: string;
  /** What it would be called if it could: the MOF's name or label, or what follows from it. */
  readonly wanted: string;
  /** What it is called; empty for a method that a handle does not offer. */
  readonly name: string;
  readonly reason: NameReason;
}
