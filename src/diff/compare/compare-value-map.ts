import { readKey } from "../../model/map-key.ts";
import type { ValueMap, ValueMapEntry } from "../../model/index.ts";
import type { MapWord } from "../catalogue/value-maps.ts";
import type { Report } from "../finding.ts";
import type { Flow } from "./flow.ts";

/** What is compared, and how it is to be read. */
export interface ValueMaps {
  readonly before: ValueMap | undefined;
  readonly after: ValueMap | undefined;
  /** Whether keys are numbers, so that `0x1` and `1` are one. */
  readonly numeric: boolean;
  readonly flow: Flow;
}

/** Named values and named bits. Values that documentation alone names are text. */
export function compareValueMap(maps: ValueMaps, report: Report): void {
  const [before, after] = [namesOf(maps.before), namesOf(maps.after)];
  if (before && after && before.kind === after.kind) {
    compareEntries(before, after, maps, report);
  } else {
    if (before) report(`${wordOf(before)}-removed`, {});
    if (after) report(`${wordOf(after)}-added`, {});
  }
  if (textOf(maps.before) !== textOf(maps.after)) report("values-text-changed", {});
}

function wordOf({ kind }: ValueMap): MapWord {
  return kind === "values" ? "valuemap" : "bitmap";
}

function namesOf(map: ValueMap | undefined): ValueMap | undefined {
  return map?.documented ? undefined : map;
}

/** Descriptions of entries that both sides may have, and all that documentation alone says. */
function textOf(map: ValueMap | undefined): string {
  const documented = map?.documented === true;
  const texts = (map?.entries ?? []).flatMap(({ key, label = "", description = "" }) =>
    documented || description !== "" ? [[key, documented ? label : "", description]] : [],
  );
  return JSON.stringify(texts.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}

/** An entry under the identity of its key. */
type Entries = Map<string, ValueMapEntry>;

function compareEntries(
  before: ValueMap,
  after: ValueMap,
  { numeric, flow }: ValueMaps,
  report: Report,
): void {
  const word = wordOf(before);
  const old = entriesOf(before, numeric);
  const now = entriesOf(after, numeric);
  compareRanges(old.ranges, now.ranges, word, report);
  takeReassigned(old.single, now.single, word, report);
  for (const [key, entry] of old.single) {
    const other = now.single.get(key);
    if (!other) {
      const rule = flow.input
        ? (`${word}-entry-removed-input` as const)
        : (`${word}-entry-removed` as const);
      report(rule, { value: entryWords(entry) });
    } else if (entry.label !== other.label) {
      const change = { before: nameOf(entry), after: nameOf(other) };
      report(`${word}-value-renamed`, { entry: key, ...change });
    }
  }
  for (const [key, entry] of now.single) {
    if (old.single.has(key)) continue;
    report(addedRule(word, flow), { value: entryWords(entry) });
  }
}

function addedRule(
  word: MapWord,
  { input, output }: Flow,
): `${MapWord}-entry-added` | `${MapWord}-entry-added-input` | `${MapWord}-entry-added-inout` {
  if (!input) return `${word}-entry-added`;
  return output ? `${word}-entry-added-inout` : `${word}-entry-added-input`;
}

function entriesOf(
  { entries }: ValueMap,
  numeric: boolean,
): { readonly single: Entries; readonly ranges: Entries } {
  const single: Entries = new Map();
  const ranges: Entries = new Map();
  for (const entry of entries) {
    const { identity } = readKey(entry.key, numeric);
    const isRange = numeric && entry.key.includes("..");
    const group = isRange ? ranges : single;
    // Of two entries with one key the first counts, as in the generated names.
    if (!group.has(identity)) group.set(identity, entry);
  }
  return { single, ranges };
}

/** A label that stands at another key now. Of labels that are not unique nobody can tell. */
function takeReassigned(old: Entries, now: Entries, word: MapWord, report: Report): void {
  const [keysBefore, keysNow] = [keysByLabel(old), keysByLabel(now)];
  const moved: (readonly [string, string])[] = [];
  for (const [label, key] of keysBefore) {
    const other = keysNow.get(label);
    if (key === undefined || other === undefined || key === other) continue;
    report(`${word}-value-reassigned`, { entry: label, before: key, after: other });
    moved.push([key, other]);
  }
  for (const [key, other] of moved) {
    old.delete(key);
    now.delete(other);
  }
}

function keysByLabel(entries: Entries): ReadonlyMap<string, string | undefined> {
  const keys = new Map<string, string | undefined>();
  for (const [key, { label }] of entries) {
    if (label === undefined || label.trim() === "") continue;
    keys.set(label, keys.has(label) ? undefined : key);
  }
  return keys;
}

/** Ranges are told apart by their labels; those without another one of that label stand alone. */
function compareRanges(old: Entries, now: Entries, word: MapWord, report: Report): void {
  const rest = new Map(now);
  const gone: ValueMapEntry[] = [];
  for (const [key, entry] of old) {
    if (rest.get(key)?.label === entry.label && rest.has(key)) rest.delete(key);
    else gone.push(entry);
  }
  for (const entry of gone) {
    const other = [...rest].find(([, { label }]) => label === entry.label);
    if (other) rest.delete(other[0]);
    const after = other ? entryWords(other[1]) : "not there";
    report(`${word}-range-changed`, { before: entryWords(entry), after });
  }
  for (const entry of rest.values()) {
    report(`${word}-range-changed`, { before: "not there", after: entryWords(entry) });
  }
}

function entryWords({ key, label }: ValueMapEntry): string {
  return label === undefined ? key : `${key} (${label})`;
}

/** Nothing for a value without a name. */
function nameOf({ label }: ValueMapEntry): string {
  return label ?? "";
}
