/** Schemas from texts, and changes as text. */
import { resolve, type Schema } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { setSeverities, type Diagnostic } from "../../src/diagnostics/index.ts";
import { positionAt, type Location } from "../../src/source/index.ts";
import type { Change } from "../../src/diff/index.ts";

/** A schema, and what there is to say about its text. */
export interface Read {
  readonly schema: Schema;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a text means. The namespace is that of the other side, whatever dialect a text shows. */
export function schemaOf(name: string, text: string): Read {
  const parsed = parse({ name, text });
  const set = { roots: [parsed.value], includes: new Map() };
  const resolved = resolve(set, { defaultNamespace: "root/cimv2" });
  const diagnostics = setSeverities([...parsed.diagnostics, ...resolved.diagnostics], {});
  return { schema: resolved.value, diagnostics };
}

/** A block of lines for each change. */
export function changesText(changes: readonly Change[]): string {
  return changes.map(changeText).join("\n");
}

function changeText(change: Change): string {
  const { rule, levels, bump, message, before, after, affected, hint, fingerprint } = change;
  const lines = [
    `${rule}  ts=${levels.ts} wire=${levels.wire} provider=${levels.provider} ${bump}`,
    `  ${message}`,
    ...(before ? [`  before ${placeText(before)}`] : []),
    ...(after ? [`  after ${placeText(after)}`] : []),
    ...(affected.length > 0 ? [`  also in ${affected.join(", ")}`] : []),
    ...(hint === undefined ? [] : [`  hint ${hint}`]),
    `  fingerprint ${fingerprint}`,
  ];
  return `${lines.join("\n")}\n`;
}

function placeText({ source, span }: Location): string {
  const { line, column } = positionAt(source, span.start);
  return `${source.name}:${line}:${column}`;
}
