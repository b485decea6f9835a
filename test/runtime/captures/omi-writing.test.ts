// cspell:ignore physicaldisk
/** Associations, definitions of classes, and what is made, changed and removed at OMI. */
import { describe, expect, test } from "vitest";
import {
  type ClassDefinition,
  type ClassDescriptor,
  defineClass,
  omi,
  type Reference,
  type uint32,
} from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import type { Difference } from "./meaning.ts";
import {
  addressed,
  all,
  AllTypes,
  body,
  header,
  namesIn,
  namesOf,
  Person,
  PhysicalDisk,
  placeOf,
  server,
  unsupported,
  VirtualDisk,
  withEndpoints,
} from "./omi-classes.ts";
import { haveCaptures } from "./replay.ts";

const common = { format: 1, namespace: "root/test" } as const;

interface LogicalDisk {
  readonly diskID: uint32;
  readonly driveLetter: string;
  readonly sizeInGb: uint32 | null;
}
const LogicalDisk: ClassDescriptor<LogicalDisk, "diskID" | "driveLetter"> = defineClass({
  ...common,
  name: "Test_LogicalDisk",
  keys: ["diskID", "driveLetter"],
  properties: { diskID: "uint32", driveLetter: "string", sizeInGb: "uint32" },
});
interface OnDisk {
  readonly antecedent: Reference<PhysicalDisk>;
  readonly dependent: Reference<LogicalDisk>;
}
const OnDisk: ClassDescriptor<OnDisk, "antecedent" | "dependent"> = defineClass({
  ...common,
  name: "Test_AssociationPhysicalLogicalDisk",
  association: true,
  keys: ["antecedent", "dependent"],
  properties: { antecedent: "ref Test_PhysicalDisk", dependent: "ref Test_LogicalDisk" },
});

const logicalDisk = (diskID: number, driveLetter: string) => ({
  className: "Test_LogicalDisk",
  properties: { diskID, driveLetter, sizeInGb: 100 },
});
const onDisk = (diskID: number, driveLetter: string) => ({
  className: "Test_AssociationPhysicalLogicalDisk",
  properties: {
    antecedent: 'reference root/test:Test_PhysicalDisk.serialNumber="10000"',
    dependent: `reference root/test:Test_LogicalDisk.diskID=${diskID},driveLetter="${driveLetter}"`,
  },
});
const physicalDisk = { serialNumber: "10000", numSectors: 488281250n, sectorSize: 512 };

const filter = "w:Filter@Dialect=http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter";
/** We want endpoints, and the server has another port here. */
function followed(kind: string): Difference {
  return addressed([`${body}/n:Enumerate/${filter}/b:${kind}/b:Object`], withEndpoints);
}
const option = (name: string): string =>
  `${header}/w:OptionSet/w:Option@Name=${name}@Type=xs:boolean=true`;

/** A definition in short: names with their types, parameters with their direction. */
function shortly({ name, superclass, properties, methods }: ClassDefinition): object {
  const typed = (each: ClassDefinition["properties"][number]["qualifiers"]) =>
    each.filter(({ value }) => value === true).map((qualifier) => qualifier.name);
  const text = ({
    name,
    type,
    className,
    isArray,
    qualifiers,
  }: Pick<
    ClassDefinition["properties"][number],
    "name" | "type" | "className" | "isArray" | "qualifiers"
  >): string => [...typed(qualifiers), className ?? type, isArray ? `${name}[]` : name].join(" ");
  return {
    name,
    superclass,
    properties: properties.map(
      (property) => `${text(property)}${property.isPropagated ? " propagated" : ""}`,
    ),
    methods: Object.fromEntries(
      methods.map(({ name, returnType, parameters, qualifiers, classOrigin }) => [
        [...typed(qualifiers), returnType, name].join(" "),
        [...(classOrigin === undefined ? [] : [classOrigin]), ...parameters.map(text)].join(", "),
      ]),
    ),
  };
}
const inOut = (names: readonly string[], suffix: string): readonly string[] =>
  names.map((name) => `in out ${name}${suffix}`);
const scalars = [
  ...["boolean b", "uint8 u8", "sint8 s8", "uint16 u16", "sint16 s16", "uint32 u32", "sint32 s32"],
  ...["uint64 u64", "sint64 s64", "real32 r32", "real64 r64", "datetime dt", "MSFT_Base rf"],
  ...["string s", "char16 c16"],
];
// Of the arrays, that of references is the last.
const inArrays = [...scalars.filter((name) => name !== "MSFT_Base rf"), "MSFT_Base rf"];
const calculator = "TestClass_MethodProvider_Calc";
const binary = (type: string, left: string, right: string, result: string): string =>
  `${calculator}, in ${type} ${left}, in ${type} ${right}, out sint64 ${result}`;

