/**
 * Values of every type go through generated stubs to a server and come back equal: as
 * properties, into methods, out of them, both ways, and returned.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  Sample_Cargo,
  type Sample_Cargo_Static,
  Sample_Delivery,
  type Sample_Item,
  Sample_Place,
} from "../../fixtures/golden/every-type-travels/expected/root/cimv2/index.ts";
import {
  amt,
  type Client,
  connect,
  createClient,
  type InstancePath,
  memoryTransport,
  omi,
  type Dialect,
  openwsman,
  pathOf,
  pegasus,
  referenceTo,
  type Store,
} from "../../src/runtime/index.ts";
import { type CimServer, startServer } from "../../src/simulator/index.ts";
import { paths, scalars } from "./arbitrary-values.ts";
import {
  at,
  classes,
  classOf,
  dock,
  expectSame,
  handlers,
  type Input,
  plain,
  plainMembers,
  records,
  returning,
} from "./cargo.ts";
import { failure } from "./caught.ts";

const { Load, Unload, Swap } = Sample_Cargo.methods ?? {};
const { Id: _, ...properties } = Sample_Cargo.properties ?? {};

let server: CimServer;
const memory = memoryTransport({ classes, handlers });

beforeAll(async () => {
  server = await startServer({ classes, handlers });
});
afterAll(() => server.close());

interface Way {
  readonly name: string;
  open(): { readonly client: Client; readonly store: Store };
}

const ways: readonly Way[] = [
  {
    name: "HTTP",
    open: () => ({ client: connect(server.url, { classes }), store: server.store }),
  },
  {
    name: "CIM-XML",
    open: () => ({ client: connect(server.cimXmlUrl, { classes }), store: server.store }),
  },
  {
    name: "memory",
    open: () => ({ client: createClient(memory, { classes }), store: memory.store }),
  },
];

const runs = { numRuns: 50 };
const slow = { timeout: 120_000 };

describe.each(ways)("by $name", ({ open }) => {
  let client: Client;
  let store: Store;
  beforeAll(() => {
    ({ client, store } = open());
    if (store.find(at(1)) === undefined) store.add("Sample_Cargo", { Id: 1 });
  });
  afterAll(() => client.close());

  test("properties are read and enumerated as they are", slow, async () => {
    await fc.assert(
      fc.asyncProperty(records(properties), async (given) => {
        store.update(at(1), given);
        const expected = plainMembers(given, properties);
        expectSame({ ...(await client.get(Sample_Cargo, { Id: 1 })) }, { Id: 1, ...expected });
        for await (const cargo of client.enumerate(Sample_Cargo)) {
          expectSame({ ...cargo }, { Id: 1, ...expected });
        }
      }),
      runs,
    );
  });

  test("what goes in arrives, by a static method", slow, async () => {
    await fc.assert(
      fc.asyncProperty(records(Load?.in ?? {}), async (given) => {
        // As: the values are those of the descriptor's types.
        const input = plainMembers(given, Load?.in ?? {}) as Input<Sample_Cargo_Static["Load"]>;
        expect(await client.class(Sample_Cargo).Load(input)).toBe(7);
        expectSame(dock.loaded, given);
      }),
      runs,
    );
  });

  test("what comes out is what was answered, by a static method", slow, async () => {
    await fc.assert(
      fc.asyncProperty(records(Unload?.out ?? {}), async (given) => {
        dock.toUnload = given;
        const expected = plainMembers(given, Unload?.out ?? {});
        const result = await client.class(Sample_Cargo).Unload();
        expectSame(result, { ReturnValue: 0, ...expected });
      }),
      runs,
    );
  });

  test("what goes in comes out again, by a method of an instance", slow, async () => {
    await fc.assert(
      fc.asyncProperty(records(Swap?.in ?? {}), async (given) => {
        // As: the values are those of the descriptor's types.
        const input = plainMembers(given, Swap?.in ?? {}) as Input<Sample_Cargo["Swap"]>;
        const result = await client.at(Sample_Cargo, { Id: 1 }).Swap(input);
        expectSame(result, { ReturnValue: 0, ...input });
      }),
      runs,
    );
  });

  test.each(returning)("%s", slow, async (name, { static: isStatic, returns = "string" }) => {
    const target: unknown = isStatic
      ? client.class(Sample_Cargo)
      : client.at(Sample_Cargo, { Id: 1 });
    // As: the method is called by a name that is not known when this is compiled.
    const methods = target as Readonly<Record<string, (input: object) => Promise<unknown>>>;
    await fc.assert(
      fc.asyncProperty(scalars(returns, classOf), async (given) => {
        const value = plain(given, returns);
        expectSame(await methods[name]?.({ Value: value }), value);
      }),
      runs,
    );
  });

  test("keys of every type find their instance, references among them", slow, async () => {
    await fc.assert(
      fc.asyncProperty(paths(Sample_Delivery, classOf), async (delivery) => {
        // As: both keys are references, whose paths stand here.
        const [what, where] = ["What", "Where"].map((key) => delivery.keys[key] as InstancePath);
        if (what === undefined || where === undefined) throw new Error("a key is missing");
        const ends = {
          What: referenceTo<Sample_Item>(what),
          Where: referenceTo<Sample_Place>(where),
        };
        store.add("Sample_Place", where.keys);
        store.add("Sample_Delivery", ends);
        expect(await client.at(Sample_Place, ends.Where).Visit()).toBe(1);
        expect(await client.at(Sample_Delivery, ends).Confirm()).toBe(2);
        for await (const found of client.enumerate(Sample_Delivery)) {
          expect(pathOf(found)).toEqual(delivery);
          expectSame({ ...found }, ends);
          expectSame({ ...(await client.get(Sample_Place, found.Where)) }, where.keys);
        }
        expect([store.delete(delivery), store.delete(where)]).toEqual([true, true]);
      }),
      runs,
    );
  });
});

/** This server does not turn arrays round. */
const straight: Dialect = { ...openwsman, arrayArguments: "in order" };

describe.each([omi, pegasus, straight, amt])("as $name wants it", (dialect) => {
  test("what goes in arrives", slow, async () => {
    const client = connect(server.url, { classes, dialect });
    await fc.assert(
      fc.asyncProperty(records(Load?.in ?? {}), async (given) => {
        // As: the values are those of the descriptor's types.
        const input = plainMembers(given, Load?.in ?? {}) as Input<Sample_Cargo_Static["Load"]>;
        expect(await client.class(Sample_Cargo).Load(input)).toBe(7);
        expectSame(dock.loaded, given);
      }),
      runs,
    );
    await client.close();
  });
});

test("a tab is a character, and so is a digit", async () => {
  const client = connect(server.url, { classes });
  const cargo = client.at(Sample_Cargo, { Id: 1 });
  expect(await cargo.ReturnLetter({ Value: "\t" })).toBe("\t");
  expect(await cargo.ReturnLetter({ Value: "9" })).toBe("9");
  await client.close();
});

test("a single is the nearest one to the number, and none is nearest to a number beyond", async () => {
  const client = connect(server.url, { classes });
  const cargo = client.at(Sample_Cargo, { Id: 1 });
  expect(await cargo.ReturnSingle({ Value: 0.123456789 })).toBe(0.12345679);
  expect(await failure(() => cargo.ReturnSingle({ Value: 1e39 }))).toEqual([
    "invalid-parameter",
    "Sample_Cargo.ReturnSingle: parameter Value must be a real32, not the number 1e+39",
  ]);
  await client.close();
});
