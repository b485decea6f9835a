/** Version 1 of the snapshot, as declarations. */
import type {
  ClassDeclaration,
  Declaration,
  InstanceDeclaration,
  MethodDeclaration,
  ParameterDeclaration,
  PragmaDirective,
  PropertyDeclaration,
  QualifierDeclaration,
} from "../ast/index.ts";
import type { Span } from "../source/index.ts";
import type { Place } from "./json/place.ts";
import type { ShapeReader } from "./json/shape-reader.ts";
import { readArray, readQualifiers, readType } from "./read-element.ts";
import { nameAt, readAlias, readName, spanOf } from "./read-name.ts";
import { instanceOf, readValue } from "./read-value.ts";
import { DIRECTION_WORDS, FLAVOR_WORDS, QUALIFIER_TYPE_WORDS, SCOPE_WORDS } from "./words.ts";

const SNAPSHOT = ["$schema", "version", "classes", "instances", "qualifierTypes"];
const CLASS = ["name", "namespace", "alias", "superclass", "qualifiers", "properties", "methods"];
const PROPERTY = ["name", "type", "class", "array", "key", "default", "qualifiers"];
const METHOD = ["name", "type", "class", "array", "static", "qualifiers", "parameters"];
const PARAMETER = ["name", "type", "class", "array", "direction", "default", "qualifiers"];
const INSTANCE = ["class", "namespace", "alias", "properties"];
const QUALIFIER_TYPE = ["name", "namespace", "type", "array", "default", "scopes", "flavors"];

/** A declaration and the namespace that it says it stands in. */
interface Placed<D extends Declaration> {
  readonly namespace: string;
  readonly at: Span;
  readonly node: D;
}

/** The declarations, each behind a pragma that sets its namespace where that is another one. */
export function readVersion1(reader: ShapeReader, place: Place): readonly Declaration[] {
  const fields = reader.fields(place, SNAPSHOT);
  if (!fields) return [];
  const schema = fields.optional("$schema");
  if (schema) reader.text(schema);
  const classes = reader.list(fields.required("classes"), (item) => readClass(reader, item));
  const instances = reader.list(fields.required("instances"), (each) => readInstance(reader, each));
  const types = reader.list(fields.required("qualifierTypes"), (item) =>
    readQualifierType(reader, item),
  );
  return inNamespaces([...byNamespace(types, classes), ...instances]);
}

/** Types of qualifiers stand before the classes of their namespace. */
function byNamespace(
  types: readonly Placed<QualifierDeclaration>[],
  classes: readonly Placed<ClassDeclaration>[],
): readonly Placed<Declaration>[] {
  const groups = new Map<string, Placed<Declaration>[]>();
  for (const each of [...types, ...classes]) {
    const group = groups.get(each.namespace.toLowerCase());
    if (group) group.push(each);
    else groups.set(each.namespace.toLowerCase(), [each]);
  }
  return [...groups.values()].flat();
}

function inNamespaces(placed: readonly Placed<Declaration>[]): readonly Declaration[] {
  const declarations: Declaration[] = [];
  let current: string | undefined;
  for (const { namespace, at, node } of placed) {
    if (namespace !== current) declarations.push(namespacePragma(namespace, at));
    current = namespace;
    declarations.push(node);
  }
  return declarations;
}

function namespacePragma(namespace: string, at: Span): PragmaDirective {
  const parameter = { kind: "string", value: namespace, ...at } as const;
  return { kind: "pragma", name: nameAt("namespace", at), parameters: [parameter], ...at };
}

function readNamespace(
  reader: ShapeReader,
  place: Place | undefined,
): Pick<Placed<Declaration>, "namespace" | "at"> | undefined {
  const namespace = reader.textLike(place, /[^\s\\/.]/, "the name of a namespace");
  return place && namespace !== undefined ? { namespace, at: spanOf(place.node) } : undefined;
}

function readClass(reader: ShapeReader, place: Place): Placed<ClassDeclaration> | undefined {
  const fields = reader.fields(place, CLASS);
  if (!fields) return undefined;
  const name = readName(reader, fields.required("name"));
  const namespace = readNamespace(reader, fields.required("namespace"));
  const alias = readAlias(reader, fields.optional("alias"));
  const stated = fields.required("superclass");
  const isNull = stated?.node.kind === "word" && stated.node.value === null;
  const superclass = isNull ? undefined : readName(reader, stated);
  const qualifiers = readQualifiers(reader, fields.required("qualifiers"));
  const properties = reader.list(fields.required("properties"), (each) =>
    readProperty(reader, each),
  );
  const methods = reader.list(fields.required("methods"), (each) => readMethod(reader, each));
  if (!name || !namespace) return undefined;
  const features = [...properties, ...methods];
  const node: ClassDeclaration = {
    kind: "class",
    qualifiers,
    name,
    ...(alias && { alias }),
    ...(superclass && { superclass }),
    features,
    ...spanOf(place.node),
  };
  return { ...namespace, node };
}

