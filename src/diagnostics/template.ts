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

/** A list with one text, which can also be asked what texts are asked. */
function placeholder(name: string): unknown {
  const shown = `<${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`;
  return new Proxy([shown], {
    get: (list, asked) => {
      if (asked in list) return Reflect.get(list, asked) as unknown;
      const ofText: unknown = Reflect.get(String.prototype, asked);
      return typeof ofText === "function" ? (ofText.bind(shown) as unknown) : undefined;
    },
  });
}

/** What was calculated from a placeholder is a number, and what was looked up by one not known. */
function readable(text: string): string {
  return text.replaceAll("NaN", "<number>").replaceAll("undefined", "…");
}
