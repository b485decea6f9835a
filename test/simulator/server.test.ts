import { Agent, get as httpGet } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { startServer } from "../../src/simulator/index.ts";
import { keys, sessions, sessionUri } from "./sessions.ts";
import { ask, bodyOf, envelope, schemaOf, send, transfer } from "./wire.ts";

const get = { action: `${transfer}Get`, uri: sessionUri, selectors: keys(1) };

describe("what is refused before anybody reads XML", () => {
  test.each<[string, Parameters<typeof send>[1], number, string]>([
    ["text that is not XML", { body: "hello" }, 400, "protocol: not well-formed XML"],
    ["half an element", { body: "<a" }, 400, "protocol: not well-formed XML"],
    ["nothing", { body: "" }, 400, "protocol: "],
    [
      "a document type",
      { body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
      400,
      "protocol: XML with a document type",
    ],
    [
      "bytes that are not UTF-8",
      { body: Buffer.of(0x3c, 0x61, 0xff) },
      400,
      "protocol: the request is not UTF-8",
    ],
    ["a tower of elements", { body: "<a>".repeat(200) }, 413, "too-large: "],
    ["more than is allowed", { body: " ".repeat(512_001) }, 413, "the request is too large"],
    ["another verb", { method: "GET" }, 405, ""],
    ["a preflight", { method: "OPTIONS" }, 405, ""],
    [
      "another type",
      { headers: { "Content-Type": "text/plain" }, body: "x" },
      415,
      "send application/soap+xml in UTF-8",
    ],
    [
      "another charset",
      { headers: { "Content-Type": "application/soap+xml;charset=utf-16" } },
      415,
      "send ",
    ],
    [
      "another host",
      { headers: { Host: "attacker.example:80" }, body: "x" },
      421,
      "the host is not this machine",
    ],
  ])("%s", async (_, question, status, text) => {
    const { url } = await sessions();
    const answer = await send(url, question);
    expect([answer.status, answer.body.slice(0, text.length)]).toEqual([status, text]);
    expect(answer.headers["content-length"]).toBe(String(Buffer.byteLength(answer.body)));
  });

  test("another path", async () => {
    const { url } = await sessions();
    expect((await send(url.replace("wsman", "nowhere"), { body: "x" })).status).toBe(404);
    expect((await ask(`${url}?PSVersion=5.1`, get)).status).toBe(200);
  });

  test("a 405 says what is allowed", async () => {
    const { url } = await sessions();
    expect((await send(url, { method: "PUT" })).headers["allow"]).toBe("POST");
  });

  test("a body without end: the server hangs up", async () => {
    const { url } = await sessions({ maxEnvelopeSize: 8192 });
    const { port } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1");
    const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
    socket.on("error", () => undefined);
    socket.write(
      "POST /wsman HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/soap+xml\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    const chunk = `1000\r\n${" ".repeat(0x1000)}\r\n`;
    const more = (): void => {
      if (socket.writable) socket.write(chunk, more);
    };
    more();
    socket.resume();
    await closed;
    expect((await ask(url, get)).status).toBe(200);
  });

  test("a small limit counts for requests as well", async () => {
    const { url } = await sessions({ maxEnvelopeSize: 8192 });
    expect((await send(url, { body: " ".repeat(8193) })).status).toBe(413);
    expect((await ask(url, get)).status).toBe(200);
  });
});

describe("credentials", () => {
  const credentials = { username: "alice", password: "pässword:1" };
  const basic = (text: string) => ({
    Authorization: `Basic ${Buffer.from(text, "utf8").toString("base64")}`,
  });

  test.each([
    ["none", {}],
    ["of another", basic("bob:pässword:1")],
    ["with another password", basic("alice:password")],
    ["of another scheme", { Authorization: "Negotiate YII=" }],
  ])("%s", async (_, headers) => {
    const { url } = await sessions({ credentials });
    const answer = await send(url, { headers, body: envelope(get) });
    expect([answer.status, answer.headers["www-authenticate"], answer.body]).toEqual([
      401,
      'Basic realm="WSMAN"',
      "",
    ]);
  });

  test("the right ones", async () => {
    const { url } = await sessions({ credentials });
    const answer = await send(url, { headers: basic("alice:pässword:1"), body: envelope(get) });
    expect(answer.status).toBe(200);
  });

  test("any, when none are asked for", async () => {
    const { url } = await sessions();
    const answer = await send(url, { headers: basic("any:one"), body: envelope(get) });
    expect(answer.status).toBe(200);
  });
});

describe("where it listens", () => {
  test.each(["0.0.0.0", "::", "192.0.2.1", "example.com", "127.0.0.1.example.com", ""])(
    "not on %j",
    async (host) => {
      await expect(startServer({ host })).rejects.toThrow(
        /^configuration: .* is not a loopback address/,
      );
    },
  );

  test("on another loopback address", async () => {
    const { url } = await sessions({ host: "127.0.0.2", path: "/a/b" });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.2:\d+\/a\/b$/);
    expect((await ask(url, get)).status).toBe(200);
  });

  test("not on a port that is taken", async () => {
    const { url } = await sessions();
    const port = Number(new URL(url).port);
    await expect(startServer({ port })).rejects.toThrow(
      /^configuration: cannot listen on port \d+ of 127/,
    );
  });
});

test("connections are kept", async () => {
  const { url } = await sessions();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports: (number | undefined)[] = [];
  for (let round = 0; round < 3; round++) {
    await new Promise<void>((resolve) => {
      httpGet(url, { agent }, (response) => {
        ports.push(response.socket.localPort);
        response.resume().on("end", resolve);
      });
    });
  }
  agent.destroy();
  expect(new Set(ports).size).toBe(1);
});

test("close ends idle connections and calls under way, and may be called twice", async () => {
  let began: () => void = () => undefined;
  const running = new Promise<void>((resolve) => (began = resolve));
  const aborted: boolean[] = [];
  const server = await sessions({
    handlers: {
      Win32_VirtualDesktopSession: {
        Logoff: ({ signal }) =>
          new Promise((resolve) => {
            began();
            signal.addEventListener("abort", () => {
              aborted.push(signal.aborted);
              resolve(0);
            });
          }),
      },
    },
  });
  const call = ask(server.url, { ...get, action: `${sessionUri}/Logoff` });
  const outcome = expect(call).rejects.toThrow(/socket hang up|ECONNRESET/);
  await running;
  await server.close();
  await outcome;
  await server[Symbol.asyncDispose]();
  expect(aborted).toEqual([true]);
  await expect(ask(server.url, get)).rejects.toThrow(/ECONNREFUSED/);
});

test("the log tells what was asked", async () => {
  const { url, requests } = await sessions();
  await ask(url, get);
  await ask(url, { ...get, action: `${sessionUri}/logoff` });
  await ask(url, { ...get, uri: "", action: "urn:x" });
  const about = { namespace: "root/cimv2/rdms", className: "Win32_VirtualDesktopSession" };
  const path = { ...about, keys: { VMHostName: "host1", SessionId: 1 } };
  expect(requests).toMatchObject([
    { operation: "get", ...about, path },
    {
      operation: "invoke",
      method: "logoff",
      ...about,
      path,
      error: { code: "method-not-available" },
    },
    { operation: "unknown", action: "urn:x", error: { code: "invalid-class" } },
  ]);
});

describe("handlers", () => {
  test.each([
    [{ Win32_Nope: {} }, "handlers: there is no such class"],
    [{ Win32_VirtualDesktopSession: { LogOf: () => 0 } }, "handlers: there is no method LogOf"],
  ])("of what there is not are refused", async (handlers, sentence) => {
    await expect(sessions({ handlers })).rejects.toThrow(sentence);
  });

  test("are found without regard to case, and for subclasses", async () => {
    const mof =
      "class X_A { [key] uint8 K; uint8 M(); }; class X_B : X_A {}; instance of X_B { K = 1; };";
    const server = await startServer({
      schema: schemaOf(mof),
      handlers: { x_a: { m: ({ cls }) => cls.name.length } },
    });
    const uri = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/X_A";
    const call = { action: `${uri}/M`, uri, namespace: "root/cimv2" };
    const answer = await ask(server.url, { ...call, selectors: [["K", "1"]] });
    await server.close();
    expect(bodyOf(answer)).toContain("<p:ReturnValue>3</p:ReturnValue>");
  });
});
