import type { Overlay } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import type { Source, Span } from "../source/index.ts";
import type { Place } from "./place.ts";
import { readClass } from "./read-class.ts";
import { readNamed, readNamespace } from "./read-name.ts";
import { ShapeReader } from "./shape-reader.ts";
import type { YamlNode } from "./yaml/node.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";
import { withoutComments } from "./yaml/without-comments.ts";

/**
 * Reads the facts that a file states about classes. It is YAML 1.2, and JSON is read as such:
 * comments and commas behind the last member are forgiven there.
 *
 * @param source - an {@link OverlayFile}, as a text
 * @returns what of it has the right shape, and a diagnostic for each part that has not;
 *   `undefined` where it cannot be read at all
 */
export function readOverlay(source: Source): Outcome<Overlay | undefined> {
  const reader = new ShapeReader(source);
  const node = parse(reader);
  const value = node && overlayAt(reader, { node });
  return { value, diagnostics: reader.diagnostics };
}

function parse(reader: ShapeReader): YamlNode | undefined {
  const { name, text } = reader.source;
  const { node, mistakes } = parseYaml(/\.json$/i.test(name) ? withoutComments(text) : text);
  for (const { reason, start, end } of mistakes) {
    // The parser also complains about what is behind the end.
    const clipped: Span = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
    reader.damaged(reason, clipped);
  }
  if (!node && mistakes.length === 0) reader.damaged("it is empty", { start: 0, end: 0 });
  return node;
}

function overlayAt(reader: ShapeReader, place: Place): Overlay | undefined {
  const fields = reader.fields(place, ["$schema", "namespace", "classes"]);
  const schema = fields.get("$schema");
  if (schema && schema.node.kind !== "text") reader.wrong(schema, "a text");
  const namespace = readNamespace(reader, fields.get("namespace"));
  const classes = fields.get("classes");
  if (!classes) {
    const { start } = place.node;
    if (place.node.kind === "map") reader.damaged("classes is missing", { start, end: start + 1 });
    return undefined;
  }
  const named = readNamed(reader, classes, "class");
  return {
    kind: "overlay",
    source: reader.source,
    classes: named.map((member) => readClass(reader, member, namespace)),
  };
}
