import { expect, test } from "vitest";
import { Blobs } from "../../../src/build/git/blobs.ts";
import { type Git, gitIn } from "../../../src/build/git/run-git.ts";
import { git, repositoryWith } from "./repository.ts";

/** Git as it is, and how many files it was asked for each time. */
function counted(folder: string): { readonly run: Git; readonly asked: number[] } {
  const real = gitIn(folder);
  const asked: number[] = [];
  return {
    asked,
    run: (args, options) => {
      asked.push((options?.input ?? "").trim().split("\n").length);
      return real(args, options);
    },
  };
}

test("what is expected comes with what is read, as much as fits", () => {
  const texts = ["a", "b", "c", "d"].map((letter) => letter.repeat(100_000));
  const folder = repositoryWith(
    Object.fromEntries(texts.map((text, index) => [`${index}.mof`, text])),
  );
  const ids = texts.map((_, index) => git(folder, "rev-parse", `HEAD:${index}.mof`));
  const { run, asked } = counted(folder);
  const blobs = new Blobs(run, 250_000);
  for (const id of ids) blobs.expect(id, id);
  expect(ids.map((id) => blobs.read(id).toString())).toEqual(texts);
  expect(asked).toEqual([4, 2]);
});

test("a file that is larger than a batch is read all the same, and twice if need be", () => {
  const text = "x".repeat(300_000);
  const folder = repositoryWith({ "a.mof": text, "b.mof": "b" });
  const id = git(folder, "rev-parse", "HEAD:a.mof");
  const other = git(folder, "rev-parse", "HEAD:b.mof");
  const { run, asked } = counted(folder);
  const blobs = new Blobs(run, 1000);
  blobs.expect(other, "b.mof");
  expect([blobs.read(id), blobs.read(id), blobs.read(other)].map(String)).toEqual([
    text,
    text,
    "b",
  ]);
  expect(asked).toEqual([2, 1, 2, 1, 1]);
});

test("a file with two names is fetched once", () => {
  const folder = repositoryWith({ "a.mof": "same", "b.mof": "same" });
  const id = git(folder, "rev-parse", "HEAD:a.mof");
  const { run, asked } = counted(folder);
  const blobs = new Blobs(run);
  blobs.expect(id, "a.mof");
  blobs.expect(id, "b.mof");
  blobs.expect(id, "b.mof");
  expect([blobs.read(id), blobs.read(id)].map(String)).toEqual(["same", "same"]);
  expect(asked).toEqual([1]);
});

test("a file that is too large is not read", () => {
  const id = "1".repeat(40);
  const asked: (number | undefined)[] = [];
  const blobs = new Blobs((_, options) => {
    asked.push(options?.most);
    const stdout = Buffer.from(`${id} blob ${256 * 1024 * 1024 + 1}\nclass`);
    return { done: false, stdout, stderr: "" };
  });
  expect(() => blobs.read(id)).toThrow(/^it is larger than 256 MiB$/);
  expect(asked).toEqual([64 * 1024 * 1024]);
});
