/** Sources as they were in a revision of a real repository. */
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readSchemaAt, RevisionError, type AtRevision } from "../../../src/build/index.ts";
import { folderWith } from "../folder.ts";
import { environment, TestRepository } from "./repository.ts";

/** A class with one property, or without any. */
function mof(name: string, property = ""): string {
  return `class ${name} {${property === "" ? "" : ` string ${property};`} };\n`;
}

/** `A(X) B`: the classes of a revision with their properties, and what was said of the sources. */
async function read(
  folder: string,
  sources: readonly string[],
  at: string | AtRevision,
): Promise<string> {
  const where = typeof at === "string" ? { revision: at } : at;
  try {
    const options = { sources, workingFolder: folder, environment };
    const { value, diagnostics } = await readSchemaAt(options, where);
    const classes = value.schema.classes
      .filter(({ builtin }) => !builtin)
      .map(({ name, properties }) => `${name}(${properties.map((each) => each.name).join(",")})`);
    return [...classes, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)].join(" ");
  } catch (error) {
    if (!(error instanceof RevisionError)) throw error;
    return `${error.kind}: ${error.message.replaceAll(folder, "<folder>")}`;
  }
}

describe("a revision", () => {
  test("may be a branch, a tag, a commit, or one that is counted from another", async () => {
    const repository = new TestRepository().commit({ "a.mof": mof("A", "One") });
    const first = repository.git("rev-parse", "HEAD").trim();
    repository.git("tag", "v1.0.0");
    repository.git("tag", "--annotate", "--message", "x", "annotated");
    repository.commit({ "a.mof": mof("A", "Two") });
    repository.git("branch", "topic");
    repository.commit({ "a.mof": mof("A", "Three") }).write({ "a.mof": mof("A", "Four") });
    const state = repository.state();
    const found = await Promise.all(
      ["v1.0.0", "annotated", first, first.slice(0, 8), "topic", "HEAD~1", "HEAD", "main"].map(
        (revision) => read(repository.folder, ["a.mof"], revision),
      ),
    );
    expect(found).toEqual([
      ...Array.from({ length: 4 }, () => "A(One)"),
      "A(Two)",
      "A(Two)",
      "A(Three)",
      "A(Three)",
    ]);
    expect(repository.state()).toBe(state);
  });

  test("may be the commit that two branches have in common", async () => {
    const repository = new TestRepository().commit({ "a.mof": mof("A", "Base") });
    repository.git("switch", "--quiet", "--create", "topic");
    repository.commit({ "a.mof": mof("A", "Topic") });
    repository.git("switch", "--quiet", "main");
    repository.commit({ "a.mof": mof("A", "Main") });
    repository.git("switch", "--quiet", "topic");
    const at = { revision: "main", mergeBase: true };
    expect(await read(repository.folder, ["a.mof"], at)).toBe("A(Base)");
    repository.git("switch", "--quiet", "--orphan", "alone");
    repository.commit({ "a.mof": mof("A", "Alone") });
    expect(await read(repository.folder, ["a.mof"], at)).toBe(
      "usage: main and HEAD have no commit in common",
    );
  });

  test("has the files that were included then, deleted and moved ones too", async () => {
    const repository = new TestRepository().commit({
      "schemas/all.mof": '#pragma include("parts\\\\gone.mof")\n#pragma include("kept.mof")\n',
      "schemas/parts/gone.mof": mof("Gone"),
      "schemas/kept.mof": mof("Kept", "Old"),
    });
    rmSync(join(repository.folder, "schemas/parts/gone.mof"));
    repository.write({ "schemas/all.mof": "", "schemas/kept.mof": mof("Kept", "New") });
    expect(await read(repository.folder, ["schemas/all.mof"], "HEAD")).toBe("Gone() Kept(Old)");
    const below = join(repository.folder, "schemas");
    expect(await read(below, ["all.mof"], "HEAD")).toBe("Gone() Kept(Old)");
  });

  test("has a file under the name that it had then", async () => {
    const repository = new TestRepository().commit({ "schemas/old.mof": mof("A", "Long") });
    repository.git("mv", "schemas/old.mof", "schemas/new.mof");
    const { folder } = repository;
    expect(await read(folder, ["schemas/new.mof"], "HEAD")).toBe("A(Long)");
    expect(await read(join(folder, "schemas"), ["new.mof"], "HEAD")).toBe("A(Long)");
    repository.commit();
    expect(await read(folder, ["schemas/new.mof"], "HEAD~1")).toBe("A(Long)");
  });

  test("may lack a source, which is a mistake unless it is said to be new", async () => {
    const repository = new TestRepository().commit({ "a.mof": mof("A") });
    const { folder } = repository.write({ "b.mof": mof("B") });
    expect(await read(folder, ["a.mof", "b.mof"], "HEAD")).toBe(
      "no-answer: b.mof is not in HEAD; if it is new, say --allow-new-sources",
    );
    const at = { revision: "HEAD", allowNewSources: true };
    expect(await read(folder, ["a.mof", "b.mof"], at)).toBe("A()");
    expect(await read(folder, ["b.mof", "*.txt"], at)).toBe("");
  });
});

