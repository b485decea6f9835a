import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  CimError,
  type ClassDescriptor,
  createClient,
  defineClass,
  formatPath,
  type Interceptor,
  isHandle,
  type MemoryOptions,
  memoryTransport,
  path,
  pathOf,
  type Transport,
} from "../../src/runtime/index.ts";
import { caught, collect, failure } from "./caught.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const alice = { VMHostName: "vh01", SessionId: 1, UserName: "alice", Bytes: 2n ** 60n, Tags: [] };
const bob = { VMHostName: "vh01", SessionId: 2 };

function client(options: MemoryOptions = {}) {
  return createClient(
    memoryTransport({
      classes: [Session],
      instances: { Win32_VirtualDesktopSession: [alice, bob] },
      ...options,
    }),
  );
}

/** A transport that fails the test when it is used. */
const unreachable: Transport = {
  exchange: () => Promise.reject(new Error("I/O")),
  close: () => Promise.resolve(),
};

describe("at", () => {
  const cim = createClient(unreachable);

  test("makes a handle with keys and methods, and no I/O", () => {
    const session = cim.at(Session, { VMHostName: "vh01", SessionId: 3 });
    expect({ ...session }).toEqual({ VMHostName: "vh01", SessionId: 3 });
    expect(session[path]).toEqual({
      namespace: "root/cimv2/rdms",
      className: "Win32_VirtualDesktopSession",
      keys: { VMHostName: "vh01", SessionId: 3 },
    });
    expect(formatPath(pathOf(session))).toBe(
      'root/cimv2/rdms:Win32_VirtualDesktopSession.VMHostName="vh01",SessionId=3',
    );
    expect([isHandle(session), isHandle({}), isHandle(null)]).toEqual([true, false, false]);
  });

  test("takes the keys in any order and keeps the class's", () => {
    const session = cim.at(Session, { SessionId: 3, VMHostName: "vh01" });
    expect(Object.keys(session)).toEqual(["VMHostName", "SessionId"]);
  });

  test("takes a reference, and gives its keys the class's types", () => {
    const session = cim.at(Session, cim.at(Session, { VMHostName: "vh01", SessionId: 3 }));
    expect({ ...session }).toEqual({ VMHostName: "vh01", SessionId: 3 });
  });

  test.each([
    [{ VMHostName: "a" }, "key SessionId is missing"],
    [{ VMHostName: "a", SessionId: null }, "key SessionId is missing"],
    [{ VMHostName: "a", SessionId: "3" }, "key SessionId must be a uint32, not a string"],
    [{ VMHostName: "a", SessionId: -1 }, "key SessionId must be a uint32, not the number -1"],
    [
      { VMHostName: "a", SessionId: 3, Other: 1 },
      "Other is no key; its keys are VMHostName, SessionId",
    ],
  ])("refuses the keys %j", async (keys, sentence) => {
    expect(await failure(() => cim.at(Session, keys as never))).toEqual([
      "invalid-parameter",
      `Win32_VirtualDesktopSession: ${sentence}`,
    ]);
  });

  test("uses the client's namespace instead of the class's", () => {
    const other = createClient(unreachable, { namespace: "root/other" });
    expect(pathOf(other.at(Session, { VMHostName: "a", SessionId: 3 })).namespace).toBe(
      "root/other",
    );
  });

  test("cannot be changed, and looks like its class", () => {
    const session = cim.at(Session, { VMHostName: "vh01", SessionId: 3 });
    expect(Object.isFrozen(session)).toBe(true);
    expect(inspect(session, { breakLength: Infinity })).toBe(
      "Object [Win32_VirtualDesktopSession] { VMHostName: 'vh01', SessionId: 3 }",
    );
  });

  test("shares one prototype among the handles of a class", () => {
    const [one, other] = [1, 2].map((SessionId) => cim.at(Session, { VMHostName: "a", SessionId }));
    expect(one?.Logoff).toBe(other?.Logoff);
  });
});

