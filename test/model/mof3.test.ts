import { expect, test } from "vitest";
import { constantText, classNamed, meaningOf, qualifiersIn } from "./meaning.ts";

const text = `
  enumeration ACME_Status : Integer { Idle = 1, Busy = 2 };
  enumeration ACME_MoreStatus : ACME_Status { Broken = 9 };
  structure ACME_Date {
    enumeration MonthsEnum : String { January, February = "Feb" };
    Integer Year = 2000;
    MonthsEnum Month = MonthsEnum.February;
  };
  structure ACME_LongDate : ACME_Date { octetstring Seal; octetstring Seals[]; };
  class ACME_Club { [Key] string Name; };
  association ACME_Membership {
    [Key] ACME_Club REF Club;
    [Key] ACME_Club REF Other;
    ACME_Date Since;
    ACME_MoreStatus Status = Broken;
    ACME_Status[] History([In] ACME_Status From = Idle);
  };
  value of ACME_LongDate as $Day { Year = 1999; Month = January; };
  instance of ACME_Membership { Since = value of ACME_Date { Year = 2001; }; Status = Busy; };`;

const { schema, said } = meaningOf(text);

test("structures are classes to embed, nested ones too, and enumerations named values", () => {
  expect(said).toEqual([]);
  expect(
    schema.classes.map(({ name, superclassName, abstract, association, properties }) => ({
      name,
      superclassName,
      kind: [abstract && "abstract", association && "association"].filter(Boolean).join(),
      properties: properties.map((property) => {
        const { array, ...type } = property.type;
        const kind = "name" in type ? type.name : type.kind;
        const value = property.default === undefined ? "" : ` = ${constantText(property.default)}`;
        return `${kind}${array === false ? "" : "[]"} ${property.name}${value}`;
      }),
    })),
  ).toEqual([
    { name: "ACME_Club", superclassName: undefined, kind: "", properties: ["string Name"] },
    {
      name: "ACME_Date",
      superclassName: undefined,
      kind: "",
      properties: ["sint64 Year = 2000n", 'string Month = "Feb"'],
    },
    {
      name: "ACME_LongDate",
      superclassName: "ACME_Date",
      kind: "",
      properties: [
        "sint64 Year = 2000n",
        'string Month = "Feb"',
        "octetstring Seal",
        "octetstring[] Seals",
      ],
    },
    {
      name: "ACME_Membership",
      superclassName: undefined,
      kind: "association",
      properties: [
        "reference Club",
        "reference Other",
        "embedded-instance Since",
        "sint64 Status = 9n",
      ],
    },
  ]);
  expect(qualifiersIn(classNamed(schema, "ACME_Date").qualifiers)).toEqual([
    "Structure = true: boolean, DisableOverride",
  ]);
});

test("an enumeration's members are values, those of its base first", () => {
  const membership = classNamed(schema, "ACME_Membership");
  const [, , , status] = membership.properties;
  expect(status?.values).toEqual({
    kind: "values",
    entries: [
      { key: "1", label: "Idle" },
      { key: "2", label: "Busy" },
      { key: "9", label: "Broken" },
    ],
  });
  expect(status?.declaredType).toEqual({ name: "sint64", reference: false, array: false });
  const [history] = membership.methods;
  expect(history?.returns?.type).toEqual({ kind: "intrinsic", name: "sint64", array: true });
  expect(history?.parameters[0]?.default).toBe(1n);
  expect(classNamed(schema, "ACME_Date").properties[1]?.values?.entries).toEqual([
    { key: "January", label: "January" },
    { key: "Feb", label: "February" },
  ]);
});

test("values name the members, in nested ones too", () => {
  expect(schema.instances.map(({ alias, values }) => [alias, Object.fromEntries(values)])).toEqual([
    ["$Day", { Year: 1999n, Month: "January" }],
    [
      undefined,
      {
        Since: expect.objectContaining({ values: new Map([["Year", 2001n]]) }) as unknown,
        Status: 2n,
      },
    ],
  ]);
});

test("enumerations that extend each other in a circle end", () => {
  const circle = meaningOf(`
    enumeration A : B { One = 1 }; enumeration B : A { Two = 2 };
    class T { A x; };`);
  expect(classNamed(circle.schema, "T").properties[0]?.values?.entries.length).toBe(2);
});

test("a policy is flavors", () => {
  const { schema: declared } = meaningOf(
    "Qualifier ACME_Q : Integer = 5 Scope(any) Policy(Restricted);",
  );
  const [type] = declared.qualifierTypes;
  expect([type?.type, type?.default, type?.flavors.toSubclass]).toEqual(["sint64", 5n, false]);
});

test("an enumeration that only other namespaces have is that of the first one, whatever is read first", () => {
  const texts = ["root/b", "root/a"].map(
    (namespace) =>
      `#pragma namespace ("${namespace}")\nenumeration Words : string { Of = "${namespace}" };`,
  );
  const user = '#pragma namespace ("root/z")\nclass User { Words Word = Of; };';
  for (const order of [texts, texts.toReversed()]) {
    const { schema: both } = meaningOf([user, ...order]);
    expect(classNamed(both, "User").properties[0]?.default).toBe("root/a");
  }
});
