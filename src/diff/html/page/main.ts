/** The page: filters, search, the tree of classes and the keyboard. */
import { filterFrom, keepFilter } from "./address.ts";
import type { Audience } from "./data.ts";
import { part } from "./element.ts";
import { searchOf, type Filter, type Mark } from "./filter.ts";
import { ChangeList } from "./list.ts";
import { readData } from "./read-data.ts";
import { classTree, markChosen } from "./tree.ts";

const data = readData();
const search = searchOf(data);
const list = new ChangeList(data);
const field = part("search") as HTMLInputElement; // An input in the page.
const tree = part("tree");
let filter: Filter = filterFrom(location.hash, data);

tree.append(classTree(data, (chosen) => update({ class: chosen })));
for (const button of document.querySelectorAll<HTMLElement>("button[data-audience]")) {
  button.addEventListener("click", () => {
    // An empty text is the button for all of them.
    const audience = button.dataset["audience"] as Audience | "";
    update({ audience: audience === "" ? undefined : audience });
  });
}
for (const button of document.querySelectorAll<HTMLElement>("button[data-mark]")) {
  button.addEventListener("click", () => {
    const mark = button.dataset["mark"] as Mark; // The page has no others.
    const hidden = new Set(filter.hidden);
    if (!hidden.delete(mark)) hidden.add(mark);
    update({ hidden });
  });
}
field.addEventListener("input", () => update({ query: field.value }));
addEventListener("hashchange", () => {
  filter = filterFrom(location.hash, data);
  show();
});
addEventListener("keydown", onKey);
if (innerWidth < 800) part("classes").removeAttribute("open");
show();

function update(change: { readonly [K in keyof Filter]?: Filter[K] | undefined }): void {
  const { audience, class: cls, hidden, query } = { ...filter, ...change };
  filter = {
    hidden: hidden ?? new Set(),
    query: query ?? "",
    ...(audience && { audience }),
    ...(cls !== undefined && { class: cls }),
  };
  keepFilter(filter, data);
  show();
}

function show(): void {
  const found = search(filter);
  if (field.value !== filter.query) field.value = filter.query;
  for (const button of document.querySelectorAll<HTMLElement>("button[data-audience]")) {
    const pressed = button.dataset["audience"] === (filter.audience ?? "");
    button.setAttribute("aria-pressed", String(pressed));
  }
  for (const button of document.querySelectorAll<HTMLElement>("button[data-mark]")) {
    const shown = !filter.hidden.has(button.dataset["mark"] as Mark); // The page has no others.
    button.setAttribute("aria-pressed", String(shown));
  }
  markChosen(tree, filter.class);
  list.show(found, filter.audience);
  const all = data.changes.length;
  part("count").textContent =
    found.length === all ? `${all} changes` : `${found.length} of ${all} changes`;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    update({ audience: undefined, class: undefined, hidden: new Set(), query: "" });
    field.blur();
  } else if (event.target === field) {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.move(1);
  } else if (event.key === "/") {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "j") list.move(1);
  else if (event.key === "k") list.move(-1);
}
