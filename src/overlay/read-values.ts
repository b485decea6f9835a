import type { ValueOverlay } from "../ast/index.ts";
import type { Place } from "./place.ts";
import { type ShapeReader, spanOf } from "./shape-reader.ts";
import { valueKey } from "./value-key.ts";

/** The names of values, in the order of the file. */
export function readValues(
  reader: ShapeReader,
  place: Place | undefined,
): readonly ValueOverlay[] | undefined {
  if (!place) return undefined;
  return reader.members(place, "value", valueKey).flatMap((member): readonly ValueOverlay[] => {
    const label = readLabel(reader, member.place);
    if (label === undefined) return [];
    const value = valueKey(member.key.text);
    return [{ kind: "value-overlay", value, label, ...spanOf(member) }];
  });
}

function readLabel(reader: ShapeReader, place: Place): string | null | undefined {
  const { node } = place;
  if (node.kind === "null") return null;
  if (node.kind === "text" && node.text.trim() !== "") return node.text;
  const isWord = node.kind === "number" || node.kind === "boolean";
  reader.wrong(place, "a text or null", isWord ? `"${node.text}"` : undefined);
  return undefined;
}
