import { expect, test } from "vitest";
import { shape } from "./shape.ts";

test("document: nothing, blanks and comments are no declarations", () => {
  expect(shape("\t \u00A0\f\r\n// class A {};\n/* class B {}; // */").trim()).toBe(
    "! no-break-space «\u00A0»",
  );
});

test("pragma: with a parameter, with several, with none", () => {
  expect(
    shape(
      '#pragma namespace ("root/a")\n#PRAGMA classflags("forceupdate", 64)\n# pragma autorecover\n#pragma deleteclass("X", NOFAIL)',
    ),
  ).toMatchInlineSnapshot(`
    "
    pragma «#pragma namespace ("root/a")»
      name: namespace
      parameters: string value="root/a" «"root/a"»
    pragma «#PRAGMA classflags("forceupdate", 64)»
      name: classflags
      parameters: string value="forceupdate" «"forceupdate"»
      parameters: integer value=64n «64»
    pragma «# pragma autorecover»
      name: autorecover
    pragma «#pragma deleteclass("X", NOFAIL)»
      name: deleteclass
      parameters: string value="X" «"X"»
      parameters: word text="NOFAIL" «NOFAIL»
    "
  `);
});

test("include: backslashes are no escapes", () => {
  expect(shape(String.raw`#include ("%SYSTEMROOT%\system32\x.mof")`)).toMatchInlineSnapshot(`
    "
    pragma «#include ("%SYSTEMROOT%\\system32\\x.mof")»
      name: include «#include»
      parameters: string value="%SYSTEMROOT%\\\\system32\\\\x.mof" «"%SYSTEMROOT%\\system32\\x.mof"»
    "
  `);
});

test("qualifierDeclaration: DMTF", () => {
  expect(
    shape(
      "Qualifier Values : string[] = null, Scope(property, method), Flavor(EnableOverride, Translatable);",
    ),
  ).toMatchInlineSnapshot(`
    "
    qualifier-declaration «Qualifier Values : string[] = null, Scope(property, method), Flavor(EnableOverride, Translatable);»
      name: Values
      type: type reference=false «string»
        name: string
      array: array-suffix «[]»
      initializer: null «null»
      scopes: property
      scopes: method
      flavors: EnableOverride
      flavors: Translatable
    "
  `);
});

test("qualifierDeclaration: Microsoft's short form", () => {
  expect(shape("Qualifier Description : ToSubClass Amended;")).toMatchInlineSnapshot(`
    "
    qualifier-declaration «Qualifier Description : ToSubClass Amended;»
      name: Description
      flavors: ToSubClass
      flavors: Amended
    "
  `);
});

test("classDeclaration: the least, and all of it", () => {
  expect(shape("class A {}; [Abstract] class B as $B : A { };")).toMatchInlineSnapshot(`
    "
    class «class A {};»
      name: A
    class «[Abstract] class B as $B : A { };»
      qualifiers: qualifier «Abstract»
        name: Abstract
      name: B
      alias: $B
      superclass: A
    "
  `);
});

test("feature: property with array and default, reference, void method", () => {
  expect(shape("class A { uint8 X[4] = {1}; CIM_B REF R = $B; void M(); };"))
    .toMatchInlineSnapshot(`
    "
    class «class A { uint8 X[4] = {1}; CIM_B REF R = $B; void M(); };»
      name: A
      features: property «uint8 X[4] = {1};»
        type: type reference=false «uint8»
          name: uint8
        name: X
        array: array-suffix size=4 «[4]»
        initializer: array «{1}»
          items: integer value=1n «1»
      features: property «CIM_B REF R = $B;»
        type: type reference=true «CIM_B REF»
          name: CIM_B
        name: R
        initializer: alias text="$B" «$B»
      features: method «void M();»
        type: type reference=false «void»
          name: void
        name: M
    "
  `);
});

