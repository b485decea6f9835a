/** Every operation over every way: one suite, so that no way is special. */
import { describe, expect, test } from "vitest";
import {
  CimError,
  CimReturnError,
  cql,
  formatPath,
  isInstanceOf,
  ok,
  pathOf,
  referenceTo,
  select,
  undeclaredOf,
  wql,
} from "../../../src/runtime/index.ts";
import { caught, collect, failure, next } from "../caught.ts";
import { Test_Alarm, Test_Device, Test_Disk, Test_Fan, Test_Holds, Test_Rack } from "./fleet.ts";
import { classNamesOf, namesOf, open, ways } from "./ways.ts";

const d1 = { Name: "d'1 & <co>", Slot: 1 };
const disk = { Name: "disk", Slot: 2 };

describe.each(ways)("over %s", (way) => {
  describe("get", () => {
    test("brings all properties, and null for what is null", async () => {
      const { cim } = await open(way);
      expect({ ...(await cim.get(Test_Device, d1)) }).toEqual({ ...d1, Power: 5n, State: "on" });
      expect({ ...(await cim.get(cim.at(Test_Disk, disk))) }).toEqual({
        ...disk,
        Power: null,
        State: "off",
        Size: 2n ** 63n,
      });
    });

    test("brings the properties that are asked for, and keys", async () => {
      const { cim } = await open(way);
      const device = await cim.get(Test_Device, d1, { properties: ["State"] });
      expect({ ...device }).toEqual({ ...d1, State: "on" });
    });

    test("of a subclass keeps apart what the class does not declare", async () => {
      const { cim } = await open(way);
      const device = await cim.get(
        Test_Device,
        referenceTo<Test_Device>(pathOf(cim.at(Test_Disk, disk))),
      );
      expect(Object.keys(device)).toEqual(["Name", "Slot", "Power", "State"]);
      expect(`${undeclaredOf(device)["Size"] as bigint | string}`).toBe(String(2n ** 63n));
    });

    test("of what there is not fails", async () => {
      const { cim } = await open(way);
      expect((await failure(() => cim.get(Test_Device, { ...d1, Slot: 9 })))[0]).toBe("not-found");
      const elsewhere = { ...Test_Device, namespace: "root/nowhere" };
      expect((await failure(() => cim.get(elsewhere, d1)))[0]).toBe("invalid-namespace");
      const unknown = { ...Test_Device, name: "Test_Unknown" };
      expect((await failure(() => cim.get(unknown, d1)))[0]).toBe("invalid-class");
      expect(
        (await failure(() => cim.get(Test_Device, d1, { properties: ["Sate" as never] })))[0],
      ).toBe("no-such-property");
    });
  });

  describe("enumerate", () => {
    test("brings instances of subclasses, too", async () => {
      const { cim } = await open(way);
      const devices = await collect(cim.enumerate(Test_Device));
      expect(namesOf(devices)).toEqual(["d'1 & <co>", "disk", "fan"]);
      expect(classNamesOf(devices)).toEqual(["Test_Device", "Test_Disk", "Test_Fan"]);
    });

    test("leaves them out if told", async () => {
      const { cim } = await open(way);
      const devices = await collect(cim.enumerate(Test_Device, { subclasses: false }));
      expect(namesOf(devices)).toEqual(["d'1 & <co>"]);
    });

    test("brings keys alone", async () => {
      const { cim } = await open(way);
      const handles = await collect(cim.enumerate(Test_Device, { keysOnly: true }));
      expect(handles.map((handle) => ({ ...handle })).sort((a, b) => a.Slot - b.Slot)).toEqual([
        d1,
        disk,
        { Name: "fan", Slot: 3 },
      ]);
      expect(await handles[0]?.Start({ Delay: 0 })).toBe(0);
    });

    test("brings some properties", async () => {
      const { cim } = await open(way);
      const devices = await collect(cim.enumerate(Test_Device, { properties: ["State"] }));
      expect(Object.keys(devices[0] ?? {})).toEqual(["Name", "Slot", "State"]);
    });

    test("tells the classes apart that are asked for", async () => {
      const { cim } = await open(way);
      const found = await collect(cim.enumerate(Test_Device, { as: [Test_Disk, Test_Fan] }));
      const told = found.map((device) =>
        isInstanceOf(device, Test_Disk)
          ? `disk ${device.Size}`
          : isInstanceOf(device, Test_Fan)
            ? `fan ${device.Speed}`
            : `device ${device.Name}`,
      );
      expect(told.sort()).toEqual(["device d'1 & <co>", `disk ${2n ** 63n}`, "fan 1200"]);
      expect(found.map((device) => undeclaredOf(device))).toEqual([{}, {}, {}]);
    });

    test("keeps what an unknown subclass has apart", async () => {
      const { cim } = await open(way);
      const found = await collect(cim.enumerate(Test_Device, { as: [Test_Disk] }));
      const fan = found.find(({ Name }) => Name === "fan");
      expect(Object.keys(fan ?? {})).not.toContain("Speed");
      expect(`${(fan && undeclaredOf(fan)["Speed"]) as number | string}`).toBe("1200");
    });

    test("can be left, and asked again", async () => {
      const { cim } = await open(way);
      const devices = cim.enumerate(Test_Device);
      for await (const { Name } of devices) {
        expect(Name).not.toBe("");
        break;
      }
      expect(await collect(devices)).toHaveLength(3);
    });

    test("ends at an abort", async () => {
      const { cim } = await open(way);
      const abort = new AbortController();
      const seen: string[] = [];
      const loop = async () => {
        for await (const { Name } of cim.enumerate(Test_Device, { signal: abort.signal })) {
          seen.push(Name);
          abort.abort();
        }
      };
      expect((await failure(loop))[0]).toBe("aborted");
      expect(seen).toHaveLength(1);
    });

    test("of an unknown class fails", async () => {
      const { cim } = await open(way);
      const unknown = { ...Test_Device, name: "Test_Unknown" };
      expect((await failure(() => collect(cim.enumerate(unknown))))[0]).toBe("invalid-class");
    });
  });

  describe("query", () => {
    test("by select", async () => {
      const { cim } = await open(way);
      const on = select(Test_Device, ["State"]).where("State", "=", "on");
      const found = await collect(cim.query(on));
      expect(found.map((each) => ({ ...each })).sort((a, b) => a.Slot - b.Slot)).toEqual([
        { ...d1, State: "on" },
        { Name: "fan", Slot: 3, State: "on" },
      ]);
    });

    test("with conditions put together, and values that are quoted", async () => {
      const { cim } = await open(way);
      const either = select(Test_Device).where((is) =>
        is.or(
          is("Name", "=", "d'1 & <co>"),
          is.and(is("Slot", ">", 2), is.not(is("Power", "=", 5n))),
        ),
      );
      expect(namesOf(await collect(cim.query(either)))).toEqual(["d'1 & <co>", "fan"]);
      const none = select(Test_Device).where("Power", "=", null).where("Slot", "<", 3);
      expect(namesOf(await collect(cim.query(none)))).toEqual(["disk"]);
    });

    test("by WQL and CQL", async () => {
      const { cim } = await open(way);
      const name = "d'1 & <co>";
      const query = wql(Test_Device)`SELECT * FROM ${Test_Device} WHERE Name = ${name}`;
      const [device] = await collect(cim.query(query));
      expect({ ...device }).toEqual({ ...d1, Power: 5n, State: "on" });
      const like = cql(Test_Device)`SELECT * FROM Test_Device WHERE Name LIKE ${"%s%"}`;
      expect(namesOf(await collect(cim.query(like)))).toEqual(["disk"]);
    });

    test("that is wrong fails", async () => {
      const { cim } = await open(way);
      const wrong = wql(Test_Device)`SELECT FROM`;
      expect((await failure(() => collect(cim.query(wrong))))[0]).toBe("invalid-query");
    });
  });

  describe("associations", () => {
    test("lead to instances of a class", async () => {
      const { cim } = await open(way);
      const rack = cim.at(Test_Rack, { Id: "r1" });
      const devices = await collect(
        cim.associators(rack, { association: Test_Holds, role: "Rack", result: Test_Device }),
      );
      expect(namesOf(devices)).toEqual(["disk", "fan"]);
      const fans = await collect(cim.associators(rack, { result: Test_Fan }));
      expect(fans.map(({ Speed }) => Speed)).toEqual([1200]);
    });

    test("lead to the class that a reference names", async () => {
      const { cim } = await open(way, { classes: [Test_Device, Test_Rack] });
      const through = { association: Test_Holds, resultRole: "Rack" } as const;
      const racks = await collect(cim.associators(cim.at(Test_Disk, disk), through));
      expect(racks.map(({ Id }) => Id)).toEqual(["r1"]);
    });

    test("lead to whatever there is", async () => {
      const { cim } = await open(way);
      const found = await collect(cim.associators(cim.at(Test_Rack, { Id: "r1" })));
      expect(found.map(({ className }) => className).sort()).toEqual(["Test_Disk", "Test_Fan"]);
      expect(found.find(({ className }) => className === "Test_Disk")?.properties["Name"]).toBe(
        "disk",
      );
      const paths = await collect(
        cim.associators(cim.at(Test_Rack, { Id: "r1" }), { keysOnly: true }),
      );
      expect(paths.map((path) => formatPath(pathOf(path))).sort()).toEqual([
        expect.stringMatching(/^root\/test:Test_Disk\.Name="disk",Slot="?2"?$/),
        expect.stringMatching(/^root\/test:Test_Fan\.Name="fan",Slot="?3"?$/),
      ]);
    });

    test("are instances themselves", async () => {
      const { cim } = await open(way);
      const rack = cim.at(Test_Rack, { Id: "r1" });
      const links = await collect(cim.references(rack, { association: Test_Holds, role: "Rack" }));
      expect(links.map(({ Device, Since }) => [pathOf(Device).className, Since]).sort()).toEqual([
        ["Test_Disk", null],
        ["Test_Fan", "2026"],
      ]);
      expect(
        await collect(cim.references(rack, { association: Test_Holds, role: "Device" })),
      ).toEqual([]);
      const [any] = await collect(cim.references(cim.at(Test_Rack, { Id: "r2" })));
      expect(any?.className).toBe("Test_Holds");
      const [first] = await collect(cim.references(rack, { keysOnly: true }));
      expect(first && pathOf(first).className).toBe("Test_Holds");
    });

    test("of what there is not fail", async () => {
      const { cim } = await open(way);
      const nowhere = cim.at(Test_Rack, { Id: "r9" });
      expect((await failure(() => collect(cim.associators(nowhere))))[0]).toBe("not-found");
      const wrong = { association: Test_Holds, role: "Shelf" as never };
      const rack = cim.at(Test_Rack, { Id: "r1" });
      expect((await failure(() => collect(cim.references(rack, wrong))))[0]).toBe(
        "invalid-parameter",
      );
    });
  });

  describe("writing", () => {
    test("makes an instance, once", async () => {
      const { cim } = await open(way);
      const handle = await cim.create(Test_Device, { Name: "new", Slot: 7, Power: 1n });
      expect({ ...handle }).toEqual({ Name: "new", Slot: 7 });
      expect(await handle.Start({ Delay: 1 })).toBe(4096);
      expect({ ...(await cim.get(handle)) }).toEqual({
        Name: "new",
        Slot: 7,
        Power: 1n,
        State: null,
      });
      const again = () => cim.create(Test_Device, { Name: "new", Slot: 7 });
      expect((await failure(again))[0]).toBe("already-exists");
    });

    test("changes what is stated, and tells null from nothing", async () => {
      const { cim } = await open(way);
      const handle = cim.at(Test_Device, d1);
      await cim.modify(Test_Device, handle, { Power: null });
      expect({ ...(await cim.get(handle)) }).toEqual({ ...d1, Power: null, State: "on" });
      await cim.modify(Test_Device, handle, { State: "off", Power: 2n ** 64n - 1n });
      expect({ ...(await cim.get(handle)) }).toEqual({
        ...d1,
        Power: 2n ** 64n - 1n,
        State: "off",
      });
    });

    test("insists that nobody else has changed it", async () => {
      const { cim, store } = await open(way);
      const read = await cim.get(Test_Device, d1);
      await cim.modify(Test_Device, read, { State: "idle" }, { ifUnchanged: true });
      const error = await caught(() =>
        cim.modify(Test_Device, read, { Power: 6n }, { ifUnchanged: true }),
      );
      expect(error.message).toBe(
        "conflict: Test_Device: changed since the instance was read: State",
      );
      expect(store.find(pathOf(read))?.properties["Power"]).toBe(5n);
    });

    test("refuses keys, and what cannot be written", async () => {
      const { cim } = await open(way);
      const handle = cim.at(Test_Device, d1);
      const key = { Slot: 2 } as never;
      expect((await failure(() => cim.modify(Test_Device, handle, key)))[0]).toBe(
        "invalid-parameter",
      );
      const stranger = { Stat: "off" } as never;
      expect((await failure(() => cim.modify(Test_Device, handle, stranger)))[0]).toBe(
        "no-such-property",
      );
    });

    test("removes an instance, once", async () => {
      const { cim, store } = await open(way);
      await cim.delete(Test_Device, d1);
      expect(store.find(pathOf(cim.at(Test_Device, d1)))).toBeUndefined();
      expect((await failure(() => cim.delete(cim.at(Test_Device, d1))))[0]).toBe("not-found");
    });
  });

  describe("methods", () => {
    test("of instances, of subclasses, and of the class", async () => {
      const { cim } = await open(way);
      expect(await cim.at(Test_Device, d1).Start({ Delay: 0, Reason: "a & b" })).toBe(0);
      expect(await cim.at(Test_Disk, disk).Start({ Delay: 2 })).toBe(4096);
      expect(await cim.class(Test_Device).Count()).toBe(3);
      expect(await cim.class(Test_Device).Count({ State: "on" })).toBe(2);
      expect(await cim.invoke(Test_Device, "Count", { State: null })).toBe(3);
    });

    test("three outcomes stay apart: 0, another value, a failure", async () => {
      const { cim } = await open(way);
      const device = cim.at(Test_Device, d1);
      expect(await device.Fail({ Code: 0x80041003 })).toBe(0x80041003);
      const error = await caught(() => device.Fail({ Code: 0 }));
      expect([error.code, error.message]).toEqual([
        "access-denied",
        expect.stringContaining("the provider says no"),
      ]);
    });

    test("another value than 0 becomes an error if wanted", async () => {
      const { cim } = await open(way);
      const device = cim.at(Test_Device, d1);
      const error = await caught(() => ok(device.Start({ Delay: 1 })));
      expect(error).toBeInstanceOf(CimReturnError);
      expect(error.message).toBe(
        "return-value: Test_Device.Start: the method returned 4096 (Job Started)",
      );
      expect(await ok(device.Start({ Delay: 1 }), { accept: [0, 4096] })).toBe(4096);
      const wbem = await caught(() => ok(device.Fail({ Code: 0x80041003 })));
      expect(wbem.message).toBe(
        "return-value: Test_Device.Fail: the method returned WBEM_E_ACCESS_DENIED (0x80041003)",
      );
      const { cim: strict } = await open(way, { returnValues: "throw" });
      expect((await failure(() => strict.at(Test_Device, d1).Start({ Delay: 1 })))[0]).toBe(
        "return-value",
      );
    });

    test("of what there is not fail", async () => {
      const { cim } = await open(way);
      const nowhere = cim.at(Test_Device, { Name: "x", Slot: 1 });
      expect((await failure(() => nowhere.Start({ Delay: 0 })))[0]).toBe("not-found");
      // As: a class that says more than the server's.
      const more = {
        ...Test_Device,
        methods: { Fly: { returns: "uint32" } },
      } as typeof Test_Device;
      const fly = () => cim.invoke(cim.at(more, d1), "Fly" as "Start", {} as never);
      expect((await failure(fly))[0]).toBe("method-not-found");
    });
  });

  describe("definitions", () => {
    test("of a class", async () => {
      const { cim } = await open(way);
      const definition = await cim.getClass(Test_Disk);
      expect([definition.name, definition.superclass, definition.namespace]).toEqual([
        "Test_Disk",
        "Test_Device",
        "root/test",
      ]);
      expect(definition.properties.map(({ name, type, isArray }) => [name, type, isArray])).toEqual(
        [
          ["Name", "string", false],
          ["Slot", "uint32", false],
          ["Power", "uint64", false],
          ["State", "string", false],
          ["Size", "uint64", false],
        ],
      );
      expect(definition.properties[0]?.qualifiers.map(({ name, value }) => [name, value])).toEqual([
        ["Key", true],
      ]);
      expect(definition.methods.map(({ name, returnType }) => [name, returnType])).toEqual([
        ["Start", "uint32"],
        ["Fail", "uint32"],
        ["Count", "uint32"],
      ]);
      const byName = await cim.getClass("test_disk", { namespace: "root/test" });
      expect(byName.name).toBe("Test_Disk");
      expect((await failure(() => cim.getClass("Nope", { namespace: "root/test" })))[0]).toBe(
        "not-found",
      );
    });

    test("of all classes, and of those below one", async () => {
      const { cim } = await open(way);
      const options = { namespace: "root/test" };
      const all = await collect(cim.enumerateClasses(options));
      expect(all).toHaveLength(8);
      const below = await collect(cim.enumerateClasses({ ...options, superclass: "Test_Device" }));
      expect(below.map(({ name }) => name)).toEqual(["Test_Disk", "Test_Fan"]);
      const top = await collect(cim.enumerateClasses({ ...options, deep: false }));
      expect(top.map(({ name }) => name)).not.toContain("Test_Disk");
    });
  });

  test("who is there", async () => {
    const { cim } = await open(way);
    expect((await cim.identify()).vendor).toBe("mof-codegen");
  });

  test("which namespaces there are", async () => {
    const { cim } = await open(way);
    const further = way === "memory" ? [] : ["root/interop"];
    expect((await cim.namespaces()).toSorted()).toEqual([...further, "root/test"]);
  });

  test("a closed client says so", async () => {
    const { cim } = await open(way);
    await cim.close();
    expect((await failure(() => cim.get(Test_Device, d1)))[0]).toBe("closed");
    expect((await failure(() => collect(cim.enumerate(Test_Device))))[0]).toBe("closed");
  });

  test("an error is a CimError that names the call", async () => {
    const { cim } = await open(way);
    const error = await caught(() => cim.get(Test_Device, { ...d1, Slot: 9 }));
    expect(error).toBeInstanceOf(CimError);
    expect([error.operation, error.className, error.cimStatus]).toEqual(["get", "Test_Device", 6]);
  });
});

