/** What stands in a JSON text, as data; every node is a span of it. */
import type { Span } from "../../source/index.ts";

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonWord;

export interface JsonObject extends Span {
  readonly kind: "object";
  /** By name; a name stands once. */
  readonly members: ReadonlyMap<string, JsonMember>;
}

export interface JsonMember {
  readonly name: Span;
  readonly value: JsonNode;
}

export interface JsonArray extends Span {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Span {
  readonly kind: "string";
  readonly value: string;
}

export interface JsonNumber extends Span {
  readonly kind: "number";
  /** As it is written: a double would lose the last digits of a `uint64`. */
  readonly text: string;
}

/** `true`, `false` or `null`. */
export interface JsonWord extends Span {
  readonly kind: "word";
  readonly value: boolean | null;
}
