import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  connect as connectAny,
  createClient,
  instancesOf,
  memoryTransport,
  windows,
} from "../../src/runtime/index.ts";
import { startServer } from "../../src/simulator/index.ts";
import { connect } from "./connect-windows.ts";
import { Alert } from "./alert.ts";
import { caught, collect, failure } from "./caught.ts";
import { serve, serveBodies, soap } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const keys = { VMHostName: "v", SessionId: 1 };

test("closing ends calls at once, whatever becomes of a release", async () => {
  const unreadable =
    "<n:EnumerateResponse><n:EnumerationContext>c</n:EnumerationContext><w:Items><s:S><s:SessionId>x</s:SessionId></s:S></w:Items></n:EnumerateResponse>";
  const server = await serve((request, response) => {
    const messageId = /<a:MessageID>(.*?)</.exec(request.body)?.[1] ?? "";
    // Nothing else is ever answered.
    if (!request.body.includes("<n:Enumerate>")) return;
    response.writeHead(200, { "Content-Type": "application/soap+xml" });
    response.end(soap(unreadable, messageId));
  });
  const cim = connect(server.url);
  expect((await caught(() => collect(cim.enumerate(Session)))).code).toBe("protocol");
  const start = performance.now();
  let rejected = Infinity;
  const running = caught(() => cim.at(Session, keys).Logoff()).finally(() => {
    rejected = performance.now() - start;
  });
  await cim.close();
  const closed = performance.now() - start;
  expect((await running).code).toBe("closed");
  expect([rejected < 300, closed < 2000]).toEqual([true, true]);
  expect((await caught(() => cim.get(Session, keys))).code).toBe("closed");
});

test("a thousand calls at a time are no leak", async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): unknown => warnings.push(warning);
  process.on("warning", onWarning);
  onTestFinished(() => {
    process.off("warning", onWarning);
  });
  const server = await serveBodies("<s:Logoff><s:ReturnValue>0</s:ReturnValue></s:Logoff>");
  const cim = connect(server.url);
  const { signal } = new AbortController();
  const handle = cim.at(Session, keys);
  const calls = Array.from({ length: 1000 }, (_, index) =>
    index % 2 === 0 ? handle.Logoff() : handle.Logoff({ signal }),
  );
  expect(new Set(await Promise.all(calls))).toEqual(new Set([0]));
  await cim.close();
  expect(warnings).toEqual([]);
});

test("an answer that breaks off is told from a wrong port", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "Content-Length": "1000" });
    response.write("<s", () => response.socket?.resetAndDestroy());
  });
  const { host } = new URL(server.url);
  expect(await failure(() => connect(server.url).at(Session, keys).Logoff())).toEqual([
    "unreachable",
    `Win32_VirtualDesktopSession.Logoff: ${host} closed the connection in the middle of its answer: ` +
      "the service, or something on the way, broke off",
  ]);
});

async function start(address: "url" | "cimXmlUrl") {
  const instances = Array.from({ length: 2000 }, (_, index) => ({
    VMHostName: "v".repeat(300),
    SessionId: index,
  }));
  const server = await startServer({
    classes: [Session, Alert],
    instances: [instancesOf(Session, instances)],
  });
  onTestFinished(() => server.close());
  const isWsman = address === "url";
  const cim = connectAny(server[address], isWsman ? { dialect: windows } : {});
  return { server, cim };
}

describe.each(["url", "cimXmlUrl"] as const)("closing gives back what is open at %s", (address) => {
  test("though its consumer has not come back", async () => {
    const { server, cim } = await start(address);
    const items = cim.enumerate(Session)[Symbol.asyncIterator]();
    expect((await items.next()).done).toBe(false);
    await cim.close();
    expect(server.openContexts).toBe(0);
    expect((await caught(() => exhaust(items))).code).toBe("closed");
    expect(server.openContexts).toBe(0);
  });

  test("though the server has only been asked", async () => {
    const { server, cim } = await start(address);
    const asked = caught(() => cim.enumerate(Session)[Symbol.asyncIterator]().next());
    await cim.close();
    expect((await asked).code).toBe("closed");
    expect(server.openContexts).toBe(0);
  });
});

