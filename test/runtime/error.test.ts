import { describe, expect, test } from "vitest";
import { CimError, defineClass, describeReturnCode } from "../../src/runtime/index.ts";
import { codeOfStatus, statusOfCode } from "../../src/runtime/error-code.ts";
import { nameOfHresult } from "../../src/runtime/codes.ts";
import { details, failure } from "./caught.ts";

describe("CimError", () => {
  test("begins its message with the code and the call", () => {
    const cause = new Error("x");
    const error = new CimError("not-found", "gone", {
      operation: "invoke",
      className: "C",
      method: "M",
      cimStatus: 6,
      cause,
    });
    expect([error.message, error.name, error.cause]).toEqual([
      "not-found: C.M: gone",
      "CimError",
      cause,
    ]);
    expect(details(error)).toEqual({
      code: "not-found",
      operation: "invoke",
      className: "C",
      method: "M",
      cimStatus: 6,
    });
    expect(new CimError("failed", "x").message).toBe("failed: x");
  });

  test("from keeps a CimError, and adds the call to one that knows none", () => {
    const known = new CimError("timeout", "slow", { className: "C" });
    expect(CimError.from(known, { className: "D" })).toBe(known);
    const bare = new CimError("timeout", "slow", { httpStatus: 500, cause: known });
    expect(CimError.from(bare)).toBe(bare);
    const placed = CimError.from(bare, { operation: "get", className: "C" });
    expect([placed.message, placed.cause, details(placed)]).toEqual([
      "timeout: C: slow",
      known,
      { code: "timeout", operation: "get", className: "C", httpStatus: 500 },
    ]);
    expect(placed.stack?.split("\n")[1]).toBe(bare.stack?.split("\n")[1]);
  });

  test.each([
    [new TypeError("bad"), "failed: bad"],
    ["text", "failed: text"],
    [undefined, "failed: undefined"],
    [AbortSignal.abort().reason, "aborted: the call was aborted"],
    [new DOMException("", "TimeoutError"), "timeout: the call took too long"],
  ])("from %s", (value, message) => {
    const error = CimError.from(value);
    expect([error.message, error.cause]).toEqual([message, value]);
  });

  test("has a code for every CIM status, and the way back", () => {
    const statuses = Array.from({ length: 28 }, (_, index) => index + 1);
    expect(statuses.filter((status) => statusOfCode(codeOfStatus(status)) !== status)).toEqual([
      18, 19,
    ]);
    expect([codeOfStatus(99), statusOfCode("unreachable"), statusOfCode("failed")]).toEqual([
      "failed",
      1,
      1,
    ]);
  });
});

describe("describeReturnCode", () => {
  test.each([
    [0, true, "success (0)"],
    [0n, true, "success (0)"],
    [2147749891, false, "WBEM_E_ACCESS_DENIED (0x80041003)"],
    [-2147217405, false, "WBEM_E_ACCESS_DENIED (0x80041003)"],
    [0x80338029, false, "ERROR_WSMAN_OPERATION_TIMEDOUT (0x80338029)"],
    [0x80070005, false, "E_ACCESSDENIED (0x80070005)"],
    [0x80070002, false, "ERROR_FILE_NOT_FOUND (0x80070002)"],
    [0x800401f0, false, "wbem error 0x800401F0"],
    [0x80004005, false, "E_FAIL (0x80004005)"],
    [0x8fff0001, false, "hresult error 0x8FFF0001"],
    [1, false, "win32 error 1"],
    [5, false, "ERROR_ACCESS_DENIED (5)"],
    [4096, false, "win32 error 4096"],
  ])("%s", (code, succeeded, text) => {
    expect([describeReturnCode(code).succeeded, describeReturnCode(code).text]).toEqual([
      succeeded,
      text,
    ]);
  });
});

test("names at the ends and after the gaps of the tables", () => {
  expect(
    [0x80041001, 0x80041049, 0x80041050, 0x8004105f, 0x8004108a, 0x80044001, 0x80044031].map(
      nameOfHresult,
    ),
  ).toEqual([
    "WBEM_E_FAILED",
    "WBEM_E_CANNOT_CHANGE_KEY_INHERITANCE",
    "WBEM_E_CANNOT_CHANGE_INDEX_INHERITANCE",
    "WBEM_E_UNINTERPRETABLE_PROVIDER_QUERY",
    "WBEM_E_PROVIDER_DISABLED",
    "WBEMMOF_E_EXPECTED_QUALIFIER_NAME",
    "WBEMMOF_E_INVALID_DELETECLASS_SYNTAX",
  ]);
});

test("defineClass refuses a newer format and says what to do", async () => {
  const data = { format: 2 as 1, name: "C", namespace: "root" };
  expect(await failure(() => defineClass(data))).toEqual([
    "configuration",
    "C is written in format 2, but this mof-codegen runtime reads format 1: " +
      "run `npm install mof-codegen@latest`, or `npx codegen generate` with the mof-codegen that is installed",
  ]);
  expect(await failure(() => defineClass({ ...data, format: 0 }))).toEqual([
    "configuration",
    "C is written in format 0, but this mof-codegen runtime reads format 1: run `npx codegen generate` again",
  ]);
  const good = { format: 1 as const, name: "C", namespace: "root" };
  expect(defineClass(good)).toBe(good);
  expect(Object.isFrozen(good)).toBe(true);
});
