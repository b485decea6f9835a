import { expect } from "vitest";
import { generate, type GeneratedFile } from "../../src/codegen/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

/** A text as a MOF string, every character of it written as an escape. */
export function quoted(value: string): string {
  const codes = Array.from({ length: value.length }, (_, index) => value.charCodeAt(index));
  return `"${codes.map((code) => `\\x${code.toString(16).padStart(4, "0")}`).join("")}"`;
}

/** The files that a text of MOF gives, in which there is no mistake. */
export function generated(mof: string): readonly GeneratedFile[] {
  const parsed = parse({ name: "hostile.mof", text: mof });
  expect(parsed.diagnostics).toEqual([]);
  return generate(resolve({ roots: [parsed.value], includes: new Map() }).value).value;
}