test("method: parameters", () => {
  expect(
    shape("class A { [Static] uint32 M([In] uint32 A, B ref C[], [Out] D E[2], uint8 F = 1); };"),
  ).toMatchInlineSnapshot(`
    "
    class «class A { [Static] uint32 M([In] uint32 A, B ref C[], [Out] D E[2], uint8 F = 1); };»
      name: A
      features: method «[Static] uint32 M([In] uint32 A, B ref C[], [Out] D E[2], uint8 F = 1);»
        qualifiers: qualifier «Static»
          name: Static
        type: type reference=false «uint32»
          name: uint32
        name: M
        parameters: parameter «[In] uint32 A»
          qualifiers: qualifier «In»
            name: In
          type: type reference=false «uint32»
            name: uint32
          name: A
        parameters: parameter «B ref C[]»
          type: type reference=true «B ref»
            name: B
          name: C
          array: array-suffix «[]»
        parameters: parameter «[Out] D E[2]»
          qualifiers: qualifier «Out»
            name: Out
          type: type reference=false «D»
            name: D
          name: E
          array: array-suffix size=2 «[2]»
        parameters: parameter «uint8 F = 1»
          type: type reference=false «uint8»
            name: uint8
          name: F
          initializer: integer value=1n «1»
    "
  `);
});

test("type: a word may be a name where it begins nothing", () => {
  expect(
    shape(
      "class Class { ref Ref; Instance Of; uint32 Qualifier; string As; ref ref; object ref ref; };",
    ),
  ).toMatchInlineSnapshot(`
    "
    class «class Class { ref Ref; Instance Of; uint32 Qualifier; string As; ref ref; object ref ref; };»
      name: Class
      features: property «ref Ref;»
        type: type reference=false «ref»
          name: ref
        name: Ref
      features: property «Instance Of;»
        type: type reference=false «Instance»
          name: Instance
        name: Of
      features: property «uint32 Qualifier;»
        type: type reference=false «uint32»
          name: uint32
        name: Qualifier
      features: property «string As;»
        type: type reference=false «string»
          name: string
        name: As
      features: property «ref ref;»
        type: type reference=false «ref»
          name: ref
        name: ref
      features: property «object ref ref;»
        type: type reference=true «object ref»
          name: object
        name: ref
    "
  `);
});

test("qualifierList: values and flavors", () => {
  expect(shape('[A, B(1) : ToSubclass Translatable, C {"x", 2}, D(null), E({true})] class F {};'))
    .toMatchInlineSnapshot(`
    "
    class «[A, B(1) : ToSubclass Translatable, C {"x", 2}, D(null), E({true})] class F {};»
      qualifiers: qualifier «A»
        name: A
      qualifiers: qualifier «B(1) : ToSubclass Translatable»
        name: B
        value: integer value=1n «1»
        flavors: ToSubclass
        flavors: Translatable
      qualifiers: qualifier «C {"x", 2}»
        name: C
        value: array «{"x", 2}»
          items: string value="x" «"x"»
          items: integer value=2n «2»
      qualifiers: qualifier «D(null)»
        name: D
        value: null «null»
      qualifiers: qualifier «E({true})»
        name: E
        value: array «{true}»
          items: boolean value=true «true»
      name: F
    "
  `);
});

