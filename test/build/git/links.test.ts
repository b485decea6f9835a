import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { fill, folderWith } from "../folder.ts";
import { classes, commit, git, readAt, refusalOf, repositoryWith } from "./repository.ts";

const onWindows = sep === "\\";

describe.skipIf(onWindows)("symbolic links", () => {
  test("lead to what the revision has there", async () => {
    const folder = repositoryWith({
      "real/a.mof": classes("ACME_A"),
      "real/deep/b.mof": classes("ACME_B"),
      "schema/c.mof": '#pragma include ("up/deep/b.mof")\n',
    });
    symlinkSync("../real/a.mof", join(folder, "schema/link.mof"));
    symlinkSync("../real", join(folder, "schema/up"));
    symlinkSync("schema", join(folder, "linked"));
    symlinkSync("nowhere.mof", join(folder, "schema/gone.mof"));
    commit(folder);
    for (const path of ["real", "schema", "linked"]) {
      rmSync(join(folder, path), { recursive: true });
    }
    const at = { revision: "HEAD" };
    expect(await readAt(folder, ["schema"], at)).toEqual({
      classes: ["schema/link.mof: ACME_A", "schema/up/deep/b.mof: ACME_B"],
      said: [],
    });
    expect((await readAt(folder, ["linked/link.mof", "real/a.mof"], at)).classes).toEqual([
      "linked/link.mof: ACME_A",
    ]);
    expect((await readAt(folder, ["linked/up/d*/*.mof"], at)).classes).toEqual([
      "linked/up/deep/b.mof: ACME_B",
    ]);
  });

  test("that go round in a circle end", async () => {
    const folder = repositoryWith({ "a.mof": classes("ACME_A") });
    symlinkSync("two.mof", join(folder, "one.mof"));
    symlinkSync("one.mof", join(folder, "two.mof"));
    symlinkSync(".", join(folder, "here"));
    symlinkSync("self/x", join(folder, "self"));
    commit(folder);
    const reason = "its symbolic links go round in a circle";
    const at = { revision: "HEAD" };
    expect(await readAt(folder, [".", "here/here/here/a.mof", "self/a.mof"], at)).toEqual({
      classes: ["a.mof: ACME_A"],
      said: ["one.mof", "two.mof", "self/a.mof"].map(
        (name) => `file-unreadable: ${name} cannot be read: ${reason}`,
      ),
    });
  });

  test("that lead out of the repository lead to what is there", async () => {
    const outside = folderWith({ "x.mof": classes("ACME_X") });
    const folder = repositoryWith({ "a.mof": "" });
    symlinkSync(outside, join(folder, "out"));
    symlinkSync(join(folder, "a.mof"), join(folder, "absolute.mof"));
    commit(folder, { "a.mof": classes("ACME_A") });
    fill(folder, { "a.mof": "" });
    const sources = ["out/x.mof", "absolute.mof"];
    expect((await readAt(folder, sources, { revision: "HEAD" })).classes).toEqual([
      "absolute.mof: ACME_A",
      "out/x.mof: ACME_X",
    ]);
  });
});

describe("a submodule", () => {
  /** A repository with a submodule, which has moved on since. */
  function withSubmodule(): { readonly folder: string; readonly library: string } {
    const library = repositoryWith({ "l.mof": classes("ACME_Old"), "deep/d.mof": "" });
    const folder = repositoryWith({ "a.mof": '#pragma include ("lib/x/l.mof")\n' });
    git(folder, "submodule", "--quiet", "add", library, "lib/x");
    commit(folder);
    fill(join(folder, "lib/x"), { "l.mof": classes("ACME_New") });
    commit(join(folder, "lib/x"));
    commit(folder);
    return { folder, library };
  }

  test("is read at the commit that the revision names", async () => {
    const { folder } = withSubmodule();
    const expected = { classes: ["lib/x/l.mof: ACME_Old"], said: [] };
    const at = { revision: "HEAD~1" };
    expect(await readAt(folder, ["a.mof"], at)).toEqual(expected);
    expect((await readAt(folder, ["lib"], at)).classes).toEqual(expected.classes);
    expect((await readAt(folder, ["**/l.mof"], at)).classes).toEqual(expected.classes);
    expect((await readAt(folder, ["a.mof"], { revision: "HEAD" })).classes).toEqual([
      "lib/x/l.mof: ACME_New",
    ]);
  });

  test("that is not here is fetched first", async () => {
    const { folder } = withSubmodule();
    const clone = folderWith();
    git(clone, "clone", "--quiet", folder, clone);
    expect(await refusalOf(clone, ["a.mof"], { revision: "HEAD~1" })).toBe(
      "no-answer: the submodule lib/x is not checked out; `git submodule update --init lib/x` fetches it",
    );
    expect(await refusalOf(clone, ["."], { revision: "HEAD~1" })).toBe(
      "no-answer: the submodule lib/x is not checked out; `git submodule update --init lib/x` fetches it",
    );
  });

  test("that lacks the commit gets it first", async () => {
    const { folder, library } = withSubmodule();
    const gone = git(folder, "rev-parse", "HEAD:lib/x");
    rmSync(join(folder, "lib/x"), { recursive: true });
    rmSync(join(folder, ".git/modules"), { recursive: true });
    mkdirSync(join(folder, "lib/x"));
    git(folder, "clone", "--quiet", library, "lib/x");
    expect(await refusalOf(folder, ["a.mof"], { revision: "HEAD" })).toBe(
      `no-answer: the submodule lib/x lacks the commit ${gone}; \`git -C lib/x fetch origin ${gone}\` fetches it`,
    );
  });
});

describe("a pointer of Git LFS", () => {
  const text = classes("ACME_Large");
  const id = createHash("sha256").update(text).digest("hex");
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${id}\nsize ${text.length}\n`;

  test("is no MOF", async () => {
    const folder = repositoryWith({ "a.mof": pointer });
    const head = git(folder, "rev-parse", "HEAD");
    expect(await readAt(folder, ["a.mof"], { revision: "HEAD" })).toEqual({
      classes: [],
      said: [
        `file-unreadable: a.mof cannot be read: it is a pointer of Git LFS whose content is not here; \`git lfs fetch origin ${head}\` fetches it`,
      ],
    });
  });

  test("stands for what was fetched", async () => {
    const folder = repositoryWith({ "a.mof": pointer });
    const store = join(folder, ".git/lfs/objects", id.slice(0, 2), id.slice(2, 4));
    mkdirSync(store, { recursive: true });
    writeFileSync(join(store, id), text);
    expect(await readAt(folder, ["a.mof"], { revision: "HEAD" })).toEqual({
      classes: ["a.mof: ACME_Large"],
      said: [],
    });
  });
});
