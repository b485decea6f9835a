/** Methods of OMI's test providers that compute, and those that take and give embedded instances. */
import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  type CimInstance,
  type ClassDescriptor,
  defineClass,
  type Embedded,
  type EmbeddedInput,
  omi,
  type uint16,
  type uint32,
  type uint64,
  windows,
} from "../../../src/runtime/index.ts";
import { check, type Recorded } from "./exchange.ts";
import { Base, namesIn, namesOf, Person, server } from "./omi-classes.ts";
import { haveCaptures } from "./replay.ts";

const common = { format: 1, namespace: "root/test" } as const;

interface Numbers {
  readonly numbers: readonly bigint[] | null;
  readonly count: uint32 | null;
}
const Numbers: ClassDescriptor<Numbers> = defineClass({
  ...common,
  name: "Numbers",
  properties: { numbers: "sint64[]", count: "uint32" },
});
interface CalcStatic {
  Add(input: { Left: bigint; Right: bigint }): { ReturnValue: bigint; sum: bigint | null };
  AddNumbers(input: { numbers: EmbeddedInput<Numbers> }): {
    ReturnValue: uint32;
    sum: bigint | null;
  };
  PrimeFactors(input: { number: uint64 }): {
    ReturnValue: uint32;
    factors: Embedded<Numbers> | null;
  };
  HardError(input: { postError: boolean; perceivedSeverity: uint16 }): uint64;
}
const Calc: ClassDescriptor<unknown, never, CalcStatic> = defineClass({
  ...common,
  name: "TestClass_MethodProvider_Calc",
  methods: {
    Add: {
      static: true,
      in: { Left: "sint64", Right: "sint64" },
      out: { sum: "sint64" },
      returns: "uint64",
    },
    AddNumbers: {
      static: true,
      in: { numbers: "instance Numbers" },
      out: { sum: "sint64" },
      returns: "uint32",
    },
    PrimeFactors: {
      static: true,
      in: { number: "uint64" },
      out: { factors: "instance Numbers" },
      returns: "uint32",
    },
    HardError: {
      static: true,
      in: { postError: "boolean", perceivedSeverity: "uint16" },
      returns: "uint64",
    },
  },
});

interface TaskStatic {
  NewNumber(input: { newDigits: readonly bigint[] }): {
    ReturnValue: uint32;
    newNum: Embedded<Numbers> | null;
  };
}
const NumbersTask: ClassDescriptor<unknown, never, TaskStatic> = defineClass({
  ...common,
  name: "NumbersTask",
  methods: {
    NewNumber: {
      static: true,
      in: { newDigits: "sint64[]" },
      out: { newNum: "instance Numbers" },
      returns: "uint32",
    },
  },
});

interface ContactInfo {
  readonly addressId: uint32;
  GetPhoneNumbers(): { ReturnValue: uint32; numbers: readonly string[] | null };
}
const ContactInfo: ClassDescriptor<ContactInfo, "addressId"> = defineClass({
  ...common,
  name: "ContactInfo",
  keys: ["addressId"],
  properties: { addressId: "uint32" },
  methods: { GetPhoneNumbers: { out: { numbers: "string[]" }, returns: "uint32" } },
});

interface TestObject {
  readonly id: bigint;
  readonly str: string | null;
  readonly operation: string | null;
  readonly left_operand: uint32 | null;
  readonly right_operand: uint32 | null;
  readonly result: uint32 | null;
}
const TestObject: ClassDescriptor<TestObject, "id"> = defineClass({
  ...common,
  name: "X_TestObject",
  keys: ["id"],
  properties: {
    id: "uint64",
    str: "string",
    operation: "char16",
    left_operand: "uint32",
    right_operand: "uint32",
    result: "uint32",
  },
});
interface OperationsStatic {
  TestEmbedded(input: {
    objectSingle?: CimInstance;
    testObjectSingle?: EmbeddedInput<TestObject>;
    testObjectsArray?: readonly EmbeddedInput<TestObject>[];
  }): {
    ReturnValue: Embedded<TestObject>;
    objectsArray: readonly CimInstance[] | null;
    objectSingle: CimInstance | null;
    testObjectsArray: readonly Embedded<TestObject>[] | null;
    testObjectSingle: Embedded<TestObject> | null;
  };
}
const parameters = {
  objectsArray: "object[]",
  objectSingle: "object",
  testObjectsArray: "instance X_TestObject[]",
  testObjectSingle: "instance X_TestObject",
};
const EmbeddedOperations: ClassDescriptor<unknown, never, OperationsStatic> = defineClass({
  ...common,
  name: "TestEmbeddedOperations",
  methods: {
    TestEmbedded: {
      static: true,
      in: parameters,
      optional: Object.keys(parameters),
      out: parameters,
      returns: "instance X_TestObject",
    },
  },
});

