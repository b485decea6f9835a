/** Logs, spans and secrets: what others may see of a client's work. */
import { inspect } from "node:util";
import { trace } from "@opentelemetry/api";
import { afterEach, describe, expect, test } from "vitest";
import {
  CimError,
  type ClassDescriptor,
  createClient,
  defineClass,
  type LogEntry,
  memoryTransport,
} from "../../src/runtime/index.ts";
import { caught, collect } from "./caught.ts";
import { connect } from "./connect-windows.ts";
import { serveBodies } from "./scripted-server.ts";

interface Vault {
  readonly Id: string;
  readonly AdminPassword: string | null;
  Unlock(input: { Password: string; Hint?: string | null; Settings?: object | null }): number;
}

const Vault: ClassDescriptor<
  Vault,
  "Id",
  unknown,
  Partial<Pick<Vault, "AdminPassword">>
> = defineClass({
  format: 1,
  name: "Test_Vault",
  namespace: "root/test",
  keys: ["Id"],
  properties: { Id: "string", AdminPassword: "string" },
  methods: {
    Unlock: {
      in: { Password: "string", Hint: "string", Settings: "object" },
      optional: ["Hint", "Settings"],
      returns: "uint32",
    },
  },
  sensitive: ["Unlock.Hint"],
});

const transport = () =>
  memoryTransport({
    classes: [Vault],
    instances: { Test_Vault: [{ Id: "v" }] },
    handlers: {
      Test_Vault: {
        Unlock({ input }) {
          if (input["Password"] === "open-sesame") return 0;
          // As: the password is a text.
          const given = input["Password"] as string;
          throw new CimError("invalid-parameter", `no such thing as ${given}`);
        },
      },
    },
  });

test("a log tells of every operation, without secrets", async () => {
  const entries: LogEntry[] = [];
  const cim = createClient(transport(), { log: (entry) => entries.push(entry) });
  const vault = cim.at(Vault, { Id: "v" });
  const settings = { className: "X", properties: { Token: "t-1", Other: "shown" } };
  await vault.Unlock({ Password: "open-sesame", Hint: "cave", Settings: settings });
  await cim.modify(Vault, vault, { AdminPassword: "p-2" });
  await collect(cim.enumerate(Vault));
  await caught(() => vault.Unlock({ Password: "wrong-word" }));
  const told = entries.map(({ duration, error, ...rest }) => ({
    ...rest,
    isTimed: duration >= 0,
    ...(error !== undefined && { error: error.message }),
  }));
  const place = { namespace: "root/test", className: "Test_Vault", isTimed: true };
  const path = 'root/test:Test_Vault.Id="v"';
  expect(told).toEqual([
    {
      ...place,
      operation: "invoke",
      method: "Unlock",
      path,
      input: {
        Password: "[redacted]",
        Hint: "[redacted]",
        Settings: { className: "X", properties: { Token: "[redacted]", Other: "shown" } },
      },
    },
    { ...place, operation: "modify", path, input: { AdminPassword: "[redacted]" } },
    { ...place, operation: "enumerate", items: 1 },
    {
      ...place,
      operation: "invoke",
      method: "Unlock",
      path,
      input: { Password: "[redacted]" },
      error: "invalid-parameter: no such thing as [redacted]",
    },
  ]);
});

test("an error does not quote a secret that the server quoted", async () => {
  const vault = createClient(transport()).at(Vault, { Id: "v" });
  const error = await caught(() => vault.Unlock({ Password: "wrong-word" }));
  expect(`${error.message} ${error.stack}`).not.toContain("wrong-word");
});

test("nor where it stands as XML has it, or in the instances that came with the error", async () => {
  const refusing = memoryTransport({ classes: [Vault], instances: { Test_Vault: [{ Id: "v" }] } });
  const given = '<wrong>&"word"';
  const exchange: typeof refusing.exchange = () => {
    const properties = {
      Message: "not &lt;wrong&gt;&amp;&quot;word&quot;",
      MessageArguments: [given, null, 5],
      Inner: { className: "X", properties: { Text: given } },
    };
    throw new CimError("failed", 'refused: &lt;wrong&gt;&amp;"word"', {
      errors: [{ className: "CIM_Error", properties }],
    });
  };
  const vault = createClient({ ...refusing, exchange }).at(Vault, { Id: "v" });
  const error = await caught(() => vault.Unlock({ Password: given }));
  expect([error.message, error.errors]).toEqual([
    "failed: Test_Vault.Unlock: refused: [redacted]",
    [
      {
        className: "CIM_Error",
        properties: {
          Message: "not [redacted]",
          MessageArguments: ["[redacted]", null, 5],
          Inner: { className: "X", properties: { Text: "[redacted]" } },
        },
      },
    ],
  ]);
});

