/** Classes in parts, as pages of single methods are: which class each is a part of. */
import { expect, test } from "vitest";
import { classPage, documented, methodPage } from "./documented.ts";

const NO_NAMESPACE = "All";

function told(said: string): readonly string[] {
  return said.split("\n").filter((line) => /^(?:error|warning|note) [\w-]+:/.test(line));
}

test("a method alone makes a class of its own, and that much is said", () => {
  const { mof, said } = documented({ pages: [methodPage("Contoso_Door", "uint32 Open();")] });
  expect(mof).toBe(`#pragma namespace ("root/contoso")

class Contoso_Door {
  [Description("What Open does."), Requirements { "Namespace: Root\\\\contoso" }, Static(null)]
  uint32 Open();
};
`);
  expect(said)
    .toBe(`note page-class-missing: no page is about Contoso_Door, only about the method Open of it: its properties and keys are unknown
 --> 0.md:3:3
  |
3 | - Contoso_Door.Open
  |   ^^^^^^^^^^^^
help: Add the page of Contoso_Door.

1 note
`);
});

test("methods join the class of their namespace, whichever comes first", () => {
  const pages = [
    methodPage("Contoso_Door", "uint32 Open();"),
    classPage("class Contoso_Door { string Id; };"),
    methodPage("Contoso_Door", "uint32 Shut();"),
  ];
  const { schema, said } = documented({ pages });
  expect(said).toBe("");
  expect(
    schema.classes.map(({ namespace, name, properties, methods }) => [
      `${namespace}:${name}`,
      ...properties.map((each) => each.name),
      ...methods.map((each) => each.name),
    ]),
  ).toEqual([["root/contoso:Contoso_Door", "Id", "Open", "Shut"]]);
});

test("a method without a namespace joins the only class of its name", () => {
  const pages = [
    methodPage("Contoso_Door", "uint32 Open();", "", NO_NAMESPACE),
    classPage("class Contoso_Door { string Id; };", "", "Root\\\\elsewhere"),
  ];
  const { schema, said } = documented({ pages });
  expect(said).toBe("");
  expect(schema.classes.map(({ namespace, methods }) => [namespace, methods.length])).toEqual([
    ["root/elsewhere", 1],
  ]);
});

test("two pages of one method are one, and a difference is told", () => {
  const pages = [
    methodPage("Contoso_Door", "uint32 Open();"),
    methodPage("Contoso_Door", "uint32 Open([in] uint8 Angle);"),
  ];
  const { schema, said } = documented({ pages });
  expect(schema.classes[0]?.methods.map(({ parameters }) => parameters.length)).toEqual([0]);
  expect(told(said)).toEqual([
    "note page-class-missing: no page is about Contoso_Door, only about the method Open of it: its properties and keys are unknown",
    "warning page-contradiction: Contoso_Door.Open is declared differently on another page",
  ]);
});

test("classes of one name in two namespaces stay two", () => {
  const pages = [
    classPage("class Contoso_Door { string A; };", "", "Root\\\\one"),
    methodPage("Contoso_Door", "uint32 OfOne();", "", "Root\\\\one"),
    classPage("class Contoso_Door { string B; };", "", "Root\\\\two"),
    methodPage("Contoso_Door", "uint32 OfTwo();", "", "Root\\\\two"),
  ];
  const { schema, said } = documented({ pages });
  expect(said).toBe("");
  expect(
    schema.classes.map(({ namespace, properties, methods }) => [
      namespace,
      properties[0]?.name,
      methods.map(({ name }) => name),
    ]),
  ).toEqual([
    ["root/one", "A", ["OfOne"]],
    ["root/two", "B", ["OfTwo"]],
  ]);
});

test("what a page inherits is repeated, and left to a superclass that another page declares", () => {
  const pages = [
    classPage("class Contoso_Thing { string Id; };"),
    classPage("class Contoso_Door : Contoso_Thing { string Id; uint8 State; };"),
    classPage("class Contoso_Gate : Contoso_Nobody { string Id; };"),
  ];
  const { schema, said } = documented({ pages });
  expect(
    schema.classes.map(({ name, superclassName, ownProperties }) => [
      name,
      superclassName,
      ownProperties.map((each) => each.name),
    ]),
  ).toEqual([
    ["Contoso_Door", "Contoso_Thing", ["State"]],
    ["Contoso_Gate", undefined, ["Id"]],
    ["Contoso_Thing", undefined, ["Id"]],
  ]);
  expect(told(said)).toEqual([
    "note page-superclass-unknown: Contoso_Gate extends Contoso_Nobody, which no page declares, so it is read as a class of its own",
  ]);
});
