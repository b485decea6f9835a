import { realpathSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { folderWith } from "../folder.ts";
import {
  classes,
  commit,
  git,
  isolateGit,
  readAt,
  refusalOf,
  repositoryWith,
} from "./repository.ts";

// cspell:ignore fature mian
const onWindows = sep === "\\";

/** Why each revision of a repository cannot be read. */
async function refusalsOf(
  folder: string,
  revisions: readonly string[],
  mergeBase = false,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const revision of revisions) {
    found[revision] = await refusalOf(folder, ["a.mof"], { revision, mergeBase });
  }
  return found;
}

describe("a folder", () => {
  test("outside of every repository", async () => {
    isolateGit();
    const folder = folderWith({ "a.mof": "" });
    vi.stubEnv("GIT_CEILING_DIRECTORIES", join(folder, ".."));
    const sentence =
      "is not in a git repository, which has to hold the revision; use a folder of one";
    expect(await refusalOf(folder, ["a.mof"], { revision: "main" })).toBe(
      `usage: ${folder} ${sentence}`,
    );
    expect(await refusalOf(join(folder, "no"), ["a.mof"], { revision: "main" })).toBe(
      `usage: ${join(folder, "no")} ${sentence}`,
    );
  });

  test("in a bare repository, and in git's own folder", async () => {
    const folder = repositoryWith({ "a.mof": "" });
    const bare = folderWith();
    git(folder, "clone", "--quiet", "--bare", folder, bare);
    expect(await refusalOf(bare, ["a.mof"], { revision: "main" })).toBe(
      `usage: ${bare} is in a bare repository, which has no files of its own to compare; use a clone or a worktree of it`,
    );
    const own = join(folder, ".git");
    expect(await refusalOf(own, ["a.mof"], { revision: "main" })).toBe(
      `usage: ${own} is in git's own folder; use a folder of the working tree`,
    );
  });

  test("that belongs to somebody else", async () => {
    const folder = repositoryWith({ "a.mof": "" });
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    expect(await refusalOf(folder, ["a.mof"], { revision: "main" })).toBe(
      `no-answer: git does not read the repository of ${folder}, which belongs to somebody else; \`git config --global --add safe.directory ${realpathSync.native(folder).replaceAll("\\", "/")}\` allows it`,
    );
  });

  test("without git", async () => {
    const folder = repositoryWith({ "a.mof": "" });
    vi.stubEnv("PATH", folder);
    expect(await refusalOf(folder, ["a.mof"], { revision: "main" })).toBe(
      "no-answer: git is not installed or not on the PATH; a revision can be read only with it",
    );
  });

  test("is that of the working folder, whatever a hook says", async () => {
    const other = repositoryWith({ "a.mof": classes("ACME_Other") });
    const folder = repositoryWith({ "a.mof": classes("ACME_A") });
    const at = { revision: "main" };
    const expected = await readAt(folder, ["a.mof"], at);
    const { readSchemaAt } = await import("../../../src/build/index.ts");
    vi.stubEnv("GIT_DIR", join(other, ".git"));
    vi.stubEnv("GIT_WORK_TREE", other);
    vi.stubEnv("GIT_INDEX_FILE", join(other, ".git", "index"));
    const { value } = await readSchemaAt({ workingFolder: folder, sources: ["a.mof"] }, at);
    expect(expected.classes).toEqual(["a.mof: ACME_A"]);
    expect(value.schema.classes.map(({ name }) => name)).toEqual(["ACME_A"]);
  });
});