describe("get", () => {
  test("by keys, with every declared property", async () => {
    const session = await client().get(Session, { VMHostName: "vh01", SessionId: 2 });
    expect({ ...session }).toEqual({
      VMHostName: "vh01",
      SessionId: 2,
      UserName: null,
      Bytes: null,
      Tags: null,
    });
    const own = Object.getOwnPropertyDescriptor(session, "UserName");
    expect(own).toEqual({ value: null, enumerable: true, writable: false, configurable: false });
  });

  test("by handle", async () => {
    const cim = client();
    const session = await cim.get(cim.at(Session, { VMHostName: "vh01", SessionId: 1 }));
    expect({ ...session }).toEqual(alice);
  });

  test("of nothing", async () => {
    const error = await caught(() => client().get(Session, { VMHostName: "vh01", SessionId: 9 }));
    expect(error).toMatchObject({
      code: "not-found",
      message: "not-found: Win32_VirtualDesktopSession: there is no such instance",
      cimStatus: 6,
    });
  });

  test("writes JSON without loss", async () => {
    const session = await client().get(Session, { VMHostName: "vh01", SessionId: 1 });
    expect(JSON.parse(JSON.stringify(session))).toEqual({
      ...alice,
      Bytes: "1152921504606846976",
    });
  });
});

describe("enumerate", () => {
  test("gives instances with methods", async () => {
    const cim = client({ handlers: { Win32_VirtualDesktopSession: { Logoff: () => 5 } } });
    const seen: unknown[] = [];
    for await (const session of cim.enumerate(Session)) {
      seen.push([session.UserName, await session.Logoff()]);
    }
    expect(seen).toEqual([
      ["alice", 5],
      [null, 5],
    ]);
  });

  test("asks anew for each loop", async () => {
    const transport = memoryTransport({ classes: [Session] });
    const sessions = createClient(transport).enumerate(Session);
    const count = async () => (await collect(sessions)).length;
    expect(await count()).toBe(0);
    transport.store.add("Win32_VirtualDesktopSession", bob);
    expect(await count()).toBe(1);
  });

  test("finds instances of subclasses, shown as the class that was asked for", async () => {
    const Sub = defineClass({
      ...Session,
      name: "Sub_Session",
      superclasses: ["Win32_VirtualDesktopSession"],
      properties: { ...Session.properties, Extra: "string" },
    });
    const cim = client({
      classes: [Session, Sub],
      instances: { Sub_Session: [{ ...bob, Extra: "x" }] },
      handlers: { Win32_VirtualDesktopSession: { Logoff: ({ cls }) => cls.name.length } },
    });
    const [session] = await collect(cim.enumerate(Session));
    expect(session && [pathOf(session).className, Object.keys(session).length]).toEqual([
      "Sub_Session",
      5,
    ]);
    expect(await session?.Logoff()).toBe("Sub_Session".length);
  });

  test("of an unknown class", async () => {
    const cim = client({ classes: [], instances: {} });
    expect(await failure(() => collect(cim.enumerate(Session)))).toEqual([
      "invalid-namespace",
      "Win32_VirtualDesktopSession: there is no namespace root/cimv2/rdms",
    ]);
  });

  test("stops at an abort", async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const error = await caught(async () => {
      for await (const session of client().enumerate(Session, { signal: abort.signal })) {
        seen.push(session.SessionId);
        abort.abort();
      }
    });
    expect([seen, error.code]).toEqual([[1], "aborted"]);
  });
});

