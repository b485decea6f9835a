import { describe, expect, test } from "vitest";
import { faultError } from "../../src/runtime/wsman/fault.ts";
import { readEnvelope } from "../../src/runtime/wsman/envelope.ts";
import { parseXml } from "../../src/runtime/xml/parse.ts";
import { details } from "./caught.ts";
import { soap } from "./scripted-server.ts";

interface FaultParts {
  readonly value?: string;
  readonly subcode?: string;
  readonly reason?: string;
  readonly detail?: string;
}

function fault(
  { value = "s:Sender", subcode, reason, detail = "" }: FaultParts,
  operation = "get",
  status = 500,
) {
  const sub = subcode === undefined ? "" : `<s:Subcode><s:Value>${subcode}</s:Value></s:Subcode>`;
  const text =
    reason === undefined ? "" : `<s:Reason><s:Text xml:lang="en-US">${reason}</s:Text></s:Reason>`;
  const body = `<s:Fault><s:Code><s:Value>${value}</s:Value>${sub}</s:Code>${text}<s:Detail>${detail}</s:Detail></s:Fault>`;
  const element = readEnvelope(soap(body, "")).body;
  if (element === undefined) throw new Error("no fault");
  return faultError(element, status, { operation, className: "C" });
}

const cimError = (members: string): string =>
  `<p:MSFT_WmiError b:IsCIM_Error="true" xmlns:p="urn:e">${members}</p:MSFT_WmiError>`;
const wsmanFault = (code: number, message = ""): string =>
  `<f:WSManFault Code="${code}" Machine="m"><f:Message>${message}</f:Message></f:WSManFault>`;
const detailUri = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail";

describe("the code of a fault", () => {
  test.each<[string, FaultParts, string]>([
    [
      "CIM status before everything",
      {
        subcode: "w:InternalError",
        detail: cimError(
          "<p:CIMStatusCode>6</p:CIMStatusCode><p:MessageID>HRESULT 0x80041003</p:MessageID>",
        ),
      },
      "not-found",
    ],
    [
      "a number before the CIM status that says nothing",
      {
        detail: cimError(
          "<p:CIMStatusCode>1</p:CIMStatusCode><p:MessageID>HRESULT 0x80041010</p:MessageID>",
        ),
      },
      "invalid-class",
    ],
    [
      "the CIM status that says nothing before the subcode",
      { subcode: "w:AccessDenied", detail: cimError("<p:CIMStatusCode>1</p:CIMStatusCode>") },
      "failed",
    ],
    [
      "error_Code that is an HRESULT",
      {
        detail: cimError(
          "<p:error_Type>HRESULT</p:error_Type><p:error_Code>2147749902</p:error_Code>",
        ),
      },
      "invalid-namespace",
    ],
    [
      "error_Code as signed number",
      {
        detail: cimError(
          "<p:error_Type>HRESULT</p:error_Type><p:error_Code>-2147217405</p:error_Code>",
        ),
      },
      "access-denied",
    ],
    [
      "error_Code that is something else",
      {
        subcode: "w:TimedOut",
        detail: cimError("<p:error_Type>MI</p:error_Type><p:error_Code>2147749902</p:error_Code>"),
      },
      "timeout",
    ],
    [
      "WinRM's number before the subcode",
      { subcode: "w:InternalError", detail: wsmanFault(2150858793) },
      "timeout",
    ],
    ["WMI's number in a WSManFault", { detail: wsmanFault(2147749890) }, "not-found"],
    [
      "the provider's number before the service's",
      {
        detail: wsmanFault(
          2150858778,
          `<f:ProviderFault provider="p">${wsmanFault(2147749891, "no")}</f:ProviderFault>`,
        ),
      },
      "access-denied",
    ],
    [
      "a number without meaning gives way to the subcode",
      { subcode: "w:SchemaValidationError", detail: wsmanFault(2147749889) },
      "invalid-parameter",
    ],
    [
      "fault detail before the subcode",
      {
        subcode: "w:EncodingLimit",
        detail: `<w:FaultDetail>${detailUri}/UnexpectedSelectors</w:FaultDetail>`,
      },
      "invalid-parameter",
    ],
    [
      "an unknown fault detail gives way",
      { subcode: "w:EncodingLimit", detail: `<w:FaultDetail>${detailUri}/Odd</w:FaultDetail>` },
      "too-large",
    ],
    ["subcode", { subcode: "wsman:AlreadyExists" }, "already-exists"],
    ["subcode without prefix", { subcode: "QuotaLimit" }, "server-limits-exceeded"],
    ["a:DestinationUnreachable", { subcode: "a:DestinationUnreachable" }, "not-found"],
    ["a:ActionNotSupported", { subcode: "a:ActionNotSupported" }, "not-supported"],
    ["n:InvalidEnumerationContext", { subcode: "n:InvalidEnumerationContext" }, "invalid-context"],
    ["w:CannotProcessFilter", { subcode: "w:CannotProcessFilter" }, "invalid-query"],
    ["s:MustUnderstand", { value: "s:MustUnderstand" }, "protocol"],
    ["nothing at all", {}, "failed"],
  ])("%s", (_, parts, code) => {
    expect(fault(parts).code).toBe(code);
  });

  test("depends on the operation where one subcode means two things", () => {
    expect([
      fault({ subcode: "a:DestinationUnreachable" }, "pull").code,
      fault({ subcode: "a:ActionNotSupported" }, "invoke").code,
    ]).toEqual(["invalid-context", "method-not-found"]);
  });

  test("falls back to the HTTP status", () => {
    expect([fault({}, "get", 401).code, fault({}, "get", 403).code]).toEqual([
      "unauthorized",
      "access-denied",
    ]);
  });
});

