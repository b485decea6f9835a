import { describe, expect, test } from "vitest";
import { CimError, type CimErrorCode } from "../../src/runtime/index.ts";
import { keys, sessions, sessionUri } from "./sessions.ts";
import { ask, cimSchema, faultIn, send, transfer, type Words } from "./wire.ts";

const get: Words = { action: `${transfer}Get`, uri: sessionUri, selectors: keys(1) };
const host: readonly [string, string] = ["VMHostName", "host1"];

describe("a request for what there is not", () => {
  test.each<[string, Words, object]>([
    [
      "instance",
      { ...get, selectors: keys(99) },
      { subcode: "a:DestinationUnreachable", code: "0x80041002", cimStatus: "6" },
    ],
    [
      "class",
      { ...get, uri: `${cimSchema}No_Such` },
      { subcode: "a:DestinationUnreachable", code: "0x80041010", cimStatus: "5" },
    ],
    [
      "namespace",
      { ...get, namespace: "root/nope" },
      { subcode: "a:DestinationUnreachable", code: "0x8004100e", cimStatus: "3" },
    ],
    [
      "method",
      { ...get, action: `${sessionUri}/NoSuch` },
      { subcode: "a:ActionNotSupported", code: "0x8004102e", cimStatus: "17" },
    ],
    [
      "handler",
      { ...get, action: `${sessionUri}/Logoff` },
      { subcode: "a:ActionNotSupported", code: "0x80041055", cimStatus: "16" },
    ],
    [
      "action",
      { ...get, action: `${transfer}Fly` },
      { subcode: "a:ActionNotSupported", code: "0x80338013", cimStatus: undefined },
    ],
    ["resource URI", { ...get, uri: "" }, { subcode: "a:DestinationUnreachable", cimStatus: "5" }],
    ["name of an object", { ...get, uri: `${cimSchema}constructor` }, { cimStatus: "5" }],
    ["method of an object", { ...get, action: `${sessionUri}/constructor` }, { cimStatus: "17" }],
  ])("no such %s", async (_, words, expected) => {
    const { url } = await sessions();
    expect(faultIn(await ask(url, words))).toMatchObject({
      status: 500,
      value: "Sender",
      ...expected,
    });
  });
});

describe("selectors that are not the keys", () => {
  test.each<[string, Words["selectors"], string]>([
    ["none", [], "InsufficientSelectors"],
    ["one too few", [host], "InsufficientSelectors"],
    ["one too many", [...keys(1), ["Nope", "1"]], "UnexpectedSelectors"],
    ["a prototype's", [...keys(1), ["__proto__", "1"]], "UnexpectedSelectors"],
    ["twice the same", [...keys(1), ["sessionid", "1"]], "DuplicateSelectors"],
    ["of another type", keys("one"), "TypeMismatch"],
    ["out of range", keys("4294967296"), "TypeMismatch"],
  ])("%s", async (_, selectors = [], detail) => {
    const { url } = await sessions();
    for (const action of [`${transfer}Get`, `${sessionUri}/Logoff`]) {
      const fault = faultIn(await ask(url, { ...get, action, selectors }));
      expect(fault).toMatchObject({ status: 500, subcode: "w:InvalidSelectors", detail });
    }
  });
});

