/** In which namespace each page's class is. */
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import type { Location } from "../../source/index.ts";
import type { Page, PageText } from "../page.ts";
import type { Declared } from "./declare.ts";
import { identityOf } from "./name.ts";
import { readNamespace, repairNamespace } from "./namespace.ts";

/** A declared class or method, and where it belongs. */
export interface Placed extends Declared {
  /** `root/cimv2`; absent where no page says it. */
  readonly namespace?: string;
  /** The file that declares it, in lower case. */
  readonly mof?: string;
}

export function place(declared: readonly Declared[]): Outcome<readonly Placed[]> {
  const { value: stated, diagnostics } = statedNamespaces(declared);
  const spellings = spellingsOf(stated);
  const placed = declared.map((each): Placed => {
    const written = stated.get(each);
    const namespace = written === undefined ? undefined : spellings.get(identityOf(written));
    const mof = mofOf(each.page);
    return { ...each, ...(namespace !== undefined && { namespace }), ...(mof && { mof }) };
  });
  const byClass = only(placed, ({ node }) => identityOf(node.name.text));
  const byFile = only(placed, ({ mof }) => mof);
  const value = placed.map((each) => {
    const { namespace, mof, node } = each;
    const other = byClass.get(identityOf(node.name.text)) ?? byFile.get(mof ?? "");
    return namespace === undefined && other !== undefined ? { ...each, namespace: other } : each;
  });
  return { value, diagnostics };
}

/** Each namespace as the first page of a class spells it, otherwise as most pages do. */
function spellingsOf(stated: ReadonlyMap<Declared, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const namespace of stated.values()) {
    counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  const spellings = new Map<string, string>();
  for (const [{ kind }, namespace] of stated) {
    const identity = identityOf(namespace);
    if (kind === "class" && !spellings.has(identity)) spellings.set(identity, namespace);
  }
  for (const [namespace] of [...counts].sort(([, some], [, others]) => others - some)) {
    const identity = identityOf(namespace);
    if (!spellings.has(identity)) spellings.set(identity, namespace);
  }
  return spellings;
}

/** A row that is damaged, and the pages that have it. */
interface Repaired {
  readonly read: string;
  readonly location: Location;
  pages: number;
}

/** What the pages say themselves. */
function statedNamespaces(declared: readonly Declared[]): Outcome<ReadonlyMap<Declared, string>> {
  const written = declared.map((each) => ({ each, ...writtenOn(each.page) }));
  const known = written.flatMap(({ row }) => (row?.kind === "namespace" ? [row.namespace] : []));
  const stated = new Map<Declared, string>();
  const repaired = new Map<string, Repaired>();
  for (const { each, row, text } of written) {
    if (!row || !text || row.kind === "none") continue;
    const namespace = row.kind === "damaged" ? repairNamespace(row.parts, known) : row.namespace;
    stated.set(each, namespace);
    if (row.kind === "namespace") continue;
    const before = repaired.get(text.text);
    if (before) before.pages += 1;
    else {
      const location = { source: each.page.source, span: text };
      repaired.set(text.text, { read: namespace, location, pages: 1 });
    }
  }
  const diagnostics: readonly Diagnostic[] = [...repaired].map(
    ([written, { read, pages, location }]) =>
      diagnose("page-namespace-repaired", { written, read, pages }, location),
  );
  return { value: stated, diagnostics };
}

/** The row about the namespace, or else the location in the front matter. */
function writtenOn(page: Page): {
  readonly row?: ReturnType<typeof readNamespace>;
  readonly text?: PageText;
} {
  for (const { kind, value } of page.requirements) {
    if (kind !== "namespace") continue;
    const row = readNamespace(value.text);
    if (row.kind !== "none") return { row, text: value };
  }
  for (const text of page.front.locations) {
    const row = readNamespace(text.text);
    if (row.kind === "namespace" && row.namespace !== "root") return { row, text };
  }
  return {};
}

/** Translations put blanks into names of files. */
function mofOf({ requirements }: Page): string | undefined {
  const row = requirements.find(({ kind }) => kind === "mof");
  return row?.value.text.replace(/\s/g, "").toLowerCase() || undefined;
}

/** The namespaces of pages that belong together, where all that state one state the same. */
function only(
  placed: readonly Placed[],
  keyOf: (each: Placed) => string | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const each of placed) {
    const key = keyOf(each);
    const { namespace } = each;
    if (key === undefined || namespace === undefined) continue;
    const before = found.get(key);
    const isOther = before !== undefined && identityOf(before) !== identityOf(namespace);
    if (!found.has(key)) found.set(key, namespace);
    else if (isOther) found.set(key, undefined);
  }
  return new Map([...found].flatMap(([key, only]) => (only === undefined ? [] : [[key, only]])));
}
