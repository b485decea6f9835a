import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selectClasses, type Selection } from "../../src/model/index.ts";
import { isLike } from "../../src/model/selection/pattern.ts";
import { printMof, writeSnapshot, snapshotOf } from "../../src/snapshot/index.ts";
import { meaningOf } from "./meaning.ts";

describe("a pattern", () => {
  test("is for the whole name, without regard to case", () => {
    const table: readonly (readonly [string, string, boolean])[] = [
      ["CIM_Fan", "cim_fan", true],
      ["CIM_Fan", "CIM_Fa", false],
      ["CIM_Fan", "IM_Fan", false],
      ["CIM_Fan", "CIM_*", true],
      ["CIM_Fan", "*fan", true],
      ["CIM_Fan", "*i*f*", true],
      ["CIM_Fan", "CIM_Fan*", true],
      ["CIM_Fan", "CIM_???", true],
      ["CIM_Fan", "CIM_????", false],
      ["CIM_Fan", "", false],
      ["CIM.Fan", "CIM_Fan", false],
      ["CIM_Fan", "CIM.Fan", false],
    ];
    expect(table.map(([name, pattern]) => [name, pattern, isLike(name, pattern)])).toEqual(table);
  });

  test("means what it means as a regular expression", () => {
    const letter = fc.constantFrom("a", "b", "A", "_");
    const names = fc.string({ unit: letter, maxLength: 9 });
    const patterns = fc.string({ unit: fc.oneof(letter, fc.constantFrom("*", "?")), maxLength: 7 });
    fc.assert(
      fc.property(names, patterns, (name, pattern) => {
        const text = pattern.replaceAll("*", ".*").replaceAll("?", ".");
        expect(isLike(name, pattern)).toBe(new RegExp(`^${text}$`, "i").test(name));
      }),
      { numRuns: 2000 },
    );
  });

  test("does not take a time that grows with a power of the name's length", () => {
    expect(isLike("a".repeat(50_000), `${"*a".repeat(20)}*b`)).toBe(false);
  });
});

/** A schema of some text, of which a part is selected, and what is left of its instances. */
function instancesLeft(text: string, selection: Selection): string {
  const { schema, said } = meaningOf(text);
  expect(said).toEqual([]);
  const { value } = selectClasses(schema, selection);
  const printed = printMof(value.schema);
  const again = meaningOf(printed);
  // What is printed is whole: nothing in it names what is not there.
  expect(again.said).toEqual([]);
  expect(writeSnapshot(snapshotOf(again.schema))).toBe(writeSnapshot(snapshotOf(value.schema)));
  return printed.slice(printed.indexOf("instance of")).replaceAll(/\s+/g, " ").trim();
}

describe("a part of a schema", () => {
  const classes = `
    class A { [Key] string Id; A ref Next; };
    class B : A { };
    class C as $C { string Id; };`;

  test("has the instances of its classes", () => {
    const text = `${classes}
      instance of A as $A1 { Id = "1"; };
      instance of C { Id = "2"; };
      instance of A { Id = "3"; Next = $A1; };`;
    expect(instancesLeft(text, { include: ["A"] })).toBe(
      'instance of A as $A1 { Id = "1"; }; instance of A { Id = "3"; Next = $A1; };',
    );
  });

  test("has none that names others, however far away they are", () => {
    const text = `${classes}
      instance of B as $B { Id = "1"; };
      instance of A as $A1 { Id = "2"; Next = $B; };
      instance of A as $A2 { Id = "3"; Next = $A1; };
      instance of A as $A3 { Id = "4"; Next = $A4; };
      instance of A as $A4 { Id = "5"; Next = $A3; };`;
    expect(instancesLeft(text, { include: ["A"] })).toBe(
      'instance of A as $A3 { Id = "4"; Next = $A4; }; instance of A as $A4 { Id = "5"; Next = $A3; };',
    );
  });

  test("has none with another one inside, and none of classes that nobody declares", () => {
    const text = `
      class A { [Key] string Id; [EmbeddedObject] string Held; };
      class C { string Id; };
      instance of A { Id = "1"; Held = instance of C as $In { Id = "2"; }; };
      instance of A { Id = "3"; Held = instance of A as $Own { Id = "4"; }; };
      instance of A { Id = "5"; Held = {instance of A { Id = "6"; Held = $In; }}; };
      instance of X { Id = "7"; };`;
    expect(instancesLeft(text, { include: ["A"] })).toBe(
      'instance of A { Id = "3"; Held = instance of A as $Own { Id = "4"; }; };',
    );
  });

  test("is the schema itself when all of it is wanted", () => {
    const { schema } = meaningOf(classes);
    expect(selectClasses(schema, {}).value.schema).toBe(schema);
    expect(selectClasses(schema, { include: ["*"] }).value.schema).toBe(schema);
    expect(selectClasses(schema, {}).diagnostics).toEqual([]);
  });
});

test("nothing is wrong with selecting from nothing", () => {
  const { schema } = meaningOf("");
  expect(selectClasses(schema, {}).diagnostics).toEqual([]);
});
