/** Getting through to a server: again, not again, through a proxy, and over TLS. */
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import {
  type AddressInfo,
  connect as connectSocket,
  createServer as createNetServer,
  type Socket,
} from "node:net";
import type { PeerCertificate, TLSSocket } from "node:tls";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { CimError, type ConnectOptions } from "../../src/runtime/index.ts";
import type { Clock } from "../../src/runtime/clock.ts";
import { createRetrier } from "../../src/runtime/http/retry.ts";
import { caught, failure } from "./caught.ts";
import { certificateFor } from "./certificates.ts";
import { connect } from "./connect-windows.ts";
import { serve, soap } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const keys = { VMHostName: "vh", SessionId: 1 };
const found = (id: string): string =>
  soap("<s:X><s:VMHostName>vh</s:VMHostName><s:SessionId>1</s:SessionId></s:X>", id);
const done = (id: string): string =>
  soap("<s:Logoff_OUTPUT><s:ReturnValue>0</s:ReturnValue></s:Logoff_OUTPUT>", id);
const idOf = (body: string): string => /MessageID>([^<]*)</.exec(body)?.[1] ?? "";
const xml = { "Content-Type": "application/soap+xml;charset=UTF-8" };

/** Time that passes when somebody sleeps. */
function clock(): Clock & { readonly slept: readonly number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => 0.5,
    sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

const busy = () => Promise.reject(new CimError("unreachable", "busy", { isTransient: true }));

describe("what fails for a moment", () => {
  test("is asked again when it changes nothing, with growing pauses", async () => {
    const time = clock();
    const server = await serve(({ body }, response, index) => {
      if (index < 2) response.writeHead(503).end();
      else response.writeHead(200, xml).end(found(idOf(body)));
    });
    const cim = connect(server.url, { clock: time });
    expect((await cim.get(Session, keys)).SessionId).toBe(1);
    expect([server.seen.length, time.slept]).toEqual([3, [100, 200]]);
    await cim.close();
  });

  test("is not asked again when it might have changed something", async () => {
    const server = await serve((_, response) => response.socket?.destroy());
    const cim = connect(server.url, { clock: clock() });
    expect((await failure(() => cim.at(Session, keys).Logoff()))[0]).toBe("unreachable");
    expect(
      (await failure(() => cim.modify(Session, cim.at(Session, keys), { UserName: "x" })))[0],
    ).toBe("unreachable");
    expect((await failure(() => cim.delete(Session, keys)))[0]).toBe("unreachable");
    expect(server.seen).toHaveLength(3);
    await cim.close();
  });

  test("is given up after as many attempts as are allowed, and before the time is over", async () => {
    const time = clock();
    const often = createRetrier(
      { attempts: 5, delay: 1000, maxDelay: 3000 },
      { failures: Infinity },
      time,
    );
    await caught(() => often.run(busy, { isRepeatable: true, signals: [], deadline: Infinity }));
    expect(time.slept).toEqual([500, 1000, 1500, 1500]);
    const hurried = clock();
    const soon = createRetrier({ attempts: 5, delay: 1000 }, {}, hurried);
    await caught(() => soon.run(busy, { isRepeatable: true, signals: [], deadline: 1200 }));
    expect(hurried.slept).toEqual([500]);
  });
});

test("a dead host is left alone for a while, and then asked once", async () => {
  const time = clock();
  const { run } = createRetrier({ attempts: 1 }, { failures: 2, cooldown: 1000 }, time);
  let asked = 0;
  const ask = (action = busy) =>
    run(
      () => {
        asked++;
        return action();
      },
      { isRepeatable: false, signals: [], deadline: Infinity },
    );
  await caught(ask);
  await caught(ask);
  expect(await failure(ask)).toEqual([
    "unreachable",
    "not tried: it could not be reached 2 times in a row, and is left alone for 1 s",
  ]);
  expect(asked).toBe(2);
  await time.sleep(1000);
  await caught(ask);
  expect((await failure(ask))[1]).toContain("not tried");
  await time.sleep(1000);
  expect(await ask(() => Promise.resolve("back") as never)).toBe("back");
  await caught(ask);
  expect(asked).toBe(5);
});

test("who waits for a connection is told so, and that nothing was sent", async () => {
  const { url, sockets } = await silent();
  const cim = connect(url, { protocol: "wsman", maxConnections: 1 });
  const first = caught(() => cim.at(Session, keys).Logoff());
  await vi.waitUntil(() => sockets.size === 1);
  const abort = new AbortController();
  const aborted = failure(() => cim.at(Session, keys).Logoff({ signal: abort.signal }));
  const late = failure(() => cim.at(Session, keys).Logoff({ timeout: 50 }));
  expect(await late).toEqual([
    "timeout",
    expect.stringMatching(/none of 1 connections became free within \d+ ms, and nothing was sent/),
  ]);
  abort.abort();
  expect((await aborted)[0]).toBe("aborted");
  await cim.close();
  expect((await first).code).toBe("closed");
});

test("what cannot be sent takes no connection from others", async () => {
  const { url } = await silent();
  const cim = connect(url, { maxConnections: 1, headers: { "X-Broken": "a\nb" } });
  for (let count = 0; count < 3; count++) {
    expect((await failure(() => cim.get(Session, keys)))[1]).toContain("Invalid character");
  }
  await cim.close();
});

/** Takes connections and never answers. */
async function silent() {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.resume();
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // As: a server that listens on TCP has an address with a port.
  return { sockets, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wsman` };
}

describe("through a proxy", () => {
  async function proxy(accept: (request: IncomingMessage) => number) {
    const asked: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer();
    server.on("connect", (request, client: Socket) => {
      asked.push(`${request.url} ${request.headers["proxy-authorization"] ?? "-"}`);
      sockets.add(client);
      const status = accept(request);
      if (status !== 200) {
        client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
        return;
      }
      const [host = "", port = ""] = (request.url ?? "").split(":");
      const target = connectSocket(Number(port), host, () => {
        client.write("HTTP/1.1 200 Established\r\n\r\n");
        target.pipe(client).pipe(target);
      });
      sockets.add(target);
      target.on("error", () => client.destroy());
      client.on("error", () => target.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    // As: a server that listens on TCP has an address with a port.
    return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  test("requests reach the server in a tunnel, which is kept", async () => {
    const server = await serve(({ body }, response) =>
      response.writeHead(200, xml).end(done(idOf(body))),
    );
    const { asked, url } = await proxy(() => 200);
    const credentials = { username: "p", password: "w" };
    const cim = connect(server.url, { proxy: { url, credentials } });
    expect(await cim.at(Session, keys).Logoff()).toBe(0);
    expect(await cim.at(Session, keys).Logoff()).toBe(0);
    const { host } = new URL(server.url);
    expect(asked).toEqual([`${host} Basic ${Buffer.from("p:w").toString("base64")}`]);
    await cim.close();
  });

  test.each([
    [407, "it wants credentials: pass proxy.credentials"],
    [403, "it may not allow tunnels to this port"],
  ])("that answers %d says what to do", async (status, words) => {
    const { url } = await proxy(() => status);
    const cim = connect("http://127.0.0.1:9/wsman", { proxy: { url } });
    const [code, message] = await failure(() => cim.get(Session, keys));
    expect([code, message]).toEqual(["unreachable", expect.stringContaining(words)]);
    await cim.close();
  });

  test.each(["time", "closing"])("that says nothing is left after its %s", async (end) => {
    const { url, sockets } = await silent();
    const connectTimeout = end === "time" ? 100 : Infinity;
    const cim = connect("http://127.0.0.1:9/wsman", {
      proxy: { url },
      retry: { attempts: 1 },
      timeouts: { connect: connectTimeout },
    });
    const failing = failure(() => cim.get(Session, keys));
    if (end === "closing") await vi.waitUntil(() => sockets.size === 1);
    if (end === "closing") await cim.close();
    expect(await failing).toEqual(
      end === "closing"
        ? ["closed", "Win32_VirtualDesktopSession: the client is closed"]
        : ["timeout", expect.stringMatching(/the proxy .* made no connection within 100 ms/)],
    );
    await vi.waitUntil(() => sockets.size === 0);
    await cim.close();
  });

  test("is a URL without credentials", async () => {
    for (const url of ["proxy:3128", "http://u:p@proxy:3128"]) {
      expect((await failure(() => connect("http://h/", { proxy: { url } })))[0]).toBe(
        "configuration",
      );
    }
  });
});

describe("over TLS", () => {
  async function secure(name: string, options: { readonly requestCert?: boolean } = {}) {
    const { key, cert, ca } = await certificateFor(name);
    const seen: string[] = [];
    const server = createSecureServer(
      { key, cert, ca, rejectUnauthorized: false, ...options },
      (request, response) => {
        // As: a request over TLS has a TLS socket.
        const socket = request.socket as TLSSocket;
        // As: without a certificate there is no subject, whatever the types say.
        const { subject } = socket.getPeerCertificate() as Partial<PeerCertificate>;
        seen.push(
          `${socket.getProtocol() ?? ""} ${subject === undefined ? "-" : [subject.CN].flat().join()}`,
        );
        let body = "";
        request.on("data", (piece) => (body += String(piece)));
        request.on("end", () => response.writeHead(200, xml).end(done(idOf(body))));
      },
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    // As: a server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    const logoff = async (tls: NonNullable<ConnectOptions["tls"]>): Promise<number> => {
      const cim = connect(`https://localhost:${port}/wsman`, { tls, retry: { attempts: 1 } });
      onTestFinished(() => cim.close());
      return cim.at(Session, keys).Logoff();
    };
    return { key, cert, ca, seen, logoff };
  }

  test("the issuer, the name and the version can be stated", async () => {
    const { ca, seen, logoff } = await secure("broker.example");
    expect(await logoff({ ca, servername: "broker.example", minVersion: "TLSv1.3" })).toBe(0);
    expect(seen).toEqual(["TLSv1.3 -"]);
    expect((await failure(() => logoff({ ca })))[1]).toContain("is for another name");
    expect((await failure(() => logoff({ servername: "broker.example" })))[1]).toContain(
      "is not trusted",
    );
    expect(await logoff({ dangerouslyAcceptAnyCertificate: true })).toBe(0);
  });

  test("a client certificate is shown", async () => {
    const own = await certificateFor("operator");
    const { ca, seen, logoff } = await secure("localhost", { requestCert: true });
    expect(await logoff({ ca, cert: own.cert, key: own.key })).toBe(0);
    expect(seen).toEqual([expect.stringMatching(/ operator$/)]);
  });
});

describe("time", () => {
  test("for a connection is its own", async () => {
    // Nobody answers at an address that is kept for documentation.
    const cim = connect("http://192.0.2.1:5985/wsman", {
      timeouts: { connect: 50 },
      retry: { attempts: 1 },
    });
    const error = await caught(() => cim.get(Session, keys));
    // A network that says at once that there is no way is right as well.
    expect(["timeout", "unreachable"]).toContain(error.code);
    expect(error.code === "timeout" ? error.advice?.failure : "firewall").toBe("firewall");
    await cim.close();
  });

  test("for the beginning of an answer is its own", async () => {
    const server = await serve(() => undefined);
    const cim = connect(server.url, { timeouts: { headers: 50 } });
    expect((await failure(() => cim.get(Session, keys)))[1]).toContain("no answer within 50 ms");
    await cim.close();
  });

  test.each(["connect", "headers", "idle", "operation"] as const)(
    "that is none is refused: %s",
    async (name) => {
      expect((await failure(() => connect("http://h/", { timeouts: { [name]: 0 } })))[0]).toBe(
        "configuration",
      );
    },
  );
});