describe("a revision that does not exist", () => {
  test("is unknown, and what is like it is suggested", async () => {
    const folder = repositoryWith({ "a.mof": "", "-b": "" });
    git(folder, "branch", "feature/x");
    git(folder, "tag", "v1.0");
    git(folder, "update-ref", "refs/remotes/origin/release", "HEAD");
    const unknown = (name: string, what: string): string =>
      `usage: no branch, tag or commit is called ${name}; ${what}`;
    const fetch = "`git fetch --all --tags` fetches what the remote repository has";
    const none = "1234567890123456789012345678901234567890";
    expect(
      await refusalsOf(folder, [
        "mian",
        "fature/x~2",
        "release",
        "main~7",
        "nothing like it",
        none,
        "--output=x",
        "-b",
        "--",
        "main..HEAD",
        "^main",
        "a\nb",
        "a\0b",
        "x".repeat(300),
        "",
        "HEAD:a.mof",
        "HEAD^{tree}",
      ]),
    ).toEqual({
      mian: unknown("mian", "did you mean main?"),
      "fature/x~2": unknown("fature/x~2", "did you mean feature/x?"),
      release: unknown("release", "did you mean origin/release?"),
      "main~7": unknown("main~7", fetch),
      "nothing like it": unknown("nothing like it", fetch),
      [none]: unknown(none, fetch),
      "--output=x": unknown("--output=x", fetch),
      "-b": unknown("-b", fetch),
      "--": unknown("--", fetch),
      "main..HEAD": unknown("main..HEAD", fetch),
      "^main": unknown("^main", fetch),
      "a\nb": unknown("a␊b", fetch),
      "a\0b": unknown("a␀b", fetch),
      ["x".repeat(300)]: unknown(`${"x".repeat(99)}…`, fetch),
      "": "usage: the revision is empty; name a branch, a tag or a commit, such as HEAD~1",
      "HEAD:a.mof": "usage: HEAD:a.mof is no commit; name a branch, a tag or a commit",
      "HEAD^{tree}": "usage: HEAD^{tree} is no commit; name a branch, a tag or a commit",
    });
  });

  test("nor has it anything in common with HEAD", async () => {
    const folder = repositoryWith({ "a.mof": "" });
    git(folder, "checkout", "--quiet", "--orphan", "other");
    commit(folder, { "b.mof": "" });
    expect(await refusalsOf(folder, ["main"], true)).toEqual({
      main: "usage: main and HEAD have no commit in common; compare with main itself",
    });
  });
});

