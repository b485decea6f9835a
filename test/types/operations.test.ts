/** What the client's operations accept and give, as types. Nothing here runs: the compiler is the test. */
import { describe, expectTypeOf, test } from "vitest";
import {
  type ClassDefinition,
  cql,
  createClient,
  type DynamicInstance,
  type Handle,
  type Indication,
  type Instance,
  isInstanceOf,
  job,
  type JobOutcome,
  memoryTransport,
  ok,
  type QualifierDefinition,
  type Query,
  type Reference,
  select,
  type Selected,
  type ServerIdentity,
  type uint16,
  type uint32,
  type uint64,
  type Undeclared,
  undeclaredOf,
  wql,
} from "../../src/runtime/index.ts";
import {
  Test_Alarm,
  Test_Device,
  Test_Disk,
  Test_Everything,
  Test_Fan,
  Test_Holds,
  Test_Rack,
  type Test_Values,
} from "../runtime/conformance/fleet.ts";

const cim = createClient(memoryTransport({}));
const never = (): boolean => false;
const keys = { Name: "n", Slot: 1 };
type DeviceKeys = "Name" | "Slot";

describe("types of", () => {
  test("selections: what was not asked for is not there", () => {
    if (never()) {
      const read = cim.get(Test_Device, keys, { properties: ["State", "Power"] });
      expectTypeOf(read).resolves.toEqualTypeOf<
        Selected<Test_Device, DeviceKeys, "State" | "Power">
      >();
      expectTypeOf(read).resolves.toHaveProperty("State").toEqualTypeOf<string | null>();
      expectTypeOf(read).resolves.toHaveProperty("Slot").toEqualTypeOf<uint32>();
      expectTypeOf(read).resolves.toHaveProperty("Start");
      expectTypeOf(
        cim.get(Test_Device, keys, { properties: ["State"] }),
      ).resolves.not.toHaveProperty("Power");
      expectTypeOf(cim.get(cim.at(Test_Device, keys), { properties: ["Power"] }))
        .resolves.toHaveProperty("Power")
        .toEqualTypeOf<uint64 | null>();
      expectTypeOf(cim.get(Test_Device, keys, { timeout: 1 })).resolves.toEqualTypeOf<
        Instance<Test_Device, DeviceKeys>
      >();
      // @ts-expect-error no such property
      void cim.get(Test_Device, keys, { properties: ["Stat"] });
      // @ts-expect-error a method is no property
      void cim.get(Test_Device, keys, { properties: ["Start"] });
      // @ts-expect-error a key is missing
      void cim.get(Test_Device, { Name: "n" });
    }
  });

  test("enumerations: instances, some properties, handles, or one of several classes", () => {
    if (never()) {
      expectTypeOf(cim.enumerate(Test_Device)).toEqualTypeOf<
        AsyncIterable<Instance<Test_Device, DeviceKeys>>
      >();
      expectTypeOf(cim.enumerate(Test_Device, { subclasses: false })).toEqualTypeOf<
        AsyncIterable<Instance<Test_Device, DeviceKeys>>
      >();
      expectTypeOf(cim.enumerate(Test_Device, { keysOnly: true })).toEqualTypeOf<
        AsyncIterable<Handle<Test_Device, DeviceKeys>>
      >();
      expectTypeOf(cim.enumerate(Test_Device, { properties: ["Power"] })).toEqualTypeOf<
        AsyncIterable<Selected<Test_Device, DeviceKeys, "Power">>
      >();
      expectTypeOf(cim.enumerate(Test_Device, { as: [Test_Disk, Test_Fan] })).toEqualTypeOf<
        AsyncIterable<
          | Instance<Test_Device, DeviceKeys>
          | Instance<Test_Disk, DeviceKeys>
          | Instance<Test_Fan, DeviceKeys>
        >
      >();
      // @ts-expect-error no such property
      cim.enumerate(Test_Device, { properties: ["Size"] });
    }
  });

  test("guards", async () => {
    if (never()) {
      for await (const device of cim.enumerate(Test_Device, { as: [Test_Disk, Test_Fan] })) {
        if (isInstanceOf(device, Test_Disk))
          expectTypeOf(device.Size).toEqualTypeOf<uint64 | null>();
        else if (isInstanceOf(device, Test_Fan))
          expectTypeOf(device.Speed).toEqualTypeOf<uint16 | null>();
        // @ts-expect-error only a disk has one
        void device.Size;
        expectTypeOf(undeclaredOf(device)).toEqualTypeOf<Undeclared>();
      }
    }
  });

  test("queries", () => {
    if (never()) {
      const query = select(Test_Device, ["State"])
        .where("Power", ">", 5n)
        .where("State", "=", null);
      expectTypeOf(cim.query(query)).toEqualTypeOf<
        AsyncIterable<Selected<Test_Device, DeviceKeys, "State">>
      >();
      expectTypeOf(cim.query(select(Test_Device))).toEqualTypeOf<
        AsyncIterable<Instance<Test_Device, DeviceKeys>>
      >();
      select(Test_Device).where((is) =>
        is.or(is("State", "LIKE", "o%"), is.not(is("Slot", "<", 2))),
      );
      // @ts-expect-error a number is compared with a number
      select(Test_Device).where("Slot", "=", "1");
      // @ts-expect-error nothing is less than null
      select(Test_Device).where("Slot", "<", null);
      // @ts-expect-error an array cannot be compared
      select(Test_Everything).where("Texts", "=", ["a"]);
      // @ts-expect-error no such comparison
      select(Test_Device).where("Slot", "==", 1);
      // @ts-expect-error no such property
      select(Test_Device, ["Sate"]);

      expectTypeOf(wql(Test_Disk)`SELECT * FROM Test_Disk`).toEqualTypeOf<
        Query<Instance<Test_Disk, DeviceKeys>>
      >();
      expectTypeOf(cql(Test_Disk)`SELECT * FROM Test_Disk`).toEqualTypeOf<
        Query<Instance<Test_Disk, DeviceKeys>>
      >();
      // @ts-expect-error a query says what class it finds
      wql`SELECT * FROM Test_Disk`;
      // @ts-expect-error text is no query
      cim.query("SELECT * FROM Test_Disk");
    }
  });

  test("associations: roles and ends are those of the class", () => {
    if (never()) {
      const rack = cim.at(Test_Rack, { Id: "r" });
      expectTypeOf(cim.associators(rack)).toEqualTypeOf<AsyncIterable<DynamicInstance>>();
      expectTypeOf(cim.associators(rack, { association: Test_Holds })).toEqualTypeOf<
        AsyncIterable<DynamicInstance>
      >();
      expectTypeOf(cim.associators(rack, { result: Test_Fan })).toEqualTypeOf<
        AsyncIterable<Instance<Test_Fan, DeviceKeys>>
      >();
      expectTypeOf(
        cim.associators(rack, { association: Test_Holds, resultRole: "Device" }),
      ).toEqualTypeOf<AsyncIterable<Instance<Test_Device>>>();
      expectTypeOf(cim.associators(rack, { keysOnly: true })).toEqualTypeOf<
        AsyncIterable<Reference<unknown>>
      >();
      // @ts-expect-error not a reference of the association
      cim.associators(rack, { association: Test_Holds, resultRole: "Since" });
      // @ts-expect-error not a reference of the association
      cim.associators(rack, { association: Test_Holds, role: "Shelf" });

      expectTypeOf(cim.references(rack)).toEqualTypeOf<AsyncIterable<DynamicInstance>>();
      expectTypeOf(cim.references(rack, { association: Test_Holds, role: "Rack" })).toEqualTypeOf<
        AsyncIterable<Instance<Test_Holds, "Rack" | "Device">>
      >();
      // @ts-expect-error not a reference of the association
      cim.references(rack, { association: Test_Holds, role: "Since" });
      // @ts-expect-error keys alone are no instance: nobody knows their class
      cim.references({ Id: "r" });
    }
  });

  test("writing", () => {
    if (never()) {
      const device = cim.at(Test_Device, keys);
      expectTypeOf(cim.create(Test_Device, { ...keys, Power: 1n })).resolves.toEqualTypeOf<
        Handle<Test_Device, DeviceKeys>
      >();
      expectTypeOf(cim.modify(Test_Device, device, { Power: null })).resolves.toBeVoid();
      expectTypeOf(cim.delete(device)).resolves.toBeVoid();
      expectTypeOf(cim.delete(Test_Device, keys)).resolves.toBeVoid();
      // @ts-expect-error a key is missing
      void cim.create(Test_Device, { Name: "n" });
      // @ts-expect-error a property of another type
      void cim.create(Test_Device, { ...keys, Power: "1" });
      // @ts-expect-error what cannot be written
      void cim.modify(Test_Device, device, { Slot: 2 });
      // @ts-expect-error an instance of another class
      void cim.modify(Test_Device, cim.at(Test_Rack, { Id: "r" }), { Power: 1n });
    }
  });

  test("methods: statics, outs, and what is made of return values", () => {
    if (never()) {
      expectTypeOf(cim.class(Test_Device).Count({ State: "on" })).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(cim.invoke(Test_Device, "Count", {})).resolves.toEqualTypeOf<uint32>();
      // @ts-expect-error a method of instances is not one of the class
      void cim.class(Test_Device).Start;
      // @ts-expect-error a method of the class is not one of instances
      void cim.at(Test_Device, keys).Count;
      const echoed = cim.at(Test_Everything, { Id: 1 }).Echo({ U8: 1 });
      expectTypeOf(echoed).resolves.toEqualTypeOf<Test_Values & { ReturnValue: uint32 }>();
      expectTypeOf(ok(echoed)).resolves.toHaveProperty("U64").toEqualTypeOf<uint64 | null>();
      expectTypeOf(ok(5, Test_Device, "Start")).toEqualTypeOf<number>();
      // @ts-expect-error no such method
      ok(5, Test_Device, "Stop");
      expectTypeOf(job({ ReturnValue: 4096 })).resolves.toEqualTypeOf<JobOutcome>();
      // @ts-expect-error an input is missing
      void cim.at(Test_Device, keys).Start({});
    }
  });

  test("subscriptions, definitions, identity", () => {
    if (never()) {
      expectTypeOf(cim.subscribe(Test_Alarm)).toEqualTypeOf<
        AsyncIterable<Indication<Instance<Test_Alarm>>>
      >();
      expectTypeOf(cim.subscribe(wql(Test_Alarm)`SELECT * FROM Test_Alarm`)).toEqualTypeOf<
        AsyncIterable<Indication<Instance<Test_Alarm>>>
      >();
      expectTypeOf(
        cim.getClass("X", { namespace: "root" }),
      ).resolves.toEqualTypeOf<ClassDefinition>();
      expectTypeOf(cim.enumerateClasses({ superclass: "X" })).toEqualTypeOf<
        AsyncIterable<ClassDefinition>
      >();
      expectTypeOf(cim.enumerateQualifiers()).toEqualTypeOf<AsyncIterable<QualifierDefinition>>();
      expectTypeOf(cim.namespaces()).resolves.toEqualTypeOf<readonly string[]>();
      expectTypeOf(cim.identify()).resolves.toEqualTypeOf<ServerIdentity>();
    }
  });
});
