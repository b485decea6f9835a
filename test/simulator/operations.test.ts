import { expect, test } from "vitest";
import { ask, bodyOf, cimSchema, enumeration, send, transfer } from "./wire.ts";
import { keys, sessions, sessionUri } from "./sessions.ts";

const bindings =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" ' +
  'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
  'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" ' +
  'xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd" ' +
  'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" ' +
  'xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" ' +
  'xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd" ' +
  'xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const first =
  `<p:Win32_VirtualDesktopSession xmlns:p="${sessionUri}" xsi:type="p:Win32_VirtualDesktopSession_Type">` +
  "<p:VMHostName>host1</p:VMHostName><p:SessionId>1</p:SessionId>" +
  "<p:UserName>CONTOSO\\alice</p:UserName><p:Bytes>18446744073709551615</p:Bytes>" +
  "<p:LogonTime><cim:Datetime>2026-11-22T06:01:00+01:00</cim:Datetime></p:LogonTime>" +
  "<p:Tags>a</p:Tags><p:Tags>b &amp; c</p:Tags>" +
  "</p:Win32_VirtualDesktopSession>";

const second =
  `<p:Win32_VirtualDesktopSession xmlns:p="${sessionUri}" xsi:type="p:Win32_VirtualDesktopSession_Type">` +
  "<p:VMHostName>host1</p:VMHostName><p:SessionId>2</p:SessionId>" +
  '<p:UserName xsi:nil="true"/><p:Bytes xsi:nil="true"/><p:LogonTime xsi:nil="true"/>' +
  '<p:Tags xsi:nil="true"/></p:Win32_VirtualDesktopSession>';

function reference(id: number): string {
  return (
    "<a:EndpointReference>" +
    "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address>" +
    `<a:ReferenceParameters><w:ResourceURI>${sessionUri}</w:ResourceURI><w:SelectorSet>` +
    '<w:Selector Name="__cimnamespace">root/cimv2/rdms</w:Selector>' +
    '<w:Selector Name="VMHostName">host1</w:Selector>' +
    `<w:Selector Name="SessionId">${id}</w:Selector>` +
    "</w:SelectorSet></a:ReferenceParameters></a:EndpointReference>"
  );
}

test("Identify is answered without addressing", async () => {
  const { url } = await sessions({ product: { vendor: "Contoso & Co" } });
  const wsmid = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
  const answer = await send(url, {
    body: `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:i="${wsmid}"><s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>`,
  });
  expect(answer).toEqual({
    status: 200,
    headers: {
      "content-type": "application/soap+xml;charset=UTF-8",
      "content-length": String(Buffer.byteLength(answer.body)),
      date: answer.headers["date"],
      connection: "close",
    },
    body:
      `<s:Envelope ${bindings}><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid="${wsmid}">` +
      "<wsmid:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</wsmid:ProtocolVersion>" +
      "<wsmid:ProductVendor>Contoso &amp; Co</wsmid:ProductVendor>" +
      "<wsmid:ProductVersion>simulator</wsmid:ProductVersion></wsmid:IdentifyResponse></s:Body></s:Envelope>",
  });
});

test("Get: the whole answer", async () => {
  const { url } = await sessions();
  const { status, body } = await ask(url, {
    action: `${transfer}Get`,
    uri: sessionUri,
    selectors: keys(1),
  });
  expect(status).toBe(200);
  expect(body.replace(/(<a:MessageID>uuid:)[\dA-F-]{36}</, "$1*<")).toBe(
    `<s:Envelope ${bindings}><s:Header>` +
      `<a:Action>${transfer}GetResponse</a:Action><a:MessageID>uuid:*</a:MessageID>` +
      "<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>" +
      "<a:RelatesTo>uuid:1</a:RelatesTo></s:Header>" +
      `<s:Body>${first}</s:Body></s:Envelope>`,
  );
});

test("names, namespaces and the order of keys do not matter", async () => {
  const { url } = await sessions();
  const answer = await ask(url, {
    action: `${transfer}Get`,
    uri: `${cimSchema}WIN32_virtualdesktopsession`,
    namespace: "root\\CIMv2\\RDMS",
    selectors: [
      ["sessionid", "1"],
      ["VMHOSTNAME", "host1"],
    ],
  });
  expect(bodyOf(answer)).toBe(first);
});

test("a resource URI of Microsoft's form is answered in that form", async () => {
  const { url } = await sessions();
  const base = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/";
  const answer = await ask(url, {
    action: `${transfer}Get`,
    uri: `${base}Win32_VirtualDesktopSession`,
    selectors: keys(2),
  });
  expect(bodyOf(answer)).toBe(second.replace(cimSchema, base));
});

test("a resource URI of a vendor is answered in the vendor's form", async () => {
  const { url } = await sessions();
  const base = "http://vendor.example/schema/";
  const answer = await ask(url, {
    action: `${transfer}Get`,
    uri: `${base}Win32_VirtualDesktopSession`,
    selectors: keys(2),
  });
  expect(bodyOf(answer)).toBe(second.replace(cimSchema, base));
});

test("Enumerate brings instances and references at once", async () => {
  const { url } = await sessions();
  const answer = await ask(url, {
    action: `${enumeration}Enumerate`,
    uri: sessionUri,
    body: "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>9</w:MaxElements><w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode></n:Enumerate>",
  });
  expect(bodyOf(answer)).toBe(
    "<n:EnumerateResponse><n:EnumerationContext/><w:Items>" +
      `<w:Item>${first}${reference(1)}</w:Item><w:Item>${second}${reference(2)}</w:Item>` +
      "</w:Items><w:EndOfSequence/></n:EnumerateResponse>",
  );
});

