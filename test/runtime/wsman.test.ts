import { describe, expect, test } from "vitest";
import {
  type ClassDescriptor,
  connect as connectAny,
  type ConnectOptions,
  defineClass,
  type Dialect,
  omi,
  openwsman,
  pathOf,
  type uint32,
  windows,
} from "../../src/runtime/index.ts";
import { connect } from "./connect-windows.ts";
import { caught, collect, failure } from "./caught.ts";
import { type ScriptedServer, serveBodies } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const classUri = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_VirtualDesktopSession";
const keys = { VMHostName: "v&h", SessionId: 1 };
const instance = (id: number): string =>
  `<p:Win32_VirtualDesktopSession xmlns:p="${classUri}"><p:VMHostName>vh</p:VMHostName>` +
  `<p:sessionid>${id}</p:sessionid><p:Tags>a</p:Tags></p:Win32_VirtualDesktopSession>`;
const full = (SessionId: number) => ({
  VMHostName: "vh",
  SessionId,
  UserName: null,
  Bytes: null,
  Tags: ["a"],
});
const enumerated = (items: string, context: string | null, end = ""): string =>
  `<n:EnumerateResponse>${context === null ? "" : `<n:EnumerationContext>${context}</n:EnumerationContext>`}` +
  `<w:Items>${items}</w:Items>${end}</n:EnumerateResponse>`;
const pulled = (items: string, context: string, end = ""): string =>
  `<n:PullResponse><n:EnumerationContext>${context}</n:EnumerationContext><n:Items>${items}</n:Items>${end}</n:PullResponse>`;
const released = "";

function client(server: ScriptedServer, options: ConnectOptions = {}) {
  let id = 0;
  return connect(server.url, { createMessageId: () => `uuid:${++id}`, ...options });
}

/** What stands in the header and the body of a request, without the prefixes' declarations. */
function sent(server: ScriptedServer, index: number): string {
  const text = server.seen[index]?.body ?? "";
  return text.slice(text.indexOf("<s:Header>")).replaceAll(server.url, "URL");
}

/** The part of a request that changes: its action and its body. */
function exchanges(server: ScriptedServer): string[] {
  return server.seen.map(({ body }) => {
    const action = /<a:Action[^>]*>[^<]*\/(\w+)<\/a:Action>/.exec(body)?.[1] ?? "";
    const context = /<n:EnumerationContext>([^<]*)</.exec(body)?.[1];
    return context === undefined ? action : `${action} ${context}`;
  });
}

const header = (action: string, selectors: string): string =>
  "<s:Header><a:To>URL</a:To>" +
  `<w:ResourceURI s:mustUnderstand="true">${classUri}</w:ResourceURI>` +
  '<a:ReplyTo><a:Address s:mustUnderstand="true">http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>' +
  `<a:Action s:mustUnderstand="true">${action}</a:Action>` +
  '<w:MaxEnvelopeSize s:mustUnderstand="true">512000</w:MaxEnvelopeSize>' +
  "<a:MessageID>uuid:1</a:MessageID>" +
  '<w:Locale xml:lang="en-US" s:mustUnderstand="false"/><p:DataLocale xml:lang="en-US" s:mustUnderstand="false"/>' +
  "<w:OperationTimeout>PT60.000S</w:OperationTimeout>" +
  `<w:SelectorSet><w:Selector Name="__cimnamespace">root/cimv2/rdms</w:Selector>${selectors}</w:SelectorSet></s:Header>`;
const selected =
  '<w:Selector Name="VMHostName">v&amp;h</w:Selector><w:Selector Name="SessionId">1</w:Selector>';

interface Tagger {
  Tag(input: { Names: readonly string[]; Key: Uint8Array }): uint32;
}