test("value: every kind", () => {
  expect(
    shape(
      "instance of A { a = -1; b = 1.5e3; c = \"x\" /* and */ \"y\\n\"; d = 'c'; e = TRUE; f = NULL; g = {}; h = $H; i = word; j = .5; k = '\\x41'; };",
    ),
  ).toMatchInlineSnapshot(`
    "
    instance «instance of A { a = -1; b = 1.5e3; c = "x" /* and */ "y\\n"; d = 'c'; e = TRUE; f = NULL; g = {}; h = $H; i = word; j = .5; k = '\\x41'; };»
      className: A
      assignments: assignment «a = -1;»
        name: a
        value: integer value=-1n «-1»
      assignments: assignment «b = 1.5e3;»
        name: b
        value: real value=1500 «1.5e3»
      assignments: assignment «c = "x" /* and */ "y\\n";»
        name: c
        value: string value="xy\\n" «"x" /* and */ "y\\n"»
      assignments: assignment «d = 'c';»
        name: d
        value: char value="c" «'c'»
      assignments: assignment «e = TRUE;»
        name: e
        value: boolean value=true «TRUE»
      assignments: assignment «f = NULL;»
        name: f
        value: null «NULL»
      assignments: assignment «g = {};»
        name: g
        value: array «{}»
      assignments: assignment «h = $H;»
        name: h
        value: alias text="$H" «$H»
      assignments: assignment «i = word;»
        name: i
        value: word text="word" «word»
      assignments: assignment «j = .5;»
        name: j
        value: real value=0.5 «.5»
      assignments: assignment «k = '\\x41';»
        name: k
        value: char value="A" «'\\x41'»
    "
  `);
});

test("instance: nested, with alias and qualifiers", () => {
  expect(
    shape("[X] instance of A as $A { [Y] a = instance of B as $B { b = {instance of C {}}; }; };"),
  ).toMatchInlineSnapshot(`
    "
    instance «[X] instance of A as $A { [Y] a = instance of B as $B { b = {instance of C {}}; }; };»
      qualifiers: qualifier «X»
        name: X
      className: A
      alias: $A
      assignments: assignment «[Y] a = instance of B as $B { b = {instance of C {}}; };»
        qualifiers: qualifier «Y»
          name: Y
        name: a
        value: instance «instance of B as $B { b = {instance of C {}}; }»
          className: B
          alias: $B
          assignments: assignment «b = {instance of C {}};»
            name: b
            value: array «{instance of C {}}»
              items: instance «instance of C {}»
                className: C
    "
  `);
});

test("assignment: Microsoft leaves out the value", () => {
  expect(shape("instance of A { a; [X] b; };")).toMatchInlineSnapshot(`
    "
    instance «instance of A { a; [X] b; };»
      className: A
      assignments: assignment «a;»
        name: a
        value: null «»
      assignments: assignment «[X] b;»
        qualifiers: qualifier «X»
          name: X
        name: b
        value: null «»
    "
  `);
});

test("names: letters beyond ASCII, names of JavaScript", () => {
  expect(
    shape(
      "class __proto__ : constructor { string toString; uint32 hasOwnProperty(); string Größe; string _1; };",
    ),
  ).toMatchInlineSnapshot(`
    "
    class «class __proto__ : constructor { string toString; uint32 hasOwnProperty(); string Größe; string _1; };»
      name: __proto__
      superclass: constructor
      features: property «string toString;»
        type: type reference=false «string»
          name: string
        name: toString
      features: method «uint32 hasOwnProperty();»
        type: type reference=false «uint32»
          name: uint32
        name: hasOwnProperty
      features: property «string Größe;»
        type: type reference=false «string»
          name: string
        name: Größe
      features: property «string _1;»
        type: type reference=false «string»
          name: string
        name: _1
    "
  `);
});

test("MOF 3: structures and enumerations, in each other and in classes", () => {
  expect(
    shape(
      '[Q] structure A : B { structure C { uint8 x; }; enumeration E : string { a, b = "x", [D] c }; E Value = E.a; }; association X { enumeration N : Integer { O = 1 }; N M; };',
    ),
  ).toMatchInlineSnapshot(`
    "
    structure «[Q] structure A : B { structure C { uint8 x; }; enumeration E : string { a, b = "x", [D] c }; E Value = E.a; };»
      qualifiers: qualifier «Q»
        name: Q
      name: A
      superstructure: B
      types: structure «structure C { uint8 x; };»
        name: C
        properties: property «uint8 x;»
          type: type reference=false «uint8»
            name: uint8
          name: x
      types: enumeration «enumeration E : string { a, b = "x", [D] c };»
        name: E
        base: string
        members: enumeration-member «a»
          name: a
        members: enumeration-member «b = "x"»
          name: b
          value: string value="x" «"x"»
        members: enumeration-member «[D] c»
          qualifiers: qualifier «D»
            name: D
          name: c
      properties: property «E Value = E.a;»
        type: type reference=false «E»
          name: E
        name: Value
        initializer: word text="a" «E.a»
          enumeration: E
    class association=true «association X { enumeration N : Integer { O = 1 }; N M; };»
      name: X
      types: enumeration «enumeration N : Integer { O = 1 };»
        name: N
        base: Integer
        members: enumeration-member «O = 1»
          name: O
          value: integer value=1n «1»
      features: property «N M;»
        type: type reference=false «N»
          name: N
        name: M
    "
  `);
});

