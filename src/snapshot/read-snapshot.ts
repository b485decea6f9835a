import type { MofDocument } from "../ast/index.ts";
import { diagnose, type Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import type { JsonNode } from "./json/node.ts";
import { parseJson } from "./json/parse-json.ts";
import type { Place } from "./json/place.ts";
import { ShapeReader } from "./json/shape-reader.ts";
import { readVersion1 } from "./read-version-1.ts";

/** Reads the declarations of one version; what is wrong, its reader remembers. */
type VersionReader = (reader: ShapeReader, place: Place) => MofDocument["declarations"];

/** A version stays here for as long as there may be files of it. */
const versions: ReadonlyMap<string, VersionReader> = new Map([["1", readVersion1]]);

/**
 * Reads a schema that was written as JSON. It becomes what MOF would have become, an AST
 * whose nodes are spans of the JSON text, so that resolving and every message are the same.
 */
export function readSnapshot(source: Source): Outcome<MofDocument> {
  const parsed = parseJson(source.text);
  if ("mistake" in parsed) {
    const { reason, start, end } = parsed.mistake;
    const location = { source, span: { start, end } };
    const sentence = { path: source.name, reason };
    return {
      value: documentOf(source, []),
      diagnostics: [diagnose("snapshot-damaged", sentence, location)],
    };
  }
  return readNode(source, parsed);
}

function readNode(source: Source, node: JsonNode): Outcome<MofDocument> {
  const reader = new ShapeReader(source);
  const place: Place = { node };
  const version = versionOf(reader, place);
  const read = version === undefined ? undefined : versions.get(version.text);
  if (version && !read) {
    const { text, start, end } = version;
    const sentence = { version: text, known: [...versions.keys()] };
    const location = { source, span: { start, end } };
    reader.diagnostics.push(diagnose("snapshot-version", sentence, location));
  }
  const declarations = read?.(reader, place) ?? [];
  return { value: documentOf(source, declarations), diagnostics: reader.diagnostics };
}

/** The version is looked at first: all else depends on it. */
function versionOf(
  reader: ShapeReader,
  place: Place,
): Extract<JsonNode, { kind: "number" }> | undefined {
  const { node } = place;
  if (node.kind !== "object") {
    reader.expected("an object", place);
    return undefined;
  }
  const version = node.members.get("version")?.value;
  if (!version) {
    const { start } = node;
    reader.report("version is missing", place, { start, end: start + 1 });
    return undefined;
  }
  if (version.kind === "number") return version;
  reader.expected("a number", { node: version, within: place, key: "version" });
  return undefined;
}

function documentOf(source: Source, declarations: MofDocument["declarations"]): MofDocument {
  return { kind: "document", source, declarations };
}