test("what sources are read with may be new", async () => {
  const repository = new TestRepository().commit({ "a.mof": mof("A") });
  const { folder } = repository.write({ "new/b.mof": mof("B"), "x.overlay.json": "{}" });
  const options = {
    sources: ["a.mof"],
    workingFolder: folder,
    environment,
    overlays: ["x.overlay.json"],
    docs: ["new"],
    includeFolders: ["new"],
    searchFolders: ["new"],
  };
  const { value, diagnostics } = await readSchemaAt(options, { revision: "HEAD" });
  expect(diagnostics).toEqual([]);
  expect(value.schema.classes.map(({ name }) => name)).toEqual(["A"]);
});

describe("sources", () => {
  test("may be folders and patterns, and what is left out on a disk is left out", async () => {
    const repository = new TestRepository().commit({
      "s/a.mof": mof("A"),
      "s/deep/b.MOF": mof("B"),
      "s/node_modules/x.mof": mof("X"),
      "s/.hidden/y.mof": mof("Y"),
      "s/readme.txt": "no",
    });
    rmSync(join(repository.folder, "s"), { recursive: true });
    const { folder } = repository;
    expect(await read(folder, ["s"], "HEAD")).toBe("A() B()");
    expect(await read(folder, ["s/**/*.mof"], "HEAD")).toBe("A() B()");
    expect(await read(folder, ["s/*.mof"], "HEAD")).toBe("A()");
    expect(await read(folder, ["."], "HEAD")).toBe("A() B()");
  });

  test("outside of the repository are read from the disk", async () => {
    const outside = folderWith({ "far.mof": mof("Far") });
    const repository = new TestRepository().commit({ "a.mof": mof("A") });
    expect(await read(repository.folder, ["a.mof", join(outside, "far.mof")], "HEAD")).toBe(
      "A() Far()",
    );
    expect(await read(repository.folder, [outside], "HEAD")).toBe("Far()");
  });

  // Windows allows no such names.
  test.skipIf(process.platform === "win32")("may have any name and any encoding", async () => {
    const names = ["with blank.mof", "ümlaut.mof", "-dash.mof", "new\nline.mof"];
    const contents = Object.fromEntries(names.map((name, index) => [name, mof(`C${index}`)]));
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(mof("Wide"), "utf16le")]);
    const repository = new TestRepository().commit({ ...contents, "wide.mof": wide });
    expect(await read(repository.folder, ["."], "HEAD")).toBe("C0() C1() C2() C3() Wide()");
    expect(await read(repository.folder, ["./-dash.mof"], "HEAD")).toBe("C2()");
  });

  // Windows makes no links for everybody.
  test.skipIf(process.platform === "win32")(
    "may be links inside the repository, and go round in no circle",
    async () => {
      const repository = new TestRepository().write({ "real/a.mof": mof("A") });
      symlinkSync("real", join(repository.folder, "folder"));
      symlinkSync("real/a.mof", join(repository.folder, "file.mof"));
      symlinkSync("loop.mof", join(repository.folder, "loop.mof"));
      symlinkSync("../outside.mof", join(repository.folder, "out.mof"));
      repository.commit();
      const { folder } = repository;
      expect(await read(folder, ["folder/a.mof"], "HEAD")).toBe("A()");
      expect(await read(folder, ["folder"], "HEAD")).toBe("A()");
      expect(await read(folder, ["file.mof"], "HEAD")).toBe("A()");
      for (const name of ["loop.mof", "out.mof"]) {
        expect(await read(folder, [name], "HEAD")).toBe(
          `no-answer: ${name} is not in HEAD; if it is new, say --allow-new-sources`,
        );
      }
    },
  );

  test("may be pointers of Git LFS, which hold nothing", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n";
    const repository = new TestRepository().commit({ "a.mof": pointer });
    expect(await read(repository.folder, ["a.mof"], "HEAD")).toBe(
      "file-unreadable: a.mof cannot be read: git has only a pointer of Git LFS to it; compare with a snapshot of the schema",
    );
  });
});

