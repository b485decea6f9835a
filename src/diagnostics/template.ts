import { catalogue, type Code } from "./catalogue/index.ts";
import type { Sentence } from "./sentence.ts";

/** A sentence with names in angle brackets where its parameters go. */
export interface Template {
  readonly message: string;
  readonly help?: string;
}

/** The sentence of a code as such, for lists and pages. */
export function template(code: Code): Template {
  // Every parameter is a text, a number or a list, and a placeholder passes for each.
  const sentence = catalogue[code] as Sentence<unknown>;
  const help = sentence.help?.(placeholders);
  return {
    message: readable(sentence.message(placeholders)),
    ...(help !== undefined && { help: readable(help) }),
  };
}

const placeholders: unknown = new Proxy({}, { get: (_, name) => placeholder(String(name)) });

/** A text that can also be asked what lists are asked. */
function placeholder(name: string): unknown {
  const shown = `<${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`;
  const list: unknown = Object.assign(new String(shown), {
    join: () => shown,
    map: () => list,
    slice: () => list,
    at: () => shown,
  });
  return list;
}

/** What was calculated from a placeholder is a number, and what was looked up by one not known. */
function readable(text: string): string {
  return text.replaceAll("NaN", "<number>").replaceAll("undefined", "…");
}
