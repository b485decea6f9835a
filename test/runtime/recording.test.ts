import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CimError,
  type ClassDescriptor,
  type Client,
  createClient,
  defineClass,
  memoryTransport,
  referenceTo,
  select,
} from "../../src/runtime/index.ts";
import { record, replay } from "../../src/simulator/index.ts";
import { caught, collect, failure } from "./caught.ts";
import { Test_Device, Test_Everything } from "./conformance/fleet.ts";
import { memoryWorld } from "./conformance/ways.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "recording-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const d1 = { Name: "d'1 & <co>", Slot: 1 };

/** What a program does, and what it sees. */
async function program(cim: Client): Promise<unknown> {
  const device = cim.at(Test_Device, d1);
  const before = { ...(await cim.get(device)) };
  await cim.modify(Test_Device, device, { Power: 2n ** 60n });
  const after = { ...(await cim.get(device)) };
  const names = (await collect(cim.enumerate(Test_Device))).map(({ Name }) => Name);
  const on = await collect(cim.query(select(Test_Device, ["State"]).where("State", "=", "on")));
  const code = await device.Start({ Delay: 1 });
  const echoed = await cim
    .at(Test_Everything, { Id: 1 })
    .Echo({ R64: NaN, U64: 5n, Octets: Uint8Array.of(1) });
  const missing = await caught(() => cim.get(Test_Device, { ...d1, Slot: 9 }));
  return {
    before,
    after,
    names,
    on: on.map((each) => ({ ...each })),
    code,
    echoed,
    missing: [missing.code, missing.message, missing.cimStatus],
  };
}

async function recorded(
  name: string,
  run: (cim: Client) => Promise<unknown>,
): Promise<[file: string, seen: unknown]> {
  const file = join(folder, name);
  const cim = createClient(record(memoryWorld(), file));
  const seen = await run(cim);
  await cim.close();
  return [file, seen];
}

test("a program sees the same from a recording as from the server", async () => {
  const [file, seen] = await recorded("program.json", program);
  expect(await program(createClient(replay(file)))).toEqual(seen);
  // As: what is in a recording is text.
  const { format, exchanges } = JSON.parse(readFileSync(file, "utf8")) as {
    format: number;
    exchanges: unknown[];
  };
  expect([format, exchanges.length]).toEqual([1, 8]);
  expect(exchanges[1]).toEqual({
    request: {
      class: "Test_Device",
      namespace: "root/test",
      operation: "modify",
      path: {
        namespace: "root/test",
        className: "Test_Device",
        keys: { Name: "d'1 & <co>", Slot: 1 },
      },
      properties: { Power: { $integer: "1152921504606846976" } },
    },
    answer: null,
  });
});

describe("order", () => {
  test("of what only reads means nothing, and it may be asked again", async () => {
    const [file] = await recorded("reads.json", async (cim) => {
      await cim.get(Test_Device, d1);
      await collect(cim.enumerate(Test_Device));
    });
    const cim = createClient(replay(file));
    expect(await collect(cim.enumerate(Test_Device))).toHaveLength(3);
    expect((await cim.get(Test_Device, d1)).Power).toBe(5n);
    expect((await cim.get(Test_Device, d1)).Power).toBe(5n);
  });

  test("of what changes something is kept, and keeps reads apart", async () => {
    const [file] = await recorded("writes.json", async (cim) => {
      const device = cim.at(Test_Device, d1);
      await cim.get(device);
      await cim.modify(Test_Device, device, { Power: 6n });
      await cim.get(device);
    });
    const cim = createClient(replay(file));
    const device = cim.at(Test_Device, d1);
    expect((await cim.get(device)).Power).toBe(5n);
    expect(await failure(() => cim.modify(Test_Device, device, { Power: 7n }))).toEqual([
      "configuration",
      "Test_Device: the recording does not go on with this: modify Test_Device",
    ]);
    await cim.modify(Test_Device, device, { Power: 6n });
    expect((await cim.get(device)).Power).toBe(6n);
    expect((await failure(() => device.Start({ Delay: 0 })))[0]).toBe("configuration");
  });

  test("of calls at the same time means nothing", async () => {
    const both = (cim: Client, delays: readonly number[]) =>
      Promise.all(delays.map((Delay) => cim.at(Test_Device, d1).Start({ Delay })));
    const [file] = await recorded("calls.json", (cim) => both(cim, [0, 1]));
    expect(await both(createClient(replay(file)), [1, 0])).toEqual([4096, 0]);
  });
});

