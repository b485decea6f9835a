/**
 * What can go wrong between client and server, over both protocols: each ends in a typed error
 * within its time, frees its connection, and shows no secret.
 */
import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import {
  basic,
  type CimError,
  type Client,
  connect,
  type ConnectOptions,
  windows,
} from "../../src/runtime/index.ts";
import { caught, collect } from "./caught.ts";
import { certificateFor } from "./certificates.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const keys = { VMHostName: "vh", SessionId: 1 };
const password = "correct-horse-battery";
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => {
  unhandled.push(reason);
};
process.on("unhandledRejection", onUnhandled);
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled.splice(0)).toEqual([]);
});

/** A server that answers every request with what a function writes; it knows its open sockets. */
async function serve(answer: (socket: Socket, request: string, count: number) => void) {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    let pending = "";
    socket.on("data", (piece) => {
      pending += piece.toString("latin1");
      const end = pending.indexOf("\r\n\r\n");
      const length = Number(/content-length: *(\d+)/i.exec(pending)?.[1] ?? 0);
      if (end < 0 || pending.length < end + 4 + length) return;
      const request = pending;
      pending = "";
      answer(socket, request, count++);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // As: a server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, sockets };
}

interface Protocol {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  /** A well-formed document around a text. */
  readonly around: (content: string, request: string) => string;
  /** The beginning of an enumeration that goes on. */
  readonly batch: (items: string, context: string) => string;
  readonly item: string;
}

const soap = "application/soap+xml;charset=UTF-8";
const idOf = (request: string): string => /MessageID>([^<]*)</.exec(request)?.[1] ?? "";
const numberOf = (request: string): string => /MESSAGE ID="([^"]*)"/.exec(request)?.[1] ?? "";

const protocols: readonly Protocol[] = [
  {
    name: "WS-Management",
    path: "/wsman",
    type: soap,
    around: (content, request) =>
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"><s:Header><a:RelatesTo>${idOf(request)}</a:RelatesTo></s:Header><s:Body>${content}</s:Body></s:Envelope>`,
    batch: (items, context) =>
      `<EnumerateResponse><EnumerationContext>${context}</EnumerationContext><Items>${items}</Items></EnumerateResponse>`,
    item: "<Win32_VirtualDesktopSession><VMHostName>vh</VMHostName><SessionId>1</SessionId></Win32_VirtualDesktopSession>",
  },
  {
    name: "CIM-XML",
    path: "/cimom",
    type: 'application/xml; charset="utf-8"',
    around: (content, request) =>
      `<CIM CIMVERSION="2.0" DTDVERSION="2.0"><MESSAGE ID="${numberOf(request)}" PROTOCOLVERSION="1.0"><SIMPLERSP><IMETHODRESPONSE NAME="x">${content}</IMETHODRESPONSE></SIMPLERSP></MESSAGE></CIM>`,
    batch: (items, context) =>
      `<IRETURNVALUE>${items}</IRETURNVALUE><PARAMVALUE NAME="EndOfSequence"><VALUE>FALSE</VALUE></PARAMVALUE><PARAMVALUE NAME="EnumerationContext"><VALUE>${context}</VALUE></PARAMVALUE>`,
    item: '<VALUE.NAMEDINSTANCE><INSTANCENAME CLASSNAME="Win32_VirtualDesktopSession"><KEYBINDING NAME="VMHostName"><KEYVALUE>vh</KEYVALUE></KEYBINDING><KEYBINDING NAME="SessionId"><KEYVALUE VALUETYPE="numeric">1</KEYVALUE></KEYBINDING></INSTANCENAME><INSTANCE CLASSNAME="Win32_VirtualDesktopSession"/></VALUE.NAMEDINSTANCE>',
  },
];

const http = (type: string, body: string | Buffer, status = "200 OK", more = ""): Buffer => {
  const bytes = typeof body === "string" ? Buffer.from(body, "utf8") : body;
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n${more}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
};
const head = (type: string, ...headers: readonly string[]): string =>
  ["HTTP/1.1 200 OK", `Content-Type: ${type}`, ...headers, "", ""].join("\r\n");

function client(url: string, options: ConnectOptions = {}): Client {
  const cim = connect(url, {
    dialect: windows,
    auth: basic({ username: "u", password }),
    retry: { attempts: 1 },
    timeout: 1500,
    timeouts: { idle: 400 },
    maxResponseSize: 256 * 1024,
    mismatch: "ignore",
    ...options,
  });
  onTestFinished(() => cim.close());
  return cim;
}

/** The error, once everything that was open has been given back. */
async function ends(
  act: () => unknown,
  sockets: ReadonlySet<Socket>,
  cim: Client,
): Promise<CimError> {
  const begin = performance.now();
  const error = await caught(act);
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain(password);
  await cim.close();
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
  return error;
}

type Answer = (socket: Socket, protocol: Protocol, request: string, count: number) => void;