describe("methods", () => {
  const calls: unknown[] = [];
  const cim = client({
    handlers: {
      Win32_VirtualDesktopSession: {
        Logoff: ({ path, store }) => (store.delete(path) ? 0 : 1),
        SendMessage: ({ input }) => (calls.push(input), 0),
        Disconnect: ({ input }) => ({ ReturnValue: 7, Reason: JSON.stringify(input) }),
        Touch: () => undefined,
        Measure: () => ({
          Width: 3,
          Host: cim.at(Session, { VMHostName: "h", SessionId: 1 }),
        }),
        Count: ({ path }) => (Object.keys(path.keys).length === 0 ? 2 : 99),
      },
    },
  });
  const session = cim.at(Session, { VMHostName: "vh01", SessionId: 1 });

  test("return the bare value without outputs", async () => {
    expect(await session.SendMessage({ Message: "b", Title: "a" })).toBe(0);
    expect(calls).toEqual([{ Title: "a", Message: "b" }]);
  });

  test("return an object with outputs", async () => {
    expect(await session.Disconnect({ Force: true })).toEqual({
      ReturnValue: 7,
      Reason: '{"Force":true}',
    });
    expect(await session.Disconnect()).toEqual({ ReturnValue: 7, Reason: "{}" });
    expect(await session.Disconnect({ Force: null })).toEqual({
      ReturnValue: 7,
      Reason: '{"Force":null}',
    });
  });

  test("return nothing, or outputs alone, when they are void", async () => {
    expect(await session.Touch()).toBeUndefined();
    const { Width, Host, ...rest } = await session.Measure();
    expect([Width, Host && pathOf(Host).keys, rest]).toEqual([
      3,
      { VMHostName: "h", SessionId: 1 },
      {},
    ]);
  });

  test("of the class go to the class", async () => {
    expect(await cim.class(Session).Count({ Host: "x" })).toBe(2);
    expect(await cim.invoke(Session, "Count")).toBe(2);
    expect("Count" in session).toBe(false);
  });

  test("by name, for both", async () => {
    expect(await cim.invoke(session, "Touch")).toBeUndefined();
    expect(await cim.invoke(session, "SendMessage", { Title: "", Message: "" })).toBe(0);
  });

  test("can delete what they are called on", async () => {
    expect(await session.Logoff()).toBe(0);
    expect((await caught(() => session.Logoff())).code).toBe("not-found");
  });

  test("need their handle", async () => {
    const { Logoff } = session;
    expect(await failure(() => Logoff())).toEqual([
      "configuration",
      "Win32_VirtualDesktopSession.Logoff: call it on its handle, as handle.Logoff(…): it was taken off",
    ]);
  });

  test("without handler", async () => {
    const bare = client().at(Session, { VMHostName: "vh01", SessionId: 1 });
    expect(await failure(() => bare.Logoff())).toEqual([
      "method-not-available",
      "Win32_VirtualDesktopSession.Logoff: the method has no handler",
    ]);
  });

  test("that hang end at an abort", async () => {
    const abort = new AbortController();
    const hanging = client({
      handlers: {
        Win32_VirtualDesktopSession: {
          Logoff: () => {
            abort.abort();
            return new Promise(() => undefined);
          },
        },
      },
    }).at(Session, { VMHostName: "vh01", SessionId: 1 });
    expect(await failure(() => hanging.Logoff({ signal: abort.signal }))).toEqual([
      "aborted",
      "Win32_VirtualDesktopSession.Logoff: the call was aborted",
    ]);
  });
});

