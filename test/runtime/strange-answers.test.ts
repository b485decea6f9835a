/** Answers that are well-formed and wrong: none of them becomes a value. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type ClassDescriptor,
  connect as connectAny,
  type ConnectOptions,
  defineClass,
  formatPath,
  type InstancePath,
  pathOf,
  type Reference,
  referenceTo,
  select,
  undeclaredOf,
  wql,
} from "../../src/runtime/index.ts";
import { isSameValue } from "../../src/runtime/same-value.ts";
import { caught, collect, failure } from "./caught.ts";
import { connect } from "./connect-windows.ts";
import { serve, serveBodies } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const keys = { VMHostName: "vh", SessionId: 1 };

/** A CIM-XML server; a response to each name of an operation. */
async function cimXml(answers: Readonly<Record<string, string>>, options: ConnectOptions = {}) {
  const asked: string[] = [];
  const server = await serve(({ body }, response) => {
    const id = / ID="([^"]*)"/.exec(body)?.[1] ?? "";
    const name = /METHODCALL NAME="([^"]*)"/.exec(body)?.[1] ?? "";
    asked.push(name);
    response.writeHead(200, { "Content-Type": "application/xml" });
    response.end(
      `<CIM CIMVERSION="2.0" DTDVERSION="2.0"><MESSAGE ID="${id}" PROTOCOLVERSION="1.0"><SIMPLERSP>${answers[name] ?? `<IMETHODRESPONSE NAME="${name}"/>`}</SIMPLERSP></MESSAGE></CIM>`,
    );
  });
  const cim = connectAny(server.url, { protocol: "cim-xml", ...options });
  onTestFinished(() => cim.close());
  return { cim, asked };
}

const returned = (content: string, more = ""): string =>
  `<IMETHODRESPONSE NAME="x"><IRETURNVALUE>${content}</IRETURNVALUE>${more}</IMETHODRESPONSE>`;
const session = (host: string, id: string, className = "Win32_VirtualDesktopSession"): string =>
  `<INSTANCE CLASSNAME="${className}"><PROPERTY NAME="VMHostName" TYPE="string"><VALUE>${host}</VALUE></PROPERTY><PROPERTY NAME="SessionId" TYPE="uint32"><VALUE>${id}</VALUE></PROPERTY></INSTANCE>`;