const general = { code: "failed", cimStatus: 1, httpStatus: 500, subcode: "InternalError" };

const exchanges: readonly Recorded[] = [
  {
    names: ["46-invoke-calc-add"],
    // More than a number of JavaScript holds.
    call: (cim) => cim.class(Calc).Add({ Left: 9007199254740993n, Right: 1n }),
    gives: { ReturnValue: 0n, sum: 9007199254740994n },
    request: "same",
  },
  {
    names: ["47-invoke-embedded-in"],
    call: (cim) => cim.class(Calc).AddNumbers({ numbers: { numbers: [1n, 2n, 39n], count: 3 } }),
    gives: { ReturnValue: 0, sum: 42n },
    request: "same",
  },
  {
    names: ["48-invoke-embedded-out"],
    call: (cim) => cim.class(Calc).PrimeFactors({ number: 60n }),
    gives: { ReturnValue: 0, factors: { numbers: [2n, 3n, 5n], count: 3 } },
    request: "same",
  },
  {
    names: ["49-invoke-array-in-embedded-out"],
    call: (cim) => cim.class(NumbersTask).NewNumber({ newDigits: [4n, 5n] }),
    gives: { ReturnValue: null, newNum: { numbers: [4n, 5n], count: 2 } },
    request: "same",
  },
  {
    names: ["50-fault-datetime-form"],
    call: (cim) =>
      cim
        .at(Person, { Key: 777 })
        .TestAllTypes({ dt: CimDateTime.parse("20261122060000.000000+000") }),
    fails: { code: "no-such-property", cimStatus: 12, httpStatus: 500, subcode: "InternalError" },
    request: "same",
    // Only another dialect makes the client send this form.
    options: { dialect: windows },
  },
  {
    names: ["51-invoke-hard-error"],
    call: (cim) => cim.class(Calc).HardError({ postError: true, perceivedSeverity: 6 }),
    fails: general,
    request: "same",
  },
  {
    names: ["52-invoke-employee-string-array"],
    call: (cim) => cim.at(ContactInfo, { addressId: 1 }).GetPhoneNumbers(),
    fails: general,
    request: "same",
  },
  {
    names: ["53-invoke-embedded-objects"],
    call: (cim) =>
      cim.class(EmbeddedOperations).TestEmbedded({
        objectSingle: { className: "MSFT_Base", properties: { Key: 7 } },
        testObjectSingle: { id: 1n, operation: "+", left_operand: 2, right_operand: 3 },
        testObjectsArray: [{ id: 2n, operation: "*", left_operand: 4, right_operand: 5 }],
      }),
    gives: {
      ReturnValue: {
        id: 2n,
        str: null,
        operation: null,
        left_operand: null,
        right_operand: null,
        result: null,
      },
      objectsArray: null,
      objectSingle: null,
      testObjectsArray: null,
      testObjectSingle: null,
    },
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("embedded instances at OMI", () => {
  test.each(exchanges)("$names", (recorded) =>
    check(server, "/wsman", {
      ...recorded,
      options: { dialect: omi, classes: [Base, Numbers, TestObject], ...recorded.options },
    }),
  );

  test("all of them are here", () => {
    expect(namesIn("embedded", exchanges)).toEqual(namesOf("embedded"));
  });
});
