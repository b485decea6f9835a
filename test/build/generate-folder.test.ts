import { join } from "node:path";
import { expect, test } from "vitest";
import { generateFolder } from "../../src/build/index.ts";
import { contentsOf, folderWith } from "./folder.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");

test("a whole build without a terminal", async () => {
  const out = join(folderWith(), "gen");
  const options = { sources: ["RDManagement.mof"], out, workingFolder: fixtures };
  const { value, diagnostics } = await generateFolder(options);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ result: "written", classes: 13, updated: [], removed: [] });
  expect(value.created).toContain("root/cimv2/rdms/Win32_VirtualDesktopSession.ts");
  expect([...value.created, ".mof-codegen.json"].sort()).toEqual(
    Object.keys(contentsOf(out)).sort(),
  );
  expect((await generateFolder({ ...options, check: true })).value.result).toBe("current");
});

test("the same sources give the same bytes, wherever they and the output lie", async () => {
  const outputs = [];
  for (const place of ["one", "another/place"]) {
    const folder = folderWith({ [`${place}/empty`]: "" });
    const options = { sources: ["RDManagement.mof"], workingFolder: fixtures };
    const { value } = await generateFolder({ ...options, out: join(folder, place) });
    expect(value.result).toBe("written");
    const { empty: _, ...contents } = contentsOf(join(folder, place));
    outputs.push(contents);
  }
  expect(outputs[0]).toEqual(outputs[1]);
  expect(JSON.stringify(outputs[0])).not.toContain(fixtures);
});

test("with an error in any source the output is not even looked at", async () => {
  const folder = folderWith({
    "good.mof": "class A { };",
    "bad.mof": "class B {",
    "out/.mof-codegen.json": "damaged",
  });
  const { value, diagnostics } = await generateFolder({
    sources: ["good.mof", "bad.mof"],
    out: "out",
    workingFolder: folder,
  });
  expect(value).toEqual({
    result: "invalid",
    classes: 2,
    reasons: [],
    names: [],
    folder: "out",
    created: [],
    updated: [],
    unchanged: [],
    removed: [],
    kept: [],
  });
  expect(diagnostics.map(({ code }) => code)).not.toContain("manifest-damaged");
});