describe("over CIM-XML", () => {
  test.each([
    ["another instance", session("other", "1"), /its key VMHostName is not the one asked for/],
    [
      "one of another class",
      '<INSTANCE CLASSNAME="Test_Other"><PROPERTY NAME="A" TYPE="string"/></INSTANCE>',
      /"Test_Other", which has no key VMHostName/,
    ],
  ])("%s is not the one asked for", async (_, instance, words) => {
    const { cim } = await cimXml({ GetInstance: returned(instance) });
    expect(await failure(() => cim.get(Session, keys))).toEqual([
      "protocol",
      expect.stringMatching(words),
    ]);
  });

  test("the answer of another method is none of this one", async () => {
    const { cim } = await cimXml({
      Logoff:
        '<METHODRESPONSE NAME="Shutdown"><RETURNVALUE PARAMTYPE="uint32"><VALUE>0</VALUE></RETURNVALUE></METHODRESPONSE>',
    });
    expect(await failure(() => cim.at(Session, keys).Logoff())).toEqual([
      "protocol",
      'Win32_VirtualDesktopSession.Logoff: the server answered "Shutdown", and not Logoff',
    ]);
  });

  test("what was opened is closed though an item cannot be read", async () => {
    const goesOn =
      '<PARAMVALUE NAME="EndOfSequence"><VALUE>FALSE</VALUE></PARAMVALUE><PARAMVALUE NAME="EnumerationContext"><VALUE>c</VALUE></PARAMVALUE>';
    const item = (id: string): string =>
      `<VALUE.NAMEDINSTANCE>${name("string", "vh", "numeric", "1")}${session("vh", id)}</VALUE.NAMEDINSTANCE>`;
    const { cim, asked } = await cimXml({
      OpenEnumerateInstances: returned(item("1") + item("x") + item("2"), goesOn),
    });
    const seen: object[] = [];
    const loop = async () => {
      for await (const each of cim.enumerate(Session)) seen.push(each);
    };
    expect((await caught(loop)).message).toContain('SessionId: "x" is not a uint32');
    expect(seen).toHaveLength(1);
    await vi.waitUntil(() => asked.length > 1);
    expect(asked).toEqual(["OpenEnumerateInstances", "CloseEnumeration"]);
  });

  const name = (hostType: string, host: string, idType: string, id: string): string =>
    `<INSTANCENAME CLASSNAME="Win32_VirtualDesktopSession"><KEYBINDING NAME="VMHostName"><KEYVALUE VALUETYPE="${hostType}">${host}</KEYVALUE></KEYBINDING><KEYBINDING NAME="SessionId"><KEYVALUE VALUETYPE="${idType}">${id}</KEYVALUE></KEYBINDING></INSTANCENAME>`;

  test.each([
    ["numeric", "0x1F", 31],
    ["numeric", " +7 ", 7],
    ["string", "7", 7],
    ["numeric", "abc", '"abc" is not a uint32'],
    ["numeric", "7.5", 'SessionId: "7.5" is not a uint32'],
    ["numeric", "4294967296", 'SessionId: "4294967296" is not a uint32'],
    ["numeric", "-1", 'SessionId: "-1" is not a uint32'],
    ["boolean", "1", 1],
  ])("a key %s of %s", async (type, text, expected) => {
    const { cim } = await cimXml({
      OpenEnumerateInstancePaths: returned(
        name("string", "vh", type, text),
        '<PARAMVALUE NAME="EndOfSequence"><VALUE>TRUE</VALUE></PARAMVALUE>',
      ),
    });
    const paths = () => collect(cim.enumerate(Session, { keysOnly: true }));
    if (typeof expected === "number") {
      expect((await paths()).map((each) => pathOf(each).keys["SessionId"])).toEqual([expected]);
    } else expect((await failure(paths))[1]).toContain(expected);
  });

  test("a class that is embedded where nobody knows what is meant is text", async () => {
    const text = "&lt;CLASS NAME=&quot;C&quot;/&gt;";
    const instance = session("vh", "1").replace(
      "</INSTANCE>",
      `<PROPERTY NAME="Shape" TYPE="string" EmbeddedObject="object"><VALUE>${text}</VALUE></PROPERTY></INSTANCE>`,
    );
    const { cim } = await cimXml({ GetInstance: returned(instance) });
    expect(undeclaredOf(await cim.get(Session, keys))).toEqual({ Shape: '<CLASS NAME="C"/>' });
  });

  test.each(["1.10", "6e10", "007", "123456789012345678901234", "abc", "", "INF"])(
    "a key %j of a string stays as it is, though it is said to be a number",
    async (text) => {
      const { cim } = await cimXml({
        OpenEnumerateInstancePaths: returned(
          name("numeric", text, "numeric", "1"),
          '<PARAMVALUE NAME="EndOfSequence"><VALUE>TRUE</VALUE></PARAMVALUE>',
        ),
      });
      const [only] = await collect(cim.enumerate(Session, { keysOnly: true }));
      expect(only && pathOf(only).keys["VMHostName"]).toBe(text);
    },
  );

  test("what went wrong is said behind half a document", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "Content-Type": "application/xml", Trailer: "CIMStatusCode" });
      response.write("<CIM><MESSAGE>");
      response.addTrailers({ CIMStatusCode: "27" });
      response.end();
    });
    const cim = connectAny(server.url, { protocol: "cim-xml" });
    expect((await caught(() => cim.get(Session, keys))).code).toBe("server-limits-exceeded");
    await cim.close();
  });

  test("a loop over an answer that has come needs no connection", async () => {
    const end =
      '<PARAMVALUE NAME="EndOfSequence"><VALUE>TRUE</VALUE></PARAMVALUE><PARAMVALUE NAME="EnumerationContext"><VALUE/></PARAMVALUE>';
    const item = `<VALUE.NAMEDINSTANCE>${name("string", "vh", "numeric", "1")}${session("vh", "1")}</VALUE.NAMEDINSTANCE>`;
    const { cim } = await cimXml(
      {
        OpenEnumerateInstances: returned(item + item, end),
        GetInstance: returned(session("vh", "1")),
      },
      { maxConnections: 1, timeout: 2000 },
    );
    let count = 0;
    for await (const each of cim.enumerate(Session)) {
      expect((await cim.get(each)).SessionId).toBe(1);
      count++;
    }
    expect(count).toBe(2);
  });

  test("what the caller has ended beforehand is not begun", async () => {
    const { cim, asked } = await cimXml({});
    const signal = AbortSignal.abort();
    expect((await caught(() => collect(cim.enumerate(Session, { signal })))).code).toBe("aborted");
    expect(asked).toEqual([]);
  });

  test("refusals give their connections back", async () => {
    const server = await serve((_, response) => {
      response.writeHead(400, { CIMError: "request-not-valid" }).end("no");
    });
    const cim = connectAny(server.url, { protocol: "cim-xml", maxConnections: 1, timeout: 2000 });
    for (let count = 0; count < 3; count++) {
      expect((await failure(() => cim.get(Session, keys)))[1]).toContain("request-not-valid");
    }
    await cim.close();
  });

  test.each([
    ["501 alone", 501, {}],
    ["request-not-valid", 400, { CIMError: "request-not-valid" }],
  ])(
    "a server that knows no pulling, and says %s, is asked for all",
    async (_, status, headers) => {
      const asked: string[] = [];
      const server = await serve(({ body }, response) => {
        const id = / ID="([^"]*)"/.exec(body)?.[1] ?? "";
        const operation = /METHODCALL NAME="([^"]*)"/.exec(body)?.[1] ?? "";
        asked.push(operation);
        if (operation.startsWith("Open")) {
          response.writeHead(status, headers).end();
          return;
        }
        response.writeHead(200, { "Content-Type": "application/xml" });
        const item = `<VALUE.NAMEDINSTANCE>${name("string", "vh", "numeric", "1")}${session("vh", "1")}</VALUE.NAMEDINSTANCE>`;
        response.end(
          `<CIM CIMVERSION="2.0" DTDVERSION="2.0"><MESSAGE ID="${id}" PROTOCOLVERSION="1.0"><SIMPLERSP>${returned(item)}</SIMPLERSP></MESSAGE></CIM>`,
        );
      });
      const cim = connectAny(server.url, { protocol: "cim-xml" });
      expect(await collect(cim.enumerate(Session))).toHaveLength(1);
      expect(asked).toEqual(["OpenEnumerateInstances", "EnumerateInstances"]);
      await cim.close();
    },
  );
});

