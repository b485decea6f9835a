import type { PageClass, PageData } from "./data.ts";
import { element } from "./element.ts";
import { markOf, type Mark } from "./filter.ts";

const worstFirst: readonly Mark[] = ["breaking", "risky", "safe", "accepted"];

/**
 * Classes that have changed below those that they inherit from, by namespace.
 *
 * @param choose - called with the number of a class, or with nothing when it was chosen already
 */
export function classTree(data: PageData, choose: (cls: number | undefined) => void): HTMLElement {
  const below = grouped(data.classes);
  const counts = countsOf(data);
  const build = (indexes: readonly number[]): HTMLElement => {
    const list = element("ul");
    for (const index of indexes) {
      const cls = data.classes[index];
      if (!cls) continue;
      const item = element("li", {}, nodeOf(cls, index, counts.get(index), choose));
      const inner = below.get(index);
      if (inner) item.append(build(inner));
      list.append(item);
    }
    return list;
  };
  const roots = below.get(undefined) ?? [];
  const namespaces = [...new Set(roots.map((index) => data.classes[index]?.namespace ?? ""))];
  const tree = element("div");
  for (const namespace of namespaces) {
    const own = roots.filter((index) => data.classes[index]?.namespace === namespace);
    tree.append(element("h3", {}, namespace), build(own));
  }
  return tree;
}

/** Marks the button of the chosen class. */
export function markChosen(tree: ParentNode, cls: number | undefined): void {
  for (const button of tree.querySelectorAll("button[data-class]")) {
    const chosen = button.getAttribute("data-class") === String(cls);
    button.setAttribute("aria-pressed", String(chosen));
  }
}

function grouped(classes: readonly PageClass[]): Map<number | undefined, number[]> {
  const groups = new Map<number | undefined, number[]>();
  for (const [index, { above }] of classes.entries()) {
    const group = groups.get(above);
    if (group) group.push(index);
    else groups.set(above, [index]);
  }
  return groups;
}

interface Count {
  number: number;
  worst: Mark;
}

function countsOf({ changes }: PageData): ReadonlyMap<number, Count> {
  const counts = new Map<number, Count>();
  for (const change of changes) {
    if (change.class === undefined) continue;
    const mark = markOf(change, undefined);
    const count = counts.get(change.class);
    if (!count) counts.set(change.class, { number: 1, worst: mark });
    else {
      count.number += 1;
      if (worstFirst.indexOf(mark) < worstFirst.indexOf(count.worst)) count.worst = mark;
    }
  }
  return counts;
}

function nodeOf(
  { name }: PageClass,
  index: number,
  count: Count | undefined,
  choose: (cls: number | undefined) => void,
): HTMLElement {
  if (!count) return element("span", { class: "unchanged" }, name);
  const button = element(
    "button",
    { type: "button", "data-class": String(index), "aria-pressed": "false" },
    name,
    " ",
    element(
      "span",
      { class: `badge ${count.worst}`, title: `worst: ${count.worst}` },
      String(count.number),
    ),
  );
  button.addEventListener("click", () => {
    choose(button.getAttribute("aria-pressed") === "true" ? undefined : index);
  });
  return button;
}
