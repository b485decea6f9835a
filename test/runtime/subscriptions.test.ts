/** Subscriptions of servers that lose them, end them, or answer with nothing. */
import { expect, onTestFinished, test, vi } from "vitest";
import { CimError, type ConnectOptions, wql } from "../../src/runtime/index.ts";
import { connect } from "./connect-windows.ts";
import { Alert } from "./alert.ts";
import { caught, collect, next } from "./caught.ts";
import { type Seen, serve, soap } from "./scripted-server.ts";

const opened = (id: number): string =>
  `<e:SubscribeResponse xmlns:e="urn:e"><n:EnumerationContext>c${id}</n:EnumerationContext></e:SubscribeResponse>`;
const pulled = (items: string, end = ""): string =>
  `<n:PullResponse><n:Items>${items}</n:Items>${end}</n:PullResponse>`;
const alert = '<p:Test_Alert xmlns:p="urn:p"><p:Text>t</p:Text></p:Test_Alert>';
const forgotten =
  "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>n:InvalidEnumerationContext</s:Value></s:Subcode></s:Code></s:Fault>";

type Act = "last" | "opened" | "forgotten" | "nothing" | "alert" | "end" | "reset" | "silence";

/** What was asked for, in order, by a client whose time passes when it sleeps. */
async function session(
  act: (what: string, count: number) => Act,
  time: () => number = () => 0,
  options: ConnectOptions = {},
) {
  const asked: string[] = [];
  const contents: Readonly<Record<Act, () => string>> = {
    opened: () => opened(asked.filter((each) => each === "Subscribe").length),
    forgotten: () => forgotten,
    nothing: () => pulled(""),
    alert: () => pulled(alert),
    end: () => pulled("", "<n:EndOfSequence/>"),
    reset: () => "",
    silence: () => "",
    last: () => pulled(alert, "<n:EndOfSequence/>"),
  };
  const server = await serve((request, response) => {
    const what = whatOf(request);
    asked.push(what);
    if (what === "Unsubscribe") {
      response.writeHead(200, { "Content-Type": "application/soap+xml" });
      response.end(soap("", idOf(request)));
      return;
    }
    const how = act(what, asked.filter((each) => each === what).length);
    if (how === "silence") return;
    if (how === "reset") {
      response.socket?.resetAndDestroy();
      return;
    }
    const content = contents[how]();
    response.writeHead(content.startsWith("<s:Fault>") ? 500 : 200, {
      "Content-Type": "application/soap+xml",
    });
    response.end(soap(content, idOf(request)));
  });
  const slept: number[] = [];
  let now = 0;
  const cim = connect(server.url, {
    retry: { attempts: 1 },
    ...options,
    clock: {
      now: () => now + time(),
      random: () => 0,
      sleep(milliseconds) {
        slept.push(milliseconds);
        now += milliseconds;
        return Promise.resolve();
      },
    },
  });
  onTestFinished(() => cim.close());
  return { cim, asked, slept };
}

const idOf = ({ body }: Seen): string => /<a:MessageID>(.*?)</.exec(body)?.[1] ?? "";
const whatOf = ({ body }: Seen): string =>
  /<(?:e|n):(\w+)[ />]/.exec(body.slice(body.indexOf("<s:Body")))?.[1] ?? "?";

test("a server that answers at once and with nothing is asked more and more slowly", async () => {
  const { cim, slept } = await session((what, count) => {
    if (what === "Subscribe") return "opened";
    return count > 10 ? "alert" : "nothing";
  });
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  expect(await next(events)).toMatchObject({ kind: "indication" });
  expect(slept).toEqual([20, 40, 80, 160, 320, 640, 1000, 1000, 1000, 1000]);
  await events.return?.(undefined);
});

test("a subscription that is lost again and again is given up, and not made anew at once", async () => {
  const { cim, asked, slept } = await session((what) =>
    what === "Subscribe" ? "opened" : "forgotten",
  );
  const seen: string[] = [];
  const loop = async () => {
    for await (const { kind } of cim.subscribe(Alert)) seen.push(kind);
  };
  expect((await caught(loop)).code).toBe("invalid-context");
  expect(seen).toEqual(["gap", "gap", "gap", "gap", "gap"]);
  expect(slept).toEqual([1000, 2000, 4000, 8000]);
  expect(asked.filter((each) => each === "Subscribe")).toHaveLength(6);
});

