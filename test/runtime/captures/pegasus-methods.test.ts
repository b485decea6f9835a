/** OpenPegasus: methods, and the errors that come with instances of CIM_Error. */
import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  type ClassDescriptor,
  defineClass,
  type uint32,
  type uint8,
} from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  AllTypes,
  classic,
  Embedding,
  namesIn,
  namesOf,
  ours,
  server,
  titled,
} from "./pegasus-classes.ts";
import { haveCaptures } from "./replay.ts";

interface Greeter {
  readonly Identifier: uint8;
  SayHello(input: { Name?: string; Nope?: string }): { ReturnValue: string; Place: string | null };
}

/** `Nope` is a parameter that the server does not know. */
const Greeter: ClassDescriptor<Greeter, "Identifier"> = defineClass({
  format: 1,
  name: "Sample_MethodProviderClass",
  namespace: "root/SampleProvider",
  keys: ["Identifier"],
  properties: { Identifier: "uint8" },
  methods: {
    SayHello: {
      in: { Name: "string", Nope: "string" },
      optional: ["Name", "Nope"],
      out: { Place: "string" },
      returns: "string",
    },
  },
});

interface Failing {
  readonly Id: string;
}

interface FailingStatic {
  setTestParameters(input: { countToDeliver: uint32 }): {
    ReturnValue: uint32;
    debugMode: boolean | null;
    countToDeliver: uint32 | null;
  };
  testMethodResponse(input: { x: uint32 }): uint32;
}

/** `x` is a parameter that the method does not have. */
const Failing: ClassDescriptor<Failing, "Id", FailingStatic> = defineClass({
  format: 1,
  name: "Test_CIM_ErrorResponse",
  namespace: "test/TestProvider",
  keys: ["Id"],
  properties: { Id: "string" },
  methods: {
    setTestParameters: {
      static: true,
      in: { countToDeliver: "uint32" },
      out: { debugMode: "boolean", countToDeliver: "uint32" },
      returns: "uint32",
    },
    testMethodResponse: { static: true, in: { x: "uint32" }, returns: "uint32" },
  },
});

/** All that it has beside its words. */
function cimError(id: string, status: number): unknown {
  return {
    className: "CIM_Error",
    properties: {
      ErrorType: null,
      OtherErrorType: null,
      OwningEntity: "OpenPegasus",
      MessageID: id,
      Message: expect.any(String) as unknown,
      MessageArguments: null,
      PerceivedSeverity: 5,
      ProbableCause: 130,
      ProbableCauseDescription: null,
      RecommendedActions: null,
      ErrorSource: null,
      ErrorSourceFormat: null,
      OtherErrorSourceFormat: null,
      CIMStatusCode: status,
      CIMStatusCodeDescription: null,
    },
  };
}

const allTypes = {
  scalBool: true,
  scalUint8: 255,
  scalSint8: -128,
  scalUint16: 65_535,
  scalSint16: -32_768,
  scalUint32: 4_294_967_295,
  scalSint32: -2_147_483_648,
  scalUint64: 18_446_744_073_709_551_615n,
  scalReal32: 1.5,
  scalReal64: 2.5e10,
  scalString: 'a <b> "c" & d é中',
  scalDateTime: CimDateTime.parse("20261122060000.000000+000"),
  arrayBool: [true, false],
  arrayUint8: [1, 2, 3],
  arraySint8: [-1, 1],
  arrayUint16: [1],
  arraySint16: [-1],
  arrayUint32: [],
};

const embedded = (number: number) => ({ Id: String(number), name: `n & ${number}` });

const real =
  "/CIM@CIMVERSION=2.0@DTDVERSION=2.0/MESSAGE@PROTOCOLVERSION=1.0/SIMPLEREQ/METHODCALL@NAME=InOutParamTest/PARAMVALUE@NAME=scalReal64@PARAMTYPE=real64/VALUE=";

