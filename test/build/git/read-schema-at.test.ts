import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { readSchema, readSchemaAt } from "../../../src/build/index.ts";
import { ignoresCase } from "../../../src/build/ignores-case.ts";
import { fill, folderWith } from "../folder.ts";
import {
  classes,
  commit,
  git,
  isolateGit,
  readAt,
  refusalOf,
  repositoryWith,
} from "./repository.ts";

const onWindows = sep === "\\";

describe("a revision is", () => {
  test("a branch, a tag, a commit, or what is counted from one of them", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_First") });
    const first = git(folder, "rev-parse", "HEAD");
    git(folder, "tag", "v1.0");
    git(folder, "tag", "--annotate", "--message", "A tag", "v1.1");
    git(folder, "branch", "old");
    commit(folder, { "a.mof": classes("ACME_Second") });
    fill(folder, { "a.mof": classes("ACME_Third") });
    const names = ["old", "v1.0", "v1.1", first, first.slice(0, 8), "HEAD~1", ":/A change", "main"];
    const found: Record<string, readonly string[]> = {};
    for (const revision of names) {
      found[revision] = (await readAt(folder, ["a.mof"], { revision })).classes;
    }
    const [old, now] = [["a.mof: ACME_First"], ["a.mof: ACME_Second"]];
    expect(found).toEqual({
      old,
      "v1.0": old,
      "v1.1": old,
      [first]: old,
      [first.slice(0, 8)]: old,
      "HEAD~1": old,
      ":/A change": now,
      main: now,
    });
  });

  test("what it has in common with HEAD, if that is wanted", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_Base") });
    const base = git(folder, "rev-parse", "HEAD");
    git(folder, "branch", "feature");
    commit(folder, { "a.mof": classes("ACME_Base", "ACME_Main") });
    git(folder, "checkout", "--quiet", "feature");
    commit(folder, { "a.mof": classes("ACME_Base", "ACME_Feature") });
    const at = { revision: "main", mergeBase: true };
    expect(await readAt(folder, ["a.mof"], at)).toEqual({
      classes: ["a.mof: ACME_Base"],
      said: [],
    });
    const { value } = await readSchemaAt({ workingFolder: folder, sources: ["a.mof"] }, at);
    expect([value.commit, value.files]).toEqual([base, 1]);
  });
});