const exchanges: readonly Recorded[] = [
  {
    names: ["54-associators"],
    call: (cim) =>
      collect(
        cim.associators(cim.at(PhysicalDisk, { serialNumber: "10000" }), { association: OnDisk }),
      ),
    gives: [logicalDisk(0, "C"), logicalDisk(1, "D")],
    request: {
      because: "we want endpoints, and the server has another port here",
      differs: { "54-associators": followed("AssociatedInstances") },
    },
  },
  {
    names: ["55-enumerate-physicaldisk"],
    call: (cim) => all(cim.enumerate(PhysicalDisk, { as: [VirtualDisk] })),
    gives: [
      physicalDisk,
      { ...physicalDisk, serialNumber: "10001" },
      {
        serialNumber: "11000",
        numSectors: 100000n,
        sectorSize: 512,
        filePath: "\\vhd\\TestVhd.vhd",
      },
    ],
    request: "same",
  },
  {
    names: ["56-references"],
    call: (cim) => collect(cim.references(cim.at(PhysicalDisk, { serialNumber: "10000" }))),
    gives: [onDisk(0, "C"), onDisk(1, "D")],
    request: {
      because: "we want endpoints, and the server has another port here",
      differs: { "56-references": followed("AssociationInstances") },
    },
  },
  {
    names: ["57-getclass"],
    call: async (cim) => shortly(await cim.getClass(Person)),
    gives: {
      name: "MSFT_Person",
      superclass: "MSFT_Animal",
      properties: [
        "key uint32 Key",
        "string Species propagated",
        "string Last",
        "string First",
        "expensive uint32 ExpensiveProperty",
      ],
      methods: {
        "uint32 Add": "in real32 X, in real32 Y, out real32 Z",
        "string TestAllTypes": [...inOut(scalars, ""), ...inOut(inArrays, "A[]")].join(", "),
        "uint32 StreamParams": "in uint32 InArg[], out uint32 OutArg[]",
      },
    },
    request: {
      because: "we ask where members were declared as well, of which OMI takes no notice",
      differs: { "57-getclass": { recorded: [], ours: [option("IncludeClassOrigin")] } },
    },
  },
  {
    names: ["58-getclass-win-style"],
    call: async (cim) => shortly(await cim.getClass(calculator, { namespace: "root/test" })),
    gives: {
      name: calculator,
      superclass: undefined,
      properties: [],
      methods: {
        "static uint64 Add": binary("sint64", "Left", "Right", "sum"),
        "static sint64 Subtract": binary("sint64", "Left", "Right", "difference"),
        "static sint64 Divide": binary("sint64", "Numerator", "Denominator", "quotient"),
        "static uint64 Multiply": binary("uint64", "Left", "Right", "product"),
        // The server has no direction for what is embedded.
        "static uint32 AddNumbers": `${calculator}, string numbers, out sint64 sum`,
        "static uint32 PrimeFactors": `${calculator}, in uint64 number, out string factors`,
        "static uint64 HardError": `${calculator}, in boolean postError, in uint16 perceivedSeverity`,
      },
    },
    request: "same",
  },
  {
    names: ["59-enumerate-classes"],
    call: (cim) => collect(cim.enumerateClasses({ namespace: "root/test" })),
    fails: {
      code: "invalid-class",
      cimStatus: 5,
      httpStatus: 500,
      subcode: "DestinationUnreachable",
    },
    request: {
      because: "we want whole definitions",
      differs: {
        "59-enumerate-classes": {
          recorded: [],
          ours: [
            `${header}/w:OptionSet`,
            option("IncludeClassOrigin"),
            option("IncludeInheritanceHierarchy"),
            option("IncludeInheritedElements"),
            option("IncludeQualifiers"),
            option("IncludeSubClasses"),
          ],
        },
      },
    },
  },
  {
    names: ["60-create"],
    call: async (cim) => placeOf(await cim.create(Person, { Key: 4711, Last: "made here" })),
    gives: "root/test:MSFT_Person.Key=4711",
    request: "same",
  },
  {
    names: ["61-get-created"],
    call: async (cim) => ({ ...(await cim.get(Person, { Key: 4711 })) }),
    gives: { Key: 4711, Species: null, Last: "made here", First: null, ExpensiveProperty: null },
    request: "same",
  },
  {
    names: ["62-fault-already-exists"],
    call: (cim) => cim.create(Person, { Key: 4711 }),
    fails: { code: "already-exists", cimStatus: 11, httpStatus: 500, subcode: "InternalError" },
    request: "same",
  },
  {
    names: ["63-put"],
    call: (cim) => cim.modify(Person, cim.at(Person, { Key: 1 }), { Last: "changed" }),
    fails: unsupported,
    request: "same",
  },
  {
    names: ["64-put-ok"],
    // The answer holds the instance, but nobody is told what a change has led to.
    call: (cim) =>
      cim.modify(AllTypes, cim.at(AllTypes, { v_Key: 3n }), {
        v_string: "changed",
        v_uint8: null,
      }),
    gives: undefined,
    request: "same",
  },
  {
    names: ["65-put-fragment"],
    call: (cim) => cim.modify(Person, cim.at(Person, { Key: 1 }), { Last: "frag" }),
    fails: { code: "protocol", httpStatus: 500 },
    request: { notOurs: "a fragment, which OMI does not know" },
  },
  {
    names: ["66-delete-ok"],
    call: (cim) => cim.delete(AllTypes, { v_Key: 2n }),
    gives: undefined,
    request: "same",
  },
  {
    names: ["67-delete"],
    call: (cim) => cim.delete(Person, { Key: 3 }),
    fails: {
      code: "not-found",
      cimStatus: 6,
      httpStatus: 500,
      subcode: "DestinationUnreachable",
      operation: "delete",
    },
    request: "same",
  },
  {
    names: ["68-fault-get-deleted"],
    call: (cim) => cim.get(Person, { Key: 3 }),
    fails: {
      code: "not-found",
      cimStatus: 6,
      httpStatus: 500,
      subcode: "DestinationUnreachable",
      operation: "get",
    },
    request: "same",
  },
  {
    names: ["69-fault-cim-error-from-provider"],
    call: (cim) => cim.get(Person, { Key: 9999 }),
    fails: {
      code: "server-is-shutting-down",
      cimStatus: 28,
      httpStatus: 500,
      subcode: "InternalError",
    },
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("associations, definitions and changes at OMI", () => {
  test.each(exchanges)("$names", (recorded) =>
    check(server, "/wsman", {
      ...recorded,
      options: { dialect: omi, classes: [PhysicalDisk, LogicalDisk, OnDisk] },
    }),
  );

  test("all of them are here", () => {
    expect(namesIn("writing", exchanges)).toEqual(namesOf("writing"));
  });
});
