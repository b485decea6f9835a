/** OpenPegasus: creating, changing and removing instances. */
import { describe, expect, test } from "vitest";
import { CimInterval } from "../../../src/runtime/index.ts";
import { check, type Recorded } from "./exchange.ts";
import {
  AllTypes,
  line,
  namesIn,
  namesOf,
  ours,
  parameter,
  server,
  titled,
} from "./pegasus-classes.ts";
import { haveCaptures } from "./replay.ts";

/** The ampersand has to be escaped and read back. */
const Id = "made&here";

const real =
  "IPARAMVALUE@NAME=NewInstance/INSTANCE@CLASSNAME=Test_CLITestProviderClass/PROPERTY@NAME=scalReal64@TYPE=real64/VALUE=";

const modified =
  "IPARAMVALUE@NAME=ModifiedInstance/VALUE.NAMEDINSTANCE/INSTANCE@CLASSNAME=Test_CLITestProviderClass/PROPERTY@NAME=Id@TYPE=string";

const exchanges: readonly Recorded[] = [
  {
    names: ["27-create-instance"],
    call: (cim) =>
      cim.create(AllTypes, {
        Id,
        scalUint64: 18_446_744_073_709_551_615n,
        scalSint64: -9_223_372_036_854_775_808n,
        scalBool: false,
        scalReal64: 100.00000000000001,
        scalDateTime: CimInterval.parse("00000001020304.000005:000"),
        arrayString: ["a", ""],
      }),
    gives: { Id },
    request: {
      because: "it is the same number without an exponent",
      differs: {
        "27-create-instance": {
          recorded: [line("CreateInstance", `${real}1.0000000000000001E+02`)],
          ours: [line("CreateInstance", `${real}100.00000000000001`)],
        },
      },
    },
  },
  {
    names: ["28-fault-value-null"],
    // The server knows no null within an array: the header of its answer says so.
    call: (cim) => cim.create(AllTypes, { Id: "n", arrayString: ["a", null] }),
    fails: {
      code: "protocol",
      httpStatus: 400,
      operation: "create",
      reason: expect.stringMatching(/^request-not-valid: .*VALUE\.NULL/),
    },
    request: "same",
  },
  {
    names: ["29-get-created"],
    call: async (cim) => {
      const read = Object.entries(await cim.get(AllTypes, { Id }));
      const isNull = ([, value]: readonly [string, unknown]): boolean => value === null;
      return {
        ...Object.fromEntries(read.filter((each) => !isNull(each))),
        nulls: read.filter(isNull).length,
      };
    },
    gives: {
      Id,
      scalUint64: 18_446_744_073_709_551_615n,
      scalSint64: -9_223_372_036_854_775_808n,
      scalBool: false,
      scalReal64: 100.00000000000001,
      scalDateTime: "time 00000001020304.000005:000",
      arrayString: ["a", ""],
      requestInputParameters:
        "propertyList=NULL; includeQualifiers=false; includeClassOrigin=false",
      // The class has 42 properties; what the answer leaves out is null.
      nulls: 34,
    },
    request: "same",
  },
  {
    names: ["30-modify-instance"],
    call: (cim) => cim.modify(AllTypes, cim.at(AllTypes, { Id }), { scalUint32: 7 }),
    fails: {
      code: "failed",
      cimStatus: 1,
      httpStatus: 200,
      operation: "modify",
      className: "Test_CLITestProviderClass",
      reason: expect.stringContaining("includeQualifiers=true"),
    },
    request: {
      because: "the key stands in the path, and qualifiers are not to be changed",
      differs: {
        "30-modify-instance": {
          recorded: [
            line("ModifyInstance", modified),
            line("ModifyInstance", `${modified}/VALUE=${Id}`),
          ],
          ours: parameter("ModifyInstance", "IncludeQualifiers", "FALSE"),
        },
      },
    },
  },
  {
    names: ["31-fault-create-duplicate"],
    call: (cim) => cim.create(AllTypes, { Id }),
    fails: { code: "already-exists", cimStatus: 11, httpStatus: 200, operation: "create" },
    request: "same",
  },
  {
    names: ["32-delete-instance"],
    call: (cim) => cim.delete(AllTypes, { Id }),
    gives: undefined,
    request: "same",
  },
  {
    names: ["33-fault-get-deleted"],
    call: (cim) => cim.get(AllTypes, { Id }),
    fails: { code: "not-found", cimStatus: 6, httpStatus: 200, operation: "get" },
    request: {
      because: "left out, LocalOnly would be true",
      differs: { "33-fault-get-deleted": ours("GetInstance", { LocalOnly: "FALSE" }) },
    },
  },
  {
    names: ["34-get-property"],
    // A value is no instance.
    call: (cim) => cim.get(AllTypes, { Id: "Mike" }, { properties: ["scalString"] }),
    fails: { code: "protocol", operation: "get", className: "Test_CLITestProviderClass" },
    request: { notOurs: "GetProperty is deprecated: GetInstance takes a list of properties" },
  },
];

describe.skipIf(!haveCaptures)("pegasus-cimxml: writing", () => {
  test.each(titled(exchanges))("%s", (_, recorded) => check(server, "/cimom", recorded));

  test("all of them are here", () => {
    expect(namesIn("writing", exchanges)).toEqual(namesOf("writing"));
  });
});