describe("sources", () => {
  const contents = {
    "schema/a.mof": classes("ACME_A"),
    "schema/deep/B.MOF": classes("ACME_B"),
    "schema/node_modules/x.mof": classes("ACME_X"),
    "schema/.hidden/y.mof": classes("ACME_Y"),
    "schema/readme.txt": "nothing",
    "other.mof": classes("ACME_Other"),
  };

  test("are folders, whatever is left of them", async () => {
    const folder = repositoryWith(contents);
    rmSync(join(folder, "schema"), { recursive: true });
    fill(folder, { "schema/new.mof": classes("ACME_New") });
    expect(await readAt(folder, ["schema"], { revision: "HEAD" })).toEqual({
      classes: ["schema/a.mof: ACME_A", "schema/deep/B.MOF: ACME_B"],
      said: [],
    });
  });

  test("are patterns, and match what the revision has", async () => {
    const folder = repositoryWith(contents);
    rmSync(join(folder, "schema"), { recursive: true });
    fill(folder, { "schema/new.mof": classes("ACME_New") });
    const found: Record<string, readonly string[]> = {};
    for (const pattern of ["**/*.mof", "schema/{a,b}.mof", "*.mof", "schema/.hidden/*.mof"]) {
      found[pattern] = (await readAt(folder, [pattern], { revision: "HEAD" })).classes;
    }
    expect(found).toEqual({
      "**/*.mof": ["other.mof: ACME_Other", "schema/a.mof: ACME_A", "schema/deep/B.MOF: ACME_B"],
      "schema/{a,b}.mof": ["schema/a.mof: ACME_A"],
      "*.mof": ["other.mof: ACME_Other"],
      "schema/.hidden/*.mof": ["schema/.hidden/y.mof: ACME_Y"],
    });
  });

  test("are found from a working folder below the root, and above it", async () => {
    const folder = repositoryWith(contents);
    const below = join(folder, "schema");
    const sources = ["a.mof", "../other.mof", join(below, "deep")];
    expect((await readAt(below, sources, { revision: "HEAD" })).classes).toEqual([
      "../other.mof: ACME_Other",
      "a.mof: ACME_A",
      "deep/B.MOF: ACME_B",
    ]);
  });

  test("that lie outside of the repository are read as they are", async () => {
    const folder = repositoryWith({ "in/a.mof": '#pragma include ("b.mof")\n' });
    const outside = folderWith({ "b.mof": classes("ACME_Outside"), "c/d.mof": classes("ACME_D") });
    const options = { includeFolders: [outside] };
    const { classes: found, said } = await readAt(
      folder,
      ["in", join(outside, "c"), `${outside}/c/*.mof`],
      { revision: "HEAD" },
      options,
    );
    expect(found.map((line) => line.split(": ")[1]).toSorted()).toEqual(["ACME_D", "ACME_Outside"]);
    expect(said).toEqual([]);
  });

  test("that lie around the repository are read from both", async () => {
    isolateGit();
    const outer = folderWith({ "a.mof": classes("ACME_Outer") });
    const folder = join(outer, "repository");
    mkdirSync(folder);
    git(folder, "init", "--quiet");
    commit(folder, { "b.mof": classes("ACME_Old") });
    fill(folder, { "b.mof": classes("ACME_New") });
    const expected = ["../a.mof: ACME_Outer", "b.mof: ACME_Old"];
    const at = { revision: "HEAD" };
    expect((await readAt(folder, [".."], at)).classes).toEqual(expected);
    expect((await readAt(folder, ["../**/*.mof"], at)).classes).toEqual(expected);
  });

  test("in packages, which no commit holds, are read as they are", async () => {
    const folder = repositoryWith({
      ".gitignore": "node_modules\n",
      "a.mof": '#pragma include ("p.mof")\n',
    });
    fill(folder, { "node_modules/p/p.mof": classes("ACME_Package") });
    const options = { includeFolders: ["node_modules/p"] };
    expect(await readAt(folder, ["a.mof"], { revision: "HEAD" }, options)).toEqual({
      classes: ["node_modules/p/p.mof: ACME_Package"],
      said: [],
    });
  });

  test("are those of a worktree's own branch", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_A") });
    const tree = join(folderWith(), "tree");
    git(folder, "worktree", "add", "--quiet", "-b", "topic", tree);
    commit(tree, { "a.mof": classes("ACME_Topic") });
    fill(tree, { "a.mof": "" });
    expect((await readAt(tree, ["a.mof"], { revision: "HEAD" })).classes).toEqual([
      "a.mof: ACME_Topic",
    ]);
    expect((await readAt(tree, ["a.mof"], { revision: "main" })).classes).toEqual([
      "a.mof: ACME_A",
    ]);
  });

  test("have paths that the system itself refuses", async () => {
    const folder = repositoryWith({ "a.mof": `#pragma include ("${"x/".repeat(100_000)}b.mof")` });
    const options = { workingFolder: folder, sources: ["a.mof"] };
    const [now, then] = [
      await readSchema(options),
      await readSchemaAt(options, { revision: "HEAD" }),
    ];
    expect(then.diagnostics.map(({ message }) => message)).toEqual(
      now.diagnostics.map(({ message }) => message),
    );
  });

  test.skipIf(onWindows)("may be named through a link to the repository", async () => {
    const folder = repositoryWith(contents);
    const link = join(folderWith(), "link");
    symlinkSync(join(folder, "schema"), link);
    fill(folder, { "schema/a.mof": classes("ACME_New") });
    expect((await readAt(link, ["a.mof"], { revision: "HEAD" })).classes).toEqual([
      "a.mof: ACME_A",
    ]);
  });
});

describe("what belongs to the sources", () => {
  test("included files are there although they were deleted", async () => {
    const folder = repositoryWith({
      "a.mof": '#pragma include ("deep\\\\B.mof")\n',
      "deep/b.mof": classes("ACME_B"),
    });
    git(folder, "rm", "--quiet", "-r", "deep");
    commit(folder, { "a.mof": classes("ACME_A") });
    expect(await readAt(folder, ["a.mof"], { revision: "HEAD~1" })).toEqual({
      classes: ["deep/b.mof: ACME_B"],
      said: ignoresCase
        ? []
        : ["a.mof:1 name-in-other-case: deep\\B.mof is named deep/b.mof, in another case"],
    });
  });

  test("companions, search folders, pages and overlays are those of the revision", async () => {
    const at = { revision: "HEAD" };
    const folder = repositoryWith({
      "a.mof": "class ACME_A : ACME_Searched { uint32 Level; };\n",
      "en-US/a.mfl":
        '#pragma namespace ("root\\\\ms_409")\n[Description("Old") : Amended, AMENDMENT, LOCALE(1033)]\nclass ACME_A { };\n',
      "search/acme_searched.mof": "class ACME_Searched {};\n",
      "facts/a.overlay.yaml": "classes:\n  ACME_A:\n    description: Old fact\n",
    });
    const options = {
      workingFolder: folder,
      sources: ["a.mof"],
      searchFolders: ["search"],
      overlays: ["facts"],
    };
    const before = await readSchema(options);
    for (const path of ["en-US", "search", "facts"]) {
      rmSync(join(folder, path), { recursive: true });
    }
    fill(folder, { "a.mof": classes("ACME_New") });
    const { value, diagnostics } = await readSchemaAt(options, at);
    expect(value.schema).toEqual(before.value.schema);
    expect(value.files).toBe(4);
    expect(diagnostics).toEqual(before.diagnostics);
  });
});