test("openwsman turns the arrays among arguments round, so that they go the other way", async () => {
  const Tagger: ClassDescriptor<Tagger> = defineClass({
    format: 1,
    name: "X_Tagger",
    namespace: "root/x",
    methods: { Tag: { in: { Names: "string[]", Key: "octetstring" }, returns: "uint32" } },
  });
  const server = await serveBodies("<Tag_OUTPUT><ReturnValue>0</ReturnValue></Tag_OUTPUT>");
  const tag = async (dialect: Dialect): Promise<string | undefined> => {
    const tagger = client(server, { dialect }).at(Tagger, {});
    await tagger.Tag({ Names: ["a", "b"], Key: Uint8Array.of(1, 2) });
    return /<c:Tag_INPUT[^>]*>(.*)<\/c:Tag_INPUT>/.exec(server.seen.at(-1)?.body ?? "")?.[1];
  };
  expect([await tag(openwsman), await tag(windows)]).toEqual([
    "<c:Names>b</c:Names><c:Names>a</c:Names><c:Key>2</c:Key><c:Key>1</c:Key>",
    "<c:Names>a</c:Names><c:Names>b</c:Names><c:Key>1</c:Key><c:Key>2</c:Key>",
  ]);
});

test.each([
  [windows, "*"],
  [omi, "X_Alert"],
])("a subscription to $0.name is addressed to %s", async (dialect, addressed) => {
  const Alert = defineClass({ format: 1, name: "X_Alert", namespace: "root/x", indication: true });
  const server = await serveBodies("<s:Fault/>");
  await failure(() => collect(client(server, { dialect }).subscribe(Alert)));
  expect(/<w:ResourceURI[^>]*>[^<]*\/([^<]*)</.exec(sent(server, 0))?.[1]).toBe(addressed);
});

describe("requests", () => {
  test("Get", async () => {
    const server = await serveBodies(instance(1).replace(">vh<", ">V&amp;H<"));
    expect({ ...(await client(server).get(Session, keys)) }).toEqual({
      ...full(1),
      VMHostName: "V&H",
    });
    expect(sent(server, 0)).toBe(
      `${header("http://schemas.xmlsoap.org/ws/2004/09/transfer/Get", selected)}<s:Body/></s:Envelope>`,
    );
    expect(server.seen[0]?.headers).toMatchObject({
      "content-type": "application/soap+xml;charset=UTF-8",
      "user-agent": "Microsoft WinRM Client",
      connection: "keep-alive",
    });
  });

  test("Invoke, with the root that declares every prefix", async () => {
    const server = await serveBodies(
      `<p:Disconnect_OUTPUT xmlns:p="${classUri}"><p:REASON>x</p:REASON><p:ReturnValue>5</p:ReturnValue></p:Disconnect_OUTPUT>`,
    );
    expect(await client(server).at(Session, keys).Disconnect({ Force: true })).toEqual({
      ReturnValue: 5,
      Reason: "x",
    });
    expect(sent(server, 0)).toBe(
      `${header(`${classUri}/Disconnect`, selected)}<s:Body>` +
        `<c:Disconnect_INPUT xmlns:c="${classUri}"><c:Force>true</c:Force></c:Disconnect_INPUT></s:Body></s:Envelope>`,
    );
    expect(server.seen[0]?.body.slice(0, server.seen[0].body.indexOf("<s:Header>"))).toBe(
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"' +
        ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"' +
        ' xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"' +
        ' xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"' +
        ' xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"' +
        ' xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer"' +
        ' xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"' +
        ' xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common"' +
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    );
  });

  test("Invoke of a static method, and OMI's form of the output", async () => {
    const server = await serveBodies(
      '<p:Count xmlns:p="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Count"><p:ReturnValue>2</p:ReturnValue></p:Count>',
    );
    expect(await client(server).class(Session).Count()).toBe(2);
    expect(sent(server, 0)).toBe(
      `${header(`${classUri}/Count`, "")}<s:Body><c:Count_INPUT xmlns:c="${classUri}"/></s:Body></s:Envelope>`,
    );
  });

  test("Enumerate", async () => {
    const server = await serveBodies(enumerated(instance(1), null, "<w:EndOfSequence/>"));
    const [session] = await collect(client(server).enumerate(Session));
    expect({ ...session }).toEqual(full(1));
    expect(session && pathOf(session)).toEqual({
      namespace: "root/cimv2/rdms",
      className: "Win32_VirtualDesktopSession",
      keys: { VMHostName: "vh", SessionId: 1 },
    });
    expect(sent(server, 0)).toBe(
      `${header("http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate", "")}<s:Body>` +
        "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements>" +
        "<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode></n:Enumerate></s:Body></s:Envelope>",
    );
  });

  test("to the class that a server's reference names, in Microsoft's style", async () => {
    const server = await serveBodies(
      '<p:Logoff xmlns:p="urn:x"><p:ReturnValue>0</p:ReturnValue></p:Logoff>',
    );
    const cim = client(server, {
      dialect: { ...windows, resourceUri: "microsoft" },
      namespace: "root/other",
    });
    await cim.at(Session, keys).Logoff();
    expect(sent(server, 0)).toContain(
      "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/other/Win32_VirtualDesktopSession/Logoff</a:Action>",
    );
  });
});