test("one that works for a moment each time is given up as well", async () => {
  let now = 0;
  const { cim, asked } = await session(
    (what) => {
      if (what === "Subscribe") return "opened";
      now += 1100;
      return "forgotten";
    },
    () => now,
  );
  expect((await caught(() => collect(cim.subscribe(Alert)))).code).toBe("invalid-context");
  expect(asked.filter((each) => each === "Subscribe")).toHaveLength(6);
});

test("one that ends with each indication is renewed once in a second", async () => {
  const { cim, slept } = await session((what) => (what === "Subscribe" ? "opened" : "last"));
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  const kinds: (string | undefined)[] = [];
  for (let count = 0; count < 20; count++) kinds.push((await next(events))?.kind);
  expect(kinds.filter((kind) => kind === "gap")).toHaveLength(10);
  expect(slept).toEqual(Array.from({ length: 9 }, () => 1000));
  await events.return?.(undefined);
});

test("a quiet one is not given up because the client waits for a short time only", async () => {
  const { cim } = await session(
    (what) => (what === "Subscribe" ? "opened" : "silence"),
    () => 0,
    { timeouts: { headers: 20 } },
  );
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  for (let count = 0; count < 10; count++) {
    expect(await next(events)).toMatchObject({ kind: "gap" });
  }
  await events.return?.(undefined);
});

test("a server that is away for a while is found again", async () => {
  let isAway = false;
  const { cim, slept } = await session((what, count) => {
    if (what === "Pull" && count === 1) isAway = true;
    // Five renewals, of which the last one arrives.
    if (isAway && what === "Subscribe" && count === 6) isAway = false;
    if (isAway) return "reset";
    return what === "Subscribe" ? "opened" : "alert";
  });
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  expect(await next(events)).toMatchObject({ kind: "gap" });
  expect(await next(events)).toMatchObject({ kind: "indication" });
  expect(slept).toEqual([1000, 2000, 4000, 8000]);
  await events.return?.(undefined);
});

test("the end of the call is no loss", async () => {
  const abort = new AbortController();
  const { cim, asked } = await session((what) => {
    if (what === "Subscribe") return "opened";
    abort.abort(new CimError("timeout", "enough"));
    return "silence";
  });
  const loop = () => collect(cim.subscribe(Alert, { signal: abort.signal }));
  expect((await caught(loop)).message).toContain("enough");
  expect(asked).toEqual(["Subscribe", "Pull", "Unsubscribe"]);
});

test("one that the server ends is a gap, and no silent end", async () => {
  const { cim } = await session((what, count) => {
    if (what === "Subscribe") return "opened";
    return count === 1 ? "end" : "alert";
  });
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  const gap = await next(events);
  expect([gap?.kind, gap?.kind === "gap" && gap.reason]).toEqual([
    "gap",
    "the subscription was lost and made anew: pull-has-been-abandoned: the server ended the subscription",
  ]);
  expect(await next(events)).toMatchObject({ kind: "indication" });
  await events.return?.(undefined);
});

test("one whose connection broke is ended at the server, which may still have it", async () => {
  const { cim, asked } = await session((what, count) => {
    if (what === "Subscribe") return "opened";
    return count === 1 ? "reset" : "alert";
  });
  const events = cim.subscribe(Alert)[Symbol.asyncIterator]();
  expect(await next(events)).toMatchObject({ kind: "gap" });
  await vi.waitUntil(() => asked.includes("Unsubscribe"));
  await events.return?.(undefined);
  expect(asked.filter((each) => each === "Unsubscribe")).toHaveLength(2);
});

test("a query that XML cannot carry is refused, and not changed", async () => {
  const { cim, asked } = await session(() => "opened");
  const broken = wql(Alert)`SELECT * FROM ${Alert} WHERE Text = ${"a\u0001"}`;
  const words = "the query has the character U+0001, which XML cannot carry";
  expect((await caught(() => collect(cim.subscribe(broken)))).message).toContain(words);
  expect((await caught(() => collect(cim.query(broken)))).message).toContain(words);
  expect(asked).toEqual([]);
});