function readProperty(reader: ShapeReader, place: Place): PropertyDeclaration | undefined {
  const fields = reader.fields(place, PROPERTY);
  if (!fields) return undefined;
  const name = readName(reader, fields.required("name"));
  const type = readType(reader, place, fields);
  const array = readArray(reader, fields.required("array"));
  readTrue(reader, fields.optional("key"));
  const stated = fields.optional("default");
  const initializer = stated && readValue(reader, stated, type?.word);
  const qualifiers = readQualifiers(reader, fields.required("qualifiers"));
  if (!name || !type) return undefined;
  return {
    kind: "property",
    qualifiers,
    type: type.node,
    name,
    ...(array && { array }),
    ...(initializer && { initializer }),
    ...spanOf(place.node),
  };
}

function readMethod(reader: ShapeReader, place: Place): MethodDeclaration | undefined {
  const fields = reader.fields(place, METHOD);
  if (!fields) return undefined;
  const name = readName(reader, fields.required("name"));
  const type = readType(reader, place, fields);
  const array = readArray(reader, fields.required("array"));
  readTrue(reader, fields.optional("static"));
  const qualifiers = readQualifiers(reader, fields.required("qualifiers"));
  const parameters = reader.list(fields.required("parameters"), (each) =>
    readParameter(reader, each),
  );
  if (!name || !type) return undefined;
  return {
    kind: "method",
    qualifiers,
    type: type.node,
    ...(array && { array }),
    name,
    parameters,
    ...spanOf(place.node),
  };
}

function readParameter(reader: ShapeReader, place: Place): ParameterDeclaration | undefined {
  const fields = reader.fields(place, PARAMETER);
  if (!fields) return undefined;
  const name = readName(reader, fields.required("name"));
  const type = readType(reader, place, fields);
  const array = readArray(reader, fields.required("array"));
  reader.word(fields.required("direction"), DIRECTION_WORDS);
  const stated = fields.optional("default");
  const initializer = stated && readValue(reader, stated, type?.word);
  const qualifiers = readQualifiers(reader, fields.required("qualifiers"));
  if (!name || !type) return undefined;
  return {
    kind: "parameter",
    qualifiers,
    type: type.node,
    name,
    ...(array && { array }),
    ...(initializer && { initializer }),
    ...spanOf(place.node),
  };
}

/** What is derived is there for other programs, and only `true` is ever written. */
function readTrue(reader: ShapeReader, place: Place | undefined): void {
  if (place && !(place.node.kind === "word" && place.node.value === true)) {
    reader.expected("true, or left out", place);
  }
}

function readInstance(reader: ShapeReader, place: Place): Placed<InstanceDeclaration> | undefined {
  const fields = reader.fields(place, INSTANCE);
  const namespace = readNamespace(reader, fields?.required("namespace"));
  const node = fields && instanceOf(reader, place, fields);
  return namespace && node && { ...namespace, node };
}

function readQualifierType(
  reader: ShapeReader,
  place: Place,
): Placed<QualifierDeclaration> | undefined {
  const fields = reader.fields(place, QUALIFIER_TYPE);
  if (!fields) return undefined;
  const name = readName(reader, fields.required("name"));
  const namespace = readNamespace(reader, fields.required("namespace"));
  const typePlace = fields.required("type");
  const type = reader.word(typePlace, QUALIFIER_TYPE_WORDS);
  const array = readArray(reader, fields.required("array"));
  const stated = fields.required("default");
  const initializer = stated && readValue(reader, stated, type);
  const words = (at: Place | undefined, known: ReadonlySet<string>) =>
    reader.list(at, (each) => {
      const word = reader.word(each, known);
      return word === undefined ? undefined : nameAt(word, each.node);
    });
  const scopes = words(fields.required("scopes"), SCOPE_WORDS);
  const flavors = words(fields.required("flavors"), FLAVOR_WORDS);
  if (!name || !namespace || !typePlace || type === undefined) return undefined;
  const at = spanOf(typePlace.node);
  const node: QualifierDeclaration = {
    kind: "qualifier-declaration",
    name,
    type: { kind: "type", name: nameAt(type, at), reference: false, ...at },
    ...(array && { array }),
    ...(initializer && { initializer }),
    scopes,
    flavors,
    ...spanOf(place.node),
  };
  return { ...namespace, node };
}
