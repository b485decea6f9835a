/** Names in an overlay: what would be no name in MOF is none here either. */
import type { Name } from "../ast/index.ts";
import type { Member, Place } from "./place.ts";
import { type ShapeReader, spanOf } from "./shape-reader.ts";
import { quoted } from "./written.ts";
import type { YamlScalar } from "./yaml/node.ts";

/** `IDENTIFIER` (DSP0004 annex A). */
const NAME = /^[A-Za-z_\u0080-\u009F\u00A1-\uFFEF][0-9A-Za-z_\u0080-\u009F\u00A1-\uFFEF]*$/;

/** Not only of what separates its parts. */
const NAMESPACE = /[^\s\\/.]/;

/** A member whose key names something. */
export interface NamedMember extends Member {
  readonly name: Name;
}

/** What an object holds by the names of things, which count without regard to case. */
export function readNamed(
  reader: ShapeReader,
  place: Place | undefined,
  what: string,
): readonly NamedMember[] {
  return reader
    .members(place, what, (text) => text.toLowerCase())
    .flatMap((member) => {
      const name = nameOf(reader, member.key, what);
      return name ? [{ ...member, name }] : [];
    });
}

/** A list of names of properties. */
export function readNames(
  reader: ShapeReader,
  place: Place | undefined,
): readonly Name[] | undefined {
  if (!place) return undefined;
  const { node } = place;
  if (node.kind !== "list") {
    reader.wrong(place, "a list of names", node.kind === "text" ? `["${node.text}"]` : undefined);
    return undefined;
  }
  const names = new Map<string, Name>();
  for (const item of reader.within(node.items, node)) {
    if (item.kind !== "text") {
      reader.wrong({ node: item, within: place }, "a list of names");
      continue;
    }
    const name = nameOf(reader, item, "property");
    const same = item.text.toLowerCase();
    const first = names.get(same);
    if (name && first) reader.duplicate("property", name.text, name, first);
    else if (name) names.set(same, name);
  }
  return [...names.values()];
}

/** A namespace as it is written; whoever compares it knows how that is done. */
export function readNamespace(reader: ShapeReader, place: Place | undefined): Name | undefined {
  if (!place) return undefined;
  const { node } = place;
  if (node.kind === "text" && NAMESPACE.test(node.text)) return nameAt(node);
  reader.wrong(place, "a namespace such as root/cimv2");
  return undefined;
}

function nameOf(reader: ShapeReader, scalar: YamlScalar, what: string): Name | undefined {
  if (NAME.test(scalar.text)) return nameAt(scalar);
  reader.report("overlay-bad-name", { written: quoted(scalar.text), what }, scalar);
  return undefined;
}

function nameAt(scalar: YamlScalar): Name {
  return { kind: "name", text: scalar.text, ...spanOf(scalar) };
}