describe("secrets of any type are not shown", () => {
  interface Inner {
    readonly Pepper: string | null;
  }
  const Inner: ClassDescriptor<Inner> = defineClass({
    format: 1,
    name: "Test_Inner",
    namespace: "root/test",
    properties: { Pepper: "string" },
    sensitive: ["Pepper"],
  });
  interface Safe {
    readonly Id: string;
    Open(input: {
      Pin?: number | null;
      SecretBytes?: Uint8Array | null;
      Credential?: object | null;
      Inner?: object | null;
    }): { ReturnValue: number; Token: number | null };
  }
  const Safe: ClassDescriptor<Safe, "Id"> = defineClass({
    format: 1,
    name: "Test_Safe",
    namespace: "root/test",
    keys: ["Id"],
    properties: { Id: "string" },
    methods: {
      Open: {
        in: {
          Pin: "uint32",
          SecretBytes: "octetstring",
          Credential: "object",
          Inner: "instance Test_Inner",
        },
        optional: ["Pin", "SecretBytes", "Credential", "Inner"],
        out: { Token: "uint32" },
        returns: "uint32",
      },
    },
  });
  const plain = memoryTransport({
    classes: [Safe, Inner],
    instances: { Test_Safe: [{ Id: "s" }] },
  });
  const octets = Uint8Array.of(251, 239, 190, 1);
  const octetsAsHex = Buffer.from(octets).toString("hex");
  const credential = { className: "Test_Any", properties: { User: "joe-doe", Word: "hush-hush" } };
  const inner = { className: "Test_Inner", properties: { Pepper: "grains-of" } };

  test.each([
    ["a number", { Pin: 4711 }, "is 4711 wrong", "is [redacted] wrong"],
    [
      "octets",
      { SecretBytes: octets },
      `${Buffer.from(octets).toString("base64")} ${octetsAsHex}`,
      "[redacted] [redacted]",
    ],
    ["an instance", { Credential: credential }, "hush-hush of joe-doe", "[redacted] of [redacted]"],
    ["a member that its own class hides", { Inner: inner }, "no grains-of", "no [redacted]"],
  ])("%s", async (_, input, told, shown) => {
    const entries: LogEntry[] = [];
    const exchange: typeof plain.exchange = () => Promise.reject(new CimError("failed", told));
    const cim = createClient(
      { ...plain, exchange },
      { classes: [Inner], log: (entry) => entries.push(entry) },
    );
    const error = await caught(() => cim.at(Safe, { Id: "s" }).Open(input));
    expect(error.message).toBe(`failed: Test_Safe.Open: ${shown}`);
    expect(JSON.stringify(entries)).not.toMatch(/4711|hush-hush|grains-of/);
    expect(JSON.stringify(entries)).not.toContain(octetsAsHex);
  });

  test.each([
    ["in an answer", "<s:Inner><s:Pepper><s:x>key-of-keys</s:x></s:Pepper></s:Inner>"],
    ["of a subclass", "<s:Salt>key-of-keys</s:Salt>"],
    [
      "that nobody declared",
      '<s:DbPassword xsi:type="cim:cimUnsignedInt">key-of-keys</s:DbPassword>',
    ],
  ])("a secret %s that is not of its type, by its own class", async (_, content) => {
    const Holder: ClassDescriptor<{ readonly Inner: unknown }> = defineClass({
      format: 1,
      name: "Test_Holder",
      namespace: "root/test",
      properties: { Inner: "instance Test_Inner" },
    });
    const Salted: ClassDescriptor<{ readonly Salt: unknown }> = defineClass({
      format: 1,
      name: "Test_Salted",
      namespace: "root/test",
      superclasses: ["Test_Holder"],
      properties: { Inner: "instance Test_Inner", Salt: "uint32" },
      sensitive: ["Salt"],
    });
    const server = await serveBodies(
      `<n:EnumerateResponse><w:Items><s:Test_Salted>${content}</s:Test_Salted></w:Items><w:EndOfSequence/></n:EnumerateResponse>`,
    );
    const cim = connect(server.url, { classes: [Inner, Salted] });
    const error = await caught(() => collect(cim.enumerate(Holder)));
    expect(error.message).toMatch(
      /(?:Inner: Pepper|Salt|DbPassword): \[redacted\] is not of its type/,
    );
    expect(`${error.stack} ${inspect(error.cause)}`).not.toContain("key-of-keys");
    await cim.close();
  });

  test("a secret that is not of its type", async () => {
    const server = await serveBodies(
      "<s:Open_OUTPUT><s:ReturnValue>0</s:ReturnValue><s:Token>key-of-keys</s:Token></s:Open_OUTPUT>",
    );
    const cim = connect(server.url);
    const error = await caught(() => cim.at(Safe, { Id: "s" }).Open({}));
    expect(error.message).toContain("Token: [redacted] is not of its type");
    expect(`${error.stack} ${inspect(error.cause)}`).not.toContain("key-of-keys");
    await cim.close();
  });
});

