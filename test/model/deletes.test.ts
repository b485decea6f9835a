import { expect, test } from "vitest";
import { meaningOf } from "./meaning.ts";

function left(...texts: readonly string[]) {
  const { schema, said } = meaningOf(texts);
  return {
    classes: schema.classes.map(({ name, properties }) =>
      [name, ...properties.map((property) => property.name)].join(" "),
    ),
    instances: schema.instances.map(({ className, values }) =>
      [className, ...[...values.values()].map(String)].join(" "),
    ),
    said,
  };
}

const nothing = { classes: [], instances: [], said: [] };

test("deleteclass takes away what stands before it, and a later declaration stands", () => {
  expect(
    left(`class A { string Old; }; class B {};
      #pragma deleteclass("a", NOFAIL)
      class A { string New; };`),
  ).toEqual({ ...nothing, classes: ["A New", "B"] });
});

test("it concerns the namespace in force, and amendments only in that of their locale", () => {
  expect(
    left(String.raw`class A { string x; };
      #pragma namespace("root/cimv2/ms_409")
      [Description("old"), AMENDMENT, LOCALE(0x409)] class A { [Description("of x")] string x; };
      #pragma deleteclass("A", NOFAIL)
      #pragma namespace("root/other")
      #pragma deleteclass("A", NOFAIL)`),
  ).toEqual({ ...nothing, classes: ["A x"] });
});

test("it concerns its own text: one file may remove what another brings", () => {
  expect(left("class A {};", `#pragma deleteclass("A", NOFAIL)`)).toEqual({
    ...nothing,
    classes: ["A"],
  });
});

test("without NOFAIL there should be something to delete", () => {
  expect(left(`#pragma deleteclass("A", FAIL)\n#pragma deleteinstance("A.Id=1")`)).toEqual({
    ...nothing,
    said: [
      'warning: nothing declares A in root/cimv2 before this line «"A"»',
      'warning: nothing declares A.Id=1 in root/cimv2 before this line «"A.Id=1"»',
    ],
  });
});

const instances = `
  class A { [Key] string Id; }; class B { [Key] uint32 X; [Key] string Y; };
  instance of A { Id = "a"; }; instance of A { Id = "b\\"c"; }; instance of A { Id = "d"; };
  instance of B { X = 1; Y = "y"; }; instance of B { X = 2; Y = "y"; };`;

test.each([
  [String.raw`A.Id=\"A\"`, [String.raw`A b"c`, "A d", "B 1 y", "B 2 y"]],
  [String.raw`a=\"b\\\"c\"`, ["A a", "A d", "B 1 y", "B 2 y"]],
  [String.raw`root\\cimv2:B.y=\"y\", X=2`, ["A a", String.raw`A b"c`, "A d", "B 1 y"]],
  [String.raw`B=1`, ["A a", String.raw`A b"c`, "A d", "B 1 y", "B 2 y"]],
  ["B.", ["A a", String.raw`A b"c`, "A d", "B 1 y", "B 2 y"]],
  [String.raw`A=\"d\"`, ["A a", String.raw`A b"c`, "B 1 y", "B 2 y"]],
  [String.raw`no path at all`, ["A a", String.raw`A b"c`, "A d", "B 1 y", "B 2 y"]],
])("deleteinstance(%s)", (path, rest) => {
  expect(left(`${instances}\n#pragma deleteinstance("${path}", NOFAIL)`).instances).toEqual(rest);
});

test("a deleted instance may be declared again", () => {
  const { instances: rest } = left(`
    [Singleton] class S { string x; };
    instance of S { x = "1"; };
    #pragma deleteinstance("S=@", NOFAIL)
    instance of S { x = "2"; };`);
  expect(rest).toEqual(["S 2"]);
});