describe("parameters that are not the method's", () => {
  test.each([
    ["<q:Force>perhaps</q:Force>", "0x80041008", "parameter Force is not a boolean"],
    ["<q:Force>true</q:Force><q:Zzz>1</q:Zzz>", "0x80041008", "Zzz is no input parameter"],
    ["<q:Reason>out</q:Reason>", "0x80041008", "Reason is no input parameter"],
    ["<q:__proto__>1</q:__proto__>", "0x80041008", "__proto__ is no input parameter"],
  ])("%s", async (parameters, code, reason) => {
    const { url, requests } = await sessions({
      handlers: { Win32_VirtualDesktopSession: { Disconnect: () => 0 } },
    });
    const body = `<q:Disconnect_INPUT xmlns:q="${sessionUri}">${parameters}</q:Disconnect_INPUT>`;
    const answer = await ask(url, { ...get, action: `${sessionUri}/Disconnect`, body });
    expect(faultIn(answer)).toEqual({
      status: 500,
      value: "Sender",
      subcode: "w:InvalidParameter",
      code,
      cimStatus: "4",
      reason,
    });
    expect(requests[0]?.error).toBeInstanceOf(CimError);
  });

  test("another method's input", async () => {
    const { url } = await sessions();
    const body = `<q:Logoff_INPUT xmlns:q="${sessionUri}"/>`;
    const answer = await ask(url, { ...get, action: `${sessionUri}/Disconnect`, body });
    expect(faultIn(answer)).toMatchObject({ subcode: "w:SchemaValidationError" });
  });
});

describe("headers", () => {
  test.each<[string, Words, object]>([
    [
      "without MessageID",
      { without: ["MessageID"] },
      { subcode: "a:MessageInformationHeaderRequired" },
    ],
    [
      "without ReplyTo",
      { without: ["ReplyTo"] },
      { subcode: "a:MessageInformationHeaderRequired" },
    ],
    ["without Action", { without: ["Action"] }, { subcode: "a:MessageInformationHeaderRequired" }],
    ["with an empty Action", { action: "" }, { subcode: "a:InvalidMessageInformationHeader" }],
    [
      "answers elsewhere",
      {
        without: ["ReplyTo"],
        header: "<a:ReplyTo><a:Address>http://example.invalid/</a:Address></a:ReplyTo>",
      },
      { subcode: "w:UnsupportedFeature", detail: "AddressingMode" },
    ],
    [
      "a locale as a must",
      { header: '<w:Locale xml:lang="de" s:mustUnderstand="true"/>' },
      { subcode: "w:UnsupportedFeature", detail: "Locale" },
    ],
    [
      "an envelope of 8191 bytes",
      { maxEnvelopeSize: 8191 },
      { subcode: "w:EncodingLimit", detail: "MinimumEnvelopeLimit" },
    ],
    [
      "an envelope of NaN bytes",
      { maxEnvelopeSize: NaN },
      { subcode: "a:InvalidMessageInformationHeader" },
    ],
    [
      "an unknown must",
      { header: '<h:Odd xmlns:h="urn:x" s:mustUnderstand="1"/>' },
      { value: "MustUnderstand", subcode: undefined },
    ],
  ])("%s", async (_, words, expected) => {
    const { url } = await sessions();
    expect(faultIn(await ask(url, { ...get, ...words }))).toMatchObject({
      status: 500,
      ...expected,
    });
  });

  test("headers that are not understood are named, unknown ones that need not be are ignored", async () => {
    const { url } = await sessions();
    const odd = '<h:Odd xmlns:h="urn:x" s:mustUnderstand="1"/>';
    const { body } = await ask(url, { ...get, header: odd });
    expect(body).toContain('<s:NotUnderstood xmlns:h="urn:x" qname="h:Odd"/>');
    const { status } = await ask(url, { ...get, header: odd.replace('"1"', '"0"') });
    expect(status).toBe(200);
  });

  test.each([
    [
      "SOAP 1.1",
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"/>',
      "VersionMismatch",
    ],
    ["no SOAP", "<html/>", "Sender"],
  ])("%s", async (_, body, value) => {
    const { url } = await sessions();
    expect(faultIn(await send(url, { body }))).toMatchObject({ status: 500, value });
  });
});