const faults: readonly (readonly [name: string, code: string, words: RegExp, answer: Answer])[] = [
  [
    "HTML instead of XML",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service/,
    (socket) => socket.write(http("text/html", "<!DOCTYPE html><html><body>hello</body></html>")),
  ],
  [
    "well-formed XML that is something else",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service/,
    (socket, { type }) => socket.write(http(type, "<a/>")),
  ],
  [
    "500 without a body",
    "failed",
    /HTTP 500 without saying why/,
    (socket, { type }) => socket.write(http(type, "", "500 Internal Server Error")),
  ],
  [
    "an error that states no length and never ends",
    "failed",
    /HTTP 500 without saying why/,
    (socket) => socket.write("HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\n\r\n"),
  ],
  [
    "a body that is shorter than it says",
    "unreachable",
    /closed the connection in the middle of its answer/,
    (socket, { type }) => {
      socket.end(`${head(type, "Content-Length: 5000")}<a>`);
    },
  ],
  [
    "a chunked body that breaks off",
    "unreachable",
    /closed the connection in the middle of its answer/,
    (socket, { type }) => {
      socket.end(`${head(type, "Transfer-Encoding: chunked")}3\r\n<a>\r\n`);
    },
  ],
  [
    "a document that ends too early",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service/,
    (socket, { type, around }, request) =>
      socket.write(http(type, around("<x/>", request).slice(0, -20))),
  ],
  [
    "401 without a challenge",
    "unauthorized",
    /it offers no scheme at all/,
    (socket, { type }) => socket.write(http(type, "", "401 Unauthorized")),
  ],
  [
    "a redirect",
    "protocol",
    /redirects to "https:\/\/elsewhere\.example\/", which is not followed/,
    (socket, { type }) =>
      socket.write(http(type, "", "302 Found", "Location: https://elsewhere.example/\r\n")),
  ],
  [
    "an answer to another message",
    "protocol",
    /answered another message/,
    (socket, { type, around, batch, item }) =>
      socket.write(http(type, around(batch(item, "c"), 'MessageID>other< MESSAGE ID="other"'))),
  ],
  [
    "an item of another class in another namespace",
    "protocol",
    /lacks its key VMHostName|holds no instance|is no instance/,
    (socket, { type, around, batch }, request) =>
      socket.write(
        http(
          type,
          around(batch('<z:Other xmlns:z="urn:z"><z:Name>x</z:Name></z:Other>', "c"), request),
        ),
      ),
  ],
  [
    "an enumeration without items and without end",
    "protocol",
    /100 answers without items and without end/,
    (socket, { type, around, batch }, request) =>
      socket.write(http(type, around(batch("", "c"), request))),
  ],
  ["nothing at all", "timeout", /no answer within 1500 ms/, () => undefined],
  [
    "a slow drip",
    "timeout",
    /no more of the answer within (?:1500|400) ms/,
    (socket, { type }) => {
      socket.write(head(type, "Content-Length: 100000"));
      const timer = setInterval(() => socket.write(" "), 100);
      socket.on("close", () => {
        clearInterval(timer);
      });
    },
  ],
  [
    "a connection that is reset",
    "unreachable",
    /closed the connection before it answered/,
    (socket) => socket.resetAndDestroy(),
  ],
  [
    "a body of a gigabyte",
    "too-large",
    /more than 262144 bytes/,
    (socket, { type }) => {
      socket.write(head(type, "Content-Length: 1073741824"));
      const piece = Buffer.alloc(65_536, " ");
      const pour = (): void => {
        while (!socket.destroyed && socket.write(piece));
      };
      socket.on("drain", pour);
      pour();
    },
  ],
  [
    "a bomb of entities",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service/,
    (socket, { type }) =>
      socket.write(
        http(
          type,
          `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "${"&a;".repeat(50)}">]><b>&c;</b>`,
        ),
      ),
  ],
  [
    "elements nested ten thousand deep",
    "too-large",
    /nested deeper than 256/,
    (socket, { type }) => socket.write(http(type, "<a>".repeat(10_000))),
  ],
  [
    "an element with ten thousand attributes",
    "too-large",
    /more than 100 attributes/,
    (socket, { type }) =>
      socket.write(
        http(type, `<a ${Array.from({ length: 10_000 }, (_, i) => `b${i}="1"`).join(" ")}/>`),
      ),
  ],
  [
    "bytes that are no UTF-8",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service|not UTF-8/,
    (socket, { type }) =>
      socket.write(http(type, Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xfd]))),
  ],
  [
    "a compressed body that nobody asked for",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service|not UTF-8/,
    (socket, { type }) =>
      socket.write(http(type, gzipSync("<a/>"), "200 OK", "Content-Encoding: gzip\r\n")),
  ],
  [
    "an answer that quotes the credentials",
    "protocol",
    /is this a (?:WS-Management|CIM-XML) service/,
    (socket, { type }, request) =>
      socket.write(
        http(type, `<${/Authorization: Basic (\S+)/.exec(request)?.[1] ?? "x"} ${password}`),
      ),
  ],
];