test("Invoke: output parameters in order, the return value last", async () => {
  const { url } = await sessions({
    handlers: {
      Win32_VirtualDesktopSession: {
        Disconnect: ({ input, instance }) => ({
          ReturnValue: 0,
          Reason: JSON.stringify([instance["SessionId"], input]),
        }),
      },
    },
  });
  const answer = await ask(url, {
    action: `${sessionUri}/Disconnect`,
    uri: sessionUri,
    selectors: keys(1),
    body: `<q:Disconnect_INPUT xmlns:q="${sessionUri}"><q:FORCE>TRUE</q:FORCE></q:Disconnect_INPUT>`,
  });
  expect(answer.body).toContain(`<a:Action>${sessionUri}/DisconnectResponse</a:Action>`);
  expect(bodyOf(answer)).toBe(
    `<p:Disconnect_OUTPUT xmlns:p="${sessionUri}">` +
      '<p:Reason>[1,{"Force":true}]</p:Reason><p:ReturnValue>0</p:ReturnValue>' +
      "</p:Disconnect_OUTPUT>",
  );
});

test("Logoff of a session ends it; a second one faults as WMI does", async () => {
  const { url } = await sessions({
    handlers: {
      Win32_VirtualDesktopSession: {
        Logoff({ path, store }) {
          store.delete(path);
          return 0;
        },
      },
    },
  });
  const logoff = { action: `${sessionUri}/Logoff`, uri: sessionUri, selectors: keys(1) };
  const answer = await ask(url, logoff);
  expect(bodyOf(answer)).toBe(
    `<p:Logoff_OUTPUT xmlns:p="${sessionUri}"><p:ReturnValue>0</p:ReturnValue></p:Logoff_OUTPUT>`,
  );
  const again = await ask(url, logoff);
  expect(again.status).toBe(500);
  expect(again.body).toContain(
    "<a:Action>http://schemas.xmlsoap.org/ws/2004/08/addressing/fault</a:Action>",
  );
  expect(again.body).toContain("<a:RelatesTo>uuid:1</a:RelatesTo>");
  expect(bodyOf(again)).toBe(
    "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DestinationUnreachable</s:Value></s:Subcode></s:Code>" +
      '<s:Reason><s:Text xml:lang="en-US">there is no such instance</s:Text></s:Reason><s:Detail>' +
      '<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="2147749890" Machine="127.0.0.1">' +
      "<f:Message>there is no such instance</f:Message></f:WSManFault>" +
      `<m:MSFT_WmiError xmlns:m="${cimSchema}MSFT_WmiError" xsi:type="m:MSFT_WmiError_Type" b:IsCIM_Error="true">` +
      '<m:CIMStatusCode xsi:type="cim:cimUnsignedInt">6</m:CIMStatusCode>' +
      '<m:Message xsi:type="cim:cimString">there is no such instance</m:Message>' +
      '<m:MessageID xsi:type="cim:cimString">HRESULT 0x80041002</m:MessageID>' +
      '<m:error_Code xsi:type="cim:cimUnsignedInt">2147749890</m:error_Code>' +
      '<m:error_Type xsi:type="cim:cimString">HRESULT</m:error_Type>' +
      '<m:error_WindowsErrorMessage xsi:type="cim:cimString">there is no such instance</m:error_WindowsErrorMessage>' +
      "</m:MSFT_WmiError></s:Detail></s:Fault>",
  );
});

test("a static method is called on the class, with or without an instance named", async () => {
  const seen: unknown[] = [];
  const { url } = await sessions({
    handlers: {
      Win32_VirtualDesktopSession: {
        Count({ path, instance, input, store }) {
          seen.push([path, instance["SessionId"], input]);
          return store.instances(path.className, path.namespace).length;
        },
      },
    },
  });
  const body = `<q:Count_INPUT xmlns:q="${sessionUri}"><q:Host>h</q:Host></q:Count_INPUT>`;
  const call = { action: `${sessionUri}/Count`, uri: sessionUri, body };
  expect(bodyOf(await ask(url, call))).toContain("<p:ReturnValue>2</p:ReturnValue>");
  await ask(url, { ...call, selectors: keys(1) });
  const { path } = {
    path: { namespace: "root/cimv2/rdms", className: "Win32_VirtualDesktopSession" },
  };
  expect(seen).toEqual([
    [{ ...path, keys: {} }, undefined, { Host: "h" }],
    [{ ...path, keys: { VMHostName: "host1", SessionId: 1 } }, 1, { Host: "h" }],
  ]);
});

test("input that the caller leaves out is absent, or an empty array, nil is null, one element is an array of one", async () => {
  const seen: unknown[] = [];
  const { url } = await sessions({
    handlers: {
      Win32_VirtualDesktopSession: {
        async SendMessage({ input }) {
          seen.push(await Promise.resolve(input));
          return 0;
        },
        Touch({ input }) {
          seen.push(input);
        },
      },
    },
  });
  const call = (parameters: string) =>
    ask(url, {
      action: `${sessionUri}/SendMessage`,
      uri: sessionUri,
      selectors: keys(1),
      body: `<q:SendMessage_INPUT xmlns:q="${sessionUri}">${parameters}</q:SendMessage_INPUT>`,
    });
  await call("");
  await call('<q:Title xsi:nil="true"/><q:Lines>one</q:Lines>');
  await call("<q:Lines>one</q:Lines><q:Title/><q:Lines>two</q:Lines>");
  const touched = await ask(url, {
    action: `${sessionUri}/Touch`,
    uri: sessionUri,
    selectors: keys(1),
  });
  expect(seen).toEqual([
    { Lines: [] },
    { Title: null, Lines: ["one"] },
    { Lines: ["one", "two"], Title: "" },
    {},
  ]);
  expect(bodyOf(touched)).toBe(`<p:Touch_OUTPUT xmlns:p="${sessionUri}"/>`);
});
