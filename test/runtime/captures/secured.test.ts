/**
 * Sessions with credentials: what was said in them, sealed or not. How the credentials go
 * over the wire is no part of this client yet.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  basic,
  type ClassDescriptor,
  type Client,
  connect,
  defineClass,
  omi,
  type real32,
  type uint32,
} from "../../../src/runtime/index.ts";
import { caught, details } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import { difference } from "./meaning.ts";
import { captureNames, haveCaptures, type HttpMessage } from "./replay.ts";

interface Person {
  readonly Key: uint32;
  Add(input: { X: real32; Y: real32 }): { ReturnValue: uint32; Z: real32 | null };
}

const Person: ClassDescriptor<Person, "Key"> = defineClass({
  format: 1,
  name: "MSFT_Person",
  namespace: "root/test",
  keys: ["Key"],
  properties: { Key: "uint32" },
  methods: { Add: { in: { X: "real32", Y: "real32" }, out: { Z: "real32" }, returns: "uint32" } },
});

/** The server has no such class. */
const Nope: ClassDescriptor<{ readonly Key: uint32 }, "Key"> = defineClass({
  format: 1,
  name: "Nope",
  namespace: "root/test",
  keys: ["Key"],
  properties: { Key: "uint32" },
});

const identify = {
  call: (cim: Client): Promise<unknown> => cim.identify(),
  gives: {
    vendor: "Open Management Infrastructure",
    version: "1.0.8-6",
    protocolVersion: "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd",
    securityProfiles: ["http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/basic"],
    dialect: "omi",
  },
};

const invoke = {
  call: (cim: Client): Promise<unknown> => cim.at(Person, { Key: 1 }).Add({ X: 1.5, Y: 2.25 }),
  gives: { ReturnValue: 100, Z: 3.75 },
};

const fault = {
  call: (cim: Client): Promise<unknown> => cim.get(Nope, { Key: 1 }),
  fails: {
    code: "invalid-class",
    cimStatus: 5,
    httpStatus: 500,
    subcode: "DestinationUnreachable",
    operation: "get",
    className: "Nope",
  },
};

/** The instance that comes with that. */
const instance = {
  className: "OMI_Error",
  properties: {
    ErrorType: null,
    OwningEntity: "OMI:CIMOM",
    MessageID: "OMI:MI_Result:5",
    PerceivedSeverity: 7,
    ProbableCause: 0,
    RecommendedActions: null,
    CIMStatusCode: 5,
    OMI_Code: 5,
    OMI_Category: 10,
    OMI_Type: "MI",
  },
};

/** What was said under a seal: a call, and what it gives or fails with. */
interface Sealed {
  readonly folder: string;
  readonly name: string;
  readonly call: (cim: Client) => Promise<unknown>;
  readonly gives?: unknown;
  readonly fails?: Readonly<Record<string, unknown>>;
}

const sealed: readonly Sealed[] = [
  ...["omi-ntlm-raw", "omi-ntlm-spnego"].flatMap((folder): Sealed[] => [
    { folder, name: "03-identify-sealed", ...identify },
    { folder, name: "04-invoke-sealed", ...invoke },
    { folder, name: "05-fault-sealed", ...fault },
  ]),
  ...["omi-kerberos-krb5", "omi-kerberos-spnego"].flatMap((folder): Sealed[] => [
    { folder, name: "02-identify-sealed", ...identify },
    { folder, name: "03-invoke-sealed", ...invoke },
  ]),
];

/** A recorded exchange that was not sealed. */
interface Open extends Recorded {
  readonly folder: string;
}

const refused = { code: "unauthorized", httpStatus: 401, isPlain: true, operation: "identify" };
const digest = { call: identify.call, fails: { ...refused, schemes: ["digest"] } };
const negotiate = { call: identify.call, fails: { ...refused, schemes: ["negotiate"] } };
const token = { notOurs: "it carries a token and no question" };

