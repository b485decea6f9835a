import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { commands } from "../../src/cli/syntax/index.ts";
import { expectGolden, read } from "../golden.ts";
import { codegen, project } from "./run.ts";

async function page(line: string): Promise<string> {
  const { code, stdout, stderr } = await codegen(project({}), line);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** Recorded with `UPDATE_GOLDEN=1`: every page is a file of fixtures/help. */
const folder = fileURLToPath(new URL("../../fixtures/help", import.meta.url));
const { "overview.txt": overview = "", ...pages } = read(folder);
const { "check.txt": check = "", "generate.txt": generate = "" } = pages;

test("the overview, and a page for every command", async () => {
  const shown: Record<string, string> = { "overview.txt": await page("--help") };
  for (const { name } of commands) shown[`${name}.txt`] = await page(`${name} --help`);
  expectGolden(folder, shown);
});

test("a page is found by every way that people ask for it", async () => {
  for (const line of ["-h", "help", "help nonsense", "--help --out x"]) {
    expect(await page(line), line).toBe(overview);
  }
  for (const line of ["generate -h", "--help generate", "help generate", "generate a.mof --help"]) {
    expect(await page(line), line).toBe(generate);
  }
});

test("a source is not taken for a topic", async () => {
  expect(await page("check generate --help")).toBe(check);
});

test("no page is wider than a terminal", () => {
  const lines = [overview, ...Object.values(pages)].flatMap((text) => text.split("\n"));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test("no command at all shows the overview as a mistake", async () => {
  expect(await codegen(project({}), "")).toEqual({ code: 2, stdout: "", stderr: overview });
});

test("the version is that of the package", async () => {
  expect(await page("--version")).toBe(`${packageJson.version}\n`);
  expect(await page("generate --version")).toBe(`${packageJson.version}\n`);
});