test("who leaves a loop does not wait long for the rest of an answer", async () => {
  const server = await serve(({ body }, response) => {
    const id = / ID="([^"]*)"/.exec(body)?.[1] ?? "";
    response.writeHead(200, { "Content-Type": "application/xml" });
    // And then no more.
    response.write(
      `<CIM CIMVERSION="2.0" DTDVERSION="2.0"><MESSAGE ID="${id}" PROTOCOLVERSION="1.0"><SIMPLERSP><IMETHODRESPONSE NAME="OpenEnumerateInstances"><IRETURNVALUE><VALUE.NAMEDINSTANCE><INSTANCENAME CLASSNAME="Win32_VirtualDesktopSession"><KEYBINDING NAME="VMHostName"><KEYVALUE>vh</KEYVALUE></KEYBINDING><KEYBINDING NAME="SessionId"><KEYVALUE VALUETYPE="numeric">1</KEYVALUE></KEYBINDING></INSTANCENAME><INSTANCE CLASSNAME="Win32_VirtualDesktopSession"/></VALUE.NAMEDINSTANCE>`,
    );
  });
  const cim = connectAny(server.url, { protocol: "cim-xml", mismatch: "ignore" });
  const items = cim.enumerate(Session)[Symbol.asyncIterator]();
  await items.next();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const left = items.return?.();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  await left;
  await cim.close();
});

test("items that nobody asks for any more leave no timer behind", async () => {
  const { server } = await start("url");
  const cim = connectAny(server.url, { dialect: windows, timeouts: { operation: 54_321 } });
  const clear = vi.spyOn(globalThis, "clearTimeout");
  const set = vi.spyOn(globalThis, "setTimeout");
  onTestFinished(() => void vi.restoreAllMocks());
  const items = cim.enumerate(Session)[Symbol.asyncIterator]();
  await items.next();
  await cim.close();
  const timers = set.mock.results
    .filter((_, index) => set.mock.calls[index]?.[1] === 54_321)
    .map(({ value }): unknown => value);
  const cleared = clear.mock.calls.map(([timer]) => timer);
  expect(timers.map((timer) => cleared.includes(timer as never))).toEqual([true]);
});

test("closing gives back a subscription, too", async () => {
  const { server, cim } = await start("url");
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  const first = events.next();
  await vi.waitUntil(() => server.openContexts === 1);
  server.events.publish(Alert, { Text: "t" });
  expect((await first).done).toBe(false);
  await cim.close();
  expect(server.openContexts).toBe(0);
  expect((await caught(() => exhaust(events))).code).toBe("closed");
});

async function exhaust(items: AsyncIterator<unknown>): Promise<void> {
  while ((await items.next()).done !== true);
}

test.each(["url", "cimXmlUrl", "memory"] as const)(
  "a signal that outlives its calls keeps nothing of them, over %s",
  async (way) => {
    const seed = { classes: [Session], instances: [instancesOf(Session, [keys])] };
    const server = await startServer(seed);
    const cim =
      way === "memory"
        ? createClient(memoryTransport(seed))
        : connectAny(server[way], { timeouts: { operation: 10_000 } });
    onTestFinished(async () => {
      vi.restoreAllMocks();
      await cim.close();
      await server.close();
    });
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    const any = vi.spyOn(AbortSignal, "any");
    await cim.get(Session, keys, { signal });
    await collect(cim.enumerate(Session, { signal }));
    for await (const _ of cim.enumerate(Session, { signal })) break;
    await caught(() => cim.get(Session, { ...keys, SessionId: 9 }, { signal }));
    expect(add.mock.calls.length).toBeGreaterThanOrEqual(4);
    const added = add.mock.calls.map(([, listener]) => listener);
    expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(
      expect.arrayContaining(added),
    );
    // On the client's side: the server has signals of its own.
    expect(any.mock.calls.filter(([signals]) => [...signals].includes(signal))).toEqual([]);
  },
);

test("closing ends a subscription that waits for its server to come back", async () => {
  const opened =
    '<e:SubscribeResponse xmlns:e="urn:e"><n:EnumerationContext>c</n:EnumerationContext></e:SubscribeResponse>';
  const server = await serve((request, response, index) => {
    if (index > 0) return response.socket?.resetAndDestroy();
    const messageId = /<a:MessageID>(.*?)</.exec(request.body)?.[1] ?? "";
    response.writeHead(200, { "Content-Type": "application/soap+xml" });
    return response.end(soap(opened, messageId));
  });
  const sleeping: AbortSignal[] = [];
  const cim = connect(server.url, {
    retry: { attempts: 1 },
    circuit: { failures: Infinity },
    clock: {
      now: () => performance.now(),
      random: () => 0,
      // For ever, if nobody ends it.
      sleep: (_, signal) =>
        new Promise((_resolve, reject) => {
          if (signal === undefined) return;
          sleeping.push(signal);
          signal.addEventListener("abort", () => {
            // As: the client's own error.
            reject(signal.reason as Error);
          });
        }),
    },
  });
  const waiting = caught(() => collect(cim.subscribe(Alert)));
  await vi.waitUntil(() => sleeping.length > 0);
  await cim.close();
  expect((await waiting).code).toBe("closed");
});