test("what a server quotes as we do is its own text", async () => {
  const told = 'AdminPassword: "C:\\pw" is not a valid password';
  const exchange: ReturnType<typeof transport>["exchange"] = () =>
    Promise.reject(new CimError("access-denied", told));
  const vault = createClient({ ...transport(), exchange }).at(Vault, { Id: "v" });
  expect((await caught(() => vault.Unlock({ Password: "p-4711" }))).message).toBe(
    `access-denied: Test_Vault.Unlock: ${told}`,
  );
});

describe("spans", () => {
  interface Told {
    readonly name: string;
    readonly attributes: Record<string, unknown>;
    status?: unknown;
    isEnded: boolean;
  }
  const spans: Told[] = [];
  afterEach(() => {
    trace.disable();
    spans.length = 0;
  });

  /** A tracer that remembers, in place of an SDK. */
  function listen(): void {
    const none = trace.getTracer("none").startSpan("none");
    trace.setGlobalTracerProvider({
      getTracer: () => ({
        startSpan(name, options) {
          const told: Told = { name, attributes: { ...options?.attributes }, isEnded: false };
          spans.push(told);
          return Object.assign(Object.create(none) as typeof none, {
            setAttribute(key: string, value: unknown) {
              told.attributes[key] = value;
            },
            setStatus(status: unknown) {
              told.status = status;
            },
            end() {
              told.isEnded = true;
            },
          });
        },
        startActiveSpan: (..._: unknown[]) => undefined as never,
      }),
    });
  }

  test("are made of operations, with no value in them", async () => {
    listen();
    const cim = createClient(transport());
    const vault = cim.at(Vault, { Id: "v" });
    await vault.Unlock({ Password: "open-sesame" });
    await collect(cim.enumerate(Vault));
    await caught(() => vault.Unlock({ Password: "wrong-word" }));
    expect(spans).toEqual([
      {
        name: "CIM invoke Test_Vault.Unlock",
        isEnded: true,
        attributes: {
          "rpc.system": "cim",
          "rpc.method": "Unlock",
          "rpc.service": "Test_Vault",
          "cim.class": "Test_Vault",
          "cim.operation": "invoke",
          "cim.namespace": "root/test",
        },
      },
      expect.objectContaining({ name: "CIM enumerate Test_Vault", isEnded: true }),
      expect.objectContaining({
        isEnded: true,
        status: { code: 2, message: "invalid-parameter: no such thing as [redacted]" },
      }),
    ]);
    expect(spans[2]?.attributes["error.type"]).toBe("invalid-parameter");
  });

  test("can be left out", async () => {
    listen();
    await collect(createClient(transport(), { tracing: false }).enumerate(Vault));
    expect(spans).toEqual([]);
  });
});

describe("advice", () => {
  const withCause = (code: string) => ({ cause: Object.assign(new Error(code), { code }) });
  test.each([
    [new CimError("failed", "x", { hresult: 0x803380e4 }), "trusted-hosts"],
    [new CimError("failed", "x", { hresult: 0x803380de }), "encryption-required"],
    [
      new CimError("unauthorized", "x", {
        httpStatus: 401,
        isPlain: true,
        schemes: ["negotiate", "kerberos"],
      }),
      "encryption-required",
    ],
    [new CimError("access-denied", "x", { hresult: 0x8009030e }), "double-hop"],
    [new CimError("failed", "x", { hresult: 0x80090324 }), "clock-skew"],
    [new CimError("unreachable", "x", withCause("CERT_NOT_YET_VALID")), "clock-skew"],
    [new CimError("access-denied", "x", { hresult: 0x80041003 }), "wmi-access-denied"],
    [new CimError("invalid-namespace", "x"), "wrong-namespace"],
    [new CimError("unreachable", "x", withCause("ETIMEDOUT")), "firewall"],
    [new CimError("too-large", "x", { hresult: 0x80338048 }), "envelope-size"],
    [
      new CimError("unreachable", "x", withCause("ERR_TLS_CERT_ALTNAME_INVALID")),
      "certificate-name",
    ],
    [
      new CimError("unauthorized", "x", { httpStatus: 401, schemes: ["negotiate"] }),
      "basic-disabled",
    ],
    [new CimError("not-found", "x"), undefined],
    [new CimError("unauthorized", "x", { httpStatus: 401, schemes: ["basic"] }), undefined],
  ])("%s", (error, failure) => {
    expect(error.advice?.failure).toBe(failure);
    if (failure === undefined) return;
    for (const text of [error.advice?.cause, error.advice?.remedy])
      expect(text).toMatch(/^[A-Z].{30,}\.$|^[A-Z].{30,}\)\.?$/s);
  });
});
