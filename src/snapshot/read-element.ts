/** What properties, methods and parameters have alike: types, arrays and qualifiers. */
import type { ArraySuffix, Qualifier, TypeName } from "../ast/index.ts";
import type { SnapshotTypeName } from "./format.ts";
import type { Place } from "./json/place.ts";
import type { Fields, ShapeReader } from "./json/shape-reader.ts";
import { nameAt, readName, spanOf } from "./read-name.ts";
import { readValue } from "./read-value.ts";
import { FLAVOR_WORDS, QUALIFIER_TYPE_WORDS, TYPE_WORDS } from "./words.ts";

/** A type as the AST has it, and the word of the snapshot for it. */
export interface ReadType {
  readonly word: SnapshotTypeName;
  readonly node: TypeName;
}

/** `type`, and `class` where the type needs one. */
export function readType(reader: ShapeReader, place: Place, fields: Fields): ReadType | undefined {
  const stated = fields.required("type");
  const word = reader.word(stated, TYPE_WORDS);
  if (word === undefined || !stated) return undefined;
  const at = spanOf(stated.node);
  const classPlace = fields.optional("class");
  if (word !== "reference" && word !== "instance") {
    if (classPlace) reader.report(`a ${word} has no class`, classPlace);
    return { word, node: { kind: "type", name: nameAt(word, at), reference: false, ...at } };
  }
  const reference = word === "reference";
  if (!classPlace && !reference) {
    reader.report("class is missing beside instance", place, at);
    return undefined;
  }
  const name = classPlace ? readName(reader, classPlace) : nameAt("object", at);
  return name && { word, node: { kind: "type", name, reference, ...at } };
}

/** Whether it is an array, or how many elements it has. */
export function readArray(reader: ShapeReader, place: Place | undefined): ArraySuffix | undefined {
  if (!place) return undefined;
  const { node } = place;
  const at = spanOf(node);
  if (node.kind === "word" && node.value !== null) {
    return node.value ? { kind: "array-suffix", ...at } : undefined;
  }
  const size = node.kind === "number" ? Number(node.text) : -1;
  if (Number.isSafeInteger(size) && size >= 0) return { kind: "array-suffix", size, ...at };
  reader.expected("true, false or a number of elements", place);
  return undefined;
}

export function readQualifiers(
  reader: ShapeReader,
  place: Place | undefined,
): readonly Qualifier[] {
  return reader.list(place, (item) => readQualifier(reader, item));
}

function readQualifier(reader: ShapeReader, place: Place): Qualifier | undefined {
  const fields = reader.fields(place, ["name", "type", "array", "value", "flavors"]);
  if (!fields) return undefined;
  const name = readName(reader, fields.required("name"));
  const type = reader.word(fields.required("type"), QUALIFIER_TYPE_WORDS);
  const array = fields.optional("array");
  if (array && !(array.node.kind === "word" && array.node.value === true)) {
    reader.expected("true, or left out", array);
  }
  const stated = fields.required("value");
  const value = stated && readValue(reader, stated, type);
  const flavors = fields.optional("flavors");
  const words = reader.list(flavors, (each) => {
    const word = reader.word(each, FLAVOR_WORDS);
    return word === undefined ? undefined : nameAt(word, each.node);
  });
  if (!name || !value) return undefined;
  // A boolean qualifier that is set says so by its name alone.
  const isSet = type === "boolean" && value.kind === "boolean" && value.value;
  return {
    kind: "qualifier",
    name,
    ...(!isSet && { value }),
    flavors: words,
    ...spanOf(place.node),
  };
}