describe("arguments are checked before anything is sent", () => {
  const everything: ClassDescriptor<unknown> = defineClass({
    format: 1,
    name: "C",
    namespace: "root",
    methods: {
      M: {
        in: {
          u8: "uint8",
          u64: "uint64",
          b: "boolean",
          c: "char16",
          d: "datetime",
          i: "interval",
          o: "octetstring",
          r: "ref D",
          e: "instance D",
          list: "uint8[]",
        },
      },
    },
  });
  // As a JavaScript program calls it, whom no types stop.
  const loose = createClient(unreachable) as unknown as {
    invoke(...input: unknown[]): Promise<unknown>;
  };

  test.each([
    [{ u8: 300 }, "parameter u8 must be a uint8, not the number 300"],
    [{ u8: 1.5 }, "parameter u8 must be a uint8, not the number 1.5"],
    [{ u8: 1n }, "parameter u8 must be a uint8, not the bigint 1"],
    [{ u8: "1" }, "parameter u8 must be a uint8, not a string"],
    [
      { u64: 2 ** 60 },
      "parameter u64 must be a uint64 (bigint, or a safe integer), not the number 1152921504606847000",
    ],
    [{ b: 1 }, "parameter b must be a boolean, not the number 1"],
    [{ c: "ab" }, "parameter c must be a char16, not a string"],
    [{ d: new Date(0) }, "parameter d must be a datetime (CimDateTime or CimInterval), not a Date"],
    [
      { i: CimDateTime.from(new Date(0)) },
      "parameter i must be an interval (CimInterval), not a CimDateTime",
    ],
    [{ o: [1] }, "parameter o must be an octetstring (Uint8Array), not an array"],
    [{ r: {} }, "parameter r must be a ref D, not an object"],
    [{ e: "x" }, "parameter e must be a D, not a string"],
    [{ e: { fn: () => 1 } }, "parameter e.fn must be a CIM value, not a function"],
    [{ e: { deep: { n: 1 } } }, "parameter e.deep must be a CimInstance, not an object"],
    [{ list: 1 }, "parameter list must be an array of uint8, not the number 1"],
    [{ list: [1, 256] }, "parameter list[1] must be a uint8, not the number 256"],
    [{ U8: 1 }, "U8 is no input parameter; there are u8, u64, b, c, d, i, o, r, e, list"],
    [[1], "arguments are named: pass one object"],
    ["x", "arguments are named: pass one object"],
  ])("%o", async (input, sentence) => {
    const error = await caught(() => loose.invoke(everything, "M", input));
    expect(error).toMatchObject({
      code: "invalid-parameter",
      message: `invalid-parameter: C.M: ${sentence}`,
      className: "C",
      method: "M",
    });
  });

  test("an unknown method", async () => {
    expect(await failure(() => loose.invoke(everything, "m"))).toEqual([
      "method-not-found",
      "C: the class has no method m; it has M",
    ]);
  });
});

describe("names that JavaScript knows", () => {
  interface Odd {
    readonly id: string;
    then(): string;
    toString(): string;
    // eslint-disable-next-line @typescript-eslint/no-misused-new -- a method of this name is the point
    constructor(): string;
  }
  const names = ["then", "toString", "constructor", "__proto__", "hasOwnProperty"];
  const Odd: ClassDescriptor<Odd, "id"> = defineClass({
    format: 1,
    name: "Odd",
    namespace: "root",
    keys: ["id"],
    properties: Object.fromEntries([
      ["id", "string"],
      ["__proto__", "string"],
      ["valueOf", "string"],
    ]),
    methods: Object.fromEntries(names.map((name) => [name, { returns: "string" }])),
  });
  const cim = createClient(
    memoryTransport({
      classes: [Odd],
      instances: { Odd: [JSON.parse('{"id":"x","__proto__":"p","valueOf":"v"}') as object] },
      handlers: {
        Odd: Object.fromEntries(
          names.map((name) => [name, ({ method }: { method: string }) => method]),
        ),
      },
    }),
  );

  test("methods are called, not inherited ones", async () => {
    const odd = cim.at(Odd, { id: "x" });
    const call = odd as unknown as Record<string, () => Promise<unknown>>;
    expect(await call["toString"]?.()).toBe("toString");
    expect(await call["constructor"]?.()).toBe("constructor");
    // eslint-disable-next-line no-prototype-builtins -- the class's own method of this name
    expect(await call["hasOwnProperty"]?.()).toBe("hasOwnProperty");
  });

  test("awaiting a handle does not call its method then", async () => {
    const odd = cim.at(Odd, { id: "x" });
    expect("then" in odd).toBe(false);
    // eslint-disable-next-line @typescript-eslint/await-thenable -- what callers do by accident
    expect(await odd).toBe(odd);
    expect(await cim.invoke(odd, "then")).toBe("then");
  });

  test("properties are own ones and pollute nothing", async () => {
    const odd = await cim.get(Odd, { id: "x" });
    expect(Object.entries(odd)).toEqual([
      ["id", "x"],
      ["__proto__", "p"],
      ["valueOf", "v"],
    ]);
    expect(JSON.stringify(odd)).toBe('{"id":"x","__proto__":"p","valueOf":"v"}');
    expect(Object.prototype).not.toHaveProperty("id");
  });
});

