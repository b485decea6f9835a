import { comparison } from "./comparison.ts";
import type { Audience, PageChange, PageData } from "./data.ts";
import { element } from "./element.ts";
import { markOf } from "./filter.ts";

const names: Readonly<Record<Audience, string>> = {
  ts: "TypeScript",
  wire: "wire",
  provider: "provider",
};

/** A change: a line that opens, and what there is to know about it. The rest is made when it opens. */
export function changeElement(
  change: PageChange,
  index: number,
  data: PageData,
  audience: Audience | undefined,
): HTMLElement {
  const mark = markOf(change, audience);
  const label = mark === "accepted" ? `accepted ${change.level}` : mark;
  const id = `change-${index}`;
  const button = element(
    "button",
    { type: "button", class: "line", "aria-expanded": "false", "aria-controls": id },
    element("span", { class: `badge ${mark}` }, label),
    element("span", { class: "message" }, change.message),
    element("span", { class: "rule" }, change.rule),
  );
  const body = element("div", { class: "body", id, hidden: "" });
  const article = element(
    "article",
    { class: "change", "data-index": String(index) },
    button,
    body,
  );
  button.addEventListener("click", () => {
    toggle(button, body, change, data);
  });
  return article;
}

function toggle(button: HTMLElement, body: HTMLElement, change: PageChange, data: PageData): void {
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  body.hidden = !open;
  if (!open || body.childElementCount > 0) return;
  body.append(...details(change, data));
  for (const pre of body.querySelectorAll("pre")) showMark(pre);
}

/** Of a long declaration the part that has changed is in sight. */
function showMark(pre: HTMLElement): void {
  const mark = pre.querySelector<HTMLElement>("del, ins");
  if (mark) pre.scrollTop = mark.offsetTop - pre.offsetTop - 80;
}

function details(change: PageChange, data: PageData): readonly HTMLElement[] {
  const [before = "", after = ""] = data.declarations[change.declaration] ?? [];
  const rows: readonly (readonly [string, Node | string | undefined])[] = [
    ["for", levels(change, data)],
    ["version", change.bump],
    ["before", change.before && element("code", {}, change.before)],
    ["after", change.after && element("code", {}, change.after)],
    ["hint", change.hint],
    ["inherited by", inheritors(change)],
    ["accepted", change.accepted],
    ["accept", change.accepted === undefined ? acceptCommand(change) : undefined],
  ];
  const list = element("dl");
  for (const [term, value] of rows) {
    if (value !== undefined && value !== "")
      list.append(element("dt", {}, term), element("dd", {}, value));
  }
  return [list, comparison(before, after)];
}

function levels({ levels: found }: PageChange, { audiences }: PageData): HTMLElement {
  const all = element("span", { class: "levels" });
  for (const audience of audiences) {
    const badge = element("span", { class: `badge ${found[audience]}` }, found[audience]);
    all.append(element("span", {}, names[audience], " ", badge));
  }
  return all;
}

function inheritors({ affected }: PageChange): Node | string | undefined {
  if (affected.length <= 8) return affected.join(", ");
  const summary = element("summary", {}, `${affected.length} classes`);
  return element("details", {}, summary, affected.join(", "));
}

function acceptCommand({ fingerprint }: PageChange): HTMLElement {
  return element("code", { class: "command" }, `codegen diff --accept ${fingerprint} --reason "…"`);
}
