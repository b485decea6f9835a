import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeHost } from "../../src/build/index.ts";
import { folderWith } from "./folder.ts";

// cspell:ignore mkfifo pagemap
const onWindows = sep === "\\";

test("what stands at a path, relative to the working folder", () => {
  const host = nodeHost(folderWith({ "a.mof": "", "sub/b.mof": "" }));
  expect(host.kindOf("a.mof")).toBe("file");
  expect(host.kindOf("sub")).toBe("folder");
  expect(host.kindOf("c.mof")).toBeUndefined();
  expect(host.kindOf("a.mof/c.mof")).toBeUndefined();
});

test("bytes as they are", () => {
  const host = nodeHost(folderWith({ "a.mof": "é" }));
  expect([...host.readFile("a.mof")]).toEqual([0xc3, 0xa9]);
});

// Windows has other codes for some of these.
test.skipIf(onWindows)("a reason that a person understands", () => {
  const host = nodeHost(folderWith({ "sub/a.mof": "" }));
  expect(() => host.readFile("sub")).toThrow(/^it is a folder$/);
  expect(() => host.readFile("no.mof")).toThrow(/^it does not exist$/);
  expect(() => host.readFile("a\0b")).toThrow(/^its name holds the character U\+0000$/);
  expect(() => host.readFile("sub/a.mof/b")).toThrow(/^a part of its path is a file$/);
});

describe("a file without an end is not read", () => {
  test.skipIf(onWindows)("a device", () => {
    const folder = folderWith();
    symlinkSync("/dev/zero", join(folder, "link.mof"));
    const host = nodeHost(folder);
    for (const path of ["/dev/null", "/dev/zero", "link.mof"]) {
      expect(() => host.readFile(path)).toThrow(/^it is a device or a pipe, not a file$/);
    }
    expect(host.filesBelow(".", [".mof"])).toEqual([]);
  });

  test.skipIf(onWindows)("a pipe", () => {
    const folder = folderWith();
    execFileSync("mkfifo", [join(folder, "pipe.mof")]);
    symlinkSync("pipe.mof", join(folder, "link.mof"));
    const host = nodeHost(folder);
    for (const path of ["pipe.mof", "link.mof"]) {
      expect(() => host.readFile(path)).toThrow(/^it is a device or a pipe, not a file$/);
    }
    expect(host.filesBelow(".", [".mof"])).toEqual([]);
  });

  test("nor one that is too large", () => {
    const folder = folderWith({ "a.mof": "" });
    truncateSync(join(folder, "a.mof"), 256 * 1024 * 1024 + 1);
    expect(() => nodeHost(folder).readFile("a.mof")).toThrow(/^it is larger than 256 MiB$/);
  });

  test.skipIf(process.platform !== "linux")("a file of the system, which says it is empty", () => {
    const host = nodeHost(folderWith());
    expect(new TextDecoder().decode(host.readFile("/proc/self/status"))).toMatch(/^Name:/);
    expect(() => host.readFile("/proc/self/pagemap")).toThrow(/^it is larger than 256 MiB$/);
  });
});

describe("the MOF files below a folder", () => {
  const below = (folder: string): string[] =>
    nodeHost(folder)
      .filesBelow(".", [".mof"])
      .map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"));

  test("are found whatever the case, sorted, and nothing else is", () => {
    const folder = folderWith({
      "c/z.mof": "",
      "b.mof": "",
      "B/A.MOF": "",
      "a.Mof": "",
      "readme.md": "",
      mof: "",
      "x.mof.bak": "",
      ".git/c.mof": "",
      "node_modules/p/c.mof": "",
      "deep/node_modules/c.mof": "",
    });
    mkdirSync(join(folder, "folder.mof"));
    expect(below(folder)).toEqual(["B/A.MOF", "a.Mof", "b.mof", "c/z.mof"]);
  });

  test("that are links count, linked folders do not and cannot make a circle", () => {
    const outside = folderWith({ "x.mof": "" });
    const folder = folderWith({ "a.mof": "" });
    symlinkSync(folder, join(folder, "circle"), "junction");
    symlinkSync(outside, join(folder, "outside"), "junction");
    if (!onWindows) {
      symlinkSync(join(outside, "x.mof"), join(folder, "x.mof"));
      symlinkSync(join(outside, "gone.mof"), join(folder, "gone.mof"));
    }
    expect(below(folder)).toEqual(onWindows ? ["a.mof"] : ["a.mof", "x.mof"]);
  });
});

