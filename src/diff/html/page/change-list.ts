import type { PageData } from "../page-data.ts";
import { ChangeCards } from "./change-card.ts";
import { LazyList } from "./lazy-list.ts";
import { button, counted, make } from "./make.ts";
import type { Found, Store } from "./store.ts";
import { audienceWords, type Category } from "./words.ts";

/** A change, or above those of a class the name of the class. */
type Item =
  | { readonly change: number; readonly category: Category }
  | { readonly class: number; readonly count: number };

/** The changes, class by class. */
export class ChangeList {
  readonly element: HTMLElement = make("div", { class: "list" });
  private readonly data: PageData;
  private readonly store: Store;
  private readonly cards: ChangeCards;
  private readonly rows = make("div", { class: "rows" });
  private readonly list: LazyList<Item>;

  constructor(store: Store) {
    this.store = store;
    this.data = store.data;
    this.cards = new ChangeCards(store.data);
    this.list = new LazyList(this.rows, (item) => this.build(item));
    this.element.append(this.columnNames(), this.rows);
    store.listen((found) => this.show(found));
    addEventListener("beforeprint", () => this.list.all());
  }

  /** Goes to the next change, or to the one before. */
  move(step: 1 | -1): void {
    const heads = [...this.rows.querySelectorAll<HTMLElement>(".head")];
    const current = heads.findIndex((each) => each === document.activeElement);
    const next = current < 0 ? this.firstInSight(heads) : current + step;
    if (next >= heads.length - 1) this.list.more();
    const target = heads[next];
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  }

  private firstInSight(heads: readonly HTMLElement[]): number {
    return Math.max(
      0,
      heads.findIndex((each) => each.getBoundingClientRect().top >= 0),
    );
  }

  private show(found: Found): void {
    // Asked before anything changes: afterwards the browser would have to lay out twice.
    const above = this.element.getBoundingClientRect().top;
    const items = this.itemsOf(found);
    this.list.show(items);
    this.element.classList.toggle("empty", items.length === 0);
    if (items.length === 0) this.rows.append(this.nothing());
    if (above < 0) this.element.scrollIntoView({ block: "start" });
  }

  private itemsOf({ changes, categoryOf }: Found): readonly Item[] {
    const counts = new Map<number, number>();
    const about = (index: number): number => this.data.changes[index]?.class ?? 0;
    for (const index of changes) counts.set(about(index), (counts.get(about(index)) ?? 0) + 1);
    const items: Item[] = [];
    let above: number | undefined;
    for (const change of changes) {
      const cls = about(change);
      if (cls !== above) items.push({ class: cls, count: counts.get(cls) ?? 0 });
      above = cls;
      items.push({ change, category: categoryOf(change) });
    }
    return items;
  }

  private build(item: Item): HTMLElement {
    if ("class" in item) return this.heading(item.class, item.count);
    const change = this.data.changes[item.change];
    return change ? this.cards.card(item.change, change, item.category) : make("div");
  }

  private heading(index: number, count: number): HTMLElement {
    const cls = this.data.classes[index];
    const namespace = this.data.namespaces[cls?.namespace ?? -1] ?? "";
    return make(
      "h3",
      { class: "class" },
      make("span", {
        class: "name",
        text: (cls?.qualifier ? "Qualifier " : "") + (cls?.name ?? ""),
      }),
      make("span", { class: "namespace", text: namespace }),
      make("span", { class: "count", text: counted(count, "change") }),
    );
  }

  private columnNames(): HTMLElement {
    const { audiences } = this.data;
    return make(
      "div",
      { class: "column-names", attributes: { "aria-hidden": "true" } },
      make("span", { text: "Level" }),
      make("span", { text: "Change" }),
      make(
        "span",
        { class: "audiences" },
        ...audiences.map((each) => make("span", { text: audienceWords[each] })),
      ),
      make("span", { text: "Version" }),
    );
  }

  private nothing(): HTMLElement {
    const { length } = this.data.changes;
    if (length === 0) return make("p", { class: "nothing", text: "Nothing has changed." });
    const clear = button({ text: "Clear all filters" }, () => this.store.clear());
    return make(
      "div",
      { class: "nothing" },
      make("p", { text: "No change fits the filters." }),
      clear,
    );
  }
}
