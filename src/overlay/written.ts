/** How values and places of an overlay are shown in sentences. */
import type { Place } from "./place.ts";
import type { YamlNode } from "./yaml/node.ts";

/** A value as it is written, in a few words. */
export function written(node: YamlNode): string {
  switch (node.kind) {
    case "map":
      return "an object";
    case "list":
      return "a list";
    case "text":
      return quoted(node.text);
    case "null":
      return node.text === "" ? "nothing" : node.text;
    default:
      return short(node.text);
  }
}

/** A text in quotes, short enough for a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(short(text));
}

/** `classes.Demo_Door.methods.Open.static` */
export function pathOf(place: Place): string {
  const steps: string[] = [];
  for (let step: Place | undefined = place; step; step = step.within) {
    if (step.key !== undefined) steps.push(short(step.key));
  }
  return steps.length === 0 ? "an overlay" : steps.reverse().join(".");
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
