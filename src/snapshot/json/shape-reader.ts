/** Takes a JSON text apart that should have a certain shape, and says where it has not. */
import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import type { Source, Span } from "../../source/index.ts";
import type { JsonNode } from "./node.ts";
import type { Place } from "./place.ts";

/** Whoever has made this many has not made a snapshot. */
const MOST_MISTAKES = 100;

/** What an object holds, by name. */
export interface Fields {
  /** Reported when it is not there. */
  required(name: string): Place | undefined;
  optional(name: string): Place | undefined;
}

export class ShapeReader {
  readonly source: Source;
  readonly diagnostics: Diagnostic[] = [];

  constructor(source: Source) {
    this.source = source;
  }

  /** The members of an object that has no others than those named. */
  fields(place: Place, known: readonly string[]): Fields | undefined {
    if (!isKind(place, "object")) {
      this.expected("an object", place);
      return undefined;
    }
    for (const [name, { name: span }] of place.node.members) {
      if (!known.includes(name)) {
        this.report(`${quoted(name)} is none of ${known.join(", ")}`, place, span);
      }
    }
    const optional = (name: string): Place | undefined => {
      const node = place.node.members.get(name)?.value;
      return node && { node, within: place, key: name };
    };
    const required = (name: string): Place | undefined => {
      const found = optional(name);
      const { start } = place.node;
      if (!found) this.report(`${name} is missing`, place, { start, end: start + 1 });
      return found;
    };
    return { required, optional };
  }

  /** The items of an array, without those that cannot be read. */
  list<T>(place: Place | undefined, read: (item: Place) => T | undefined): readonly T[] {
    if (!place) return [];
    if (!isKind(place, "array")) {
      this.expected("an array", place);
      return [];
    }
    const found: T[] = [];
    for (const [key, node] of place.node.items.entries()) {
      if (this.diagnostics.length >= MOST_MISTAKES) break;
      const item = read({ node, within: place, key });
      if (item !== undefined) found.push(item);
    }
    return found;
  }

  text(place: Place | undefined): string | undefined {
    if (!place) return undefined;
    if (isKind(place, "string")) return place.node.value;
    this.expected("a string", place);
    return undefined;
  }

  /** A string of a certain form. */
  textLike(place: Place | undefined, pattern: RegExp, form: string): string | undefined {
    const text = this.text(place);
    if (text === undefined || !place || pattern.test(text)) return text;
    this.report(`${quoted(text)} is not ${form}`, place);
    return undefined;
  }

  /** One of several words. */
  word<W extends string>(place: Place | undefined, words: ReadonlySet<W>): W | undefined {
    const text = this.text(place);
    if (text === undefined || !place) return undefined;
    for (const word of words) if (word === text) return word;
    this.report(`${quoted(text)} is none of ${[...words].join(", ")}`, place);
    return undefined;
  }

  /** Says what should stand at a place. */
  expected(what: string, place: Place): void {
    this.report(`it should be ${what}`, place);
  }

  report(reason: string, place: Place, span: Span = place.node): void {
    if (this.diagnostics.length >= MOST_MISTAKES) return;
    const { start, end } = span;
    const location = { source: this.source, span: { start, end } };
    const sentence = { path: this.source.name, reason: `${pathOf(place)}: ${reason}` };
    this.diagnostics.push(diagnose("snapshot-damaged", sentence, location));
  }
}

function isKind<K extends JsonNode["kind"]>(
  place: Place,
  kind: K,
): place is Place<Extract<JsonNode, { kind: K }>> {
  return place.node.kind === kind;
}

/** `classes[3].properties[0].type` */
function pathOf(place: Place): string {
  const steps: string[] = [];
  for (let step: Place | undefined = place; step; step = step.within) {
    if (typeof step.key === "number") steps.push(`[${step.key}]`);
    else if (step.key !== undefined)
      steps.push(step.within?.key === undefined ? step.key : `.${step.key}`);
  }
  return steps.reverse().join("") || "the whole";
}

/** Short enough for a sentence. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
