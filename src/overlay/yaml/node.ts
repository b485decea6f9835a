/** What stands in a YAML text, as data; every node is a span of it. */
import type { Span } from "../../source/index.ts";

export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap extends Span {
  readonly kind: "map";
  /** In the order of the text; a key may stand in it twice. */
  readonly entries: readonly YamlEntry[];
}

/** From the beginning of its key to the end of its value, or of the alias that stands for it. */
export interface YamlEntry extends Span {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlList extends Span {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

/** A span of its text alone, without quotes, unless escapes or line ends stand in it. */
export type YamlScalar = YamlText | YamlNumber | YamlBoolean | YamlNull;

export interface YamlText extends Span {
  readonly kind: "text";
  readonly text: string;
}

export interface YamlNumber extends Span {
  readonly kind: "number";
  /** As it is written: a double would lose the last digits of a `uint64`. */
  readonly text: string;
}

export interface YamlBoolean extends Span {
  readonly kind: "boolean";
  readonly text: string;
  readonly value: boolean;
}

/** `null` in one of its spellings, or nothing at all. */
export interface YamlNull extends Span {
  readonly kind: "null";
  readonly text: string;
}
