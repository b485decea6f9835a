import { expect, test } from "vitest";
import { type Folder, nodeIn, readTree } from "../../../src/build/git/tree.ts";

const id = "1234567890123456789012345678901234567890";

/** What `git ls-tree -r -z` says of files. */
function listing(...paths: readonly string[]): string {
  return paths.map((path) => `100644 blob ${id}\t${path}\0`).join("");
}

function pathsIn({ nodes }: Folder): string[] {
  return [...nodes].flatMap(([name, node]) =>
    node.kind === "folder" ? pathsIn(node).map((path) => `${name}/${path}`) : [name],
  );
}

test("files lie in folders, and links and submodules are told from them", () => {
  const { root, links } = readTree(
    `120000 blob ${id}\ta/link\0${listing("a/b/c", "a/b/d\ne", "f")}160000 commit ${id}\tlib/x\0`,
  );
  expect(pathsIn(root)).toEqual(["a/link", "a/b/c", "a/b/d\ne", "f", "lib/x"]);
  expect(links).toEqual([id]);
  expect(["a", "f", "lib", "g"].map((name) => nodeIn(root, name)?.[1].kind)).toEqual([
    "folder",
    "file",
    "folder",
    undefined,
  ]);
});

test("a path that leads out of the tree is left out", () => {
  const odd = ["../x", "a/../../x", "/x", "a//x", "./x", "a/..", "..", ".", ""];
  expect(pathsIn(readTree(listing(...odd, "..x", "a/.x", "...")).root)).toEqual([
    "..x",
    "a/.x",
    "...",
  ]);
});

test("names are found in any case where the system does so, the very name first", () => {
  const { root } = readTree(listing("Ä.mof", "a.MOF", "A.mof", "constructor", "__proto__"));
  const names = ["a.mof", "A.mof", "A\u0308.MOF", "b.mof", "Constructor", "__proto__"];
  const found = (anyCase: boolean) => names.map((name) => nodeIn(root, name, anyCase)?.[0]);
  expect(found(true)).toEqual(["a.MOF", "A.mof", "Ä.mof", undefined, "constructor", "__proto__"]);
  expect(found(false)).toEqual([undefined, "A.mof", undefined, undefined, undefined, "__proto__"]);
});
