import { changeElement } from "./change.ts";
import type { Audience, PageData } from "./data.ts";
import { element, part } from "./element.ts";

/** So many changes are made at a time; more when somebody comes near the end. */
const STEP = 100;

/** The changes that are shown, under the names of their classes. */
export class ChangeList {
  readonly #data: PageData;
  readonly #list: HTMLElement = part("list");
  readonly #end: HTMLElement = part("end");
  #found: readonly number[] = [];
  #audience: Audience | undefined;
  #made = 0;
  #class: number | undefined;

  constructor(data: PageData) {
    this.#data = data;
    new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) this.#more();
      },
      { rootMargin: "800px" },
    ).observe(this.#end);
  }

  /** Shows other changes, from the first one on. */
  show(found: readonly number[], audience: Audience | undefined): void {
    this.#found = found;
    this.#audience = audience;
    this.#made = 0;
    this.#class = -1;
    this.#list.replaceChildren();
    this.#more();
    if (found.length === 0)
      this.#list.append(element("p", { class: "none" }, "No change is like that."));
  }

  /** Moves the focus to the next or the previous change. */
  move(by: 1 | -1): void {
    const lines = [...this.#list.querySelectorAll<HTMLElement>(".line")];
    const at = lines.findIndex((line) => line === document.activeElement);
    const next = at < 0 ? 0 : at + by;
    if (next >= lines.length - 1) this.#more();
    const target = this.#list.querySelectorAll<HTMLElement>(".line")[Math.max(0, next)];
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  }

  #more(): void {
    const { classes, changes } = this.#data;
    const made = document.createDocumentFragment();
    for (const index of this.#found.slice(this.#made, this.#made + STEP)) {
      const change = changes[index];
      if (!change) continue;
      if (change.class !== this.#class) {
        this.#class = change.class;
        const cls = change.class === undefined ? undefined : classes[change.class];
        const name = element("h2", {}, cls?.name ?? "Qualifier types and instances");
        if (cls) name.append(" ", element("small", {}, cls.namespace));
        made.append(name);
      }
      made.append(changeElement(change, index, this.#data, this.#audience));
    }
    this.#made = Math.min(this.#found.length, this.#made + STEP);
    this.#list.append(made);
    this.#end.hidden = this.#made >= this.#found.length;
  }
}
