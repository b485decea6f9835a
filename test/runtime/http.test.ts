import { createServer } from "node:net";
import { inspect } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import type { AddressInfo } from "node:net";
import { type Authenticator, basic, type ConnectOptions } from "../../src/runtime/index.ts";
import { isLoopback } from "../../src/runtime/auth/basic.ts";
import { readChallenges } from "../../src/runtime/http/challenges.ts";
import { connectionError } from "../../src/runtime/http/connection-error.ts";
import { connect } from "./connect-windows.ts";
import { caught, failure } from "./caught.ts";
import { serve, serveBodies, soap } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const credentials = { username: "tester", password: "s3cret" };
const instance = "<s:S><s:VMHostName>v</s:VMHostName><s:SessionId>1</s:SessionId></s:S>";
const ok = "<s:Logoff_OUTPUT><s:ReturnValue>0</s:ReturnValue></s:Logoff_OUTPUT>";

function logoff(url: string, options?: ConnectOptions): Promise<number> {
  return connect(url, options).at(Session, { VMHostName: "v", SessionId: 1 }).Logoff();
}

/** A server that reads and writes bytes of its own choice. */
async function serveBytes(answer: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.write(answer));
  });
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // As: a server that listens on TCP has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/wsman`;
}

describe("basic", () => {
  test("sends its header with the first request", async () => {
    const server = await serveBodies(ok);
    expect(await logoff(server.url, { auth: basic(credentials) })).toBe(0);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${Buffer.from("tester:s3cret").toString("base64")}`,
    ]);
  });

  test("in UTF-8", async () => {
    const server = await serveBodies(ok);
    await logoff(server.url, { auth: basic({ username: "jürgen", password: "€:x" }) });
    expect(server.seen[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from("jürgen:€:x", "utf8").toString("base64")}`,
    );
  });

  test("is not tried twice, and the error says what the server offers", async () => {
    const server = await serve((_, response) => {
      response.writeHead(401, [
        "WWW-Authenticate",
        'Basic realm="WSMAN"',
        "WWW-Authenticate",
        "Negotiate",
      ]);
      response.end();
    });
    const error = await caught(() => logoff(server.url, { auth: basic(credentials) }));
    expect([error.message, error.httpStatus, server.seen.length]).toEqual([
      "unauthorized: Win32_VirtualDesktopSession.Logoff: " +
        "the server did not accept the Basic credentials (it offers basic, negotiate)",
      401,
      1,
    ]);
    expect(await failure(() => logoff(server.url))).toEqual([
      "unauthorized",
      "Win32_VirtualDesktopSession.Logoff: the server wants credentials (it offers basic, negotiate): pass auth",
    ]);
  });

  test("never shows what it knows", async () => {
    const auth = basic(credentials);
    const server = await serve((_, response) => response.writeHead(401).end());
    const error = await caught(() => logoff(server.url, { auth }));
    const cim = connect(server.url, { auth });
    const handle = cim.at(Session, { VMHostName: "v", SessionId: 1 });
    const shown = [auth, error, cim, handle]
      .flatMap((value) => [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value)])
      .join("\n");
    const encoded = Buffer.from("tester:s3cret").toString("base64");
    expect(["s3cret", "tester", encoded].filter((secret) => shown.includes(secret))).toEqual([]);
  });

  test("does not go over http to another host, unless it is told to", async () => {
    const auth = basic(credentials);
    expect(await failure(() => connect("http://server.example:5985/", { auth }))).toEqual([
      "configuration",
      "Basic authentication over http: would show the password to everyone between here and " +
        "server.example:5985; use https:, or allowUnencrypted: true",
    ]);
    connect("https://server.example/", { auth });
    connect("http://server.example/", { auth: basic({ ...credentials, allowUnencrypted: true }) });
    expect(
      [
        "localhost",
        "127.0.0.1",
        "[::1]",
        "a.localhost",
        "127.0.0.1.example",
        "localhost.example",
      ].map(isLoopback),
    ).toEqual([true, true, true, true, false, false]);
  });

  test.each([
    { username: "a:b", password: "" },
    { username: "a", password: "b\n" },
  ])("refuses %j", async (wrong) => {
    expect((await failure(() => basic(wrong)))[0]).toBe("configuration");
  });
});

