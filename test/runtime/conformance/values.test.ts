/** Every CIM type through every operation that carries values, over every way. */
import { describe, expect, test } from "vitest";
import {
  CimDateTime,
  type CimInstance,
  CimInterval,
  formatPath,
  pathOf,
  type Reference,
  referenceTo,
  wql,
} from "../../../src/runtime/index.ts";
import { isReference } from "../../../src/runtime/reference.ts";
import { collect, failure, next } from "../caught.ts";
import {
  classes,
  Test_Alarm,
  type Test_Device,
  Test_Everything,
  type Test_Setting,
  type Test_Values,
  types,
} from "./fleet.ts";
import { open, ways } from "./ways.ts";

const device = (Name: string, Slot: number): Reference<Test_Device> =>
  referenceTo({ namespace: "root/test", className: "Test_Device", keys: { Name, Slot } });
const setting: Test_Setting = {
  Name: "outer <&>",
  Level: 4294967295,
  Big: 18446744073709551615n,
  Tags: ["a", "", "b c"],
  Inner: { Name: null, Level: 1, Big: null, Tags: [], Inner: null },
};
const anything: CimInstance = {
  className: "Test_Setting",
  properties: { Name: "in anything", Level: 7, Big: 1n, Tags: ["x"], Inner: null },
};
const when = CimDateTime.parse("20261122060000.123456+060");
const span = CimInterval.from({ days: 1, hours: 2, minutes: 3, seconds: 4, microseconds: 5 });

/** Values at the edges of each type. */
const edges: { readonly [P in keyof Test_Values]: readonly Test_Values[P][] } = {
  Flag: [true, false],
  U8: [0, 255],
  U16: [0, 65535],
  U32: [0, 4294967295],
  U64: [0n, 18446744073709551615n],
  S8: [-128, 127],
  S16: [-32768, 32767],
  S32: [-2147483648, 2147483647],
  S64: [-9223372036854775808n, 9223372036854775807n],
  R32: [0, -1.5, 3.4e38],
  R64: [0.1, -1e300, 5e-324],
  Char: ["x", "7", "ß", "<"],
  Text: ["", " ", "a\nb\tc", "äöü 😀", "]]> & <x/>", "'\"\\"],
  When: [when, CimDateTime.parse("20260101000000.000000-300"), span],
  Span: [span, CimInterval.from({ days: 0 })],
  Octets: [Uint8Array.from([]), Uint8Array.from([0, 127, 255]), Uint8Array.from([0, 0, 0, 4])],
  Ref: [device("d'1 & <co>", 1)],
  Embedded: [setting, { Name: "", Level: null, Big: null, Tags: null, Inner: null }],
  Anything: [anything],
  Flags: [[], [true, false]],
  U8s: [[], [0, 255]],
  U16s: [[], [65535]],
  U32s: [[], [4294967295, 0]],
  U64s: [[], [18446744073709551615n]],
  S8s: [[], [-128]],
  S16s: [[], [-32768]],
  S32s: [[], [-2147483648]],
  S64s: [[], [-9223372036854775808n, 0n]],
  R32s: [[], [1.5, -0.25]],
  R64s: [[], [1e-300, 2]],
  Chars: [[], ["a", "b"]],
  Texts: [[], ["", "a & b", "c"]],
  Whens: [[], [when]],
  Spans: [[], [span]],
  OctetsList: [[], [Uint8Array.from([1]), Uint8Array.from([2, 3])]],
  Refs: [[], [device("a", 1), device("b", 2)]],
  EmbeddedList: [[], [setting, { ...setting, Name: "second" }]],
  AnythingList: [[], [anything]],
};

// As: the keys of an object with known keys.
const names = Object.keys(types) as (keyof Test_Values)[];
const samples = names.flatMap((name) =>
  [null, ...edges[name]].map((value, index) => ({ name, value, index })),
);

