import { describe, expect, test } from "vitest";
import {
  basic,
  CimDateTime,
  CimError,
  type ClassDescriptor,
  type Client,
  connect,
  type ConnectOptions,
  type Handlers,
  pathOf,
  type Reference,
  type uint32,
  type uint64,
} from "../../src/runtime/index.ts";
import { type CimServer, describeSchema, type ServerOptions } from "../../src/simulator/index.ts";
import { sessions, sessionsMof, start } from "./sessions.ts";
import { schemaOf } from "./wire.ts";

/** As generated code has it. */
interface Session {
  readonly VMHostName: string;
  readonly SessionId: uint32;
  readonly UserName: string | null;
  readonly Bytes: uint64 | null;
  readonly LogonTime: CimDateTime | null;
  readonly Tags: readonly string[] | null;
  Logoff(): uint32;
  Disconnect(input?: { Force?: boolean | null }): { ReturnValue: uint32; Reason: string | null };
  SendMessage(input: { Title: string; Lines?: readonly string[] | null }): uint32;
  Touch(): void;
}
interface SessionStatic {
  Count(input: { Host: string }): uint32;
}

// As: a descriptor is class data with types, and the class data is made from the MOF.
const Session = describeSchema(schemaOf(sessionsMof))[0] as ClassDescriptor<
  Session,
  "VMHostName" | "SessionId",
  SessionStatic
>;

const handlers: Handlers = {
  Win32_VirtualDesktopSession: {
    Logoff({ path, store }) {
      store.delete(path);
      return 0;
    },
    Disconnect: ({ input }) => ({ ReturnValue: 5, Reason: JSON.stringify(input) }),
    SendMessage({ path, input, store }) {
      store.update(path, { Tags: input["Lines"] });
      return 0;
    },
    Touch: () => undefined,
    Count: ({ cls, store }) => store.instances(cls.name, cls.namespace).length,
  },
};

async function both(
  options: ServerOptions = {},
  clientOptions: ConnectOptions = {},
): Promise<{ server: CimServer; client: Client }> {
  const server = await sessions({ handlers, ...options });
  return { server, client: connect(server.url, clientOptions) };
}

async function codeOf(action: Promise<unknown>): Promise<unknown> {
  try {
    return await action;
  } catch (error) {
    return error instanceof CimError ? error.code : error;
  }
}

describe("the client meets the server", () => {
  test("Logoff of a session returns 0 and the session is gone; a second one is not found", async () => {
    const { server, client } = await both();
    const session = client.at(Session, { VMHostName: "host1", SessionId: 1 });
    expect(await session.Logoff()).toBe(0);
    expect(server.store.instances("Win32_VirtualDesktopSession", "root/cimv2/rdms")).toHaveLength(
      1,
    );
    await expect(session.Logoff()).rejects.toMatchObject({
      code: "not-found",
      cimStatus: 6,
      hresult: 0x80041002,
      hresultName: "WBEM_E_NOT_FOUND",
      subcode: "DestinationUnreachable",
      httpStatus: 500,
      reason: "there is no such instance",
    });
    await client.close();
  });

  test("properties come back as they were stated", async () => {
    const { client } = await both();
    const session = await client.get(Session, { VMHostName: "host1", SessionId: 1 });
    expect({ ...session }).toMatchObject({
      UserName: "CONTOSO\\alice",
      Bytes: 18446744073709551615n,
      LogonTime: CimDateTime.parse("20261122060100.000000+060"),
      Tags: ["a", "b & c"],
    });
    await client.close();
  });

  test("an enumeration gives all, however small the envelope", async () => {
    const Win32_VirtualDesktopSession = Array.from({ length: 30 }, (_, index) => ({
      VMHostName: "host2",
      SessionId: index,
      UserName: "ü".repeat(500),
    }));
    const { server, client } = await both(
      { instances: { Win32_VirtualDesktopSession } },
      { maxEnvelopeSize: 8192 },
    );
    const ids: number[] = [];
    for await (const { SessionId } of client.enumerate(Session)) ids.push(SessionId);
    expect(ids).toEqual([1, 2, ...Win32_VirtualDesktopSession.map(({ SessionId }) => SessionId)]);
    expect(new Set(server.requests.map(({ operation }) => operation))).toEqual(
      new Set(["identify", "enumerate", "pull"]),
    );
    await client.close();
  });

  test("an enumeration that is left releases what the server holds", async () => {
    const { server, client } = await both(
      {
        instances: {
          Win32_VirtualDesktopSession: Array.from({ length: 9 }, (_, SessionId) => ({
            VMHostName: "x".repeat(2000),
            SessionId,
          })),
        },
      },
      { maxEnvelopeSize: 8192 },
    );
    for await (const session of client.enumerate(Session)) {
      expect(session.SessionId).toBe(1);
      break;
    }
    expect(server.requests.map(({ operation, error }) => [operation, error])).toEqual([
      ["identify", undefined],
      ["enumerate", undefined],
      ["release", undefined],
    ]);
    await client.close();
  });

  test("methods of every shape", async () => {
    const { server, client } = await both();
    const session = client.at(Session, { VMHostName: "host1", SessionId: 2 });
    expect(await session.Disconnect()).toEqual({ ReturnValue: 5, Reason: "{}" });
    expect(await session.Disconnect({ Force: null })).toMatchObject({ Reason: '{"Force":null}' });
    expect(await session.SendMessage({ Title: "", Lines: ["<a>", ""] })).toBe(0);
    expect(server.store.find(pathOf(session))?.properties["Tags"]).toEqual(["<a>", ""]);
    expect(await session.Touch()).toBeUndefined();
    expect(await client.class(Session).Count({ Host: "h" })).toBe(2);
    await client.close();
  });

  test.each([
    [{}, { auth: basic({ username: "alice", password: "pä:ss" }) }, 0],
    [{}, { auth: basic({ username: "alice", password: "wrong" }) }, "unauthorized"],
    [{}, {}, "unauthorized"],
    [{ maxEnvelopeSize: 8192 }, { auth: basic({ username: "alice", password: "pä:ss" }) }, 0],
  ])("credentials: %j", async (serverOptions, clientOptions, outcome) => {
    const credentials = { username: "alice", password: "pä:ss" };
    const { client } = await both({ ...serverOptions, credentials }, clientOptions);
    const session = client.at(Session, { VMHostName: "host1", SessionId: 1 });
    expect(await codeOf(session.Logoff())).toBe(outcome);
    await client.close();
  });
});

