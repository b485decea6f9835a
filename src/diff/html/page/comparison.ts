import { diffWordsWithSpace } from "diff";
import { element } from "./element.ts";

/** Longer declarations are shown without marks: to find the words would take too long. */
const LONGEST = 20_000;

/** Two declarations side by side, with the words marked that differ. */
export function comparison(before: string, after: string): HTMLElement {
  const short = before.length + after.length <= LONGEST;
  const changes =
    short && before !== "" && after !== ""
      ? diffWordsWithSpace(before, after)
      : [
          { value: before, removed: true, added: false },
          { value: after, removed: false, added: true },
        ];
  const marked = short && before !== "" && after !== "";
  const side = (name: "del" | "ins", text: string): HTMLElement => {
    const code = element("code");
    for (const { value, added, removed } of changes) {
      if (name === "del" ? added : removed) continue;
      code.append(...(marked && (added || removed) ? markedWords(name, value) : [value]));
    }
    const empty = text === "" ? element("p", { class: "none" }, "not there") : undefined;
    const title = name === "del" ? "before" : "after";
    return element(
      "figure",
      { class: title },
      element("figcaption", {}, title),
      empty ?? element("pre", { tabindex: "0" }, code),
    );
  };
  return element("div", { class: "comparison" }, side("del", before), side("ins", after));
}

/** White space around words is not marked. */
function markedWords(name: "del" | "ins", text: string): readonly (Node | string)[] {
  const words = text.trim();
  if (words === "") return [text];
  const start = text.indexOf(words);
  return [text.slice(0, start), element(name, {}, words), text.slice(start + words.length)];
}