describe("an authenticator", () => {
  test("answers challenges until it gives up", async () => {
    const server = await serve((request, response) => {
      if (request.headers.authorization === "Step 2") {
        response.writeHead(200, { "Content-Type": "application/soap+xml" });
        response.end(soap(ok, /<a:MessageID>(.*?)</.exec(request.body)?.[1] ?? ""));
      } else
        response.writeHead(401, { "WWW-Authenticate": `Step token="${server.seen.length}"` }).end();
    });
    const asked: unknown[] = [];
    const auth: Authenticator = {
      scheme: "Step",
      authorize: ({ attempt, challenges }) => {
        asked.push([attempt, challenges]);
        return Promise.resolve(`Step ${attempt}`);
      },
    };
    expect(await logoff(server.url, { auth })).toBe(0);
    expect(asked).toEqual([
      [0, []],
      [1, [{ scheme: "step", parameters: 'token="1"' }]],
      [2, [{ scheme: "step", parameters: 'token="2"' }]],
    ]);
  });

  test("is not asked for ever", async () => {
    const server = await serve((_, response) => response.writeHead(401).end());
    const auth: Authenticator = { scheme: "X", authorize: () => "X" };
    expect((await caught(() => logoff(server.url, { auth }))).code).toBe("unauthorized");
    expect(server.seen).toHaveLength(4);
  });
});

test.each([
  [
    ["WWW-Authenticate", 'Basic realm="WSMAN"', "www-authenticate", "Negotiate"],
    [
      ["basic", 'realm="WSMAN"'],
      ["negotiate", ""],
    ],
  ],
  [
    ["WWW-Authenticate", 'Digest realm="a, b", nonce="x", qop="auth", Basic realm="y"'],
    [
      ["digest", 'realm="a, b", nonce="x", qop="auth"'],
      ["basic", 'realm="y"'],
    ],
  ],
  [
    ["WWW-Authenticate", "Negotiate, Kerberos"],
    [
      ["negotiate", ""],
      ["kerberos", ""],
    ],
  ],
  [["WWW-Authenticate", "Negotiate YIIB=="], [["negotiate", "YIIB=="]]],
  [["Content-Type", "WWW-Authenticate"], []],
])("challenges of %j", (raw, challenges) => {
  expect(readChallenges(raw).map(({ scheme, parameters }) => [scheme, parameters])).toEqual(
    challenges,
  );
});

describe("answers that are no SOAP", () => {
  const call = "Win32_VirtualDesktopSession.Logoff: ";

  test.each([
    [500, "", "", "failed", "the server answered HTTP 500 without saying why"],
    [
      500,
      "text/html",
      "<!DOCTYPE html><p>Oops",
      "failed",
      "the server answered HTTP 500 without saying why",
    ],
    [200, "", "", "protocol", "the server answered HTTP 200 without saying why"],
    [
      200,
      "text/html",
      "<html></html>",
      "protocol",
      "the answer is not a SOAP message: is this a WS-Management service?",
    ],
    [
      200,
      "text/xml",
      "<a><b></a>",
      "protocol",
      "the answer is not a SOAP message: is this a WS-Management service?",
    ],
    [
      403,
      "",
      "",
      "access-denied",
      "the server answered HTTP 403: the account may not use this service",
    ],
    [
      404,
      "text/html",
      "<html/>",
      "unreachable",
      "the server answered HTTP 404: check the path of the URL",
    ],
    [413, "", "", "too-large", "the server answered HTTP 413: the request is larger than it takes"],
    [503, "", "", "unreachable", "the server answered HTTP 503: the service is not available now"],
  ])("%i %s %j", async (status, type, body, code, sentence) => {
    const server = await serve((_, response) => {
      response.writeHead(status, type === "" ? {} : { "Content-Type": type }).end(body);
    });
    const error = await caught(() => logoff(server.url));
    expect([error.message, error.httpStatus]).toEqual([`${code}: ${call}${sentence}`, status]);
  });

  test("redirects are not followed", async () => {
    const server = await serve((_, response) => {
      response.writeHead(302, { Location: "http://evil.example/" }).end();
    });
    expect(await failure(() => logoff(server.url, { auth: basic(credentials) }))).toEqual([
      "protocol",
      `${call}the server redirects to "http://evil.example/", which is not followed because credentials would go along: use that URL`,
    ]);
    expect(server.seen).toHaveLength(1);
  });

  test("an error without length is not waited for", async () => {
    const url = await serveBytes("HTTP/1.1 400 Bad Request\r\nCIMError: x\r\n\r\n");
    expect((await caught(() => logoff(url))).httpStatus).toBe(400);
  });

  test("a connection that breaks in the middle", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write("<s", () => response.destroy());
    });
    expect((await caught(() => logoff(server.url))).code).toBe("unreachable");
  });

  test("more bytes than allowed", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "Content-Type": "text/xml" }).end("x".repeat(2000));
    });
    expect(await failure(() => logoff(server.url, { maxResponseSize: 1000 }))).toEqual([
      "too-large",
      `${call}the answer has more than 1000 bytes`,
    ]);
  });

  test("empty lines before it are passed over", async () => {
    const server = await serve((request, response) => {
      const text = soap(ok, /<a:MessageID>(.*?)</.exec(request.body)?.[1] ?? "");
      response.writeHead(200, { "Content-Type": "application/soap+xml;charset=UTF-8" });
      response.write("\r\n");
      response.end(`\n <?xml version="1.0"?>${text}`);
    });
    expect(await logoff(server.url)).toBe(0);
  });

  test("UTF-16 is read, too", async () => {
    const server = await serve((request, response) => {
      const text = soap(ok, /<a:MessageID>(.*?)</.exec(request.body)?.[1] ?? "");
      response.writeHead(200, { "Content-Type": "application/soap+xml;charset=UTF-16" });
      response.end(Buffer.from(`\ufeff${text}`, "utf16le"));
    });
    expect(await logoff(server.url)).toBe(0);
  });
});

