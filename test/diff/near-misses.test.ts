/** What looks like one change and is another, or none. */
import { expect, test } from "vitest";
import { diff } from "../../src/diff/index.ts";
import { schemaOf } from "./changes.ts";

function found(before: string, after: string): readonly string[] {
  const [old, now] = [schemaOf("old.mof", before).schema, schemaOf("new.mof", after).schema];
  return diff(old, now).map(({ rule, message }) => `${rule}: ${message}`);
}

/** A member of a class before and now. */
function member(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => `class ACME_Fan { ${text} };`);
  return found(old ?? "", now ?? "");
}

test.each([
  ["a length of 0", "string Name;", "[MinLen(0)] string Name;"],
  ["the smallest value of a type", "uint32 Speed;", "[MinValue(0)] uint32 Speed;"],
  ["the largest value of a type", "uint8 Speed;", "[MaxValue(255)] uint8 Speed;"],
  ["no experiment", "[Experimental(FALSE)] uint32 Speed;", "uint32 Speed;"],
  ["another layout of a text", '[Units("Hours")] uint32 A;', '[Units(" Hours ")] uint32 A;'],
  ["a key in another base", '[ValueMap {"10"}] uint32 A;', '[ValueMap {"0xA"}] uint32 A;'],
  ["what is the default anyway", "uint32 A[];", '[ArrayType("Bag")] uint32 A[];'],
])("%s is no change", (_, before, after) => {
  expect(member(before, after)).toEqual([]);
});

test("the range of a larger type is no limit of its own", () => {
  expect(member("uint8 Speed;", "uint16 Speed;")).toEqual([
    "property-type-widened: ACME_Fan.Speed was uint8 and is uint16",
  ]);
});

test("the case of a propagated name is no change", () => {
  const text = (name: string): string =>
    `class ACME_Case { [Key] string Name; };
class ACME_Fan { [Key, Propagated("ACME_Case.${name}")] string Case; };`;
  expect(found(text("Name"), text("NAME"))).toEqual([]);
});

test("a key that was not propagated is propagated now", () => {
  const text = (qualifier: string): string =>
    `class ACME_Case { [Key] string Name; };
class ACME_Fan { [Key${qualifier}] string Case; };`;
  const [own, from] = [text(""), text(', Propagated("ACME_Case.Name")')];
  expect([found(own, from), found(from, own)].flat()).toEqual([
    "propagated-changed: ACME_Fan.Case is propagated from ACME_Case.Name now",
    "propagated-changed: ACME_Fan.Case is no longer propagated from ACME_Case.Name",
  ]);
});

test("a default makes an input optional, which is one change", () => {
  expect(member("uint32 Turn(uint32 Speed);", "uint32 Turn(uint32 Speed = 5);")).toEqual([
    "param-optional-added: ACME_Fan.Turn(Speed) may be left out now",
  ]);
});

test("an optional input may have a default beside that", () => {
  const [without, one] = [
    "uint32 Turn([Optional] uint32 Speed);",
    "uint32 Turn([Optional] uint32 Speed = 5);",
  ];
  expect([member(without, one), member(one, without)].flat()).toEqual([
    "default-added-input: ACME_Fan.Turn(Speed) has the default 5 now",
    "default-removed-input: ACME_Fan.Turn(Speed) no longer has the default 5",
  ]);
});

test("a value may have had no name", () => {
  const [without, one] = [
    '[ValueMap {"0"}] uint32 State;',
    '[ValueMap {"0"}, Values {"Stopped"}] uint32 State;',
  ];
  expect([member(without, one), member(one, without)].flat()).toEqual([
    "valuemap-value-renamed: the value 0 of ACME_Fan.State had no name and is named Stopped",
    "valuemap-value-renamed: the value 0 of ACME_Fan.State was named Stopped and has no name",
  ]);
});

test("an array of instances is said like one instance", () => {
  expect(member("string Reserve[];", '[EmbeddedInstance("ACME_Fan")] string Reserve[];')).toEqual([
    "embeddedinstance-added: ACME_Fan.Reserve holds an instance of ACME_Fan now, no longer text",
  ]);
});

test("a change is said at the class that declares it, with those that inherit it", () => {
  const text = (type: string): string => `class ACME_Fan { ${type} Speed; };
class ACME_FastFan : ACME_Fan { };
class ACME_FasterFan : ACME_FastFan { };
class ACME_SlowFan : ACME_Fan { [Override("Speed")] ${type} Speed; };`;
  const changes = diff(
    schemaOf("old.mof", text("uint32")).schema,
    schemaOf("new.mof", text("string")).schema,
  );
  expect(changes.map(({ subject, affected }) => [subject, affected])).toEqual([
    ["ACME_Fan.Speed", ["ACME_FastFan", "ACME_FasterFan", "ACME_SlowFan"]],
  ]);
});

/** The rules that find what has become of the parameters of a method. */
function parameters(before: string, after: string, returns = "uint32"): readonly string[] {
  const [old, now] = [before, after].map((list) => `${returns} Turn(${list});`);
  return member(old ?? "", now ?? "").map((line) => line.slice(0, line.indexOf(":")));
}

test("the first output changes what a method returns, further ones add to it", () => {
  expect(parameters("", "[Out] uint32 A, [Out] uint32 B")).toEqual([
    "param-added-out-first",
    "param-added-out",
  ]);
  expect(parameters("[In] uint32 A", "[In, Out] uint32 A, [Out] uint32 B")).toEqual([
    "param-in-to-inout-first",
    "param-added-out",
  ]);
});

test("an optional input may be the first output as well", () => {
  expect(parameters("", "[In, Out, Optional] uint32 A")).toEqual([
    "param-added-in-optional",
    "param-added-out-first",
  ]);
});

test("a method that returns nothing but outputs loses nothing by the first", () => {
  expect(parameters("", "[Out] uint32 A", "void")).toEqual(["param-added-out"]);
});