describe("enumeration", () => {
  const endpoint = (name: string, id: number): string =>
    "<a:EndpointReference><a:Address>x</a:Address><a:ReferenceParameters>" +
    `<w:ResourceURI>${classUri.replace("Win32_VirtualDesktopSession", name)}</w:ResourceURI><w:SelectorSet>` +
    `<w:Selector Name="vmhostname">vh</w:Selector><w:Selector Name="sessionid">${id}</w:Selector>` +
    "</w:SelectorSet></a:ReferenceParameters></a:EndpointReference>";

  test("pulls with the newest context to the end, past empty answers", async () => {
    const server = await serveBodies(
      enumerated("", "c0"),
      pulled("", "c1"),
      pulled(instance(1) + instance(2), "c2"),
      pulled(`<w:Item>${instance(3)}${endpoint("Sub", 3)}</w:Item>`, "c3", "<n:EndOfSequence/>"),
    );
    const sessions = await collect(client(server).enumerate(Session));
    expect(sessions.map((session) => ({ ...session }))).toEqual([full(1), full(2), full(3)]);
    expect(sessions.map((session) => pathOf(session))[2]).toEqual({
      namespace: "root/cimv2/rdms",
      className: "Sub",
      keys: { VMHostName: "vh", SessionId: 3 },
    });
    expect(exchanges(server)).toEqual(["Enumerate", "Pull c0", "Pull c1", "Pull c2"]);
  });

  test("asks only as far as the consumer goes, and releases when it leaves", async () => {
    const server = await serveBodies(
      enumerated(instance(1), "c0"),
      pulled(instance(2) + instance(3), "c1"),
      released,
    );
    for await (const session of client(server).enumerate(Session)) {
      if (session.SessionId === 1) expect(exchanges(server)).toEqual(["Enumerate"]);
      if (session.SessionId === 2) break;
    }
    expect(exchanges(server)).toEqual(["Enumerate", "Pull c0", "Release c1"]);
  });

  test("sends nothing before it is asked, nor a release after the end", async () => {
    const server = await serveBodies(enumerated(instance(1), "c0", "<w:EndOfSequence/>"));
    const sessions = client(server).enumerate(Session);
    expect(server.seen).toEqual([]);
    for await (const _ of sessions) break;
    expect(exchanges(server)).toEqual(["Enumerate"]);
  });

  test("releases when the consumer throws", async () => {
    const server = await serveBodies(enumerated(instance(1), "c0"), released);
    const walk = async (): Promise<void> => {
      for await (const _ of client(server).enumerate(Session)) throw new RangeError("mine");
    };
    await expect(walk()).rejects.toThrow(RangeError);
    expect(exchanges(server)).toEqual(["Enumerate", "Release c0"]);
  });

  test("releases after an abort, which closing waits for", async () => {
    const server = await serveBodies(enumerated(instance(1) + instance(2), "c0"), released);
    const abort = new AbortController();
    const cim = client(server);
    const error = await caught(async () => {
      for await (const _ of cim.enumerate(Session, { signal: abort.signal })) abort.abort();
    });
    await cim.close();
    expect([error.code, exchanges(server)]).toEqual(["aborted", ["Enumerate", "Release c0"]]);
  });

  test("releases when an item cannot be read", async () => {
    const server = await serveBodies(
      enumerated(instance(1).replace(">1<", ">one<"), "c0"),
      released,
    );
    const cim = client(server);
    expect(await failure(() => collect(cim.enumerate(Session)))).toEqual([
      "protocol",
      'Win32_VirtualDesktopSession: SessionId: "one" is not a uint32',
    ]);
    await cim.close();
    expect(exchanges(server)).toEqual(["Enumerate", "Release c0"]);
  });

  test("ends with an error when the server never does", async () => {
    const server = await serveBodies(enumerated("", "c0"), pulled("", "c0"));
    const cim = client(server);
    expect(await failure(() => collect(cim.enumerate(Session)))).toEqual([
      "protocol",
      "Win32_VirtualDesktopSession: 100 answers without items and without end",
    ]);
    await cim.close();
    expect([server.seen.length, exchanges(server).at(-1)]).toEqual([102, "Release c0"]);
  });

  test("a lost context is told from a missing instance", async () => {
    const fault =
      "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DestinationUnreachable</s:Value></s:Subcode></s:Code></s:Fault>";
    const server = await serveBodies(enumerated("", "c0"), fault);
    expect((await caught(() => collect(client(server).enumerate(Session)))).code).toBe(
      "invalid-context",
    );
  });
});

