/** What an element is made with; all texts become text, whatever is in them. */
export interface Made {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Makes an element. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  made: Made = {},
  ...children: readonly (Node | undefined)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (made.class !== undefined) element.className = made.class;
  if (made.text !== undefined) element.textContent = made.text;
  for (const [name, value] of Object.entries(made.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Makes a button that does something. */
export function button(
  made: Made,
  press: () => void,
  ...children: readonly (Node | undefined)[]
): HTMLButtonElement {
  const element = make("button", made, ...children);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

/** A sign for the eye, which a screen reader need not say. */
export function sign(text: string, className = "sign"): HTMLElement {
  return make("span", { class: className, text, attributes: { "aria-hidden": "true" } });
}

/** A text for a screen reader, which the eye need not see. */
export function said(text: string): HTMLElement {
  return make("span", { class: "said", text });
}

/** `1 change`, `12 changes`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}
