/** Which class each overlay is about. */
import type { ClassOverlay, Overlay } from "../../ast/index.ts";
import { diagnose, type Diagnostic } from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import { addTo } from "../add-to.ts";
import type { DeclaredClass } from "../declared.ts";
import { homesOf } from "../homes.ts";
import { identityOf, readNamespace } from "../namespace.ts";
import { Nearest } from "../nearest.ts";

/** What an overlay says of a class, and the file that it stands in. */
export interface PlacedOverlay {
  readonly overlay: ClassOverlay;
  readonly source: Source;
}

const NONE: ReadonlyMap<string, readonly PlacedOverlay[]> = new Map();

/**
 * Finds the class of each overlay: by namespace and name, or by name alone where no namespace is
 * stated and only one has the class.
 *
 * @param classes - what the sources declare, by identity
 * @returns the overlays by the identity of their class, a later one behind an earlier one
 */
export function overlaysByClass(
  overlays: readonly Overlay[],
  classes: ReadonlyMap<string, readonly DeclaredClass[]>,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, readonly PlacedOverlay[]> {
  if (overlays.length === 0) return NONE;
  const homes = homesOf(classes);
  const names = [...homes.values()].flatMap(([first]) => first?.node.name.text ?? []);
  const search = new Nearest();
  const found = new Map<string, PlacedOverlay[]>();
  for (const { source, classes: stated } of overlays) {
    for (const overlay of stated) {
      const known = homes.get(overlay.name.text.toLowerCase()) ?? [];
      const identity = identityIn(overlay, known);
      if (identity === undefined) diagnostics.push(lost({ overlay, source }, known, names, search));
      else addTo(found, identity, { overlay, source });
    }
  }
  return found;
}

function identityIn(
  { name, namespace }: ClassOverlay,
  homes: readonly DeclaredClass[],
): string | undefined {
  const [only, ...others] = homes;
  if (!only) return undefined;
  if (!namespace) {
    return others.length === 0 ? identityOf(only.namespace, name.text) : undefined;
  }
  const identity = identityOf(readNamespace(namespace.text, only).namespace, name.text);
  const isThere = homes.some((home) => identityOf(home.namespace, name.text) === identity);
  return isThere ? identity : undefined;
}

function lost(
  { overlay: { name, namespace }, source }: PlacedOverlay,
  classes: readonly DeclaredClass[],
  names: readonly string[],
  search: Nearest,
): Diagnostic {
  const homes = classes.map((each) => each.namespace);
  const location = { source, span: { start: name.start, end: name.end } };
  if (!namespace && homes.length > 0) {
    return diagnose("overlay-ambiguous-class", { name: name.text, homes }, location);
  }
  const meant = homes.length > 0 ? undefined : search.to(name.text, names);
  const sentence = { name: name.text, namespace: namespace?.text, homes, meant };
  return diagnose("overlay-unknown-class", sentence, location);
}