describe("a shallow clone", () => {
  /** A clone of the last commit of a branch, and the repository it comes from. */
  function shallowClone(): {
    readonly origin: string;
    readonly clone: string;
    readonly first: string;
  } {
    const origin = repositoryWith({ "a.mof": classes("ACME_First") });
    const first = git(origin, "rev-parse", "HEAD");
    git(origin, "tag", "v1.0");
    git(origin, "branch", "release/one");
    commit(origin, { "a.mof": classes("ACME_Second") });
    git(origin, "checkout", "--quiet", "-b", "topic");
    commit(origin, { "a.mof": classes("ACME_Third") });
    const clone = folderWith();
    git(clone, "clone", "--quiet", "--depth=1", pathToFileURL(origin).href, clone);
    return { origin, clone, first };
  }

  /** The command that a sentence names. */
  const commandIn = (sentence: string): readonly string[] =>
    (/`git ([^`]+)`/.exec(sentence)?.[1] ?? "").split(" ");

  test("names the command that fetches what is missing", async () => {
    const { clone, first } = shallowClone();
    const missing = (name: string, what: string): string =>
      `no-answer: ${name} is not in this shallow clone; ${what}`;
    expect(
      await refusalsOf(clone, [
        "origin/main",
        "refs/remotes/origin/release/one",
        "main",
        "release/one",
        "refs/heads/main",
        "v1.0",
        "refs/tags/v1.0",
        "tags/nightly",
        first,
        first.slice(0, 8),
        "HEAD~1",
        "origin/main~1",
        "$(touch x)",
        "-x",
      ]),
    ).toEqual({
      "origin/main": missing(
        "origin/main",
        "`git fetch --no-tags --depth=1 origin main:refs/remotes/origin/main` fetches it",
      ),
      "refs/remotes/origin/release/one": missing(
        "refs/remotes/origin/release/one",
        "`git fetch --no-tags --depth=1 origin release/one:refs/remotes/origin/release/one` fetches it",
      ),
      main: missing(
        "main",
        "`git fetch --no-tags --depth=1 origin main:refs/remotes/origin/main` fetches it as origin/main",
      ),
      "release/one": missing(
        "release/one",
        "`git fetch --no-tags --depth=1 origin release/one:refs/remotes/origin/release/one` fetches it as origin/release/one",
      ),
      "refs/heads/main": missing(
        "refs/heads/main",
        "`git fetch --no-tags --depth=1 origin main:refs/remotes/origin/main` fetches it as origin/main",
      ),
      "v1.0": missing("v1.0", "`git fetch --no-tags --depth=1 origin tag v1.0` fetches it"),
      "refs/tags/v1.0": missing(
        "refs/tags/v1.0",
        "`git fetch --no-tags --depth=1 origin tag v1.0` fetches it",
      ),
      "tags/nightly": missing(
        "tags/nightly",
        "`git fetch --no-tags --depth=1 origin tag nightly` fetches it",
      ),
      [first]: missing(first, `\`git fetch --depth=1 origin ${first}\` fetches it`),
      [first.slice(0, 8)]: missing(first.slice(0, 8), "`git fetch --unshallow` fetches it"),
      "HEAD~1": missing("HEAD~1", "`git fetch --unshallow` fetches it"),
      "origin/main~1": missing("origin/main~1", "`git fetch --unshallow` fetches it"),
      "$(touch x)": missing("$(touch x)", "`git fetch --unshallow` fetches it"),
      "-x": missing("-x", "`git fetch --unshallow` fetches it"),
    });
  });

  test("has the revision when that command was run", async () => {
    const { origin, first } = shallowClone();
    const found: Record<string, readonly string[]> = {};
    for (const revision of ["origin/main", "v1.0", first]) {
      const clone = folderWith();
      git(clone, "clone", "--quiet", "--depth=1", pathToFileURL(origin).href, clone);
      const sentence = await refusalOf(clone, ["a.mof"], { revision });
      git(clone, ...commandIn(sentence));
      found[revision] = (await readAt(clone, ["a.mof"], { revision })).classes;
    }
    expect(found).toEqual({
      "origin/main": ["a.mof: ACME_Second"],
      "v1.0": ["a.mof: ACME_First"],
      [first]: ["a.mof: ACME_First"],
    });
  });

  test("needs what came before for what it has in common", async () => {
    const { clone } = shallowClone();
    const at = { revision: "origin/main", mergeBase: true };
    const missing = await refusalOf(clone, ["a.mof"], at);
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
    const cut = await refusalOf(clone, ["a.mof"], at);
    expect([missing, cut]).toEqual([
      "no-answer: origin/main is not in this shallow clone; `git fetch --no-tags --unshallow origin main:refs/remotes/origin/main` fetches it",
      "no-answer: this shallow clone ends before what origin/main and HEAD have in common; `git fetch --unshallow` fetches the rest",
    ]);
    git(clone, ...commandIn(cut));
    expect((await readAt(clone, ["a.mof"], at)).classes).toEqual(["a.mof: ACME_Second"]);
    const other = shallowClone().clone;
    git(other, ...commandIn(missing));
    expect((await readAt(other, ["a.mof"], at)).classes).toEqual(["a.mof: ACME_Second"]);
  });
});

test.skipIf(onWindows)("an object that is lost is said where its file is read", async () => {
  const folder = repositoryWith({ "a.mof": classes("ACME_A"), "b.mof": classes("ACME_B") });
  const id = git(folder, "rev-parse", "HEAD:a.mof");
  rmSync(join(folder, ".git/objects", id.slice(0, 2), id.slice(2)));
  expect(await readAt(folder, ["."], { revision: "HEAD" })).toEqual({
    classes: ["b.mof: ACME_B"],
    said: [
      "file-unreadable: a.mof cannot be read: git does not have its content; in a partial clone `git fetch --refetch --no-filter` fetches what was left out",
    ],
  });
});
