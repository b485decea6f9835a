import { readFileSync } from "node:fs";

/** The version of the package that this file belongs to. */
export function version(): string {
  // Two folders up lies package.json, from src/cli as well as from every folder of dist.
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const found = /"version":\s*"([^"]+)"/.exec(text)?.[1];
  return found ?? "unknown";
}