test("MOF 3: values, also within values", () => {
  expect(
    shape("value of A as $A { x = value of C { x = 1; }; y = {value of C {}, $A, January}; };"),
  ).toMatchInlineSnapshot(`
    "
    instance value=true «value of A as $A { x = value of C { x = 1; }; y = {value of C {}, $A, January}; };»
      className: A
      alias: $A
      assignments: assignment «x = value of C { x = 1; };»
        name: x
        value: instance value=true «value of C { x = 1; }»
          className: C
          assignments: assignment «x = 1;»
            name: x
            value: integer value=1n «1»
      assignments: assignment «y = {value of C {}, $A, January};»
        name: y
        value: array «{value of C {}, $A, January}»
          items: instance value=true «value of C {}»
            className: C
          items: alias text="$A" «$A»
          items: word text="January" «January»
    "
  `);
});

test("MOF 3: qualifiers with a policy, methods that answer with an array", () => {
  expect(
    shape(
      "[D] Qualifier Q : Color = Red, Scope(class) Policy(restricted); class A { string[] M(A ref B[] = null); };",
    ),
  ).toMatchInlineSnapshot(`
    "
    qualifier-declaration «[D] Qualifier Q : Color = Red, Scope(class) Policy(restricted);»
      qualifiers: qualifier «D»
        name: D
      name: Q
      type: type reference=false «Color»
        name: Color
      initializer: word text="Red" «Red»
      scopes: class
      policy: restricted
    class «class A { string[] M(A ref B[] = null); };»
      name: A
      features: method «string[] M(A ref B[] = null);»
        type: type reference=false «string»
          name: string
        array: array-suffix «[]»
        name: M
        parameters: parameter «A ref B[] = null»
          type: type reference=true «A ref»
            name: A
          name: B
          array: array-suffix «[]»
          initializer: null «null»
    "
  `);
});

test("MOF 3: its keywords are names where they begin nothing", () => {
  expect(
    shape(
      "class Value { string Value; Structure Structure; [Association] Enumeration Enumeration; Association Value; value Of; uint8 Structure(); }; instance of Structure { Enumeration = Value; };",
    ),
  ).toMatchInlineSnapshot(`
    "
    class «class Value { string Value; Structure Structure; [Association] Enumeration Enumeration; Association Value; value Of; uint8 Structure(); };»
      name: Value
      features: property «string Value;»
        type: type reference=false «string»
          name: string
        name: Value
      features: property «Structure Structure;»
        type: type reference=false «Structure»
          name: Structure
        name: Structure
      features: property «[Association] Enumeration Enumeration;»
        qualifiers: qualifier «Association»
          name: Association
        type: type reference=false «Enumeration»
          name: Enumeration
        name: Enumeration
      features: property «Association Value;»
        type: type reference=false «Association»
          name: Association
        name: Value
      features: property «value Of;»
        type: type reference=false «value»
          name: value
        name: Of
      features: method «uint8 Structure();»
        type: type reference=false «uint8»
          name: uint8
        name: Structure
    instance «instance of Structure { Enumeration = Value; };»
      className: Structure
      assignments: assignment «Enumeration = Value;»
        name: Enumeration
        value: word text="Value" «Value»
    "
  `);
});
