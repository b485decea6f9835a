import { integerRange } from "../../model/integer-range.ts";
import type { CimType, Qualifiers } from "../../model/index.ts";
import { typeWords, type Typed } from "../words.ts";
import type { ClassRelation } from "./class-relation.ts";

/** How a type has changed, and between what. */
export type TypeChange = ChangeOfKind<EncodingChangeKind> | ChangeOfKind<PlainChangeKind>;

export interface ChangeOfKind<K> {
  readonly kind: K;
  readonly before: string;
  readonly after: string;
}

/** Changes of how a value is written, which have the same rule wherever they happen. */
export type EncodingChangeKind =
  | "octetstring-added"
  | "octetstring-removed"
  | "embeddedobject-added"
  | "embeddedobject-removed"
  | "embeddedinstance-added"
  | "embeddedinstance-removed"
  | "embedded-object-to-instance"
  | "embedded-instance-to-object";

/** Changes that properties and parameters have rules of their own for. */
export type PlainChangeKind =
  | "embedded-class-changed"
  | "reference-narrowed"
  | "reference-widened"
  | "reference-unrelated"
  | "widened"
  | "widened-to-64-bit"
  | "changed"
  | "arrayness-changed"
  | "array-size-changed"
  | "array-type-changed";

type TypeChangeKind = EncodingChangeKind | PlainChangeKind;

/** An element with a type; its qualifiers tell what an array of it is. */
export interface TypedSide extends Typed {
  readonly qualifiers: Qualifiers;
}

/** Says how a type has changed, worst first: at most one way, and what kind of array it is. */
export function compareType(
  before: TypedSide,
  after: TypedSide,
  relation: ClassRelation,
): readonly TypeChange[] {
  const changes: TypeChange[] = [];
  const kind = kindOf(before, after, relation);
  if (kind) changes.push(describe(kind, before, after));
  if (before.type.array !== false && after.type.array !== false) {
    const [was, is] = [arrayType(before), arrayType(after)];
    if (was.toLowerCase() !== is.toLowerCase()) {
      changes.push({ kind: "array-type-changed", before: was, after: is });
    }
  }
  return changes;
}

/** Words for both sides; of references and embedded instances the classes alone matter. */
function describe(kind: TypeChangeKind, before: TypedSide, after: TypedSide): TypeChange {
  const words = kind.startsWith("reference-") ? classOf : typeWords;
  const sides = { before: words(before), after: words(after) };
  return isEncoding(kind) ? { kind, ...sides } : { kind, ...sides };
}

function arrayType({ qualifiers }: TypedSide): string {
  const value = qualifiers.get("arraytype")?.value;
  return typeof value === "string" ? value : "Bag";
}

function kindOf(
  before: TypedSide,
  after: TypedSide,
  relation: ClassRelation,
): TypeChangeKind | undefined {
  const element = elementKind(before, after, relation);
  const array = arrayKind(before.type, after.type);
  // The array of an octet string is one of bytes more or less.
  if (element === "octetstring-added" || element === "octetstring-removed") return element;
  if (element && array === "arrayness-changed") return "changed";
  return element ?? array;
}

function arrayKind(before: CimType, after: CimType): TypeChangeKind | undefined {
  if (before.array === after.array) return undefined;
  const toggled = (before.array === false) !== (after.array === false);
  return toggled ? "arrayness-changed" : "array-size-changed";
}

function elementKind(
  before: TypedSide,
  after: TypedSide,
  relation: ClassRelation,
): TypeChangeKind | undefined {
  const [a, b] = [before.type, after.type];
  if (a.kind === "intrinsic" && b.kind === "intrinsic") return intrinsicKind(a.name, b.name);
  if (a.kind === "reference" && b.kind === "reference") {
    return referenceKind(classOf(before), classOf(after), relation);
  }
  if (a.kind === "embedded-instance" && b.kind === "embedded-instance") {
    return same(a.className, b.className) ? undefined : "embedded-class-changed";
  }
  if (a.kind === b.kind) return undefined;
  return encodingKind(a, b);
}

function intrinsicKind(a: string, b: string): TypeChangeKind | undefined {
  if (a === b) return undefined;
  if (a === "real32" && b === "real64") return "widened";
  const [small, large] = [integerRange(a), integerRange(b)];
  if (!small || !large) return "changed";
  if (large.smallest > small.smallest || large.largest < small.largest) return "changed";
  return large.bits === 64 ? "widened-to-64-bit" : "widened";
}

function referenceKind(a: string, b: string, relation: ClassRelation): TypeChangeKind | undefined {
  if (same(a, b)) return undefined;
  const found = relation(a, b);
  return found === "unrelated" ? "reference-unrelated" : `reference-${found}`;
}

/** What a qualifier makes of `uint8[]` or `string`. */
function encodingKind(a: CimType, b: CimType): TypeChangeKind {
  if (a.kind === "embedded-object" && b.kind === "embedded-instance") {
    return "embedded-object-to-instance";
  }
  if (a.kind === "embedded-instance" && b.kind === "embedded-object") {
    return "embedded-instance-to-object";
  }
  if (isPlain(a)) return qualifiedKind(a, b, "added") ?? "changed";
  if (isPlain(b)) return qualifiedKind(b, a, "removed") ?? "changed";
  return "changed";
}

type Plain = CimType & { readonly kind: "intrinsic" };

function isPlain(type: CimType): type is Plain {
  return type.kind === "intrinsic";
}

function qualifiedKind(
  plain: Plain,
  qualified: CimType,
  event: "added" | "removed",
): TypeChangeKind | undefined {
  if (qualified.kind === "octetstring" && plain.name === "uint8") return `octetstring-${event}`;
  if (plain.name !== "string") return undefined;
  if (qualified.kind === "embedded-object") return `embeddedobject-${event}`;
  return qualified.kind === "embedded-instance" ? `embeddedinstance-${event}` : undefined;
}

/** The class that a type names. */
function classOf({ type, declaredType }: Typed): string {
  return ("className" in type ? type.className : undefined) ?? declaredType.name;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether a change has the same rule wherever it happens. */
export function isEncoding(kind: TypeChangeKind): kind is EncodingChangeKind {
  return /^(?:octetstring|embedded(?:object|instance)|embedded-\w+-to)-/u.test(kind);
}