const exchanges: readonly Recorded[] = [
  {
    names: ["35-invoke-static-no-params"],
    // The server calls it a sint32, where the class says uint32.
    call: (cim) => cim.class(AllTypes).reset(),
    gives: 0,
    request: "same",
  },
  {
    names: ["36-invoke-instance-in-out"],
    call: (cim) => cim.at(Greeter, { Identifier: 1 }).SayHello({ Name: "World & co" }),
    gives: { ReturnValue: "Hello, World & co!", Place: "From Neverland" },
    request: "same",
  },
  {
    names: ["37-invoke-all-types"],
    call: (cim) => cim.at(AllTypes, { Id: "Mike" }).InOutParamTest(allTypes),
    gives: { ReturnValue: 0, ...allTypes, scalDateTime: "time 20261122060000.000000+000" },
    request: {
      because: "it is the same number without an exponent",
      differs: {
        "37-invoke-all-types": { recorded: [`${real}2.5e10`], ours: [`${real}25000000000`] },
      },
    },
  },
  {
    names: ["38-invoke-reference"],
    call: (cim) => {
      const [mike, x] = [cim.at(AllTypes, { Id: "Mike" }), cim.at(AllTypes, { Id: "x" })];
      return mike.ReferenceParamTest({ InParam1: mike, InParam2: [mike, x] });
    },
    gives: {
      ReturnValue: 0,
      OutParam1: 'reference test/TestProvider:Test_CLITestProviderClass.Id="Mike"',
      OutParam2: [
        'reference test/TestProvider:Test_CLITestProviderClass.Id="Mike"',
        'reference test/TestProvider:Test_CLITestProviderClass.Id="x"',
      ],
    },
    request: "same",
  },
  {
    names: ["39-invoke-embedded"],
    call: (cim) =>
      cim.at(Embedding, { Id: "101" }).embeddedInstParamMethod({
        firstArg: "first",
        EmbedInstArg: embedded(1),
        embedObjArg: { className: "Test_CLITestEmbedded1", properties: embedded(2) },
        embedInstArrayArg: [embedded(3), embedded(4)],
        lastArg: "last",
      }),
    gives: {
      ReturnValue: 0,
      firstArg: "first",
      EmbedInstArg: { ...embedded(1), comment: null },
      embedObjArg: { className: "Test_CLITestEmbedded1", properties: embedded(2) },
      embedInstArrayArg: [
        { ...embedded(3), comment: null },
        { ...embedded(4), comment: null },
      ],
      lastArg: "last",
    },
    request: "same",
  },
  {
    names: ["40-invoke-delayed"],
    call: (cim) => cim.class(AllTypes).delayedMethodResponse({ delayInSeconds: 2 }),
    gives: { ReturnValue: 0, delayInSeconds: 2 },
    request: "same",
  },
  {
    names: ["41-invoke-set-error-mode"],
    call: (cim) => cim.class(Failing).setTestParameters({ countToDeliver: 1 }),
    gives: { ReturnValue: 0, debugMode: false, countToDeliver: 1 },
    request: "same",
  },
  {
    names: ["42-fault-invoke-cim-error"],
    call: (cim) => cim.class(Failing).testMethodResponse({ x: 1 }),
    fails: {
      code: "failed",
      cimStatus: 1,
      httpStatus: 200,
      operation: "invoke",
      className: "Test_CIM_ErrorResponse",
      method: "testMethodResponse",
      errors: [cimError("MSG0003", 1)],
    },
    request: "same",
  },
  classic(
    "OpenEnumerateInstances",
    {
      name: "43-fault-enumerate-cim-error",
      call: (cim) => collect(cim.enumerate(Failing)),
      fails: {
        code: "failed",
        cimStatus: 1,
        httpStatus: 200,
        operation: "enumerate",
        // The second one has another status than the operation.
        errors: [cimError("MSG0001", 1), cimError("MSG0002", 6)],
      },
    },
    {
      "43-fault-enumerate-cim-error": ours("EnumerateInstances", {
        DeepInheritance: "TRUE",
        LocalOnly: "FALSE",
      }),
    },
  ),
  {
    names: ["44-fault-get-cim-error"],
    call: (cim) => cim.get(Failing, { Id: "nope" }),
    fails: {
      code: "not-found",
      cimStatus: 6,
      httpStatus: 200,
      operation: "get",
      errors: [cimError("MSG0001", 6)],
    },
    request: {
      because: "left out, LocalOnly would be true",
      differs: { "44-fault-get-cim-error": ours("GetInstance", { LocalOnly: "FALSE" }) },
    },
  },
  {
    names: ["45-invoke-unset-error-mode"],
    call: (cim) => cim.class(Failing).setTestParameters({ countToDeliver: 5 }),
    gives: { ReturnValue: 0, debugMode: false, countToDeliver: 5 },
    request: "same",
  },
  {
    names: ["46-fault-bad-method"],
    call: (cim) => cim.at(AllTypes, { Id: "Mike" }).NoSuchMethod(),
    fails: {
      code: "method-not-available",
      cimStatus: 16,
      httpStatus: 200,
      operation: "invoke",
      method: "NoSuchMethod",
    },
    request: "same",
  },
  {
    names: ["47-fault-bad-param"],
    // The server takes it for the one that it knows.
    call: (cim) => cim.at(Greeter, { Identifier: 1 }).SayHello({ Nope: "x" }),
    gives: { ReturnValue: "Hello, x!", Place: "From Neverland" },
    request: "same",
  },
  {
    names: ["48-fault-bad-param-type"],
    call: (cim) => cim.class(AllTypes).delayedMethodResponse({ delayInSeconds: 2 }),
    fails: {
      code: "protocol",
      httpStatus: 400,
      operation: "invoke",
      method: "delayedMethodResponse",
      reason: expect.stringMatching(/^request-not-valid: /),
    },
    request: { notOurs: "a text is refused where a number belongs, before anything is sent" },
  },
];

describe.skipIf(!haveCaptures)("pegasus-cimxml: methods", () => {
  test.each(titled(exchanges))("%s", (_, recorded) => check(server, "/cimom", recorded));

  test("all of them are here", () => {
    expect(namesIn("methods", exchanges)).toEqual(namesOf("methods"));
  });
});
