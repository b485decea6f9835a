/** Values of JSON as values of the AST. */
import type { Assignment, InstanceDeclaration, Name, Value } from "../ast/index.ts";
import type { Fields, ShapeReader } from "./json/shape-reader.ts";
import type { JsonNumber, JsonString } from "./json/node.ts";
import type { Place } from "./json/place.ts";
import type { SnapshotTypeName } from "./format.ts";
import { readAlias, readName, spanOf } from "./read-name.ts";
import { TYPE_WORDS } from "./words.ts";

/** As deep as the grammar goes. */
const DEEPEST = 200;

/**
 * The literal of a value.
 *
 * @param type - of what holds the value; it tells a number in a string from text
 */
export function readValue(
  reader: ShapeReader,
  place: Place,
  type: SnapshotTypeName | undefined,
  depth = 0,
): Value | undefined {
  const { node } = place;
  const at = spanOf(node);
  if (depth > DEEPEST) {
    reader.report(`values contain each other more than ${DEEPEST} times`, place);
    return undefined;
  }
  switch (node.kind) {
    case "word":
      return node.value === null
        ? { kind: "null", ...at }
        : { kind: "boolean", value: node.value, ...at };
    case "number":
      return numberOf(node, type);
    case "string":
      return textOf(node, type);
    case "array": {
      const items = reader.list(place, (item) => readValue(reader, item, type, depth + 1));
      return { kind: "array", items, ...at };
    }
    case "object":
      return node.members.has("alias") && !node.members.has("class")
        ? aliasOf(reader, place)
        : readInstance(reader, place, depth + 1);
  }
}

function aliasOf(reader: ShapeReader, place: Place): Value | undefined {
  const alias = readAlias(reader, reader.fields(place, ["alias"])?.required("alias"));
  return alias && { kind: "alias", text: alias.text, ...spanOf(place.node) };
}

const INTEGER = /^[us]int\d/;
const REAL = /^real/;
/** What is longer is no number of CIM, and slow to read. */
const DIGITS = /^-?\d{1,400}$/;

function numberOf({ text, start, end }: JsonNumber, type = ""): Value {
  const value = Number(text);
  if (INTEGER.test(type) && DIGITS.test(text)) {
    return { kind: "integer", value: BigInt(text), start, end };
  }
  return Number.isSafeInteger(value) && !REAL.test(type)
    ? { kind: "integer", value: BigInt(value), start, end }
    : { kind: "real", value, start, end };
}

/** Smaller integers are numbers, so that their digits in quotes are text. */
function textOf({ value, start, end }: JsonString, type = ""): Value {
  if (INTEGER.test(type) && DIGITS.test(value) && !Number.isSafeInteger(Number(value))) {
    return { kind: "integer", value: BigInt(value), start, end };
  }
  if (REAL.test(type) && /^(?:-?Infinity|NaN)$/.test(value)) {
    return { kind: "real", value: Number(value), start, end };
  }
  return type === "char16" && value.length === 1
    ? { kind: "char", value, start, end }
    : { kind: "string", value, start, end };
}

const NESTED = ["class", "alias", "properties"];

function readInstance(
  reader: ShapeReader,
  place: Place,
  depth: number,
): InstanceDeclaration | undefined {
  const fields = reader.fields(place, NESTED);
  return fields && instanceOf(reader, place, fields, depth);
}

/** An instance whose object has been looked into. */
export function instanceOf(
  reader: ShapeReader,
  place: Place,
  fields: Fields,
  depth = 0,
): InstanceDeclaration | undefined {
  const className = readName(reader, fields.required("class"));
  const stated = fields.optional("alias");
  const alias = readAlias(reader, stated);
  const assignments = reader.list(fields.required("properties"), (item) =>
    assignmentOf(reader, item, depth),
  );
  return (
    className && {
      kind: "instance",
      qualifiers: [],
      className,
      ...(alias && { alias }),
      assignments,
      ...spanOf(place.node),
    }
  );
}

function assignmentOf(reader: ShapeReader, place: Place, depth: number): Assignment | undefined {
  const fields = reader.fields(place, ["name", "type", "value"]);
  const name: Name | undefined = readName(reader, fields?.required("name"));
  const type = reader.word(fields?.optional("type"), TYPE_WORDS);
  const stated = fields?.required("value");
  const value = stated && readValue(reader, stated, type, depth);
  return (
    name && value && { kind: "assignment", qualifiers: [], name, value, ...spanOf(place.node) }
  );
}