describe("over WS-Management", () => {
  test("an instance without keys can be read, and not be addressed", async () => {
    const item =
      "<n:EnumerateResponse><w:Items><s:Win32_VirtualDesktopSession><s:UserName>u</s:UserName></s:Win32_VirtualDesktopSession></w:Items><w:EndOfSequence/></n:EnumerateResponse>";
    const server = await serveBodies(item);
    const cim = connect(server.url, { mismatch: "ignore" });
    const [only] = await collect(cim.enumerate(Session));
    expect(only?.UserName).toBe("u");
    const words = "this instance came without its keys, and cannot be addressed";
    expect((await failure(() => only!.Logoff()))[1]).toContain(words);
    expect((await failure(() => cim.get(only!)))[1]).toContain(words);
    expect((await failure(() => cim.delete(only!)))[1]).toContain(words);
    await cim.close();
  });

  test("a query may leave out keys", async () => {
    const item =
      "<n:EnumerateResponse><w:Items><s:Win32_VirtualDesktopSession><s:VMHostName>vh</s:VMHostName></s:Win32_VirtualDesktopSession></w:Items><w:EndOfSequence/></n:EnumerateResponse>";
    const cim = connect((await serveBodies(item)).url, { mismatch: "ignore" });
    const query = wql(Session)`SELECT VMHostName FROM ${Session}`;
    expect(await collect(cim.query(query))).toMatchObject([{ VMHostName: "vh" }]);
    await cim.close();
  });

  test("a projection of one date is the date, and no instance", async () => {
    interface Dated {
      readonly When: unknown;
    }
    const Dated: ClassDescriptor<Dated> = defineClass({
      format: 1,
      name: "Test_Dated",
      namespace: "root/test",
      properties: { When: "datetime" },
    });
    const server = await serveBodies(
      '<n:EnumerateResponse><w:Items><w:XmlFragment><When xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common"><cim:Datetime>2026-01-02T03:04:05Z</cim:Datetime></When></w:XmlFragment></w:Items><w:EndOfSequence/></n:EnumerateResponse>',
    );
    const cim = connect(server.url);
    const [only] = await collect(cim.query(select(Dated, ["When"])));
    expect(String(only?.When)).toBe("20260102030405.000000+000");
    await cim.close();
  });

  test.each([
    ["real32", "1e39"],
    ["real64", "1e400"],
    ["octetstring", "A"],
    ["instance Test_Inner", "some text"],
  ] as const)("%s %s is refused, and not something near it", async (type, text) => {
    const Thing: ClassDescriptor<{ readonly Value: unknown }> = defineClass({
      format: 1,
      name: "Test_Thing",
      namespace: "root/test",
      properties: { Value: type },
    });
    const server = await serveBodies(
      `<n:EnumerateResponse><w:Items><p:Test_Thing xmlns:p="urn:p"><p:Value>${text}</p:Value></p:Test_Thing></w:Items><w:EndOfSequence/></n:EnumerateResponse>`,
    );
    const cim = connect(server.url);
    expect(await failure(() => collect(cim.enumerate(Thing)))).toEqual([
      "protocol",
      expect.stringMatching(/Value: .* is not a /),
    ]);
    await cim.close();
  });

  test("a new instance that the answer only half names has the keys that it was made with", async () => {
    const server = await serveBodies(
      "<ResourceCreated><a:Address>a</a:Address><a:ReferenceParameters><w:ResourceURI>http://s/wbem/wscim/1/cim-schema/2/Win32_VirtualDesktopSession</w:ResourceURI></a:ReferenceParameters></ResourceCreated>",
    );
    const cim = connect(server.url);
    const made = await cim.create(Session, keys);
    expect(pathOf(made).keys).toEqual(keys);
    expect((await failure(() => cim.create(Session, { VMHostName: "vh" } as never)))[1]).toContain(
      "the answer does not say which instance is new: it lacks its key SessionId",
    );
    await cim.close();
  });

  test("an error whose end is the connection's end is read", async () => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        socket.end(
          "HTTP/1.1 500 No\r\nConnection: close\r\nContent-Type: application/soap+xml\r\n\r\n" +
            '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>because</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>',
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    // As: a server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    const cim = connect(`http://127.0.0.1:${port}/wsman`);
    expect((await caught(() => cim.at(Session, keys).Logoff())).reason).toBe("because");
    await cim.close();
  });

  test.each([
    ["utf-16be", Buffer.from([0xfe, 0xff])],
    ["utf-16le", Buffer.from([0xff, 0xfe])],
    ["iso-8859-1", Buffer.alloc(0)],
  ] as const)("an answer in %s is read, in however many pieces", async (charset, mark) => {
    const server = await serve((request, response) => {
      const id = /MessageID>([^<]*)</.exec(request.body)?.[1] ?? "";
      const text = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"><s:Header><a:RelatesTo>${id}</a:RelatesTo></s:Header><s:Body><X><VMHostName>vh</VMHostName><SessionId>1</SessionId><UserName>J\u00f6rg</UserName></X></s:Body></s:Envelope>`;
      const wide = Buffer.from(text, "utf16le");
      const bytes =
        charset === "iso-8859-1"
          ? Buffer.from(text, "latin1")
          : charset === "utf-16be"
            ? wide.swap16()
            : wide;
      const type =
        mark.length === 0 ? `application/soap+xml;charset=${charset}` : "application/soap+xml";
      response.writeHead(200, { "Content-Type": type });
      const whole = Buffer.concat([mark, bytes]);
      response.write(whole.subarray(0, 1), () =>
        setImmediate(() => response.end(whole.subarray(1))),
      );
    });
    const cim = connect(server.url);
    expect((await cim.get(Session, keys)).UserName).toBe("J\u00f6rg");
    await cim.close();
  });

  test("a document that says that it is UTF-8 is, whatever its label", async () => {
    const server = await serve((request, response) => {
      const id = /MessageID>([^<]*)</.exec(request.body)?.[1] ?? "";
      response.writeHead(200, { "Content-Type": "text/xml; charset=iso-8859-1" });
      response.end(
        `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"><s:Header><a:RelatesTo>${id}</a:RelatesTo></s:Header><s:Body><X><VMHostName>vh</VMHostName><SessionId>1</SessionId><UserName>J\u00f6rg</UserName></X></s:Body></s:Envelope>`,
      );
    });
    const cim = connect(server.url);
    expect((await cim.get(Session, keys)).UserName).toBe("J\u00f6rg");
    await cim.close();
  });

  test("namespaces that repeat themselves have an end", async () => {
    const server = await serveBodies(
      '<n:EnumerateResponse><w:Items><p:__NAMESPACE xmlns:p="urn:p"><p:Name>a</p:Name></p:__NAMESPACE><p:__NAMESPACE xmlns:p="urn:p"><p:Name>b</p:Name></p:__NAMESPACE></w:Items><w:EndOfSequence/></n:EnumerateResponse>',
    );
    const cim = connect(server.url);
    // WMI's way fails; this server answers the DMTF's way with the same.
    expect(await cim.namespaces()).toEqual(["a", "b"]);
    expect(server.seen.length).toBeLessThan(10);
    await cim.close();
  });
});

