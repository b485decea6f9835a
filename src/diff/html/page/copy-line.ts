import { button, make } from "./make.ts";

/** A command, and a button that copies it. */
export function copyLine(command: string): HTMLElement {
  const code = make("code", { text: command });
  const state = make("span", { class: "copied", attributes: { role: "status" } });
  const copy = button({ class: "quiet", text: "Copy" }, () => {
    write(command, code).then(
      (words) => (state.textContent = words),
      () => (state.textContent = select(code)),
    );
  });
  return make("div", { class: "command" }, code, copy, state);
}

async function write(text: string, code: HTMLElement): Promise<string> {
  // Old browsers, and pages that were not loaded safely, have none.
  if (!("clipboard" in navigator)) return select(code);
  await navigator.clipboard.writeText(text);
  return "Copied";
}

/** What a browser does not let us copy, its reader can. */
function select(code: HTMLElement): string {
  getSelection()?.selectAllChildren(code);
  return "Selected";
}
