import type { Audience } from "../../rule.ts";
import { button, counted, make, sign } from "./make.ts";
import type { Found, Store } from "./store.ts";
import { audienceHints, audienceWords, categories, categorySigns, categoryWords } from "./words.ts";
import type { Category } from "./words.ts";

/** The search and the filters, and how many changes there are under them. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  private readonly store: Store;
  private readonly audiences: ReadonlyMap<Audience, HTMLElement>;
  private readonly levels: ReadonlyMap<Category, HTMLElement>;
  private readonly count = make("p", { class: "found", attributes: { role: "status" } });
  private readonly scope = make("span", { class: "scope" });
  private readonly clear: HTMLButtonElement;

  constructor(store: Store) {
    this.store = store;
    this.search = this.searchField();
    this.audiences = new Map(store.data.audiences.map((each) => [each, this.audience(each)]));
    this.levels = new Map(categories.map((each) => [each, this.level(each)]));
    this.clear = button({ class: "quiet", text: "Clear filters" }, () => {
      store.clear();
      // The button goes away, and what has the focus should not.
      this.search.focus();
    });
    this.element = this.layOut();
    store.listen((found) => this.show(found));
  }

  private layOut(): HTMLElement {
    const label = make(
      "label",
      { class: "search" },
      make("span", { text: "Search" }),
      this.search,
      make("kbd", { text: "/", attributes: { "aria-hidden": "true" } }),
    );
    return make(
      "div",
      { class: "toolbar", attributes: { role: "search", "aria-label": "Filter changes" } },
      label,
      group("Level", this.levels.values()),
      group("Seen by", this.audiences.values()),
      make("div", { class: "state" }, this.count, this.scope, this.clear),
    );
  }

  private searchField(): HTMLInputElement {
    const attributes = {
      type: "search",
      placeholder: "Class, member, rule or fingerprint",
      autocomplete: "off",
      spellcheck: "false",
    };
    const field = make("input", { attributes });
    field.addEventListener("input", () => this.store.set({ query: field.value }));
    return field;
  }

  private audience(audience: Audience): HTMLElement {
    const attributes = { title: `Levels for ${audienceHints[audience]}` };
    return button(
      { class: "choice", attributes },
      () => {
        const audiences = toggled(this.store.filters.audiences, audience);
        // With nobody's eyes there is nothing to see.
        this.store.set({
          audiences: audiences.size > 0 ? audiences : new Set(this.store.data.audiences),
        });
      },
      make("span", { class: "name", text: audienceWords[audience] }),
    );
  }

  private level(category: Category): HTMLElement {
    return button(
      { class: `choice ${category}` },
      () => this.store.set({ categories: toggled(this.store.filters.categories, category) }),
      sign(categorySigns[category]),
      make("span", { class: "name", text: categoryWords[category] }),
      make("span", { class: "number" }),
    );
  }

  private show({ filters, changes, counts }: Found): void {
    const { data } = this.store;
    if (this.search.value !== filters.query) this.search.value = filters.query;
    for (const [audience, element] of this.audiences) {
      element.setAttribute("aria-pressed", `${filters.audiences.has(audience)}`);
    }
    for (const [category, element] of this.levels) {
      element.setAttribute("aria-pressed", `${filters.categories.has(category)}`);
      const number = element.querySelector(".number");
      if (number) number.textContent = counts[category].toLocaleString("en");
    }
    const total = counted(data.changes.length, "change");
    const all = changes.length === data.changes.length;
    this.count.textContent = all ? total : `${changes.length.toLocaleString("en")} of ${total}`;
    const { scope } = filters;
    const cls = scope?.class === undefined ? undefined : data.classes[scope.class]?.name;
    const name = scope && (cls ?? data.namespaces[scope.namespace]);
    this.scope.textContent = name === undefined ? "" : `in ${name}`;
    const narrowed =
      scope !== undefined ||
      filters.query !== "" ||
      filters.categories.size < categories.length ||
      filters.audiences.size < data.audiences.length;
    this.clear.hidden = !narrowed;
  }
}

function group(title: string, children: Iterable<HTMLElement>): HTMLElement {
  return make(
    "div",
    { class: "choices", attributes: { role: "group", "aria-label": title } },
    make("span", { class: "label", text: title, attributes: { "aria-hidden": "true" } }),
    ...children,
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const result = new Set(set);
  if (!result.delete(item)) result.add(item);
  return result;
}
