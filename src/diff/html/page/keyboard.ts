import type { ChangeList } from "./change-list.ts";
import { make } from "./make.ts";
import type { Store } from "./store.ts";

/** What keys do; letters can be turned off for those whose software types them. */
export function keyboard(store: Store, list: ChangeList, search: HTMLInputElement): HTMLElement {
  const letters = make("input", { attributes: { type: "checkbox" } });
  letters.checked = true;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const typing = target instanceof HTMLInputElement && target.type !== "checkbox";
    const onChange = target instanceof HTMLElement && target.matches(".head");
    if (event.key === "Escape") {
      escape(store, search, event);
      return;
    }
    if (typing) return;
    const step = stepOf(event.key, letters.checked, onChange);
    if (step !== undefined) list.move(step);
    else if (event.key === "/" && letters.checked) search.focus();
    else return;
    event.preventDefault();
  });
  return make(
    "footer",
    { class: "keys" },
    ...[
      ["/", "search"],
      ["j", "next change"],
      ["k", "change before"],
      ["Enter", "open it"],
      ["Esc", "clear"],
    ].map(([key, what]) =>
      make("span", {}, make("kbd", { text: key ?? "" }), make("span", { text: ` ${what ?? ""}` })),
    ),
    make("label", {}, letters, make("span", { text: " letters are keys" })),
  );
}

function escape(store: Store, search: HTMLInputElement, event: KeyboardEvent): void {
  event.preventDefault();
  if (document.activeElement === search) search.blur();
  store.clear();
}

function stepOf(key: string, letters: boolean, onChange: boolean): 1 | -1 | undefined {
  if ((letters && key === "j") || (onChange && key === "ArrowDown")) return 1;
  if ((letters && key === "k") || (onChange && key === "ArrowUp")) return -1;
  return undefined;
}
