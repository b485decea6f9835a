import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode } from "../../src/source/index.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** The folders of `fixtures/snapshot`, each a sentence. */
export const scenarios: readonly string[] = readdirSync(join(fixtures, "snapshot"));

export function folderOf(scenario: string): string {
  return join(fixtures, "snapshot", scenario);
}

/** The MOF that a scenario begins with. */
export function inputOf(scenario: string): string {
  const path =
    scenario === "rdmanagement"
      ? join(fixtures, "RDManagement.mof")
      : join(folderOf(scenario), "input.mof");
  return decode(readFileSync(path)).text;
}

/** What it is to become. */
export function expected(scenario: string, file: "schema.json" | "schema.mof"): string {
  return readFileSync(join(folderOf(scenario), "expected", file), "utf8");
}
