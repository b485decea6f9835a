/** Lists of qualifiers, members and declarations that are read without rules, against the rules. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lex } from "../../grammar/lex.ts";
import { MofParser, type Parsed } from "../../grammar/parser.ts";
import {
  endOfRegularAssignment,
  endOfRegularList,
  endOfRegularMember,
  endOfRegularQualifierType,
} from "../../grammar/regular-end.ts";
import type { Dialect } from "../../src/ast/index.ts";
import { decode } from "../../src/source/index.ts";
import { ParserByRules } from "./parser-by-rules.ts";

const parser = new MofParser();
const byRules = new ParserByRules();

function read(which: MofParser, text: string, dialect?: Dialect): Parsed {
  const { tokens, swallowing } = lex(text);
  return which.parse(text, tokens, {
    swallowed: swallowing !== undefined,
    ...(dialect && { dialect }),
  });
}

/** What stands in lists of qualifiers, and what spoils them. */
const pieces = fc.constantFrom(
  ...["Key", "Description", "Values", "class", "Instance", "of", "true", "NULL", "a.b", "word"],
  ...['"a"', '"a\\n"', '"\\q"', '"\\x263A5"', '"two\nlines"', "'quoted'", '"open'],
  ...["1", "-7", "08", "0x1F", "101b", "1.5", "'c'", "$alias"],
  ...["(", ")", "{", "}", ",", ",", ":", "[", "]", ";", "=", "ToSubclass", "Amended"],
  ...['("text")', '{"a", "b"}', "(5)", ": ToSubclass Translatable", '("a" "b")', "({1, 2})"],
  ...["('c')", "(1.5)", "{1.5, 'c', NULL}", "('\\n')", "({'\\q', 08, true})", "(NULL)"],
);
const lists = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(" "));