describe("a server that does not answer", () => {
  test("is given up after the time of the client or the call", async () => {
    const server = await serve(() => undefined);
    expect(await failure(() => logoff(server.url, { timeout: 30 }))).toEqual([
      "timeout",
      "Win32_VirtualDesktopSession.Logoff: no answer within 30 ms",
    ]);
    const handle = connect(server.url).at(Session, { VMHostName: "v", SessionId: 1 });
    expect((await caught(() => handle.Logoff({ timeout: 20 }))).code).toBe("timeout");
  });

  test("was told how long it may take", async () => {
    const server = await serveBodies(ok);
    const cim = connect(server.url, { timeout: 30_000 });
    const handle = cim.at(Session, { VMHostName: "v", SessionId: 1 });
    await handle.Logoff();
    await handle.Logoff({ timeout: 20_500 });
    expect(server.seen.map(({ body }) => /PT[\d.]+S/.exec(body)?.[0])).toEqual([
      "PT30.000S",
      "PT20.500S",
    ]);
  });

  test("is not sent again when it is aborted on a connection that was used before", async () => {
    const server = await serveBodies(instance);
    const cim = connect(server.url);
    // A rejection that nobody handles would fail the run.
    const keys = { VMHostName: "v", SessionId: 1 };
    await cim.get(Session, keys);
    const aborted = await caught(() => cim.get(Session, keys, { signal: AbortSignal.abort() }));
    const abort = new AbortController();
    const running = caught(() => cim.get(Session, keys, { signal: abort.signal }));
    await Promise.resolve();
    abort.abort();
    expect([aborted.code, (await running).code]).toEqual(["aborted", "aborted"]);
    await cim.close();
  });

  test("can be aborted, before and during the call", async () => {
    const abort = new AbortController();
    const server = await serve(() => {
      abort.abort(new Error("enough"));
    });
    const handle = connect(server.url).at(Session, { VMHostName: "v", SessionId: 1 });
    const error = await caught(() => handle.Logoff({ signal: abort.signal }));
    expect([error.code, (error.cause as Error).name]).toEqual(["aborted", "Error"]);
    expect((await caught(() => handle.Logoff({ signal: abort.signal }))).code).toBe("aborted");
    expect(server.seen).toHaveLength(1);
  });

  test("does not hinder closing", async () => {
    const server = await serve(() => {
      void cim.close();
    });
    const cim = connect(server.url);
    const handle = cim.at(Session, { VMHostName: "v", SessionId: 1 });
    expect((await caught(() => handle.Logoff())).code).toBe("closed");
    expect((await caught(() => handle.Logoff())).code).toBe("closed");
  });

  test("or is not there", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await failure(() => logoff(`http://127.0.0.1:${port}`))).toEqual([
      "unreachable",
      `Win32_VirtualDesktopSession.Logoff: 127.0.0.1:${port} refuses connections: ` +
        "check the port, and that the WS-Management service is running and listening",
    ]);
  });
});

test.each([
  ["ENOTFOUND", "the host name of h:5986 cannot be resolved: check its spelling and DNS"],
  ["ETIMEDOUT", "h:5986 cannot be reached: check the network, and firewalls on the way"],
  [
    "ECONNRESET",
    "h:5986 closed the connection before it answered: check that http: or https: fits the port, and that the service is still running",
  ],
  ["CERT_HAS_EXPIRED", "the certificate of h:5986 has expired: it needs to be renewed"],
  [
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "the certificate of h:5986 is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT): pass its issuer as tls.ca",
  ],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "the certificate of h:5986 is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE): pass its issuer as tls.ca",
  ],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "the certificate of h:5986 is for another name: use the name in it, or tls.servername",
  ],
  ["EPROTO", "h:5986 does not speak TLS as expected (EPROTO): check that https: fits the port"],
  ["EWHATEVER", "the connection to h:5986 failed: EWHATEVER"],
])("a connection error %s says what to check", (code, sentence) => {
  const error = connectionError(
    Object.assign(new Error("x"), { code }),
    new URL("https://h:5986/wsman"),
  );
  expect(error.message).toBe(`unreachable: ${sentence}`);
});

test("calls at a time use several connections, and connections are kept", async () => {
  const server = await serveBodies(ok);
  const cim = connect(server.url);
  const handle = cim.at(Session, { VMHostName: "v", SessionId: 1 });
  expect(await Promise.all(Array.from({ length: 20 }, () => handle.Logoff()))).toEqual(
    Array(20).fill(0),
  );
  await cim.close();
});
