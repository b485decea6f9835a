/** What values of a configuration have to be. */
import { either, visible } from "../diagnostics/index.ts";

/** What a value has to be, and how that is said. */
export interface Form {
  readonly is: string;
  readonly fits: (value: unknown) => boolean;
}

export const text: Form = { is: "a text", fits: isText };
export const texts: Form = {
  is: "a list of texts",
  fits: (value) => Array.isArray(value) && value.every((each) => isText(each)),
};
export const boolean: Form = { is: "true or false", fits: (value) => typeof value === "boolean" };

/** One of a few words. */
export function oneOf(...words: readonly string[]): Form {
  return { is: either(words), fits: (value) => isText(value) && words.includes(value) };
}

/** A text that is not empty, unless it may be. */
export function isText(value: unknown, maybeEmpty = false): value is string {
  return typeof value === "string" && (maybeEmpty || value !== "");
}

/** An object that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a message quotes it. */
export function shown(value: unknown): string {
  if (value === "") return "an empty text";
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "this list" : "this object";
  }
  const written = typeof value === "string" ? JSON.stringify(value) : String(value);
  return visible(written.length > 40 ? `${written.slice(0, 40)}…` : written);
}
