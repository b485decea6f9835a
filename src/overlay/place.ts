import type { Span } from "../source/index.ts";
import type { YamlNode, YamlScalar } from "./yaml/node.ts";

/** A value of an overlay, and the way to it from the top. */
export interface Place {
  readonly node: YamlNode;
  readonly within?: Place;
  /** The name under which it stands in what contains it. */
  readonly key?: string;
}

/** What an object holds under one name. */
export interface Member extends Span {
  readonly key: YamlScalar;
  readonly place: Place;
}