describe("what goes wrong has the client's code", () => {
  const at = { VMHostName: "host1", SessionId: 1 };
  const other = (data: object): typeof Session => ({ ...Session, ...data }); // As: spreading drops the phantom types.

  test.each<[string, (client: Client) => Promise<unknown>, string]>([
    ["class", (client) => client.get(other({ name: "Win32_Nope" }), at), "invalid-class"],
    [
      "namespace",
      (client) => client.get(other({ namespace: "root/nope" }), at),
      "invalid-namespace",
    ],
    ["instance", (client) => client.get(Session, { ...at, SessionId: 9 }), "not-found"],
    [
      "method",
      (client) => client.invoke(client.at(other({ methods: { Nope: {} } }), at), "Nope" as "Touch"),
      "method-not-found",
    ],
    [
      "parameter",
      (client) => {
        const methods = { Touch: { in: { Nope: "string" } } };
        const handle = client.at(other({ methods }), at);
        return client.invoke(handle, "Touch", { Nope: "x" } as never);
      },
      "invalid-parameter",
    ],
  ])("no such %s", async (_, call, code) => {
    const { client } = await both();
    expect(await codeOf(call(client))).toBe(code);
    await client.close();
  });

  test("a method without a handler", async () => {
    const { client } = await both({ handlers: {} });
    expect(await codeOf(client.at(Session, at).Logoff())).toBe("method-not-available");
    await client.close();
  });

  test("a request larger than the server takes", async () => {
    const { client } = await both({ maxEnvelopeSize: 8192 });
    const call = client.at(Session, at).SendMessage({ Title: "x".repeat(10_000) });
    expect(await codeOf(call)).toBe("too-large");
    await client.close();
  });

  test("a server that is gone", async () => {
    const { server, client } = await both();
    await client.at(Session, at).Touch();
    await server.close();
    expect(await codeOf(client.at(Session, at).Touch())).toBe("unreachable");
    await client.close();
  });
});

test("references and embedded instances, both ways", async () => {
  const schema = schemaOf(`
    class X_In { uint64 N; };
    class X_Node { [key] uint32 Id; [EmbeddedInstance("X_In")] string Inner;
      uint32 Link([in] X_Node ref To, [in, EmbeddedInstance("X_In")] string How, [out] X_Node ref Was, [out, EmbeddedInstance("X_In")] string Back); };
    [association] class X_Edge { [key] X_Node ref From; [key] X_Node ref To; };
    instance of X_Node as $A { Id = 1; Inner = instance of X_In { N = 7; }; };
    instance of X_Node as $B { Id = 2; };
    instance of X_Edge { From = $A; To = $B; };
  `);
  interface In {
    readonly N: uint64 | null;
  }
  interface Node {
    readonly Id: uint32;
    readonly Inner: In | null;
    Link(input: { To: Reference<Node>; How: In }): {
      ReturnValue: uint32;
      Was: Reference<Node> | null;
      Back: In | null;
    };
  }
  interface Edge {
    readonly From: Reference<Node>;
    readonly To: Reference<Node>;
  }
  const classes = describeSchema(schema);
  // As: see above.
  const Node = classes.find(({ name }) => name === "X_Node") as ClassDescriptor<Node, "Id">;
  const Edge = classes.find(({ name }) => name === "X_Edge") as ClassDescriptor<
    Edge,
    "From" | "To"
  >;
  const { url } = await start({
    schema,
    handlers: {
      X_Node: { Link: ({ input }) => ({ ReturnValue: 0, Was: input["To"], Back: input["How"] }) },
    },
  });
  const client = connect(url, { classes });
  const [one, two] = [client.at(Node, { Id: 1 }), client.at(Node, { Id: 2 })];
  expect((await client.get(one)).Inner).toMatchObject({ N: 7n });
  const linked = await one.Link({ To: two, How: { N: 9007199254740993n } });
  expect(linked.ReturnValue).toBe(0);
  expect(linked.Was === null ? null : pathOf(linked.Was)).toEqual(pathOf(two));
  expect(linked.Back).toMatchObject({ N: 9007199254740993n });
  const edge = await client.get(Edge, { From: one, To: two });
  expect(pathOf(edge.To)).toEqual(pathOf(two));
  await client.close();
});
