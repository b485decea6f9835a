/** Takes an overlay apart, and says where it has not the shape of one. */
import type { Fact } from "../ast/index.ts";
import {
  type Code,
  diagnose,
  type Diagnostic,
  type Sentences,
  suggest,
} from "../diagnostics/index.ts";
import type { Source, Span } from "../source/index.ts";
import type { Member, Place } from "./place.ts";
import { pathOf, quoted, written } from "./written.ts";

/** Whoever has made this many reads no further. */
const MOST_MISTAKES = 100;

/** More than a file can hold without aliases: they could make a thousand times as much of it. */
const MOST_MEMBERS = 250_000;

/** What people write who know YAML 1.1, or put everything in quotes. */
const BOOLEAN_TEXTS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "on", "y"].map((word) => [word, true] as const),
  ...["false", "no", "off", "n"].map((word) => [word, false] as const),
]);

export class ShapeReader {
  readonly source: Source;
  readonly diagnostics: Diagnostic[] = [];
  private membersLeft = MOST_MEMBERS;
  /** What an alias stands for is wrong once, however often it is used. */
  private readonly told = new Set<string>();

  constructor(source: Source) {
    this.source = source;
  }

  /** What an object holds that has no other members than those named. */
  fields(place: Place, known: readonly string[]): ReadonlyMap<string, Place> {
    const found = new Map<string, Place>();
    for (const { key, place: member } of this.members(place, "member", (text) => text)) {
      if (known.includes(key.text)) found.set(key.text, member);
      else this.unknown(key.text, key, place, known);
    }
    return found;
  }

  private unknown(name: string, at: Span, within: Place, known: readonly string[]): void {
    // Finding out what was meant takes time.
    if (this.diagnostics.length >= MOST_MISTAKES) return;
    const meant = suggest(
      name,
      known.filter((each) => !each.startsWith("$")),
    );
    const sentence = { written: quoted(name), within: pathOf(within), known };
    this.report(
      "overlay-unknown-member",
      meant === undefined ? sentence : { ...sentence, meant },
      at,
    );
  }

  /**
   * What an object holds, each key once.
   *
   * @param what - what a key names
   * @param identity - equal for keys that mean the same
   */
  members(
    place: Place | undefined,
    what: string,
    identity: (text: string) => string,
  ): readonly Member[] {
    if (!place) return [];
    const { node } = place;
    if (node.kind !== "map") {
      this.wrong(place, "an object", node.kind === "null" ? "{}, or leave it out" : undefined);
      return [];
    }
    const members = new Map<string, Member>();
    for (const { key, value, start, end } of this.within(node.entries, node)) {
      if (key.kind === "map" || key.kind === "list") {
        this.report("overlay-bad-name", { written: written(key), what }, key);
      } else if (key.text === "<<") {
        this.report("overlay-merge-key", {}, key);
      } else {
        const same = identity(key.text);
        const first = members.get(same);
        const member = { key, place: { node: value, within: place, key: key.text }, start, end };
        if (first) this.duplicate(what, member.key.text, key, first.key);
        else members.set(same, member);
      }
    }
    return [...members.values()];
  }

  /** Items, unless there have been too many before them. */
  within<T>(items: readonly T[], at: Span): readonly T[] {
    if (this.membersLeft < 0) return [];
    this.membersLeft -= items.length;
    if (this.membersLeft >= 0) return items;
    this.damaged("with what its aliases stand for, it has more than 250,000 members", at);
    return [];
  }

  duplicate(what: string, text: string, at: Span, first: Span): void {
    const location = { source: this.source, span: spanOf(first) };
    const related = [{ message: "first here", location }];
    this.report("overlay-duplicate", { what, written: quoted(text) }, at, related);
  }

  boolean(place: Place | undefined): Fact<boolean> | undefined {
    if (!place) return undefined;
    const { node } = place;
    if (node.kind === "boolean") return { value: node.value, ...spanOf(node) };
    const meant = node.kind === "text" ? BOOLEAN_TEXTS.get(node.text.toLowerCase()) : undefined;
    if (meant === undefined) this.wrong(place, "true or false");
    else {
      const sentence = { place: pathOf(place), written: written(node), meant: String(meant) };
      this.report("overlay-text-for-boolean", sentence, node);
    }
    return undefined;
  }

  /** Says what should stand at a place. */
  wrong(place: Place, expected: string, meant?: string): void {
    const sentence = { place: pathOf(place), expected, written: written(place.node) };
    this.report(
      "overlay-wrong-type",
      meant === undefined ? sentence : { ...sentence, meant },
      place.node,
    );
  }

  damaged(reason: string, at: Span): void {
    this.report("overlay-damaged", { path: this.source.name, reason }, at);
  }

  report<C extends Code>(
    code: C,
    sentence: Sentences[C],
    at: Span,
    related: Diagnostic["related"] = [],
  ): void {
    const place = `${code}:${String(at.start)}:${String(at.end)}`;
    if (this.diagnostics.length >= MOST_MISTAKES || this.told.has(place)) return;
    this.told.add(place);
    const location = { source: this.source, span: spanOf(at) };
    this.diagnostics.push(diagnose(code, sentence, location, related));
  }
}

/** A node without what stands in it. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