describe("what is told beside the code", () => {
  test("of a Windows fault", () => {
    const detail =
      cimError(
        "<p:CIMStatusCode>2</p:CIMStatusCode><p:Message>Access\n denied</p:Message><p:MessageID>HRESULT 0x80041003</p:MessageID>" +
          '<p:MessageArguments>one</p:MessageArguments><p:PerceivedSeverity xsi:nil="true"/><p:error_Code>-1</p:error_Code>',
      ) + wsmanFault(2150858778);
    const error = fault({
      subcode: "w:AccessDenied",
      reason: "The WS-Management service …",
      detail,
    });
    expect([error.message, details(error)]).toEqual([
      "access-denied: C: Access denied (WBEM_E_ACCESS_DENIED 0x80041003)",
      {
        code: "access-denied",
        operation: "get",
        className: "C",
        httpStatus: 500,
        cimStatus: 2,
        hresult: 0x80041003,
        hresultName: "WBEM_E_ACCESS_DENIED",
        subcode: "AccessDenied",
        reason: "Access denied",
        errors: [
          {
            className: "MSFT_WmiError",
            // A number out of its range is no reason to tell nothing.
            properties: {
              CIMStatusCode: 2,
              Message: "Access\n denied",
              MessageID: "HRESULT 0x80041003",
              MessageArguments: ["one"],
              PerceivedSeverity: null,
            },
          },
        ],
      },
    ]);
  });

  test("of a WSManFault, the provider's own words", () => {
    const inner = wsmanFault(2147749891, "The provider says no. ");
    const detail = wsmanFault(
      2150858778,
      `<f:ProviderFault provider="p">${inner}</f:ProviderFault>`,
    );
    expect(fault({ reason: "outer", detail }).message).toBe(
      "access-denied: C: The provider says no. (WBEM_E_ACCESS_DENIED 0x80041003)",
    );
  });

  test("of a fault of SOAP 1.1", () => {
    const element = parseXml(
      "<Fault><faultcode>Client</faultcode><faultstring>no such page</faultstring></Fault>",
    );
    expect(faultError(element, 500, { operation: "get", className: "C" }).message).toBe(
      "failed: C: no such page",
    );
  });

  test("of a number without name, and of a fault without words", () => {
    expect(fault({ detail: wsmanFault(0x8fff0001) }).message).toBe(
      "failed: C: the server answered with fault Sender (0x8FFF0001)",
    );
    expect(fault({ subcode: "w:Odd" }).message).toBe(
      "failed: C: the server answered with fault Odd",
    );
  });

  test("is bounded", () => {
    expect(fault({ reason: "x".repeat(100_000) }).message).toHaveLength(
      2000 + "failed: C: ".length,
    );
  });

  test("endless nesting is not followed", () => {
    let detail = wsmanFault(5);
    for (let depth = 0; depth < 50; depth++) {
      detail = wsmanFault(1, `<f:ProviderFault>${detail}</f:ProviderFault>`);
    }
    expect(fault({ detail }).hresult).toBe(1);
  });
});
