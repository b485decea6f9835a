import type { Audience } from "../../rule.ts";
import type { PageChange, PageData } from "../page-data.ts";
import { details } from "./details.ts";
import { button, make, said, sign } from "./make.ts";
import { audienceWords, categorySigns, categoryWords, type Category } from "./words.ts";

/** Makes a change, closed or open. */
export class ChangeCards {
  private readonly data: PageData;
  /** Those that a reader has opened stay open when they come back. */
  private readonly open = new Set<number>();

  constructor(data: PageData) {
    this.data = data;
  }

  card(index: number, change: PageChange, category: Category): HTMLElement {
    const id = `change-${index}`;
    const head = button(
      {
        class: "head",
        attributes: { "aria-expanded": "false", "aria-controls": id, "data-change": `${index}` },
      },
      () => this.toggle(index, change, head),
      ...this.columns(change, category),
    );
    const heading = make("h4", {}, head);
    const article = make("article", { class: `change ${category}` }, heading);
    if (this.open.has(index)) this.show(index, change, head, article);
    return article;
  }

  private toggle(index: number, change: PageChange, head: HTMLElement): void {
    const article = head.closest("article");
    if (!article) return;
    if (!this.open.delete(index)) {
      this.open.add(index);
      this.show(index, change, head, article);
      return;
    }
    head.setAttribute("aria-expanded", "false");
    article.querySelector(".details")?.remove();
  }

  private show(index: number, change: PageChange, head: HTMLElement, article: HTMLElement): void {
    const body = details(change, this.data);
    body.id = `change-${index}`;
    article.append(body);
    head.setAttribute("aria-expanded", "true");
  }

  private columns(change: PageChange, category: Category): readonly HTMLElement[] {
    return [
      make(
        "span",
        { class: `badge ${category}` },
        sign(categorySigns[category]),
        make("span", { text: categoryWords[category] }),
      ),
      make(
        "span",
        { class: "text" },
        make("span", { class: "message", text: change.message }),
        make("span", { class: "rule", text: change.rule }),
      ),
      make(
        "span",
        { class: "audiences" },
        ...this.data.audiences.map((audience) => this.cell(change, audience)),
      ),
      make("span", { class: "bump", text: change.bump }),
      sign("", "chevron"),
    ];
  }

  private cell({ levels }: PageChange, audience: Audience): HTMLElement {
    const level = levels[audience];
    const title = `${audienceWords[audience]}: ${categoryWords[level].toLowerCase()}`;
    return make(
      "span",
      { class: `cell level ${level}`, attributes: { title } },
      make("span", { class: "name", text: audienceWords[audience] }),
      sign(categorySigns[level]),
      said(`${categoryWords[level].toLowerCase()}, `),
    );
  }
}
