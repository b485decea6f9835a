import { describe, expect, test, vi } from "vitest";
import { createClient, memoryTransport } from "../../src/runtime/index.ts";
import { connect } from "./connect-windows.ts";
import { collect, failure } from "./caught.ts";
import { serveBodies } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const keys = { VMHostName: "v", SessionId: 1 };
const ok = "<s:Logoff_OUTPUT><s:ReturnValue>0</s:ReturnValue></s:Logoff_OUTPUT>";

describe("a timeout", () => {
  const sentence = "timeout must be a number of milliseconds above 0, or Infinity";

  test.each([NaN, -1, 0, -Infinity])("of %d is refused", async (timeout) => {
    expect(await failure(() => connect("http://h/", { timeout }))).toEqual([
      "configuration",
      sentence,
    ]);
    const memory = memoryTransport({ classes: [Session] });
    expect((await failure(() => createClient(memory, { timeout })))[0]).toBe("configuration");
    const cim = createClient(memory);
    const calls = [
      () => cim.get(Session, keys, { timeout }),
      () => cim.at(Session, keys).Logoff({ timeout }),
      () => collect(cim.enumerate(Session, { timeout })),
    ];
    for (const call of calls) {
      const [code, message] = await failure(call);
      expect([code, message.endsWith(sentence)]).toEqual(["invalid-parameter", true]);
    }
  });

  test.each([
    [Infinity, false],
    [2 ** 31, true],
    [1e300, true],
  ])(
    "of %d waits as long as timers can, and the server hears of one that it can read",
    async (timeout, isTimed) => {
      const started = vi.spyOn(globalThis, "setTimeout");
      const server = await serveBodies(ok);
      const cim = connect(server.url, { timeout });
      expect(await cim.at(Session, keys).Logoff()).toBe(0);
      expect(/PT[^<]*/.exec(server.seen[0]?.body ?? "")?.[0]).toBe("PT2147483.647S");
      // Node takes what is larger than its timers hold for 1 ms.
      const delays = started.mock.calls.map(([, delay]) => delay ?? 0);
      expect(Math.max(...delays)).toBeLessThanOrEqual(2147483647);
      expect(delays.some((delay) => delay > 86_400_000)).toBe(isTimed);
      started.mockRestore();
      await cim.close();
    },
  );

  test("below a millisecond is told as one", async () => {
    const server = await serveBodies(ok);
    const cim = connect(server.url);
    await cim
      .at(Session, keys)
      .Logoff({ timeout: 0.1 })
      .catch(() => undefined);
    await cim.at(Session, keys).Logoff();
    const told = server.seen.map(({ body }) => /PT[^<]*/.exec(body)?.[0]);
    expect(told).not.toContain("PT0.000S");
    await cim.close();
  });
});
