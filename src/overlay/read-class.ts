/** What an overlay states about a class and its members. */
import type {
  ClassOverlay,
  MethodOverlay,
  Name,
  ParameterOverlay,
  PropertyOverlay,
} from "../ast/index.ts";
import { type NamedMember, readNamed, readNames, readNamespace } from "./read-name.ts";
import { readValues } from "./read-values.ts";
import { type ShapeReader, spanOf } from "./shape-reader.ts";

/** @param ofFile - the namespace of classes that state none */
export function readClass(
  reader: ShapeReader,
  { name, place, ...at }: NamedMember,
  ofFile: Name | undefined,
): ClassOverlay {
  const fields = reader.fields(place, ["namespace", "keys", "properties", "methods"]);
  const namespace = readNamespace(reader, fields.get("namespace")) ?? ofFile;
  const keys = readNames(reader, fields.get("keys"));
  const properties = readNamed(reader, fields.get("properties"), "property");
  const methods = readNamed(reader, fields.get("methods"), "method");
  return {
    kind: "class-overlay",
    name,
    ...(namespace && { namespace }),
    ...(keys && { keys }),
    properties: properties.map((member) => readProperty(reader, member)),
    methods: methods.map((member) => readMethod(reader, member)),
    ...spanOf(at),
  };
}

function readProperty(reader: ShapeReader, { name, place, ...at }: NamedMember): PropertyOverlay {
  const fields = reader.fields(place, ["required", "write", "sensitive", "values"]);
  const required = reader.boolean(fields.get("required"));
  const write = reader.boolean(fields.get("write"));
  const sensitive = reader.boolean(fields.get("sensitive"));
  const values = readValues(reader, fields.get("values"));
  return {
    kind: "property-overlay",
    name,
    ...(required && { required }),
    ...(write && { write }),
    ...(sensitive && { sensitive }),
    ...(values && { values }),
    ...spanOf(at),
  };
}

function readMethod(reader: ShapeReader, { name, place, ...at }: NamedMember): MethodOverlay {
  const fields = reader.fields(place, ["static", "returns", "parameters"]);
  const isStatic = reader.boolean(fields.get("static"));
  const returns = readValues(reader, fields.get("returns"));
  const parameters = readNamed(reader, fields.get("parameters"), "parameter");
  return {
    kind: "method-overlay",
    name,
    ...(isStatic && { static: isStatic }),
    ...(returns && { returns }),
    parameters: parameters.map((member) => readParameter(reader, member)),
    ...spanOf(at),
  };
}

function readParameter(reader: ShapeReader, { name, place, ...at }: NamedMember): ParameterOverlay {
  const fields = reader.fields(place, ["required", "optional", "sensitive", "values"]);
  const required = reader.boolean(fields.get("required"));
  const optional = reader.boolean(fields.get("optional"));
  const sensitive = reader.boolean(fields.get("sensitive"));
  const values = readValues(reader, fields.get("values"));
  return {
    kind: "parameter-overlay",
    name,
    ...(required && { required }),
    ...(optional && { optional }),
    ...(sensitive && { sensitive }),
    ...(values && { values }),
    ...spanOf(at),
  };
}