const open: readonly Open[] = [
  {
    folder: "apache-digest-omi",
    names: ["01-unauthenticated"],
    ...digest,
    request: "same",
  },
  { folder: "apache-digest-omi", names: ["02-identify"], ...identify, request: "same" },
  { folder: "apache-digest-omi", names: ["03-invoke"], ...invoke, request: "same" },
  { folder: "apache-digest-omi", names: ["04-wrong-password"], ...digest, request: "same" },
  { folder: "apache-digest-omi", names: ["05-stale-nonce"], ...digest, request: "same" },
  { folder: "apache-mtls-omi", names: ["01-identify"], ...identify, request: "same" },
  { folder: "omi-ntlm-raw", names: ["01-negotiate"], ...negotiate, request: token },
  { folder: "omi-ntlm-spnego", names: ["01-negotiate"], ...negotiate, request: token },
];

/** Exchanges that say nothing but who somebody is, and why nothing is read of them here. */
const tokensOnly: readonly (readonly [folder: string, name: string, reason: string])[] = [
  ["omi-ntlm-raw", "02-authenticate", "the last token, and an empty answer"],
  ["omi-ntlm-spnego", "02-authenticate", "the last token, and an empty answer but for a token"],
  ["omi-kerberos-krb5", "01-auth-1", "one token each way, and empty bodies"],
  ["omi-kerberos-spnego", "01-auth-1", "one token each way, and empty bodies"],
  ["apache-mtls-omi", "02-no-client-certificate", "the handshake of TLS failed: no answer"],
];

function read(folder: string, file: string): string {
  // Beside the repository, as in replay.ts.
  const place = `../../../../shared/data/captures/${folder}/${file}`;
  return readFileSync(fileURLToPath(new URL(place, import.meta.url)), "utf8");
}

/** Calls a server that gives one answer, and says what it was sent. */
async function exchange({ folder, name, call, gives, fails }: Sealed): Promise<HttpMessage> {
  const question = read(folder, `${name}.plain-request.xml`);
  const answer = read(folder, `${name}.plain-response.xml`);
  const bodies: string[] = [];
  const listener = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      response.writeHead(fails === undefined ? 200 : 500, {
        "Content-Type": "application/soap+xml;charset=UTF-8",
      });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    listener.closeAllConnections();
    listener.close();
  });
  // As: a server that listens on TCP has an address with a port.
  const { port } = listener.address() as AddressInfo;
  const cim = connect(`http://127.0.0.1:${port}/wsman`, {
    createMessageId: () => /MessageID>([^<]*)</.exec(question)?.[1] ?? "none",
    auth: basic({ username: "cimtest", password: "…" }),
    retry: { attempts: 1 },
    dialect: omi,
  });
  try {
    if (fails === undefined) expect(await call(cim)).toEqual(gives);
    else expect(details(await caught(() => call(cim)))).toMatchObject(fails);
  } finally {
    await cim.close();
  }
  expect(bodies).toHaveLength(1);
  return { startLine: "", headers: new Map(), body: bodies[0] ?? "" };
}

describe.skipIf(!haveCaptures)("sessions with credentials", () => {
  test.each(sealed)("$folder $name", async (said) => {
    const own = await exchange(said);
    const body = read(said.folder, `${said.name}.plain-request.xml`);
    expect(difference({ ...own, body }, own)).toEqual({ recorded: [], ours: [] });
  });

  test.each(["omi-ntlm-raw", "omi-ntlm-spnego"])(
    "%s: a fault has its CIM_Error",
    async (folder) => {
      const fails = { errors: [instance] };
      await exchange({ folder, name: "05-fault-sealed", call: fault.call, fails });
    },
  );

  test.each(open)("$folder $names", ({ folder, ...recorded }) =>
    check(folder, "/wsman", { ...recorded, options: { dialect: omi } }),
  );

  test.each([
    "apache-digest-omi",
    "apache-mtls-omi",
    "omi-kerberos-krb5",
    "omi-kerberos-spnego",
    "omi-ntlm-raw",
    "omi-ntlm-spnego",
  ])("all of %s are here", (folder) => {
    const names = [
      ...sealed.filter((each) => each.folder === folder).map(({ name }) => name),
      ...open.filter((each) => each.folder === folder).flatMap((each) => each.names),
      ...tokensOnly.filter(([where]) => where === folder).map(([, name]) => name),
    ];
    expect(names.sort()).toEqual(captureNames(folder));
  });
});