describe("a submodule", () => {
  test("is read at the commit that the revision names", async () => {
    const inner = new TestRepository().commit({ "b.mof": mof("B", "Old") });
    const outer = new TestRepository();
    outer.git("submodule", "--quiet", "add", pathToFileURL(inner.folder).href, "vendor");
    outer.commit({ "a.mof": '#pragma include("vendor/b.mof")\n' });
    inner.commit({ "b.mof": mof("B", "New") });
    const vendor = new TestRepository(join(outer.folder, "vendor"));
    vendor.git("pull", "--quiet");
    outer.commit();
    expect(await read(outer.folder, ["a.mof"], "HEAD~1")).toBe("B(Old)");
    expect(await read(outer.folder, ["a.mof"], "HEAD")).toBe("B(New)");
    expect(await read(outer.folder, ["."], "HEAD~1")).toBe("B(Old)");
  });

  test("that is not checked out says how it is", async () => {
    const inner = new TestRepository().commit({ "b.mof": mof("B") });
    const outer = new TestRepository();
    outer.git("submodule", "--quiet", "add", pathToFileURL(inner.folder).href, "vendor");
    outer.commit({ "a.mof": mof("A") });
    const clone = folderWith();
    outer.git("clone", "--quiet", pathToFileURL(outer.folder).href, clone);
    mkdirSync(join(clone, "vendor"), { recursive: true });
    expect(await read(clone, ["vendor/b.mof"], "HEAD")).toBe(
      "no-answer: the submodule vendor is not checked out; run: git submodule update --init -- vendor",
    );
    expect(await read(clone, ["."], "HEAD")).toBe("A()");
  });
});

describe("a shallow clone", () => {
  test("says exactly what is to be fetched, and that helps", async () => {
    const server = new TestRepository().commit({ "a.mof": mof("A", "Main") });
    server.git("tag", "v1.0.0");
    server.git("switch", "--quiet", "--create", "topic");
    server.commit({ "a.mof": mof("A", "Topic") });
    const folder = folderWith();
    const url = pathToFileURL(server.folder).href;
    server.git("clone", "--quiet", "--depth=1", "--branch=topic", url, folder);
    const clone = new TestRepository(folder);
    const missing: readonly (readonly [string, string])[] = [
      [
        "origin/main",
        "git fetch --no-tags --depth=1 origin +refs/heads/main:refs/remotes/origin/main",
      ],
      ["v1.0.0", "git fetch --depth=1 origin tag v1.0.0"],
      ["main", "git fetch --no-tags --depth=1 origin main:main"],
    ];
    for (const [revision, command] of missing) {
      expect(await read(folder, ["a.mof"], revision)).toBe(
        `usage: this clone is shallow and does not have ${revision}; run: ${command}`,
      );
      clone.git(...command.split(" ").slice(1));
      expect(await read(folder, ["a.mof"], revision)).toBe("A(Main)");
    }
    expect(await read(folder, ["a.mof"], "HEAD~1")).toBe(
      "usage: this clone is shallow and does not have HEAD~1; run: git fetch --unshallow",
    );
    const at = { revision: "origin/main", mergeBase: true };
    expect(await read(folder, ["a.mof"], at)).toBe(
      "usage: this clone is too shallow to know what origin/main and HEAD have in common; run: git fetch --unshallow",
    );
    clone.git("fetch", "--quiet", "--unshallow");
    expect(await read(folder, ["a.mof"], at)).toBe("A(Main)");
  });
});

describe("what is no revision", () => {
  test("is told in one sentence", async () => {
    const nowhere = folderWith({ "a.mof": mof("A") });
    expect(await read(nowhere, ["a.mof"], "main")).toBe(
      "usage: <folder> is in no git repository, so it has no revisions; compare with a file or a folder",
    );
    const { folder } = new TestRepository().commit({ "a.mof": mof("A") });
    expect(await read(folder, ["a.mof"], "mian")).toBe(
      "usage: the repository has no revision mian. Did you mean main?",
    );
    const nothing = "; git branch --all and git tag list what there is";
    for (const revision of ["--output=x", "-h", "$(touch x)", "a\nb", "", "HEAD:a.mof"]) {
      expect(await read(folder, ["a.mof"], revision)).toBe(
        `usage: the repository has no revision ${revision}${nothing}`,
      );
    }
  });

  test("and neither is one without git", async () => {
    const { folder } = new TestRepository().commit({ "a.mof": mof("A") });
    const options = { sources: ["a.mof"], workingFolder: folder, environment: { PATH: folder } };
    await expect(readSchemaAt(options, { revision: "HEAD" })).rejects.toMatchObject({
      kind: "usage",
      message:
        "git is needed to read a revision and is not installed, or the working folder is gone",
    });
  });
});
