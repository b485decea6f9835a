/** Two copies of the runtime in one process: that of bundled code, and that of `mof-codegen/testing`. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import type * as runtime from "../../src/runtime/index.ts";
import { collect, details, failure } from "./caught.ts";

type Runtime = typeof runtime;
let one: Runtime;
let other: Runtime;

beforeAll(async () => {
  one = await import("../../src/runtime/index.ts");
  vi.resetModules();
  other = await import("../../src/runtime/index.ts");
});

test("there are two", () => {
  expect(one.CimDateTime).not.toBe(other.CimDateTime);
  expect(one.createClient).not.toBe(other.createClient);
});

interface Lamp {
  readonly Since: runtime.CimDateTime;
  readonly For: runtime.CimInterval | null;
  Light(input: { At: runtime.CimDateTime | null }): runtime.CimDateTime;
}

const lamp: runtime.ClassDescriptor<Lamp, "Since"> = {
  format: 1,
  name: "Lamp",
  namespace: "root/home",
  keys: ["Since"],
  properties: { Since: "datetime", For: "interval" },
  methods: { Light: { in: { At: "datetime" }, returns: "datetime" } },
};
const noon = "20261122120000.000000+000";
const minute = "00000000000100.000000:000";

describe("values of one copy are values of the other:", () => {
  test("datetimes and intervals", () => {
    const [time, length] = [one.CimDateTime.parse(noon), one.CimInterval.parse(minute)];
    expect(time instanceof other.CimDateTime).toBe(true);
    expect(length instanceof other.CimInterval).toBe(true);
    expect(time instanceof other.CimInterval).toBe(false);
    expect(length instanceof other.CimDateTime).toBe(false);
    expect(other.CimDateTime.parse(noon).equals(time)).toBe(true);
    expect(other.CimInterval.parse(minute).equals(length)).toBe(true);
  });

  test.each([
    null,
    undefined,
    noon,
    {},
    { text: noon },
    Object.create(null),
    { constructor: "mof-codegen.CimDateTime" },
    { constructor: { brand: "mof-codegen.CimDateTime" } },
  ])("but nothing else is one: %j", (value: unknown) => {
    expect(value instanceof one.CimDateTime).toBe(false);
    expect(value instanceof one.CimInterval).toBe(false);
    expect(value instanceof one.CimError).toBe(false);
  });
});

test("a client calls through a transport of the other copy", async () => {
  const Since = one.CimDateTime.parse(noon);
  const seed = { Since: other.CimDateTime.parse(noon), For: other.CimInterval.parse(minute) };
  const calls: unknown[] = [];
  const transport = other.memoryTransport({
    classes: [lamp],
    instances: { Lamp: [seed] },
    handlers: {
      Lamp: {
        Light: ({ input }) => {
          calls.push(input["At"]);
          return one.CimDateTime.parse(noon);
        },
      },
    },
  });
  const client = one.createClient(transport);
  const handle = client.at(lamp, { Since });
  expect(await client.get(handle)).toMatchObject(seed);
  expect(JSON.stringify(await client.get(handle))).toBe(`{"Since":"${noon}","For":"${minute}"}`);
  expect(await handle.Light({ At: Since })).toEqual(Since);
  expect(calls).toEqual([Since]);
});

test("a handle is one for the other copy, which then knows its class", async () => {
  const client = ({ createClient, memoryTransport, CimDateTime }: Runtime) =>
    createClient(
      memoryTransport({
        classes: [lamp],
        instances: { Lamp: [{ Since: CimDateTime.parse(noon) }] },
      }),
    );
  const [found] = await collect(client(one).enumerate(lamp));
  expect(other.isHandle(found)).toBe(true);
  expect(other.formatPath(other.pathOf(found!))).toBe(`root/home:Lamp.Since="${noon}"`);
  expect(await client(other).get(found!)).toMatchObject({ For: null });
});

describe("errors of one copy are errors of the other:", () => {
  const known = { operation: "invoke", className: "Lamp", method: "Light", hresult: 5 } as const;

  test("with all that they say", () => {
    const cause = new Error("x");
    const error = new one.CimError("not-found", "no such: lamp", { ...known, cause });
    expect(error instanceof other.CimError).toBe(true);
    const taken = other.CimError.from(error);
    expect(taken).not.toBe(error);
    expect([taken.message, taken.cause, taken.stack]).toEqual([error.message, cause, error.stack]);
    expect(details(taken)).toEqual({ code: "not-found", ...known });
    const bare = new one.CimError("timeout", "slow");
    expect(other.CimError.from(bare, { className: "Lamp" }).message).toBe("timeout: Lamp: slow");
  });

  test("rewritten like its own", () => {
    const error = new one.CimError("failed", "the word is swordfish", { reason: "swordfish" });
    const hidden = other.CimError.rewrite(error, (text) => text.replaceAll("swordfish", "…"));
    expect(hidden).toMatchObject({ message: "failed: the word is …", reason: "…" });
  });

  test("thrown by a handler, they reach the caller", async () => {
    const transport = other.memoryTransport({
      classes: [lamp],
      instances: { Lamp: [{ Since: one.CimDateTime.parse(noon) }] },
      handlers: {
        Lamp: {
          Light: () => {
            throw new one.CimError("access-denied", "not at night");
          },
        },
      },
    });
    const [handle] = await collect(other.createClient(transport).enumerate(lamp));
    expect(await failure(() => handle!.Light({ At: null }))).toEqual([
      "access-denied",
      "Lamp.Light: not at night",
    ]);
  });

  test("a class that extends it keeps its own instances apart", () => {
    class Special extends one.CimError {}
    expect(new Special("failed", "x") instanceof one.CimError).toBe(true);
    expect(new Special("failed", "x") instanceof other.CimError).toBe(true);
    expect(new one.CimError("failed", "x") instanceof Special).toBe(false);
    expect(new Special("failed", "x") instanceof Special).toBe(true);
  });
});