test("what stands in a folder, behind links", () => {
  const folder = folderWith({ "a.mof": "", "sub/b.mof": "" });
  symlinkSync(join(folder, "sub"), join(folder, "link"), "junction");
  if (!onWindows) symlinkSync("nowhere", join(folder, "gone"));
  const entries = [...nodeHost(folder).entriesIn(".")].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(entries).toEqual([
    { name: "a.mof", kind: "file" },
    { name: "link", kind: "folder" },
    { name: "sub", kind: "folder" },
  ]);
  expect(nodeHost(folder).entriesIn("none")).toEqual([]);
  expect(nodeHost(folder).nameOf("sub/b.mof")).toBe("b.mof");
});

describe("files that a pattern matches", () => {
  const contents = {
    "schemas/b.mof": "",
    "schemas/A.MOF": "",
    "schemas/deep/er/c.mof": "",
    "schemas/deep/c.mfl": "",
    "schemas/.hidden/d.mof": "",
    "schemas/node_modules/p/e.mof": "",
    "schemas/x (1)/f.mof": "",
  };
  const table: readonly (readonly [pattern: string, found: readonly string[]])[] = [
    ["schemas/*.mof", ["schemas/A.MOF", "schemas/b.mof"]],
    ["schemas\\*.mof", ["schemas/A.MOF", "schemas/b.mof"]],
    [
      "schemas/**/*.mof",
      ["schemas/A.MOF", "schemas/b.mof", "schemas/deep/er/c.mof", "schemas/x (1)/f.mof"],
    ],
    ["**/c.{mof,mfl}", ["schemas/deep/c.mfl", "schemas/deep/er/c.mof"]],
    ["./schemas/../schemas/?.mof", ["schemas/A.MOF", "schemas/b.mof"]],
    ["schemas/[ab].mof", ["schemas/A.MOF", "schemas/b.mof"]],
    ["schemas/{deep/er,none}/*", ["schemas/deep/er/c.mof"]],
    ["schemas/.hidden/*.mof", ["schemas/.hidden/d.mof"]],
    ["schemas/node_modules/**/*.mof", ["schemas/node_modules/p/e.mof"]],
    ["schemas/x (1)/*.mof", ["schemas/x (1)/f.mof"]],
    ["*.mof", []],
    ["none/**", []],
    ["schemas/de*", []],
  ];
  test.each(table)("%s", (pattern, found) => {
    const folder = folderWith(contents);
    const matching = nodeHost(folder).filesMatching(pattern);
    const paths = matching.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"));
    expect(paths).toEqual(found);
  });

  test("outside the working folder too, and not behind linked folders", () => {
    const outside = folderWith({ "x/a.mof": "" });
    const folder = folderWith();
    symlinkSync(outside, join(folder, "link"), "junction");
    const host = nodeHost(folder);
    expect(host.filesMatching(join(outside, "**/*.mof"))).toEqual([join(outside, "x/a.mof")]);
    expect(host.filesMatching("**/*.mof")).toEqual([]);
  });
});

test("both kinds of slashes separate", () => {
  const folder = folderWith({ "sub/deep/a.mof": "" });
  const host = nodeHost(folder);
  expect(host.resolve(join(folder, "sub"), "deep\\a.mof")).toBe(join(folder, "sub/deep/a.mof"));
  expect(host.resolve("sub", "..\\sub/deep\\.\\a.mof")).toBe(join(folder, "sub/deep/a.mof"));
  expect(host.folderOf("sub/deep/a.mof")).toBe(join(folder, "sub/deep"));
});

test("a path is shown short and with forward slashes", () => {
  const folder = folderWith({});
  const host = nodeHost(folder);
  expect(host.display(join(folder, "sub", "a.mof"))).toBe("sub/a.mof");
  expect(host.display("./sub/../a.mof")).toBe("a.mof");
  expect(host.display(".")).toBe(".");
  expect(host.display(join(folder, "../b.mof"))).toBe("../b.mof");
});

test.skipIf(onWindows)("a path far away is shown in full", () => {
  expect(nodeHost("/a/b/c/d").display("/z.mof")).toBe("/z.mof");
});

test("two spellings of one file are one identity", () => {
  const folder = folderWith({ "sub/a.mof": "", "b.mof": "" });
  symlinkSync(join(folder, "sub"), join(folder, "link"), "junction");
  const host = nodeHost(folder);
  expect(host.identity("link/a.mof")).toBe(host.identity("./sub/../sub/a.mof"));
  expect(host.identity("b.mof")).not.toBe(host.identity("sub/a.mof"));
  expect(host.identity("no.mof")).toBe(host.identity("./no.mof"));
});