test("a loop that was left says so when it is not left", async () => {
  const [file] = await recorded("partial.json", async (cim) => {
    for await (const _ of cim.enumerate(Test_Device)) break;
  });
  const cim = createClient(replay(file));
  for await (const { Name } of cim.enumerate(Test_Device)) {
    expect(Name).toBe("d'1 & <co>");
    break;
  }
  expect((await failure(() => collect(cim.enumerate(Test_Device))))[1]).toContain(
    "the recording ends here",
  );
});

interface Account {
  readonly Name: string;
  readonly Password: string | null;
  readonly Remark: string | null;
  Change(input: { NewPassword: string; Code: string }): {
    ReturnValue: number;
    Token: string | null;
  };
}

const Account: ClassDescriptor<Account, "Name"> = defineClass({
  format: 1,
  name: "Test_Account",
  namespace: "root/test",
  keys: ["Name"],
  properties: { Name: "string", Password: "string", Remark: "string" },
  methods: {
    Change: {
      in: { NewPassword: "string", Code: "string" },
      out: { Token: "string" },
      returns: "uint32",
    },
  },
  sensitive: ["Change.Code"],
});

test("secrets are not in the file, and any secret finds its answer again", async () => {
  const transport = memoryTransport({
    classes: [Account],
    instances: { Test_Account: [{ Name: "a", Password: "old-secret-1", Remark: "r" }] },
    handlers: {
      Test_Account: {
        Change({ input }) {
          if (input["Code"] !== "refused-secret-5") {
            return { ReturnValue: 0, Token: "token-secret-2" };
          }
          throw new CimError("access-denied", "the code refused-secret-5 is wrong");
        },
      },
    },
  });
  const file = join(folder, "the secrets.json");
  // A path with a blank, as a URL spells it.
  const recording = createClient(record(transport, pathToFileURL(file)));
  const account = recording.at(Account, { Name: "a" });
  expect((await recording.get(account)).Password).toBe("old-secret-1");
  await collect(recording.enumerate(Account));
  const answer = await account.Change({ NewPassword: "new-secret-3", Code: "code-secret-4" });
  expect(answer.Token).toBe("token-secret-2");
  const refused = { NewPassword: "new", Code: "refused-secret-5" };
  expect((await caught(() => account.Change(refused))).code).toBe("access-denied");
  await recording.close();
  expect(readFileSync(file, "utf8")).not.toContain("secret-");
  expect(readFileSync(file, "utf8")).toContain("the code [redacted] is wrong");
  const again = createClient(replay(file)).at(Account, { Name: "a" });
  expect(await again.Change({ NewPassword: "another", Code: "other" })).toEqual({
    ReturnValue: 0,
    Token: "[redacted]",
  });
});

test("secrets of what nobody declared, of any class and of events are not in the file", async () => {
  const plain = memoryTransport({ classes: [Account] });
  const path = { namespace: "root/test", className: "Test_Other", keys: {} };
  const instance = {
    path,
    properties: { Name: "n", UserPassword: "secret-1" },
    undeclared: {
      ApiKey: "secret-2",
      Inner: { className: "X", properties: { Token: "secret-3" } },
    },
  };
  const items = (all: readonly unknown[]) =>
    (async function* () {
      await Promise.resolve();
      yield* all;
    })();
  const exchange: typeof plain.exchange = (request) => {
    const all = request.operation === "subscribe" ? [{ kind: "indication", instance }] : [instance];
    // As: the items are those of the operation.
    return Promise.resolve({ operation: request.operation, items: items(all) } as never);
  };
  const file = join(folder, "undeclared.json");
  const cim = createClient(record({ ...plain, exchange }, file));
  await collect(cim.enumerate(Account));
  await collect(cim.associators(referenceTo(path)));
  await collect(cim.subscribe(Account as never));
  await cim.close();
  const text = readFileSync(file, "utf8");
  expect([text.match(/secret-\d/g), text.match(/\[redacted\]/g)?.length]).toEqual([null, 9]);
});

describe("a file", () => {
  test.each([
    ["that is not there", undefined, /cannot be read/],
    ["that is no JSON", "{", /cannot be read/],
    ["that is something else", "{}", /no recording of format 1/],
  ])("%s", async (name, text, words) => {
    const file = join(folder, `${name}.json`);
    if (text !== undefined) writeFileSync(file, text);
    const [code, message] = await failure(() => replay(file));
    expect([code, message]).toEqual(["configuration", expect.stringMatching(words)]);
  });

  test("that cannot be written fails when the client is closed", async () => {
    const cim = createClient(record(memoryWorld(), join(folder, "no", "such", "folder.json")));
    await cim.get(Test_Device, d1);
    expect((await failure(() => cim.close()))[1]).toContain("the recording cannot be written");
  });
});