describe("a file that is called otherwise today", () => {
  const text = classes("ACME_A", "ACME_B", "ACME_C", "ACME_D");

  test("is read under its former name, committed or not", async () => {
    const folder = repositoryWith({ "old name.mof": text });
    mkdirSync(join(folder, "deep"));
    git(folder, "mv", "old name.mof", "deep/new.mof");
    fill(folder, { "deep/new.mof": text.replace("ACME_D", "ACME_E") });
    const expected = ["ACME_A", "ACME_B", "ACME_C", "ACME_D"].map(
      (name) => `old name.mof: ${name}`,
    );
    const at = { revision: "HEAD" };
    expect((await readAt(folder, ["deep/new.mof"], at)).classes).toEqual(expected);
    commit(folder);
    expect((await readAt(folder, ["deep/new.mof"], { revision: "HEAD~1" })).classes).toEqual(
      expected,
    );
    expect(
      (await readAt(join(folder, "deep"), ["new.mof"], { revision: "HEAD~1" })).classes,
    ).toEqual(expected.map((line) => `../${line}`));
  });

  test("is new where git was not told", async () => {
    const folder = repositoryWith({ "old.mof": text });
    renameSync(join(folder, "old.mof"), join(folder, "new.mof"));
    expect(await refusalOf(folder, ["new.mof"], { revision: "HEAD" })).toBe(
      "no-answer: new.mof is not in HEAD; `--allow-new-sources` treats it as empty there",
    );
  });
});

describe("a source that is new", () => {
  test("is an error", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_A"), "empty/x.txt": "" });
    fill(folder, { "new.mof": "", "folder/n.mof": "", "c.overlay.yaml": "" });
    expect(await refusalOf(folder, ["a.mof", "new.mof"], { revision: "main" })).toBe(
      "no-answer: new.mof is not in main; `--allow-new-sources` treats it as empty there",
    );
    const at = { revision: "main", mergeBase: true };
    const sources = ["new.mof", "folder", "*.new", "empty"];
    expect(await refusalOf(folder, sources, at)).toBe(
      "no-answer: new.mof, folder, *.new and empty are not in the merge base of main and HEAD; `--allow-new-sources` treats them as empty there",
    );
    const others = { overlays: ["c.overlay.yaml"], docs: ["d.md"], searchFolders: ["folder"] };
    expect(await refusalOf(folder, ["a.mof", "x", "y"], { revision: "main" }, others)).toBe(
      "no-answer: x, y, d.md and 2 more are not in main; `--allow-new-sources` treats them as empty there",
    );
  });

  test("counts as none where that is allowed", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_A") });
    fill(folder, { "new.mof": classes("ACME_New"), "folder/n.mof": classes("ACME_N") });
    const at = { revision: "main", allowNewSources: true };
    expect(await readAt(folder, ["a.mof", "new.mof", "folder"], at)).toEqual({
      classes: ["a.mof: ACME_A"],
      said: [],
    });
    expect(await readAt(folder, ["new.mof"], at)).toEqual({ classes: [], said: [] });
  });

  test("is no matter of the revision outside of the repository", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_A") });
    const missing = join(folderWith(), "x.mof");
    const { said } = await readAt(folder, [missing], { revision: "main", allowNewSources: true });
    expect(said.map((line) => line.split(":")[0])).toEqual(["file-not-found"]);
  });
});

describe("bytes", () => {
  test("are those of the commit, whatever their encoding and line ends", async () => {
    const utf16 = Buffer.from("\uFEFFclass ACME_Ä {};\r\n", "utf16le");
    const folder = repositoryWith({ "crlf.mof": "class ACME_Crlf\r\n{\r\n};\r\n" });
    writeFileSync(join(folder, "utf16.mof"), utf16);
    writeFileSync(join(folder, ".gitattributes"), "*.mof text=auto eol=crlf\n");
    commit(folder);
    fill(folder, { "crlf.mof": "", "utf16.mof": "" });
    const { value } = await readSchemaAt(
      { workingFolder: folder, sources: ["crlf.mof", "utf16.mof"] },
      { revision: "HEAD~1", allowNewSources: true },
    );
    expect(value.schema.classes.map(({ location }) => location.source)).toEqual([
      { name: "crlf.mof", text: "class ACME_Crlf\r\n{\r\n};\r\n" },
    ]);
    const now = await readSchemaAt(
      { workingFolder: folder, sources: ["utf16.mof"] },
      { revision: "HEAD" },
    );
    expect(now.value.schema.classes.map(({ location }) => location.source.text)).toEqual([
      "class ACME_Ä {};\r\n",
    ]);
  });

  test.skipIf(onWindows)("of files with odd names", async () => {
    const names = ["a b.mof", "ü.mof", "line\nend.mof", "-v.mof", '"q".mof', "x\ty.mof", "[z].mof"];
    const folder = repositoryWith(
      Object.fromEntries(names.map((name, index) => [name, classes(`ACME_${index}`)])),
    );
    for (const name of names) rmSync(join(folder, name));
    const expected = names.map((name, index) => `${name}: ACME_${index}`).toSorted();
    expect((await readAt(folder, names, { revision: "HEAD" })).classes).toEqual(expected);
    expect((await readAt(folder, ["."], { revision: "HEAD" })).classes).toEqual(expected);
  });
});