describe("any list means the same", () => {
  test.each<[string, (list: string) => string]>([
    ["before a class", (list) => `[${list}] class A { uint32 B; };`],
    ["before a property", (list) => `class A { [Key] uint32 B; [${list}] uint32 C; };`],
    [
      "before a parameter",
      (list) => `class A { uint32 M([${list}] uint32 P, [${list}] string Q); };`,
    ],
    ["behind a mistake", (list) => `class A { uint32 B [Key uint32 C; [${list}] uint32 D; };`],
  ])("%s", (_, around) => {
    fc.assert(
      fc.property(lists, fc.constantFrom(undefined, "mof3" as const), (list, dialect) => {
        const text = around(list);
        expect(read(parser, text, dialect)).toEqual(read(byRules, text, dialect));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** What stands between the braces of a class. */
const members = fc
  .array(
    fc.constantFrom(
      ...["uint32 Size;", "CIM_B REF Part;", "string Names[];", "CIM_B ref Parts[];", "[Key] "],
      ...["uint32 Start([In] uint32 Delay);", "void Stop();", "string[] Names();"],
      ...["uint32 M([In, Out] CIM_B ref Part, string Names[]);", "uint32 M(uint32 a = 1);"],
      ...["uint32 M(uint32 a", "uint32 M(", "uint32 a,", "uint32 b);", "[In]", "[Key]"],
      ...["char16 C = 'c';", "real32 R = -1.5;", "uint32 N[] = {1, 08};", "string S = NULL;"],
      ...["Months M = Months.May;", "Months M = May;", "uint32 A = ", "{1}", "{}", "{'c', 1.}"],
      ...["object ref O;", "Win32_Size S;", "Integer I;", "ref ref;", "uint32 ref;", "void M();"],
      ...[
        "uint32",
        "Size",
        "REF",
        "class",
        "structure",
        "[",
        "]",
        "[4]",
        "()",
        "= 1",
        ";",
        "}",
        ",",
      ],
    ),
    { maxLength: 12 },
  )
  .map((list) => list.join(" "));

test("any members mean the same", () => {
  fc.assert(
    fc.property(members, (list) => {
      const text = `class A { ${list} }; class B { };`;
      expect(read(parser, text)).toEqual(read(byRules, text));
    }),
    { numRuns: 2_000 },
  );
});

/** What stands between the braces of an instance. */
const assignments = fc
  .array(
    fc.constantFrom(
      ...['Name = "a";', "Size = 5;", "Size = 08;", 'Names = {"a" "b", "c"};', "Real = 1.5;"],
      ...["On = TRUE;", "Path = $Alias;", "Month = Months.May;", "Empty = {};", "Unset;"],
      ...["Inner = instance of A { Size = 1; };", "Value = 1;", "Class = 1;", "[Key] Name = 1;"],
      ...["Inner = {instance of A { Size = {1, 2}; }, value of B { S = 2; }};", "{", "}", "};"],
      ...["Name", "=", '"a"', "{1,", "1", ";", ";", ",", "uint32 Size;", "instance of A {"],
    ),
    { maxLength: 12 },
  )
  .map((list) => list.join(" "));

test("any assignments mean the same", () => {
  fc.assert(
    fc.property(assignments, (list) => {
      const text = `instance of A { ${list} }; instance of B as $B { Name = "b"; };`;
      expect(read(parser, text)).toEqual(read(byRules, text));
    }),
    { numRuns: 2_000 },
  );
});

test("what is too deep is too deep", () => {
  const inner = 'Names = {"a"}; Name = "b";';
  for (let depth = 97; depth < 104; depth += 1) {
    const text = `${"instance of A { I = {".repeat(depth)}instance of A { ${inner} }${"}; }".repeat(depth)};`;
    expect(read(parser, text)).toEqual(read(byRules, text));
  }
});

/** What stands in the declaration of a qualifier, and between others. */
const declarations = fc
  .array(
    fc.constantFrom(
      ...["Qualifier Key : boolean = false, Scope(property), Flavor(DisableOverride);"],
      ...[
        "Qualifier Values : string[], Scope(any);",
        "Qualifier Description : ToSubclass Amended;",
      ],
      ...[
        "Qualifier Association : boolean",
        "Qualifier",
        "Key",
        ":",
        "string",
        "boolean",
        "Months",
      ],
      ...[
        "[]",
        "[4]",
        "= false",
        "= null",
        "= 1.5",
        "= {1, 'c'}",
        '= "a"',
        "= {1}",
        "= Months.May",
        "ToSubclass",
      ],
      ...[", Scope(class, property)", "Scope(any)", ", Flavor()", ", Policy(DisableOverride)"],
      ...[", scope(class,)", ", Other(a)", ",", "(", ")", ";", ";", "class A { };", "[Key]"],
    ),
    { maxLength: 12 },
  )
  .map((list) => list.join(" "));

test("any declarations of qualifiers mean the same", () => {
  fc.assert(
    fc.property(declarations, (text) => {
      expect(read(parser, text)).toEqual(read(byRules, text));
    }),
    { numRuns: 2_000 },
  );
});

/** Marks that are missing, too many, or have changed places, and what is well between them. */
const mistaken = fc
  .array(
    fc.constantFrom(
      ...["[Key]", '[Description("a")]', "[Key", "Key]", '[Description("a"', '[Values {"a", "b"]'],
      ...['[Values {"a" "b"}]', '[Description("a"]) ', "[MaxLen 5]", "[Key;]", "[Key, ]"],
      ...["uint32 A;", "string B[];", "uint32 C", "uint32 D[;]", "string E;]", "uint32 F();"],
      ...[
        "uint32 G(uint32 a;)",
        "uint32 H(uint32 a);",
        "uint32 I(uint32 a;",
        ");",
        "};",
        "class J {",
      ],
      ...[
        "Qualifier K : boolean, Scope(class;)",
        "Qualifier L : boolean;",
        "\n",
        "\n",
        ";",
        "]",
        ")",
      ],
    ),
    { maxLength: 14 },
  )
  .map((list) => list.join(" "));

test("whatever went wrong before means the same", () => {
  fc.assert(
    fc.property(mistaken, (list) => {
      const text = `class A { ${list} uint32 Z; }; [Key] class B { [Key] uint32 M([In] uint32 P); };`;
      expect(read(parser, text)).toEqual(read(byRules, text));
    }),
    { numRuns: 3_000 },
  );
});

test("all fixtures mean the same", () => {
  const root = join(import.meta.dirname, "../../fixtures");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".mof"),
  );
  for (const file of files) {
    const { text } = decode(readFileSync(join(root, file)));
    expect(read(parser, text), file).toEqual(read(byRules, text));
  }
  expect(files.length).toBeGreaterThan(100);
});

describe("a regular list", () => {
  test.each([
    ["[Key]", true],
    ['[Description ("a" "b"), Values {"x", "y"}, Key]', true],
    ["[MaxLen(5), Override, Abstract (false)]", true],
    ['[Values ({"x"}) : ToSubclass Amended]', true],
    ["[]", false],
    ["[Key,]", false],
    ["[Key", false],
    ["[Values {}]", false],
    ["[Description 'a']", false],
    ["[Q(1.5), R('a'), S{1.5, 'a'}]", true],
    ["[Q(1.)]", false],
    ["[Q($a)]", false],
    ["[Q(a.b)]", false],
    ["[Q(instance of A { })]", false],
    ["[Q({{1}})]", false],
    ["[Q : ]", false],
    ["[Q = 1]", false],
  ])("%s: %s", (text, isRegular) => {
    const { tokens } = lex(text);
    expect(endOfRegularList(tokens, 0)).toBe(isRegular ? tokens.length : -1);
  });
});

describe("a regular member", () => {
  test.each([
    ["uint32 Size;", true],
    ["CIM_B REF Part;", true],
    ["CIM_B REF Parts[];", true],
    ["string Names[];", true],
    ['[Key, Description("a")] string Names[];', true],
    ["uint32 Start();", true],
    ['uint32 M([In] uint32 a, [Out, Description("b")] CIM_B ref b, string c[]);', true],
    ["uint32 Size", false],
    ["[Key] class A;", false],
    ["uint32 M()", false],
    ["uint32 M(,);", false],
    ["uint32 M(uint32 a,);", false],
    ["uint32 M(uint32 a b);", false],
    ["uint32 M(uint32 a = 1);", false],
    ["string[] M();", false],
    ["uint32 Size[4];", false],
    ["uint32 Size = 1;", true],
    ['string Names[] = {"a", "b"};', true],
    ["Months Month = Months.May;", false],
    ["uint32 ref;", false],
    ["uint32;", false],
    ["class Size;", false],
    ["uint32 Class;", false],
  ])("%s: %s", (text, isRegular) => {
    const { tokens } = lex(text);
    expect(endOfRegularMember(tokens, 0)).toBe(isRegular ? tokens.length : -1);
  });
});

describe("a regular assignment", () => {
  test.each([
    ['Name = "a" "b";', true],
    ["Sizes = {1, 2};", true],
    ["On = TRUE;", true],
    ["Name;", false],
    ["Name = ;", false],
    ["Path = $Alias;", false],
    ["Month = Months.May;", false],
    ["Inner = instance of A { };", false],
    ["Class = 1;", false],
    ["Empty = {};", false],
  ])("%s: %s", (text, isRegular) => {
    const { tokens } = lex(text);
    expect(endOfRegularAssignment(tokens, 0)).toBe(isRegular ? tokens.length : -1);
  });
});

describe("a regular declaration of a qualifier", () => {
  test.each([
    ["Key : boolean = false, Scope(property), Flavor(DisableOverride);", true],
    ["Association : boolean, Scope(association, class);", true],
    ["Values : string[], Scope(any);", true],
    ["Description : ToSubclass Amended;", true],
    ["Key : boolean;", true],
    ["Key boolean;", false],
    ["Key : ;", false],
    ["Key : boolean Scope(any);", false],
    ["Key : boolean, Scope();", false],
    ["Key : boolean, Scope(any,);", false],
    ["Key : boolean, Other(any);", false],
    ["Key : boolean[] = {1}, Scope(any);", true],
    ["Key : Months = Months.May;", false],
    ["Key : string[4];", false],
    ["Key : boolean", false],
  ])("%s: %s", (text, isRegular) => {
    const { tokens } = lex(text);
    expect(endOfRegularQualifierType(tokens, 0)).toBe(isRegular ? tokens.length : -1);
  });
});
