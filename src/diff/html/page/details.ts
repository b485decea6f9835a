import type { Audience } from "../../rule.ts";
import type { PageChange, PageData } from "../page-data.ts";
import { comparison } from "./comparison.ts";
import { copyLine } from "./copy-line.ts";
import { counted, make } from "./make.ts";
import { audienceWords, categorySigns, categoryWords } from "./words.ts";

/** All there is to say of a change; made when somebody opens it. */
export function details(change: PageChange, data: PageData): HTMLElement {
  const declaration =
    change.declaration === undefined ? undefined : data.declarations[change.declaration];
  return make(
    "div",
    { class: "details" },
    change.hint === undefined ? undefined : note("Perhaps", change.hint),
    acceptance(change),
    declaration && comparison(declaration),
    facts(change, data),
    affected(change, data),
    change.accepted ? undefined : acceptCommand(change),
  );
}

function note(title: string, text: string): HTMLElement {
  return make(
    "p",
    { class: "note" },
    make("strong", { text: `${title}: ` }),
    make("span", { text }),
  );
}

function acceptance({ accepted }: PageChange): HTMLElement | undefined {
  if (!accepted) return undefined;
  const until = accepted.until === undefined ? "" : ` (until ${accepted.until})`;
  return note("Accepted", accepted.reason + until);
}

function facts(change: PageChange, data: PageData): HTMLElement {
  const list = make("dl", { class: "facts" });
  const add = (name: string, ...values: readonly HTMLElement[]): void => {
    list.append(make("dt", { text: name }), make("dd", {}, ...values));
  };
  add("Levels", ...data.audiences.map((audience) => seenBy(change, audience)));
  if (change.before !== undefined) add("Before", make("code", { text: change.before }));
  if (change.after !== undefined) add("After", make("code", { text: change.after }));
  const marks = [change.deprecated && "deprecated", change.experimental && "experimental"];
  const said = marks.filter(Boolean).join(", ");
  if (said !== "") add("Was", make("span", { text: said }));
  add("Fingerprint", make("code", { text: change.fingerprint }));
  return list;
}

function seenBy({ levels }: PageChange, audience: Audience): HTMLElement {
  const level = levels[audience];
  const words = `${categorySigns[level]} ${categoryWords[level].toLowerCase()}`;
  return make(
    "span",
    { class: "seen" },
    make("span", { text: `${audienceWords[audience]} ` }),
    make("span", { class: `level ${level}`, text: words }),
  );
}

function affected(change: PageChange, data: PageData): HTMLElement | undefined {
  const names = change.affected === undefined ? undefined : data.affected[change.affected];
  if (!names) return undefined;
  const title = `${counted(names.length, "class", "classes")} inherit${names.length === 1 ? "s" : ""} this`;
  const box = make("details", { class: "affected" }, make("summary", { text: title }));
  box.addEventListener(
    "toggle",
    () => {
      box.append(make("ul", {}, ...names.map((text) => make("li", {}, make("code", { text })))));
    },
    { once: true },
  );
  return box;
}

function acceptCommand({ fingerprint }: PageChange): HTMLElement {
  return make(
    "div",
    { class: "accept" },
    make("span", { class: "label", text: "To agree to this change" }),
    copyLine(`codegen diff --accept ${fingerprint} --reason "…"`),
  );
}
