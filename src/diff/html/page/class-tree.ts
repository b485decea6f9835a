import type { PageData } from "../page-data.ts";
import { LazyList } from "./lazy-list.ts";
import { button, make, said, sign } from "./make.ts";
import type { Found, Store } from "./store.ts";
import { keyOf, talliesOf, TreeOrder, withAncestors } from "./tree-order.ts";
import type { Tally, TreeRow } from "./tree-order.ts";
import { categorySigns, categoryWords } from "./words.ts";

/** Namespaces, and in each the classes by inheritance. */
export class ClassTree {
  readonly element: HTMLElement;
  private readonly data: PageData;
  private readonly store: Store;
  private readonly order: TreeOrder;
  private readonly looked: () => void;
  private readonly rows = make("ul", { class: "tree-rows" });
  private readonly list: LazyList<TreeRow>;
  /** Keys of rows that a reader has closed. */
  private readonly closed = new Set<string>();
  private everything = false;
  private found: Found | undefined;

  /** @param looked - called when a reader has chosen a class or a namespace */
  constructor(store: Store, looked: () => void) {
    this.store = store;
    this.looked = looked;
    this.data = store.data;
    this.order = new TreeOrder(store.data);
    const { rows } = this;
    const scroller = make("div", { class: "scroller" }, rows);
    this.list = new LazyList(rows, (row) => this.build(row), scroller);
    this.element = make("div", { class: "tree" }, this.switches(), scroller);
    rows.addEventListener("keydown", (event) => moveFocus(event, rows));
    store.listen((found) => this.show(found));
  }

  private switches(): HTMLElement {
    const all = button(
      { class: "quiet", text: "All classes", attributes: { "aria-pressed": "false" } },
      () => {
        this.everything = !this.everything;
        all.setAttribute("aria-pressed", `${this.everything}`);
        this.again();
      },
    );
    return make("div", { class: "tree-switches" }, make("h2", { text: "Classes" }), all);
  }

  private show(found: Found): void {
    this.found = found;
    const focused = document.activeElement?.getAttribute("data-row");
    const tallies = talliesOf(found, this.data);
    const rows = this.order.rows(tallies, {
      seen: this.everything ? undefined : this.seen(found, tallies),
      closed: this.closed,
    });
    // Who pressed something in the tree goes on from there.
    this.list.show(rows, typeof focused === "string");
    if (typeof focused === "string") {
      this.rows
        .querySelector<HTMLElement>(`[data-row="${focused}"]`)
        ?.focus({ preventScroll: true });
    }
  }

  /** Shows the same changes, but other rows. */
  private again(): void {
    if (this.found) this.show(this.found);
  }

  private seen({ filters }: Found, tallies: ReadonlyMap<number, Tally>): ReadonlySet<number> {
    const looked = filters.scope?.class;
    return withAncestors([...tallies.keys(), ...(looked === undefined ? [] : [looked])], this.data);
  }

  private build(row: TreeRow): HTMLElement {
    const line = make("li", {
      class: row.class === undefined ? "namespace" : "class",
      attributes: { "aria-level": `${row.depth + 1}` },
    });
    line.style.setProperty("--depth", `${Math.min(row.depth, 12)}`);
    line.append(row.branches ? this.twig(row) : sign("", "twig"), this.name(row));
    return line;
  }

  private twig(row: TreeRow): HTMLElement {
    const key = keyOf(row);
    const open = !this.closed.has(key);
    const label = `Classes below ${this.nameOf(row)}`;
    const attributes = {
      "aria-expanded": `${open}`,
      "aria-label": label,
      "data-row": `twig ${key}`,
    };
    return button(
      { class: "twig", attributes },
      () => {
        if (!this.closed.delete(key)) this.closed.add(key);
        this.again();
      },
      sign("", "chevron"),
    );
  }

  private name(row: TreeRow): HTMLElement {
    const text = this.nameOf(row);
    const { tally } = row;
    const name = make("span", { class: "name", text });
    if (!tally) return make("span", { class: "plain" }, name);
    const { scope } = this.store.filters;
    const pressed = scope?.class === row.class && scope?.namespace === row.namespace;
    const attributes = {
      "aria-pressed": `${pressed}`,
      "data-row": `look ${keyOf(row)}`,
      title: text,
    };
    return button(
      { class: "look", attributes },
      () => this.look(pressed ? undefined : row),
      name,
      tallyOf(tally),
    );
  }

  private look(row: TreeRow | undefined): void {
    const { namespace = 0, class: cls } = row ?? {};
    this.store.look(row && { namespace, ...(cls !== undefined && { class: cls }) });
    if (row) this.looked();
  }

  private nameOf(row: TreeRow): string {
    if (row.class === undefined) return this.data.namespaces[row.namespace] ?? "";
    const cls = this.data.classes[row.class];
    return (cls?.qualifier ? "Qualifier " : "") + (cls?.name ?? "");
  }
}

function tallyOf({ count, worst }: Tally): HTMLElement {
  return make(
    "span",
    { class: `tally ${worst}` },
    sign(categorySigns[worst]),
    make("span", { text: count.toLocaleString("en") }),
    said(` ${count === 1 ? "change" : "changes"}, worst: ${categoryWords[worst].toLowerCase()}`),
  );
}

/** Arrows go from name to name. */
function moveFocus(event: KeyboardEvent, rows: HTMLElement): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const names = [...rows.querySelectorAll<HTMLElement>(".look")];
  const current = names.findIndex((each) => each === document.activeElement);
  event.preventDefault();
  names[current + step]?.focus();
}
