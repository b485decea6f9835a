import type { JsonNode } from "./node.ts";

/** A value of a JSON text, and the way to it from the top. */
export interface Place<N extends JsonNode = JsonNode> {
  readonly node: N;
  readonly within?: Place;
  /** The name or the index under which it stands in what contains it. */
  readonly key?: string | number;
}
