/** MOF as its grammar has it, though hardly as anybody would write it. */
import fc from "fast-check";

const name = fc.oneof(
  fc.constantFrom("A", "B", "C", "CIM_A", "__Event", "a", "Name", "Ref", "Class", "instance", "é"),
  fc.constantFrom("constructor", "__proto__", "toString", "type", "value", "Of", "As"),
);
const typeName = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("uint8", "sint64", "real32", "char16", "string") },
  { weight: 1, arbitrary: fc.constantFrom("boolean", "datetime", "object", "void", "integer") },
  { weight: 1, arbitrary: name },
);
const qualifierName = fc.oneof(
  fc.constantFrom("Key", "Override", "ValueMap", "Values", "BitMap", "BitValues", "In", "Out"),
  fc.constantFrom("Association", "Amendment", "Locale", "Dynamic", "Static", "EmbeddedInstance"),
  fc.constantFrom("Description", "MinValue", "MaxLen", "Required", "ArrayType", "Units", "PUnit"),
  name,
);
const text = fc.oneof(
  fc.constantFrom('""', '"a" "b"', '"0..5"', '".."', '"0x8000.."', '"A.P"', '"20240101000000.0"'),
  fc.constantFrom('"\\x41\\n"', '"\\q"', '"*/ ${1}`"', '"\\"', '"é\u202E"', '"ms_409"'),
  fc.string({ maxLength: 8 }).map((inside) => JSON.stringify(inside)),
);
const scalar = fc.oneof(
  text,
  fc.constantFrom("0", "-1", "017", "0x1B", "101b", "18446744073709551616", "1.5", "-.5e9", "'a'"),
  fc.constantFrom("true", "FALSE", "null", "$A", "NOFAIL", "A.B"),
);

const { value, feature, declaration } = fc.letrec<Record<Rule, string>>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: "value" },
    { weight: 5, arbitrary: scalar },
    { weight: 1, arbitrary: listOf(tie("value"), ", ", 4).map((list) => `{${list}}`) },
    { weight: 1, arbitrary: joined(fc.constantFrom("instance of ", "value of "), tie("instance")) },
  ),
  instance: joined(name, oftenEmpty(" as $A"), " {", listOf(tie("assignment"), " ", 3), "}"),
  assignment: joined(oftenEmpty("[Q] "), name, oftenEmpty(joined(" = ", tie("value"))), ";"),
  qualifier: joined(
    qualifierName,
    oftenEmpty(fc.oneof(joined("(", tie("value"), ")"), joined("{", tie("value"), "}"))),
    oftenEmpty(fc.constantFrom(" : ToSubclass Amended", ": DisableOverride")),
  ),
  qualifiers: oftenEmpty(joined("[", listOf(tie("qualifier"), ", ", 4), "] ")),
  array: oftenEmpty(fc.constantFrom("[]", "[4]", "[99999999999]")),
  type: joined(typeName, oftenEmpty(" REF")),
  parameter: joined(tie("qualifiers"), tie("type"), " ", name, tie("array"), tie("initializer")),
  initializer: oftenEmpty(joined(" = ", tie("value"))),
  feature: fc.oneof(
    joined(tie("qualifiers"), tie("type"), " ", name, tie("array"), tie("initializer"), ";"),
    joined(tie("qualifiers"), tie("type"), " ", name, "(", listOf(tie("parameter"), ", ", 3), ");"),
  ),
  declaration: fc.oneof(
    {
      weight: 4,
      arbitrary: joined(
        tie("qualifiers"),
        "class ",
        name,
        oftenEmpty(joined(" : ", name)),
        " {",
        listOf(tie("feature"), "\n", 4),
        "};",
      ),
    },
    { weight: 2, arbitrary: joined(tie("qualifiers"), "instance of ", tie("instance"), ";") },
    {
      weight: 1,
      arbitrary: joined(
        "Qualifier ",
        qualifierName,
        " : ",
        tie("type"),
        tie("array"),
        tie("initializer"),
        fc.constantFrom(", Scope(any);", ", Scope(property), Flavor(DisableOverride);", ";"),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '#pragma namespace("root/b")',
        String.raw`#pragma namespace("\\\\.\\root\\c\\ms_409")`,
        '#pragma include("b.mof")',
        '#include("b.mof")',
        '#pragma deleteclass("A", NOFAIL)',
        "#pragma deleteinstance(\"A.Name='a'\", NOFAIL)",
        "enumeration E : uint8 { A = 1, B };",
        "structure S { uint8 X; };",
        "// codegen-disable-next-line unknown-superclass",
      ),
    },
  ),
}));

type Rule =
  | "value"
  | "instance"
  | "assignment"
  | "qualifier"
  | "qualifiers"
  | "array"
  | "type"
  | "parameter"
  | "initializer"
  | "feature"
  | "declaration";

/** A text of a few declarations. */
export const grammatical: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: listOf(declaration, "\n", 6) },
  { weight: 1, arbitrary: listOf(feature, "\n", 6).map((members) => `class A {${members}};`) },
  { weight: 1, arbitrary: value.map((one) => `instance of A { Name = ${one}; };`) },
);

function joined(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const all = parts.map((part) => (typeof part === "string" ? fc.constant(part) : part));
  return fc.tuple(...all).map((texts) => texts.join(""));
}

function listOf(
  item: fc.Arbitrary<string>,
  separator: string,
  maxLength: number,
): fc.Arbitrary<string> {
  return fc
    .array(item, { maxLength, depthIdentifier: "value" })
    .map((items) => items.join(separator));
}

function oftenEmpty(some: string | fc.Arbitrary<string>): fc.Arbitrary<string> {
  const arbitrary = typeof some === "string" ? fc.constant(some) : some;
  return fc.oneof({ depthIdentifier: "value" }, fc.constant(""), arbitrary);
}
