/** How subjects are called in sentences. */
import type { Related } from "../../../diagnostics/index.ts";
import type { Location, Span } from "../../../source/index.ts";
import type { Element, Place } from "./subject.ts";

/** `CIM_Fan`, `CIM_Fan.Speed`, `CIM_Fan.SetSpeed.Speed`. */
export function titleOf(element: Element): string {
  switch (element.kind) {
    case "class":
      return element.cls.name;
    case "property":
    case "method":
      return `${element.owner.cls.name}.${element.node.name.text}`;
    case "parameter":
      return `${titleOf(element.owner)}.${element.node.name.text}`;
  }
}

/** Nodes are spans with much more in them; a location keeps none of it alive. */
export function locate(place: Place, { start, end }: Span): Location {
  return { source: place.source, span: { start, end } };
}

/** Another place that explains a diagnostic. */
export function because(message: string, location: Location): readonly Related[] {
  return [{ message, location }];
}