describe("a handler that throws", () => {
  async function thrown(error: unknown): Promise<ReturnType<typeof faultIn>> {
    const { url } = await sessions({
      handlers: {
        Win32_VirtualDesktopSession: {
          Logoff() {
            throw error;
          },
        },
      },
    });
    const answer = await ask(url, { ...get, action: `${sessionUri}/Logoff` });
    expect(answer.body).not.toMatch(/\bat .*\.ts\b/);
    return faultIn(answer);
  }

  test.each<[CimErrorCode, string, string, string]>([
    ["failed", "w:InternalError", "0x80041001", "1"],
    ["access-denied", "w:AccessDenied", "0x80041003", "2"],
    ["invalid-parameter", "w:InvalidParameter", "0x80041008", "4"],
    ["not-found", "a:DestinationUnreachable", "0x80041002", "6"],
    ["not-supported", "w:UnsupportedFeature", "0x8004100c", "7"],
    ["already-exists", "w:AlreadyExists", "0x80041019", "11"],
    ["method-not-available", "a:ActionNotSupported", "0x80041055", "16"],
    ["server-limits-exceeded", "w:QuotaLimit", "0x8004106c", "27"],
    ["timeout", "w:TimedOut", "0x80041069", "1"],
    ["closed", "w:InternalError", "0x80041001", "1"],
  ])("CimError %s", async (code, subcode, number, cimStatus) => {
    const error = new CimError(code, "no & never", { className: "Win32_X", method: "Logoff" });
    const reason = "no &amp; never";
    expect(await thrown(error)).toMatchObject({
      status: 500,
      subcode,
      code: number,
      cimStatus,
      reason,
    });
  });

  test("a CimError's own numbers and words are kept", async () => {
    const error = new CimError("failed", "busy", {
      hresult: 0x80070020,
      cimStatus: 1,
      reason: "In use.",
    });
    expect(await thrown(error)).toMatchObject({
      code: "0x80070020",
      cimStatus: "1",
      reason: "In use.",
    });
  });

  test("another error is the provider's failure: its message is told, its stack is not", async () => {
    expect(await thrown(new TypeError("x is undefined"))).toEqual({
      status: 500,
      value: "Receiver",
      subcode: "w:InternalError",
      code: "0x80041004",
      cimStatus: "1",
      reason: "Provider failure: x is undefined",
    });
  });

  test("something else than an error", async () => {
    expect(await thrown(Object.create(null))).toMatchObject({
      code: "0x80041004",
      reason: "Provider failure: something else than an Error was thrown",
    });
  });

  test("a message of any length fits into the smallest envelope", async () => {
    const { url } = await sessions({
      handlers: {
        Win32_VirtualDesktopSession: {
          Logoff() {
            throw new Error("x".repeat(100_000));
          },
        },
      },
    });
    const answer = await ask(url, {
      ...get,
      action: `${sessionUri}/Logoff`,
      maxEnvelopeSize: 8192,
    });
    expect(answer.status).toBe(500);
    expect(Buffer.byteLength(answer.body)).toBeLessThan(8192);
  });
});

test.each([
  ["x", "the return value must be a uint32, not a string"],
  [{ ReturnValue: 0, Reason: 5 }, "output parameter Reason must be a string, not the number 5"],
  [{ Nope: 1 }, "the handler answered with Nope, which is no output parameter"],
])("a handler's wrong answer %j is not the caller's fault", async (answer, reason) => {
  const { url } = await sessions({
    handlers: { Win32_VirtualDesktopSession: { Disconnect: () => answer } },
  });
  const fault = faultIn(await ask(url, { ...get, action: `${sessionUri}/Disconnect` }));
  expect(fault).toMatchObject({ status: 500, subcode: "w:InternalError", cimStatus: "1" });
  expect(String(fault["reason"])).toContain(reason);
});

test("an answer that does not fit is a fault", async () => {
  const { url } = await sessions({
    handlers: { Win32_VirtualDesktopSession: { Disconnect: () => ({ Reason: "x".repeat(9000) }) } },
  });
  const call = { ...get, action: `${sessionUri}/Disconnect`, maxEnvelopeSize: 8192 };
  expect(faultIn(await ask(url, call))).toMatchObject({
    subcode: "w:EncodingLimit",
    detail: "MaxEnvelopeSizeExceeded",
  });
});
