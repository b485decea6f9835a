import type { PageDeclaration } from "../page-data.ts";
import { make } from "./make.ts";
import { wordChanges, type Piece } from "./word-changes.ts";

/** The MOF of an element on both sides, side by side, with the words that changed. */
export function comparison({ same, before, after }: PageDeclaration): HTMLElement {
  if (same !== undefined) {
    return make("div", { class: "sides one" }, side("Unchanged declaration", plain(same)));
  }
  if (before === undefined) {
    return make("div", { class: "sides one" }, side("Added", plain(after ?? ""), "added"));
  }
  if (after === undefined) {
    return make("div", { class: "sides one" }, side("Removed", plain(before), "removed"));
  }
  const changes = wordChanges(before, after);
  return make(
    "div",
    { class: "sides" },
    side("Before", changes?.before ?? plain(before), "removed"),
    side("After", changes?.after ?? plain(after), "added"),
  );
}

function plain(text: string): readonly Piece[] {
  return [{ text, changed: false }];
}

function side(title: string, pieces: readonly Piece[], kind?: "added" | "removed"): HTMLElement {
  const code = make("code");
  for (const { text, changed } of pieces) {
    if (changed) code.append(make(kind === "removed" ? "del" : "ins", { text }));
    else code.append(text);
  }
  return make(
    "figure",
    { class: kind === undefined ? "side" : `side ${kind}` },
    make("figcaption", { text: title }),
    make(
      "pre",
      { attributes: { tabindex: "0", role: "group", "aria-label": `MOF: ${title}` } },
      code,
    ),
  );
}