describe("classes without keys", () => {
  const Settings: ClassDescriptor<{ readonly On: boolean | null }> = defineClass({
    format: 1,
    name: "Settings",
    namespace: "root",
    singleton: true,
    properties: { On: "boolean" },
  });

  test("are addressed without keys", async () => {
    const cim = createClient(
      memoryTransport({ classes: [Settings], instances: { Settings: [{ On: true }] } }),
    );
    expect({ ...(await cim.get(Settings)) }).toEqual({ On: true });
    expect({ ...(await cim.get(cim.at(Settings))) }).toEqual({ On: true });
    expect(formatPath(pathOf(cim.at(Settings)))).toBe("root:Settings=@");
  });
});

describe("embedded instances", () => {
  const Inner: ClassDescriptor<unknown> = defineClass({
    format: 1,
    name: "Inner",
    namespace: "root",
    properties: { n: "uint64", s: "string" },
  });
  interface Outer {
    Echo(input: { e: { n: bigint | null } }): { e: { n: bigint | null } | null };
  }
  const Outer: ClassDescriptor<unknown, never, Outer> = defineClass({
    format: 1,
    name: "Outer",
    namespace: "root",
    methods: { Echo: { static: true, in: { e: "instance Inner" }, out: { e: "instance Inner" } } },
  });

  test("go in and come out as plain objects, with the members of known classes", async () => {
    const transport = memoryTransport({
      classes: [Inner, Outer],
      handlers: { Outer: { Echo: ({ input }) => input } },
    });
    const cim = createClient(transport, { classes: [Inner] });
    expect(await cim.class(Outer).Echo({ e: { n: 5n } })).toEqual({ e: { n: 5n, s: null } });
    expect(await failure(() => cim.class(Outer).Echo({ e: { n: "5" as never } }))).toEqual([
      "invalid-parameter",
      "Outer.Echo: parameter e.n must be a uint64 (bigint, or a safe integer), not a string",
    ]);
    expect(await failure(() => cim.class(Outer).Echo({ e: { m: 5n } as never }))).toEqual([
      "invalid-parameter",
      "Outer.Echo: parameter e.m is no property of Inner",
    ]);
  });
});

describe("close", () => {
  test("ends the client, also by await using", async () => {
    const cim = client();
    await cim[Symbol.asyncDispose]();
    expect((await caught(() => cim.get(Session, { VMHostName: "a", SessionId: 1 }))).code).toBe(
      "closed",
    );
  });
});

describe("interceptors", () => {
  test("are layers of an onion, the first outermost", async () => {
    const log: string[] = [];
    const layer =
      (name: string): Interceptor =>
      (next) =>
      async (request) => {
        log.push(`${name} before`);
        const answer = await next(request);
        log.push(`${name} after`);
        return answer;
      };
    const cim = createClient(memoryTransport({ classes: [Session] }), {
      interceptors: [layer("outer"), layer("inner")],
    });
    await collect(cim.enumerate(Session));
    expect(log).toEqual(["outer before", "inner before", "inner after", "outer after"]);
  });

  test("can answer by themselves, but not with another operation", async () => {
    const cim = createClient(unreachable, {
      interceptors: [
        () => () => Promise.resolve({ operation: "invoke", value: { returnValue: 1, out: {} } }),
      ],
    });
    expect(await cim.invoke(Session, "Count")).toBe(1);
    expect(await failure(() => cim.get(Session, { VMHostName: "a", SessionId: 1 }))).toEqual([
      "configuration",
      "Win32_VirtualDesktopSession: an interceptor answered get with invoke",
    ]);
  });

  test("an error that is none of ours becomes one", async () => {
    const error = await caught(() => createClient(unreachable).invoke(Session, "Count"));
    expect(error).toBeInstanceOf(CimError);
    expect([error.message, (error.cause as Error).message]).toEqual([
      "failed: Win32_VirtualDesktopSession.Count: I/O",
      "I/O",
    ]);
  });
});
