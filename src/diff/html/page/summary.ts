import type { Audience } from "../../rule.ts";
import type { PageData } from "../page-data.ts";
import { categoryOf } from "./filters.ts";
import { button, counted, make, sign } from "./make.ts";
import type { Store } from "./store.ts";
import { audienceHints, audienceWords, categories, categorySigns, categoryWords } from "./words.ts";
import type { Category } from "./words.ts";

/**
 * What was compared, what is thought of it, and how many changes hurt whom.
 *
 * @param looked - called when a reader has chosen some of the changes
 */
export function summary(store: Store, looked: () => void): HTMLElement {
  const { data } = store;
  return make(
    "header",
    { class: "summary" },
    make(
      "div",
      { class: "verdict-side" },
      make("p", { class: "kind", text: "Schema changes" }),
      sidesOf(data),
      verdict(data),
      facts(data),
    ),
    make("div", { class: "table-side" }, table(store, looked)),
  );
}

function sidesOf(data: PageData): HTMLElement {
  return make(
    "h1",
    {},
    make("span", { class: "old", text: data.old }),
    sign(" → ", "arrow"),
    make("span", { class: "said", text: " compared with " }),
    make("span", { class: "new", text: data.new }),
  );
}

function verdict({ failing, failOn, changes }: PageData): HTMLElement {
  const failed = failing > 0;
  const limit = failOn === "any" ? "any change fails" : `fails on ${failOn}`;
  const why = failed
    ? `${counted(failing, "change fails", "changes fail")} the check`
    : changes.length === 0
      ? "Nothing has changed"
      : "No change fails the check";
  return make(
    "p",
    { class: `verdict ${failed ? "failed" : "passed"}` },
    make(
      "strong",
      {},
      sign(failed ? "✕ " : "✓ "),
      make("span", { text: failed ? "Failed" : "Passed" }),
    ),
    make("span", { text: why }),
    make("span", { class: "limit", text: failOn === "none" ? "nothing can fail" : limit }),
  );
}

function facts({ bump, semver, expired, unused }: PageData): HTMLElement {
  const list = make("dl", { class: "overview" });
  const add = (name: string, text: string, className = ""): void => {
    list.append(
      make("div", { class: className }, make("dt", { text: name }), make("dd", { text })),
    );
  };
  add("Version needs", bump ? `a ${bump} release` : "no release");
  if (semver) {
    const enough = semver.enough ? "enough" : `not enough, ${semver.needed} is needed`;
    add("Version", `${semver.old} → ${semver.new}: ${enough}`, semver.enough ? "" : "bad");
  }
  for (const { fingerprint, reason, until } of expired) {
    add("Expired acceptance", `${fingerprint}, ${until ?? ""}: ${reason}`, "wide");
  }
  for (const { fingerprint, reason, change } of unused) {
    add("Unused acceptance", `${fingerprint}: ${change ?? reason}`, "wide");
  }
  return list;
}

function table(store: Store, looked: () => void): HTMLElement {
  const { data } = store;
  const names = categories.map((each) =>
    make(
      "th",
      { attributes: { scope: "col" } },
      sign(categorySigns[each]),
      make("span", { text: categoryWords[each] }),
    ),
  );
  const press = (audiences: readonly Audience[], category: Category): void => {
    store.set({ audiences: new Set(audiences), categories: new Set([category]) });
    looked();
  };
  const rows = data.audiences.map((audience) => row(data, [audience], press, audience));
  return make(
    "table",
    { class: "counts" },
    make("caption", { class: "said", text: "Changes by audience and level" }),
    make(
      "thead",
      {},
      make("tr", {}, make("th", { text: "Changes for", attributes: { scope: "col" } }), ...names),
    ),
    make("tbody", {}, ...rows, row(data, data.audiences, press)),
  );
}

function row(
  { changes }: PageData,
  audiences: readonly Audience[],
  press: (audiences: readonly Audience[], category: Category) => void,
  one?: Audience,
): HTMLElement {
  const name = one ? audienceWords[one] : "All together";
  const hint = one ? audienceHints[one] : "the worst of them";
  const counts: Record<Category, number> = { breaking: 0, risky: 0, safe: 0, accepted: 0 };
  for (const change of changes) counts[categoryOf(change, audiences)] += 1;
  const cells = categories.map((category) =>
    make(
      "td",
      {},
      cell(category, counts[category], () => press(audiences, category)),
    ),
  );
  return make(
    "tr",
    { class: one ? "" : "all" },
    make(
      "th",
      { attributes: { scope: "row" } },
      make("span", { class: "who", text: name }),
      make("span", { class: "hint", text: hint }),
    ),
    ...cells,
  );
}

function cell(category: Category, count: number, press: () => void): HTMLElement {
  const text = count.toLocaleString("en");
  if (count === 0) return make("span", { class: "zero", text });
  const label = `${text} ${categoryWords[category].toLowerCase()}: show`;
  return button({ class: category, text, attributes: { "aria-label": label } }, press);
}
