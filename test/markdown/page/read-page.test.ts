/** What stands on a page, in every form that pages have. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { renderText } from "../../../src/diagnostics/index.ts";
import { readPage } from "../../../src/markdown/read-page.ts";
import type { Source } from "../../../src/source/index.ts";
import { pageText } from "./page-text.ts";

const root = fileURLToPath(new URL("../../../fixtures/page-reading/", import.meta.url));
const names = readdirSync(root)
  .filter((name) => name.endsWith(".md"))
  .sort();

function sourceOf(name: string): Source {
  return { name, text: readFileSync(`${root}${name}`, "utf8") };
}

function told(source: Source): string {
  const { value, diagnostics } = readPage(source);
  const said = renderText(diagnostics, { colour: false });
  return `${pageText(value)}\n${said === "" ? "" : `\n${said}`}`;
}

test.each(names)("%s", (name) => {
  const path = `${root}${name.replace(/\.md$/, ".txt")}`;
  const found = told(sourceOf(name));
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, found);
  expect(found).toBe(readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
});

test.each(names)("%s is the same with the line ends and the mark of Windows", (name) => {
  const { text } = sourceOf(name);
  const windows = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  const without = (said: string) =>
    said.replaceAll("\\r\\n", "\\n").replace(/ --> [^]*?(?=\nhelp|\n\d|$)/g, "");
  expect(without(told({ name, text: windows }))).toBe(without(told({ name, text })));
});

/** Every place in a page, whatever it is the place of. */
function placesIn(value: unknown, places: [number, number][] = []): [number, number][] {
  if (typeof value !== "object" || value === null) return places;
  if ("start" in value && "end" in value) places.push([Number(value.start), Number(value.end)]);
  for (const [key, each] of Object.entries(value)) if (key !== "source") placesIn(each, places);
  return places;
}

test.each(names)("%s: all places are on it", (name) => {
  const source = sourceOf(name);
  const { length } = source.text;
  const outside = placesIn(readPage(source).value).filter(
    ([start, end]) => !(start >= 0 && start <= end && end <= length),
  );
  expect(outside).toEqual([]);
});
