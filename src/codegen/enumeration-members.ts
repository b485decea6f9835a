/** The names and the literals of the values in a value map. */
import type { CimType, ValueMap } from "../model/index.ts";
import { startedSafely, stringLiteral } from "./identifiers.ts";
import type { NameReason } from "./name-notes.ts";
import { UniqueNames } from "./unique-names.ts";

/** A member of a value map's constant. */
export interface EnumerationMember {
  readonly name: string;
  /** A literal. */
  readonly value: string;
  /** As the MOF writes it, otherwise the name. */
  readonly label: string;
  /** What documentation says of it. */
  readonly description?: string;
  /** Why the name is not the label's words joined. */
  readonly reason?: NameReason;
}

/** A value that is a member, and what it would be called alone. */
interface Wanted {
  readonly key: string;
  readonly value: string;
  readonly words: string | undefined;
  readonly wanted: WantedName;
  readonly description?: string;
}

/** The members of a value map's constant; ranges, and texts that are no value, are none. */
export function enumerationMembers(type: CimType, values: ValueMap): EnumerationMember[] {
  const all = values.entries.flatMap(({ key, label, description }): Wanted[] => {
    const value = valueText(type, key, values);
    if (value === undefined) return [];
    // A text without a label is its own; a number is none.
    const words = label ?? (type.kind === "intrinsic" && type.name === "string" ? key : undefined);
    const said = description === undefined ? {} : { description };
    return [{ key, value, words, wanted: memberName(key, words), ...said }];
  });
  const names = new UniqueNames();
  const own = ownNames(all, names);
  return all.map((each) => {
    const { key, value, words, wanted, description } = each;
    const name = own.get(each) ?? distinct(wanted.name, key, names);
    const reason = name === wanted.name ? wanted.reason : "taken";
    const said = { ...(reason && { reason }), ...(description !== undefined && { description }) };
    return { name, value, label: words ?? name, ...said };
  });
}

/**
 * A label that is a name as it stands has it, whatever comes before: `Saturday` must not be the
 * value of `-Saturday`.
 */
function ownNames(all: readonly Wanted[], names: UniqueNames): ReadonlyMap<Wanted, string> {
  const own = new Map<Wanted, string>();
  for (const each of all) {
    const { words, wanted } = each;
    if (words === wanted.name && !names.has(words)) own.set(each, names.claim(words));
  }
  return own;
}

/** The literal of an entry; ranges, and keys that are no value of the type, have none. */
export function valueText(type: CimType, key: string, { kind }: ValueMap): string | undefined {
  if (type.kind !== "intrinsic") return undefined;
  if (type.name === "string") return kind === "bits" ? undefined : stringLiteral(key);
  const bits = /^[us]int(\d+)$/.exec(type.name)?.[1];
  return bits === undefined ? undefined : integerText(key, kind === "bits", bits === "64");
}

/** One exact integer, in any notation of MOF; ranges and words are no members. */
function integerText(key: string, bit: boolean, wide: boolean): string | undefined {
  if (!bit && USUAL_INTEGER.test(key)) return wide ? `${key}n` : key;
  // A limit, because BigInt reads a text of megabytes in a time that grows faster than it.
  const [, sign, hex, binary, decimal] = key.length > 80 ? [] : (INTEGER.exec(key) ?? []);
  const digits = hex ?? (binary === undefined ? decimal : `0b${binary}`);
  if (digits === undefined) return undefined;
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  if (!bit) return `${value}${wide ? "n" : ""}`;
  return value < 0n || value > 63n ? undefined : `${1n << value}${wide ? "n" : ""}`;
}

const USUAL_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const INTEGER = /^([+-]?)(?:(0x[0-9a-f]+)|([01]+)b|(\d+))$/i;

/** `Enabled but Offline` becomes `EnabledButOffline`: words joined, each with a capital. */
function memberName(key: string, label: string | undefined): WantedName {
  if (label !== undefined && ONE_WORD.test(label)) return { name: label };
  const words = (label ?? "").match(/[\p{L}\p{N}_]+/gu) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  if (joined === "") {
    const name = `Value_${keyName(key)}`;
    return label === undefined ? { name } : { name, reason: "unlabelled" };
  }
  const name = startedSafely(joined);
  if (name === "__proto__") return { name: "__proto___", reason: "prototype" };
  if (name === joined) return { name };
  return { name, reason: name === `_${joined}` ? "digit" : "characters" };
}

/** A key as the end of a name: `minus_1`, `0x1F`. */
function keyName(key: string): string {
  return startedSafely(key.replace(/^-/, "minus_")).replace(/^_(?=\d)/, "");
}

/** Most labels are names as they are. */
const ONE_WORD = /^[A-Za-z]\w*$/;

interface WantedName {
  readonly name: string;
  readonly reason?: NameReason;
}

function distinct(wanted: string, key: string, names: UniqueNames): string {
  if (!names.has(wanted)) return names.claim(wanted);
  return names.claim(`${wanted}_${keyName(key)}`);
}
