import { make } from "./make.ts";

/** How many items are made at once. */
const CHUNK = 40;

/** A list whose items are made when they are about to be seen: thousands cost what dozens do. */
export class LazyList<T> {
  private readonly container: HTMLElement;
  private readonly build: (item: T) => HTMLElement;
  private readonly end = make("div", { class: "end", attributes: { "aria-hidden": "true" } });
  private readonly observer: IntersectionObserver;
  private items: readonly T[] = [];
  private made = 0;

  constructor(
    container: HTMLElement,
    build: (item: T) => HTMLElement,
    scroller: HTMLElement | null = null,
  ) {
    this.container = container;
    this.build = build;
    this.observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.more();
      },
      { root: scroller, rootMargin: "1200px 0px" },
    );
  }

  /**
   * Shows other items.
   *
   * @param keep - whether as many are made as were before, so that nothing moves
   */
  show(items: readonly T[], keep = false): void {
    const before = keep ? this.made : 0;
    this.items = items;
    this.made = 0;
    this.container.replaceChildren();
    this.more(before - 1);
  }

  /** Makes the next items, at least up to a certain one. */
  more(upTo: number = this.made): void {
    this.observer.unobserve(this.end);
    const last = Math.min(this.items.length, Math.max(this.made + CHUNK, upTo + 1));
    const fresh = this.items.slice(this.made, last).map((item) => this.build(item));
    this.made = last;
    this.end.remove();
    this.container.append(...fresh);
    if (this.made === this.items.length) return;
    this.container.append(this.end);
    // Once observed anew it is looked at again, even if it is still in sight.
    this.observer.observe(this.end);
  }

  /** Makes all items, as a printer wants them. */
  all(): void {
    this.more(this.items.length);
  }
}
