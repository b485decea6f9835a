import { expect, test } from "vitest";
import { printDeclarations } from "../../src/ast/index.ts";
import { parse } from "../../src/parse/index.ts";

function printed(text: string): string {
  const { value, diagnostics } = parse({ name: "a.mof", text });
  expect(diagnostics).toEqual([]);
  return [...printDeclarations(value.declarations)].join("");
}

test("MOF 3 is printed as it was meant, and reads the same again", () => {
  const text = `
    [Description("d")] structure A : B {
      structure C { uint8 x; };
      [D] enumeration E : string { a, b = "x", [D("y")] c };
      E Value = E.a;
    };
    structure Empty {};
    enumeration None : Integer {};
    association X : Y { enumeration N : Integer { O = 1 }; A REF Left; string[] M(N n = O); };
    value of A as $A { x = value of C { x = 1; }; y = { value of C {}, $A, January }; };
    [D("q")] Qualifier Q : boolean = false Scope(class, association) Policy(restricted);`;
  const once = printed(text);
  expect(once).toMatchInlineSnapshot(`
    "[Description("d")]
    structure A : B {
      structure C {
        uint8 x;
      };

      [D]
      enumeration E : string {
        a,
        b = "x",

        [D("y")]
        c
      };

      E Value = E.a;
    };

    structure Empty {};

    enumeration None : Integer {};

    association X : Y {
      enumeration N : Integer {
        O = 1
      };

      A REF Left;
      string[] M(N n = O);
    };

    value of A as $A {
      x = value of C {
        x = 1;
      };
      y = {
        value of C {}, $A, January
      };
    };

    [D("q")]
    Qualifier Q : boolean = false, Scope(class, association), Policy(restricted);
    "
  `);
  expect(printed(once)).toBe(once);
});