/** Values in a form in which equal ones are equal: references by their paths, fields by name. */
function plain(value: unknown): unknown {
  if (value instanceof CimDateTime || value instanceof CimInterval)
    return `time ${value.toString()}`;
  if (value instanceof Uint8Array) return `octets ${Buffer.from(value).toString("hex")}`;
  if (isReference(value)) return `reference ${formatPath(pathOf(value))}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

const everything = (values: Partial<Test_Values>) =>
  plain({ ...Object.fromEntries(names.map((name) => [name, null])), ...values });

/** In an instance that is sent over WS-Management an empty array looks like none at all. */
const hasNoForm = (way: string, value: unknown): boolean =>
  way === "WS-Management" &&
  (Array.isArray(value) || value instanceof Uint8Array) &&
  value.length === 0;

describe.each(ways)("over %s", (way) => {
  test("created instances are what was created", async () => {
    const { cim, store } = await open(way, { classes });
    for (const [index, { name, value }] of samples.entries()) {
      const Id = 1000 + index;
      if (hasNoForm(way, value)) {
        const act = () => cim.create(Test_Everything, { Id, [name]: value });
        expect([name, (await failure(act))[0]]).toEqual([name, "invalid-parameter"]);
        continue;
      }
      const handle = await cim.create(Test_Everything, { Id, [name]: value });
      expect(plain(store.find(pathOf(handle))?.properties)).toEqual({
        Id,
        ...(everything({ [name]: storedAs(name, value) }) as object),
      });
      const { [name]: read } = await cim.get(handle);
      expect([name, plain(read)]).toEqual([name, plain(value)]);
    }
  });

  test("modified instances are what they were modified to, and null is a value", async () => {
    const { cim, store } = await open(way, { classes });
    const handle = cim.at(Test_Everything, { Id: 1 });
    const at = pathOf(handle);
    for (const { name, value } of samples) {
      if (hasNoForm(way, value)) {
        const act = () => cim.modify(Test_Everything, handle, { [name]: value });
        expect([name, (await failure(act))[0]]).toEqual([name, "invalid-parameter"]);
        continue;
      }
      await cim.modify(Test_Everything, handle, { [name]: value });
      expect([name, plain(store.find(at)?.properties[name])]).toEqual([
        name,
        plain(storedAs(name, value)),
      ]);
      await cim.modify(Test_Everything, handle, { [name]: null });
      expect([name, store.find(at)?.properties[name]]).toEqual([name, null]);
    }
  });

  test("arguments and results of methods arrive, each alone and all together", async () => {
    const { cim } = await open(way, { classes });
    const handle = cim.at(Test_Everything, { Id: 1 });
    for (const { name, value } of samples) {
      const answer = await handle.Echo({ [name]: value });
      expect([name, plain(answer[name])]).toEqual([name, plain(value)]);
    }
    const all = Object.fromEntries(names.map((name) => [name, edges[name].at(-1) ?? null]));
    const { ReturnValue, ...out } = await handle.Echo(all);
    expect(ReturnValue).toBe(0);
    expect(plain(out)).toEqual(plain(all));
  });

  test("enumerated and queried instances have the same values", async () => {
    const { cim, store } = await open(way, { classes });
    const all = Object.fromEntries(names.map((name) => [name, edges[name].at(-1) ?? null]));
    store.delete(pathOf(cim.at(Test_Everything, { Id: 1 })));
    await cim.create(Test_Everything, { Id: 2, ...all });
    const expected = [plain({ Id: 2, ...all })];
    const found = async (items: AsyncIterable<object>) =>
      (await collect(items)).map((each) => plain({ ...each }));
    expect(await found(cim.enumerate(Test_Everything))).toEqual(expected);
    const query = wql(Test_Everything)`SELECT * FROM Test_Everything WHERE Id = ${2}`;
    expect(await found(cim.query(query))).toEqual(expected);
  });

  test("values of the wrong type are refused before anything is sent", async () => {
    const { cim } = await open(way, { classes });
    const handle = cim.at(Test_Everything, { Id: 1 });
    for (const name of names) {
      const wrong = { [name]: Symbol("wrong") } as never;
      for (const act of [
        () => handle.Echo(wrong),
        () => cim.create(Test_Everything, { Id: 3, ...(wrong as object) }),
        () => cim.modify(Test_Everything, handle, wrong),
      ]) {
        expect([name, (await failure(act))[0]]).toEqual([name, "invalid-parameter"]);
      }
    }
  });

  test("a server's refusal keeps its code for every operation", async () => {
    const { cim } = await open(way, { classes });
    const Id = 404;
    const gone = cim.at(Test_Everything, { Id });
    const acts = [
      () => cim.get(gone),
      () => gone.Echo(),
      () => cim.modify(Test_Everything, gone, { U8: 1 }),
      () => cim.delete(gone),
      () => collect(cim.associators(gone)),
      () => collect(cim.references(gone)),
    ];
    const codes = await Promise.all(acts.map(async (act) => (await failure(act))[0]));
    expect(codes).toEqual(acts.map(() => "not-found"));
    const again = () => cim.create(Test_Everything, { Id: 1 });
    expect((await failure(again))[0]).toBe("already-exists");
  });
});

test.each(["memory", "WS-Management"] as const)(
  "an indication over %s brings what is embedded in it",
  async (way) => {
    const { cim, events } = await open(way, { classes });
    const items = cim.subscribe(Test_Alarm)[Symbol.asyncIterator]();
    const first = next(items);
    while (events.subscribers === 0) await new Promise((resolve) => setImmediate(resolve));
    events.publish(Test_Alarm, { Severity: 1, Source: anything });
    const value = await first;
    const source = value?.kind === "indication" ? value.indication.Source : undefined;
    expect(source?.className).toBe("Test_Setting");
    expect(source?.properties["Name"]).toBe("in anything");
    await items.return?.();
  },
);

/** A store keeps an embedded instance with its class. */
function storedAs(name: keyof Test_Values, value: unknown): unknown {
  const wrap = (one: unknown): unknown =>
    one === null ? null : { className: "Test_Setting", properties: deep(one as object) };
  const deep = (one: object): object =>
    Object.fromEntries(
      Object.entries(one).map(([key, member]) => [key, key === "Inner" ? wrap(member) : member]),
    );
  if (!types[name].startsWith("instance ") || value === null) return value;
  return Array.isArray(value) ? value.map(wrap) : wrap(value);
}
