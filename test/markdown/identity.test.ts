/** Which class and method a page is about, and which pages are about none. */
import { describe, expect, test } from "vitest";
import { mofOf, saidOf } from "./meant.ts";
import { pageOf, type Parts } from "./pages.ts";

const locations = ["root\\t"];

/** `Class` or `Class.Member`s of a page, and what is said. */
function read(parts: Parts) {
  const page = pageOf({ locations, ...parts });
  const [, declared = "nothing"] = /^(class \w+.*)\{/m.exec(mofOf([page])) ?? [];
  const methods = [...mofOf([page]).matchAll(/^ {2}\w+ (\w+)\(/gm)].map(([, name]) => name);
  const missing = /page-class-missing/;
  const said = saidOf([page]).filter((line) => !missing.test(line));
  return [[declared.trim(), ...methods].join("."), ...said];
}

describe("a page is about", () => {
  test.each<[string, Parts, readonly string[]]>([
    ["what its front matter says", { names: ["T", "T.A"], code: "class T {};" }, ["class T"]],
    ["the method that its front matter says", { names: ["T.F"], code: "void F();" }, ["class T.F"]],
    [
      "a class in the case of its declaration",
      { names: ["My_CLASS"], code: "class My_Class {};" },
      ["class My_Class"],
    ],
    [
      "a method in the case of its declaration",
      { names: ["T.f"], code: "void F();" },
      ["class T.F"],
    ],
    [
      "what its heading says, when the front matter is empty",
      { heading: "Create method of the MSFT_X class", code: "uint32 Create();" },
      ["class MSFT_X.Create"],
    ],
    [
      "the class that its heading says, when the front matter is empty",
      { heading: "X_T class", code: "class X_T {};" },
      ["class X_T"],
    ],
    [
      "the class whose block names it, among other blocks",
      { names: ["B"], code: ["class A {};", "class B {};", "void F();"] },
      ["class B"],
    ],
    [
      "one method of a whole class",
      {
        names: ["T.G"],
        heading: "G method of the T class",
        code: "[dynamic] class T : S { uint32 A; void F(); void G(); };",
      },
      ["class T.G"],
    ],
    [
      "a class without a Syntax section",
      { names: ["T"], section: "other", code: "class T {};" },
      ["class T"],
    ],
  ])("%s", (_, parts, expected) => {
    expect(read(parts)).toEqual(expected);
  });

  test("what its file is called, when it says two things", () => {
    const code = "uint32 Old([in] string Id);";
    const heading = "New method of the T class";
    const said = 'warning page-name-differs at "Old": the method New is called Old here';
    expect(read({ path: "new-t.md", names: ["T.Old"], heading, code })).toEqual([
      "class T.New",
      said,
    ]);
    expect(read({ path: "a/b/old-t.md", names: ["T.Old"], heading, code })[0]).toBe("class T.Old");
    expect(read({ path: "renewal-t.md", names: ["T.New"], heading, code })).toEqual([
      "class T.New",
      said,
    ]);
  });

  test("the class of its file, when the block is a copy of another page's", () => {
    expect(read({ path: "my-t.md", names: ["My_T"], code: "class My_S { uint32 A; };" })).toEqual([
      "class My_T",
      'warning page-name-differs at "My_S": the class My_T is called My_S here',
    ]);
  });
});

describe("a page is about nothing", () => {
  const nothing = /page-nothing-declared/;

  test.each<[string, Parts, readonly string[]]>([
    [
      "when it is a tutorial",
      {
        section: "other",
        heading: "Creating things",
        code: ["class A {};", "class B {}; instance of A {};"],
      },
      [
        'warning page-not-reference at "": page.md is no reference page: it declares 2 classes as examples, and neither its front matter nor its heading names one',
      ],
    ],
    [
      "when its class stands among the examples",
      { names: ["T"], section: "examples", code: "class T {};" },
      [
        'warning page-not-reference at "": t.md is no reference page: it is about T, but what it declares stands among examples or remarks',
      ],
    ],
    [
      "when its heading names another thing than its block",
      { heading: "Event class", code: "class T {};" },
      [
        'warning page-not-reference at "": page.md is no reference page: it declares a class as examples, and neither its front matter nor its heading names one',
      ],
    ],
    [
      "when its block lacks the method",
      { names: ["T.G"], heading: "G method of the T class", code: "class T { void F(); };" },
      [
        'warning page-not-reference at "G": t.g.md is no reference page: it does not declare G, which it is about',
      ],
    ],
    ["when it declares nothing", { heading: "T reference" }, []],
    [
      "when its code is of another language",
      { names: ["T"], code: "class T {}", codeLanguage: "csharp" },
      [],
    ],
    ["when it calls a method", { names: ["T"], code: "$x.F(1)" }, []],
  ])("%s", (_, parts, expected) => {
    const said = read(parts);
    expect(said.filter((line) => !nothing.test(line))).toEqual(["nothing", ...expected]);
    expect(said.filter((line) => nothing.test(line))).toHaveLength(1);
  });

  test("and that is said once, and only when no page declares anything", () => {
    const index = (name: string) => pageOf({ path: `${name}.md`, heading: name });
    expect(saidOf(["a", "b"].map(index))).toEqual([
      'error page-nothing-declared at "": no class is declared on a.md and b.md',
    ]);
    expect(saidOf(["a", "b", "c", "d", "e"].map(index))).toEqual([
      'error page-nothing-declared at "": no class is declared on a.md, b.md, c.md and 2 more pages',
    ]);
    expect(saidOf([index("a"), pageOf({ locations, names: ["T"], code: "class T {};" })])).toEqual(
      [],
    );
    expect(saidOf([])).toEqual([]);
  });

  test("nor is it when the declaration is a mistake, which is said", () => {
    expect(saidOf([pageOf({ names: ["T.G"], code: "uint32 F G();" })])).toEqual([
      'error unexpected-token at "G": expected ";", "=", "[" or "(", found "G"',
    ]);
  });
});
