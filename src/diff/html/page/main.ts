/** The page of a schema diff: reads its data and builds what is seen. */
import type { PageData } from "../page-data.ts";
import { filtersAt, followAddress } from "./address.ts";
import { ChangeList } from "./change-list.ts";
import { ClassTree } from "./class-tree.ts";
import { keyboard } from "./keyboard.ts";
import { button, make } from "./make.ts";
import { Store } from "./store.ts";
import { summary } from "./summary.ts";
import { Toolbar } from "./toolbar.ts";

const wide = 900;

function readData(): PageData {
  const text = document.getElementById("data")?.textContent ?? "";
  // Written by the program that wrote this script.
  return JSON.parse(text) as PageData;
}

function build(data: PageData): void {
  const store = new Store(data);
  const toolbar = new Toolbar(store);
  const list = new ChangeList(store);
  const main = changes(toolbar, list);
  const tree = new ClassTree(store, () => onward(main));
  const write = followAddress((filters) => {
    store.filters = filters;
    store.set({});
  }, data);
  store.filters = filtersAt(location.hash, data);
  store.listen(({ filters }) => write(filters));
  document.title = `${data.old} → ${data.new}: schema changes`;
  document.body.append(
    button({ class: "skip", text: "To the changes" }, () => main.focus()),
    summary(store, () => onward(main)),
    make("div", { class: "columns" }, aside(tree), main),
    keyboard(store, list, toolbar.search),
  );
  store.tell();
}

/** On a narrow screen the changes stand below what was pressed, out of sight. */
function onward(main: HTMLElement): void {
  if (innerWidth >= wide) return;
  for (const each of document.querySelectorAll<HTMLDetailsElement>(".aside details")) {
    each.open = false;
  }
  main.focus({ preventScroll: true });
  main.scrollIntoView();
}

/** On a narrow screen the tree is folded away. */
function aside(tree: ClassTree): HTMLElement {
  const folded = make("details", {}, make("summary", { text: "Classes" }), tree.element);
  folded.open = innerWidth >= wide;
  matchMedia(`(min-width: ${wide}px)`).addEventListener("change", ({ matches }) => {
    folded.open = matches;
  });
  return make("nav", { class: "aside", attributes: { "aria-label": "Classes" } }, folded);
}

function changes(toolbar: Toolbar, list: ChangeList): HTMLElement {
  return make(
    "main",
    { attributes: { tabindex: "-1" } },
    make("h2", { class: "said", text: "Changes" }),
    toolbar.element,
    list.element,
  );
}

build(readData());
