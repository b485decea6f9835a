import type { Source } from "../../source/index.ts";
import type { Block, Row } from "../blocks/block.ts";
import { blocksLine } from "../blocks/plain-text.ts";
import type { Requirement } from "../page.ts";
import { REQUIREMENT_WORDS } from "../words/label-words.ts";
import { entriesOf } from "./entries.ts";
import { nameOf } from "./name.ts";
import { located, spanOf } from "./text.ts";

type Kind = Requirement["kind"];

/** Reads what a class or a method requires: a row each. */
export function readRequirements(source: Source, blocks: readonly Block[]): Requirement[] {
  const rows = blocks.flatMap((block) => (block.kind === "table" ? dataRows(block.rows) : []));
  const found =
    rows.length > 0 ? rows.flatMap((row) => fromRow(source, row)) : fromEntries(source, blocks);
  return found.map((requirement, index) => ({ ...requirement, kind: placed(found, index) }));
}

/** The head of some tables is their first row. */
function dataRows(rows: readonly Row[]): readonly Row[] {
  const [head, ...others] = rows;
  const label = blocksLine(head?.cells[0]?.blocks ?? []);
  return wordKind(label) === undefined ? others : rows;
}

function fromRow(source: Source, { cells, start, end }: Row): Requirement[] {
  const [label = [], value = []] = cells.map(({ blocks }) => blocks);
  if (blocksLine(label) === "" || blocksLine(value) === "") return [];
  const text = located(source, blocksLine(label), spanOf(label));
  return [requirement(source, text, value, { start, end })];
}

function fromEntries(source: Source, blocks: readonly Block[]): Requirement[] {
  return entriesOf(blocks, () => false).flatMap(({ term, termSpan, body, start, end }) =>
    blocksLine(body) === ""
      ? []
      : [requirement(source, nameOf(source, term, termSpan), body, { start, end })],
  );
}

function requirement(
  source: Source,
  label: Requirement["label"],
  value: readonly Block[],
  { start, end }: { readonly start: number; readonly end: number },
): Requirement {
  const line = blocksLine(value);
  const kind =
    fileKind(line) ?? wordKind(label.text) ?? (line.includes("\\") ? "namespace" : "other");
  const isFile = kind === "mof" || kind === "library" || kind === "header";
  const text = isFile ? line.replace(BROKEN, ".$1") : line;
  const place = located(source, line, spanOf(value));
  return { kind, label, value: { ...place, text }, start, end };
}

/** Translations put blanks into names of files: `RDManagement. mof`. */
const BROKEN = /\s*\.\s+(mof|mfl|dll|exe|sys|ocx|h|idl)\b/gi;

function fileKind(value: string): Kind | undefined {
  if (/\.\s*mof\b/i.test(value)) return "mof";
  if (/\.\s*(?:dll|exe|sys|ocx)\b/i.test(value)) return "library";
  return /\w\.\s*h\b/i.test(value) ? "header" : undefined;
}

const kinds = new Map<string, Kind>();
for (const [kind, words] of Object.entries(REQUIREMENT_WORDS)) {
  // The keys of the list are kinds.
  for (const word of words) kinds.set(word, kind as Kind);
}

function wordKind(label: string): Kind | undefined {
  return kinds.get(label.toLowerCase());
}

/** Where words are not known: first comes the client, then the server. */
function placed(found: readonly Requirement[], index: number): Kind {
  const kind = found[index]?.kind ?? "other";
  const isKnown = found.some((other) => other.kind === "client" || other.kind === "server");
  if (kind !== "other" || isKnown) return kind;
  if (index === 0) return "client";
  return index === 1 && found[0]?.kind === "other" ? "server" : "other";
}