describe("answers", () => {
  test("to another message are refused", async () => {
    const server = await serveBodies(instance(1));
    const cim = connect(server.url, {
      createMessageId: () => " uuid:x ",
    });
    expect(await failure(() => cim.get(Session, keys))).toEqual([
      "protocol",
      "Win32_VirtualDesktopSession: the server answered another message than the one sent",
    ]);
  });

  test("without body are refused where one is needed, and taken where not", async () => {
    const server = await serveBodies("");
    const cim = client(server);
    expect((await caught(() => cim.get(Session, keys))).code).toBe("protocol");
    expect(await cim.at(Session, keys).Touch()).toBeUndefined();
  });

  test("with values of the wrong type name the call", async () => {
    const server = await serveBodies(
      "<s:LOGOFF_output><s:ReturnValue>-1</s:ReturnValue></s:LOGOFF_output>",
    );
    expect(await failure(() => client(server).at(Session, keys).Logoff())).toEqual([
      "protocol",
      'Win32_VirtualDesktopSession.Logoff: ReturnValue: "-1" is not a uint32',
    ]);
  });
});

test("settings that cannot work are refused at once", async () => {
  expect(
    await Promise.all(
      [
        () => connect("ftp://h/"),
        () => connect("no url"),
        () => connect("http://user:secret@h/"),
        () => connect("http://h/", { maxEnvelopeSize: 100 }),
      ].map(failure),
    ),
  ).toEqual([
    ["configuration", "the address of a server is a URL that begins with http: or https:"],
    ["configuration", "the address of a server is a URL that begins with http: or https:"],
    ["configuration", "credentials belong into auth, not into the URL"],
    ["configuration", "maxEnvelopeSize must be at least 8192 bytes"],
  ]);
});

test("calls at the same time ask who the server is only once", async () => {
  const server = await serveBodies(({ action }) =>
    action === undefined
      ? "<IdentifyResponse><ProductVendor>Microsoft Corporation</ProductVendor></IdentifyResponse>"
      : instance(1),
  );
  const cim = connectAny(server.url);
  await Promise.all([1, 2, 3].map(() => cim.get(Session, { VMHostName: "vh", SessionId: 1 })));
  await cim.close();
  expect(server.seen.map(({ body }) => body.includes("Identify"))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each(["<foo/>", enumerated(instance(1), null), instance(1)])(
  "an enumeration that neither ends nor goes on is no complete one: %s",
  async (body) => {
    const server = await serveBodies(body);
    expect(await failure(() => collect(client(server).enumerate(Session)))).toEqual([
      "protocol",
      "Win32_VirtualDesktopSession: the answer neither ends the enumeration nor goes on with it",
    ]);
  },
);
