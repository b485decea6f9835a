import type { PageData } from "./data.ts";

/** Reads the report out of the page. */
export function readData(): PageData {
  // Our own program has written it.
  return JSON.parse(document.getElementById("data")?.textContent ?? "{}") as PageData;
}