describe("references as keys of references", () => {
  const nested = (levels: number): InstancePath => ({
    namespace: "root",
    className: "C",
    keys: { K: levels === 1 ? "end" : nested(levels - 1) },
  });

  test("have a text as long as they are few", async () => {
    expect(formatPath(nested(3))).toBe(String.raw`root:C.K="root:C.K=\"root:C.K=\\\"end\\\"\""`);
    const [code, message] = await failure(() => formatPath(nested(9)));
    expect([code, message]).toEqual([
      "invalid-parameter",
      "more than 8 references are keys of one another",
    ]);
  });

  test("that a server nests deeper are refused over WS-Management", async () => {
    let content = "end";
    for (let level = 0; level < 30; level++) {
      content = `<a:EndpointReference><a:ReferenceParameters><w:ResourceURI>http://s/C</w:ResourceURI><w:SelectorSet><w:Selector Name="K">${content}</w:Selector></w:SelectorSet></a:ReferenceParameters></a:EndpointReference>`;
    }
    const server = await serveBodies(
      `<n:EnumerateResponse><w:Items><w:Item><p:X xmlns:p="urn:p"><p:VMHostName>v</p:VMHostName><p:SessionId>1</p:SessionId></p:X>${content}</w:Item></w:Items><w:EndOfSequence/></n:EnumerateResponse>`,
    );
    const cim = connect(server.url);
    expect(await failure(() => collect(cim.enumerate(Session)))).toEqual([
      "protocol",
      expect.stringContaining("more than 8 references are keys of one another"),
    ]);
    await cim.close();
  });

  test("that a server nests deeper are refused over CIM-XML, too", async () => {
    let content = '<KEYVALUE VALUETYPE="string">end</KEYVALUE>';
    for (let level = 0; level < 30; level++) {
      content = `<VALUE.REFERENCE><INSTANCENAME CLASSNAME="C"><KEYBINDING NAME="K">${content}</KEYBINDING></INSTANCENAME></VALUE.REFERENCE>`;
    }
    const { cim } = await cimXml({
      OpenEnumerateInstancePaths: returned(
        `<INSTANCENAME CLASSNAME="C"><KEYBINDING NAME="K">${content}</KEYBINDING></INSTANCENAME>`,
        '<PARAMVALUE NAME="EndOfSequence"><VALUE>TRUE</VALUE></PARAMVALUE>',
      ),
    });
    expect(await failure(() => collect(cim.enumerate(Session, { keysOnly: true })))).toEqual([
      "protocol",
      expect.stringContaining("more than 8 references are keys of one another"),
    ]);
  });

  test("differ by the case of a key's value, and by no other", () => {
    const to = (className: string, key: string, value: string): Reference<unknown> =>
      referenceTo({ namespace: "Root", className, keys: { [key]: value } });
    expect(isSameValue(to("A", "K", "x"), to("a", "k", "x"))).toBe(true);
    expect(isSameValue(to("A", "K", "x"), to("A", "K", "X"))).toBe(false);
    expect(isSameValue(0, -0)).toBe(false);
    expect(isSameValue(1, 1n)).toBe(true);
  });
});
