/** What is removed and added may be one class under another name: that is said beside both. */
import { expect, test } from "vitest";
import { diff } from "../../src/diff/index.ts";
import { schemaOf } from "./changes.ts";

function hints(old: string, now: string): readonly string[] {
  const changes = diff(schemaOf("old.mof", old).schema, schemaOf("new.mof", now).schema);
  return changes.map(({ rule, subject, hint = "-" }) => `${rule} ${subject}: ${hint}`);
}

const members = "[Key] string Name; uint32 Speed; uint32 Power; string Text; uint32 Run();";

test("a class with the same superclass and four fifths of the members", () => {
  expect(hints(`class A { ${members} };`, `class B { ${members} };`)).toEqual([
    "class-removed A: it may be called B now: most of the members are the same",
    "class-added B: it may be what was called A: most of the members are the same",
  ]);
  const fewer = members.replace("uint32 Speed; uint32 Power;", "");
  expect(hints(`class A { ${members} };`, `class B { ${fewer} };`)).toEqual([
    "class-removed A: -",
    "class-added B: -",
  ]);
  const above = "class S {};\n";
  expect(hints(`${above}class A { ${members} };`, `${above}class B : S { ${members} };`)).toEqual([
    "class-removed A: -",
    "class-added B: -",
  ]);
});

test("a class of that name in another namespace", () => {
  const inside = (namespace: string): string =>
    `#pragma namespace("${namespace}")\nclass A { [Key] string Name; };`;
  expect(hints(inside("root/a"), inside("root/b"))).toEqual([
    "class-removed A: the namespace root/b has a class of this name now",
    "class-added A: the namespace root/a had a class of this name",
  ]);
});

test("one class stands for one", () => {
  const found = hints(`class A { ${members} }; class B { ${members} };`, `class C { ${members} };`);
  expect(found.filter((line) => line.endsWith(": -"))).toEqual(["class-removed B: -"]);
});
