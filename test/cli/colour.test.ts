import { expect, test } from "vitest";
import { codegen, project, type Terminal } from "./run.ts";

test.each<[string, string, Terminal, boolean]>([
  ["a pipe", "", {}, false],
  ["a terminal", "", { isTTY: true }, true],
  ["a dumb terminal", "", { isTTY: true, env: { TERM: "dumb" } }, false],
  ["NO_COLOR", "", { isTTY: true, env: { NO_COLOR: "1" } }, false],
  ["an empty NO_COLOR", "", { isTTY: true, env: { NO_COLOR: "" } }, true],
  ["FORCE_COLOR", "", { env: { FORCE_COLOR: "1" } }, true],
  ["FORCE_COLOR=0", "", { isTTY: true, env: { FORCE_COLOR: "0" } }, false],
  ["NO_COLOR and FORCE_COLOR", "", { env: { NO_COLOR: "1", FORCE_COLOR: "1" } }, false],
  ["--color", "--color", { env: { NO_COLOR: "1" } }, true],
  ["--no-color", "--no-color", { isTTY: true, env: { FORCE_COLOR: "1" } }, false],
])("%s", async (_, option, terminal, coloured) => {
  const { stderr } = await codegen(project({}), `check a.mof ${option}`, terminal);
  expect(stderr.includes("\u001b[31m")).toBe(coloured);
});

test("a terminal that says it has no columns is one of the usual width", async () => {
  const folder = project({ "a.mof": `class ${"A".repeat(60)} : B { };\n` });
  const { stderr } = await codegen(folder, "check a.mof", { columns: 0 });
  expect(stderr).toContain(`1 | class ${"A".repeat(60)} : B { };\n`);
});

test("a narrow one gets short lines", async () => {
  const folder = project({ "a.mof": `class ${"A".repeat(60)} : B { };\n` });
  const { stderr } = await codegen(folder, "check a.mof", { columns: 50 });
  const line = stderr.split("\n").find((each) => each.startsWith("1 | "));
  expect(line).toBe(`1 | …${"A".repeat(35)} : B { };`);
});
