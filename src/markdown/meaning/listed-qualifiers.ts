/** The qualifiers that lists of properties state, as MOF has them. */
import type { Qualifier, Value } from "../../ast/index.ts";
import type { Source, Span } from "../../source/index.ts";
import type { PageText, QualifierEntry } from "../page.ts";
import { identityOf, nameAt } from "./name.ts";
import { spanOf } from "./qualifiers.ts";

export type ListedType = "boolean" | "integer" | "string" | "string[]";

/**
 * Standard qualifiers of properties, with their types. Those are missing that pages state in
 * another place (descriptions, access), and those that MOF says in another way (`CIMType`).
 */
export const LISTED: Readonly<Record<string, ListedType>> = {
  Aggregate: "boolean",
  Alias: "string",
  ArrayType: "string",
  BitMap: "string[]",
  BitValues: "string[]",
  CIM_Key: "boolean",
  Counter: "boolean",
  CounterType: "integer",
  DefaultScale: "integer",
  DefineValues: "string[]",
  Deprecated: "string[]",
  Display: "string",
  DisplayInHex: "boolean",
  DisplayName: "string",
  DN: "boolean",
  Dynamic: "boolean",
  EmbeddedInstance: "string",
  EmbeddedObject: "boolean",
  Expensive: "boolean",
  Experimental: "boolean",
  Extension: "string",
  Fixed: "boolean",
  Format: "string",
  Gauge: "boolean",
  HelpIndex: "integer",
  IsPUnit: "boolean",
  Key: "boolean",
  Large: "boolean",
  Lazy: "boolean",
  LegalValues: "string[]",
  MappingStrings: "string[]",
  Max: "integer",
  MaxLen: "integer",
  MaxValue: "integer",
  Min: "integer",
  MinLen: "integer",
  MinValue: "integer",
  ModelCorrespondence: "string[]",
  Not_Null: "boolean",
  NullValue: "string",
  OctetString: "boolean",
  Optional: "boolean",
  Override: "string",
  PerfDefault: "boolean",
  PerfDetail: "integer",
  Pointer: "boolean",
  Privileges: "string[]",
  Propagated: "string",
  PropertyUsage: "string",
  PUnit: "string",
  Reference: "string",
  Required: "boolean",
  Schema: "string",
  StringTermination: "string",
  SubType: "string",
  Units: "string",
  ValueMap: "string[]",
  Values: "string[]",
  Volatile: "boolean",
  Weak: "boolean",
  WmiDataId: "integer",
  WmiDisplayInHex: "boolean",
  WmiScale: "integer",
  WmiSizeIs: "string",
  WmiTimeStamp: "string",
  Write_Privileges: "string[]",
};

const TYPES: ReadonlyMap<string, readonly [name: string, type: ListedType]> = new Map(
  Object.entries(LISTED).map(([name, type]) => [identityOf(name), [name, type]]),
);

/** An item of a list, if MOF has a qualifier of that name and type. */
export function listedQualifier(source: Source, entry: QualifierEntry): readonly Qualifier[] {
  const [name, type] = TYPES.get(identityOf(entry.name.text)) ?? [];
  if (name === undefined || type === undefined) return [];
  const value = valueOf(entry.value, type);
  if (value === "unsuitable") return [];
  const written = nameAt(source, entry.name.text, entry.name);
  // Where the page has it in another form, the standard's name stands for it.
  const own = written.end > written.start ? written : { ...written, text: name };
  const known: Qualifier = { kind: "qualifier", name: own, flavors: [], ...spanOf(entry) };
  return [{ ...known, ...(value && { value }) }];
}

/** @returns nothing for a boolean that is true, which MOF need not say */
function valueOf(
  written: PageText | undefined,
  type: ListedType,
): Value | "unsuitable" | undefined {
  const text = written?.text.trim() ?? "";
  const span: Span = written ? spanOf(written) : { start: 0, end: 0 };
  switch (type) {
    case "boolean":
      if (text === "" || /^true$/i.test(text)) return undefined;
      if (/^false$/i.test(text)) return { kind: "boolean", value: false, ...span };
      return "unsuitable";
    case "integer":
      if (!/^(?:-?\d+|0x[\da-f]+)$/i.test(text)) return "unsuitable";
      return { kind: "integer", value: BigInt(text), ...span };
    case "string": {
      const [value] = textsIn(text);
      return value === undefined ? "unsuitable" : { kind: "string", value, ...span };
    }
    case "string[]": {
      const items = textsIn(text).map((value): Value => ({ kind: "string", value, ...span }));
      return items.length === 0 ? "unsuitable" : { kind: "array", items, ...span };
    }
  }
}

const QUOTED = /["“]([^"“”]*)["”]/g;

/** The texts in quotation marks, or all of it where there are none. */
function textsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, value = ""]) => value);
  if (quoted.length > 0) return quoted;
  return text === "" ? [] : [text];
}