describe.each(["memory", "WS-Management"] as const)("subscriptions over %s", (way) => {
  test("bring indications as they occur", async () => {
    const { cim, events } = await open(way);
    const query = wql(Test_Alarm)`SELECT * FROM Test_Alarm WHERE Severity > ${2}`;
    const items = cim.subscribe(query)[Symbol.asyncIterator]();
    const first = next(items);
    await subscribed(events);
    events.publish(Test_Alarm, { Severity: 1, Message: "unheard" });
    events.publish(Test_Alarm, { Severity: 3, Message: "heard" });
    const value = await first;
    expect(value?.kind === "indication" && { ...value.indication }).toEqual({
      Severity: 3,
      Message: "heard",
      Source: null,
    });
    await items.return?.();
    expect(events.publish(Test_Alarm, {})).toBe(0);
  });

  test("say when some may have been missed", async () => {
    const { cim, events } = await open(way);
    const items = cim.subscribe(Test_Alarm)[Symbol.asyncIterator]();
    const first = next(items);
    await subscribed(events);
    events.interrupt("the log was full");
    expect((await first)?.kind).toBe("gap");
    const second = next(items);
    await subscribed(events);
    events.publish(Test_Alarm, { Message: "after" });
    const value = await second;
    expect(value?.kind === "indication" && value.indication.Message).toBe("after");
    await items.return?.();
  });

  test("end at an abort, and for what is no indication", async () => {
    const { cim, events } = await open(way);
    const abort = new AbortController();
    const items = cim.subscribe(Test_Alarm, { signal: abort.signal })[Symbol.asyncIterator]();
    const first = failure(() => next(items));
    await subscribed(events);
    abort.abort();
    expect((await first)[0]).toBe("aborted");
    expect((await failure(() => collect(cim.subscribe(Test_Device))))[0]).toBe("invalid-class");
  });
});

test("subscriptions over CIM-XML are refused in words that help", async () => {
  const { cim } = await open("CIM-XML");
  expect(await failure(() => collect(cim.subscribe(Test_Alarm)))).toEqual([
    "not-supported",
    "Test_Alarm: CIM-XML delivers indications to a listener, which a client is not: subscribe over WS-Management",
  ]);
});

/** Until somebody listens: a client subscribes in its own time. */
async function subscribed(events: { readonly subscribers: number }): Promise<void> {
  while (events.subscribers === 0) await new Promise((resolve) => setImmediate(resolve));
}