describe.each(protocols)("over $name", (protocol) => {
  test.each(faults)("%s", async (_, code, words, answer) => {
    const { origin, sockets } = await serve((socket, request, count) => {
      answer(socket, protocol, request, count);
    });
    const cim = client(`${origin}${protocol.path}`);
    const error = await ends(() => collect(cim.enumerate(Session)), sockets, cim);
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(words)]);
    expect([error.operation, error.className]).toEqual([
      expect.stringMatching(/^(?:enumerate|pull)$/),
      "Win32_VirtualDesktopSession",
    ]);
  });

  test("an enumeration that never ends, within the time for the operation", async () => {
    const { origin, sockets } = await serve((socket, request) => {
      const { type, around, batch, item } = protocol;
      socket.write(http(type, around(batch(item, "c"), request)));
    });
    const cim = client(`${origin}${protocol.path}`, { timeouts: { operation: 300 } });
    const error = await ends(() => collect(cim.enumerate(Session)), sockets, cim);
    expect([error.code, error.message]).toEqual([
      "timeout",
      expect.stringMatching(/the whole operation did not end within 300 ms/),
    ]);
  });

  test("a context that has expired between two pulls", async () => {
    const expired =
      protocol.name === "CIM-XML"
        ? '<ERROR CODE="21" DESCRIPTION="gone"/>'
        : '<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value xmlns:n="urn:n">n:InvalidEnumerationContext</s:Value></s:Subcode></s:Code></s:Fault>';
    const { origin, sockets } = await serve((socket, request, count) => {
      const { type, around, batch, item } = protocol;
      const content = count === 0 ? batch(item, "c") : expired;
      const isFault = count > 0 && protocol.name !== "CIM-XML";
      socket.write(http(type, around(content, request), isFault ? "500 Fault" : "200 OK"));
    });
    const cim = client(`${origin}${protocol.path}`);
    const seen: object[] = [];
    const loop = async () => {
      for await (const each of cim.enumerate(Session)) seen.push(each);
    };
    const error = await ends(loop, sockets, cim);
    expect([error.code, error.operation, seen.length]).toEqual(["invalid-context", "pull", 1]);
  });

  test("a name that does not resolve", async () => {
    const cim = client(`https://no-such-host.invalid${protocol.path}`);
    const error = await ends(() => cim.get(Session, keys), new Set(), cim);
    expect([error.code, error.message]).toEqual([
      "unreachable",
      expect.stringContaining("cannot be resolved"),
    ]);
  });

  test("a port where nobody listens", async () => {
    const cim = client(`http://127.0.0.1:1${protocol.path}`);
    const error = await ends(() => cim.get(Session, keys), new Set(), cim);
    expect([error.code, error.message]).toEqual([
      "unreachable",
      expect.stringContaining("127.0.0.1:1 refuses connections"),
    ]);
  });

  test.each([
    ["has expired", { days: -1 }, "localhost", /has expired/],
    [
      "is not valid yet",
      { days: 1 },
      "localhost",
      /not trusted \(CERT_NOT_YET_VALID\)|not yet valid/,
    ],
    ["is for another name", {}, "other.example", /for another name/],
    ["is of an issuer that nobody trusts", { days: 0 }, "localhost", /not trusted/],
  ] as const)("a certificate that %s", async (_, options, name, words) => {
    const { key, cert, ca } = await certificateFor(name, options);
    const server = createTlsServer({ key, cert }, (socket) => socket.on("error", () => undefined));
    server.on("tlsClientError", () => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    // As: a server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    const tls = "days" in options && options.days === 0 ? {} : { ca };
    const cim = client(`https://localhost:${port}${protocol.path}`, { tls });
    const error = await ends(() => cim.get(Session, keys), new Set(), cim);
    expect([error.code, error.message]).toEqual(["unreachable", expect.stringMatching(words)]);
  });
});

test("an error in the trailers of CIM-XML, after a 200 and items", async () => {
  const [, cimXml] = protocols;
  const { origin, sockets } = await serve((socket, request) => {
    const { type, around, item } = cimXml!;
    const body = around(`<IRETURNVALUE>${item}</IRETURNVALUE>`, request);
    socket.write(
      head(type, "Transfer-Encoding: chunked", "Trailer: CIMStatusCode, CIMStatusCodeDescription"),
    );
    socket.write(`${body.length.toString(16)}\r\n${body}\r\n0\r\n`);
    socket.write("CIMStatusCode: 27\r\nCIMStatusCodeDescription: too%20many%20of%20them\r\n\r\n");
  });
  const cim = client(`${origin}/cimom`);
  const seen: object[] = [];
  const loop = async () => {
    for await (const each of cim.enumerate(Session)) seen.push(each);
  };
  const error = await ends(loop, sockets, cim);
  expect([error.code, error.cimStatus, error.reason, seen.length]).toEqual([
    "server-limits-exceeded",
    27,
    "too many of them",
    1,
  ]);
});
