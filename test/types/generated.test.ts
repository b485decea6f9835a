/** What the types of generated code accept and refuse. Nothing here runs: the compiler is the test. */
import { describe, expectTypeOf, test } from "vitest";
import { Sample_Clashes } from "../../fixtures/golden/a-subclass-may-change-what-it-inherits/expected/root/cimv2/Sample_Clashes.ts";
import type { Sample_Narrows } from "../../fixtures/golden/a-subclass-may-change-what-it-inherits/expected/root/cimv2/Sample_Narrows.ts";
import type { Sample_Base } from "../../fixtures/golden/a-subclass-may-change-what-it-inherits/expected/root/cimv2/Sample_Base.ts";
import { Sample_Calls } from "../../fixtures/golden/arguments-are-named/expected/root/cimv2/Sample_Calls.ts";
import {
  Sample_Disk,
  Sample_Disk_Access,
} from "../../fixtures/golden/arrays-bits-and-limits-are-told/expected/root/cimv2/Sample_Disk.ts";
import type { Sample_Disk as AssociatedDisk } from "../../fixtures/golden/associations-refer-to-classes/expected/root/cimv2/Sample_Disk.ts";
import { Sample_DiskPartition } from "../../fixtures/golden/associations-refer-to-classes/expected/root/cimv2/Sample_DiskPartition.ts";
import type { Sample_Partition } from "../../fixtures/golden/associations-refer-to-classes/expected/root/cimv2/Sample_Partition.ts";
import { Sample_Control } from "../../fixtures/golden/classes-without-keys-are-called-on-the-class/expected/root/cimv2/Sample_Control.ts";
import {
  Sample_OnlyService,
  type Sample_OnlyService_Provider,
} from "../../fixtures/golden/classes-without-keys-are-called-on-the-class/expected/root/cimv2/Sample_OnlyService.ts";
import { Sample_Service } from "../../fixtures/golden/embedded-instances-need-not-be-complete/expected/root/cimv2/Sample_Service.ts";
import type { Sample_Setting } from "../../fixtures/golden/embedded-instances-need-not-be-complete/expected/root/cimv2/Sample_Setting.ts";
import type { Sample_Types } from "../../fixtures/golden/every-type-has-its-typescript/expected/root/cimv2/Sample_Types.ts";
import type { Sample_Part } from "../../fixtures/golden/every-type-has-its-typescript/expected/root/cimv2/Sample_Part.ts";
import {
  Sample_Daemon,
  type Sample_Daemon_Provider,
  type Sample_Daemon_Static,
} from "../../fixtures/golden/static-methods-live-apart/expected/root/cimv2/Sample_Daemon.ts";
import { Sample_Clock } from "../../fixtures/golden/static-methods-live-apart/expected/root/cimv2/Sample_Clock.ts";
import {
  Sample_Process,
  type Sample_Process_Provider,
  type Sample_Process_Static,
} from "../../fixtures/golden/static-methods-live-apart/expected/root/cimv2/Sample_Process.ts";
import {
  Sample_Values,
  Sample_Values_State,
  type Sample_Values_Codes,
} from "../../fixtures/golden/value-maps-become-open-unions/expected/root/cimv2/Sample_Values.ts";
import {
  Sample_Share,
  type Sample_Share_Create,
  type Sample_Share_Write,
} from "../../fixtures/golden/what-is-written-has-types-of-its-own/expected/root/cimv2/Sample_Share.ts";
import {
  type CimDateTime,
  type CimInstance,
  type CimInterval,
  type Client,
  createStore,
  type Embedded,
  type End,
  type EndName,
  fromJson,
  type Handle,
  hasBits,
  instancesOf,
  type Instance,
  labelOf,
  namesOfBits,
  provide,
  type Provider,
  type Reference,
  type sint16,
  type uint16,
  type uint32,
  type uint64,
  type uint8,
} from "../../src/runtime/index.ts";

declare const cim: Client;
const never = (): boolean => false;

describe("arguments are named", () => {
  test("what is neither optional nor defaulted has to be there", () => {
    if (never()) {
      const calls = cim.at(Sample_Calls, { Id: "a" });
      void calls.Two({ Title: "a", Message: null });
      // @ts-expect-error -- an argument is missing
      void calls.Two({ Title: "a" });
      // @ts-expect-error -- there are no arguments at all
      void calls.Two();
      // @ts-expect-error -- null where the MOF says Required
      void calls.Two({ Title: null, Message: null });
      // @ts-expect-error -- by position
      void calls.Two("a", "b");
      // @ts-expect-error -- an argument that the method does not have
      void calls.One({ Name: "a", Colour: 1 });
      void calls.Defaulted();
      void calls.Defaulted({ Force: true });
      void calls.Defaulted({ Count: null });
      // @ts-expect-error -- a method without inputs takes none
      void calls.None({ Name: "a" });
    }
  });

  test("outputs come with the return value, inputs do not", () => {
    if (never()) {
      const calls = cim.at(Sample_Calls, { Id: "a" });
      expectTypeOf(calls.None()).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(calls.Nothing()).resolves.toBeVoid();
      expectTypeOf(calls.Out()).resolves.toEqualTypeOf<{
        ReturnValue: uint32;
        Text: string | null;
      }>();
      expectTypeOf(calls.InOut({ Cursor: 1n })).resolves.toEqualTypeOf<{
        ReturnValue: uint32;
        Cursor: uint64 | null;
        Items: readonly string[] | null;
      }>();
      expectTypeOf(calls.OnlyOut()).resolves.toEqualTypeOf<{ Now: CimDateTime | null }>();
      // @ts-expect-error -- an output is no input
      void calls.Out({ Text: "a" });
      // @ts-expect-error -- the result is an object, not the return value
      const code: Promise<uint32> = calls.Out();
      void code;
      void calls.Out().then((result) => {
        // @ts-expect-error -- an output that is not looked at for null
        result.Text.length;
        // @ts-expect-error -- an input parameter is no output
        result.Name;
      });
    }
  });
});

describe("handles and instances", () => {
  test("a handle has keys and methods, an instance properties as well", () => {
    if (never()) {
      const share = cim.at(Sample_Share, { Name: "a" });
      expectTypeOf(share.Name).toEqualTypeOf<string>();
      // @ts-expect-error -- a property of a handle
      share.Path;
      void cim.get(share).then((instance) => {
        expectTypeOf(instance.Path).toEqualTypeOf<string>();
        expectTypeOf(instance.Comment).toEqualTypeOf<string | null>();
        // @ts-expect-error -- null is not handled
        instance.Comment.length;
        // @ts-expect-error -- instances are not changed in place
        instance.Comment = "b";
      });
      expectTypeOf<Instance<Sample_Share, "Name">>().toExtend<Handle<Sample_Share, "Name">>();
      expectTypeOf<Handle<Sample_Share, "Name">>().not.toExtend<Instance<Sample_Share, "Name">>();
    }
  });

  test("a contract is no handle, and a handle no contract", () => {
    if (never()) {
      const share = cim.at(Sample_Share, { Name: "a" });
      // @ts-expect-error -- its methods return promises
      const contract: Sample_Share = share;
      // @ts-expect-error -- nobody made it: it has no path
      const handle: Handle<Sample_Share> = contract;
      void handle;
    }
  });

  test("for a class of void methods alone TypeScript cannot tell", () => {
    /** Whatever a method returns is as good as void. */
    interface Silent {
      readonly Id: string;
      Beep(): void;
    }
    expectTypeOf<Handle<Silent, "Id">>().toExtend<Silent>();
    expectTypeOf<Silent>().not.toExtend<Handle<Silent, "Id">>();
  });

  test("a subclass's handle is one of its superclass", () => {
    expectTypeOf<Handle<Sample_Daemon, "ProcessId">>().toExtend<
      Handle<Sample_Process, "ProcessId">
    >();
    expectTypeOf<Handle<Sample_Process, "ProcessId">>().not.toExtend<
      Handle<Sample_Daemon, "ProcessId">
    >();
  });
});

describe("static methods", () => {
  test("are on the class, and nowhere else", () => {
    if (never()) {
      const result = cim.class(Sample_Process).Create({ CommandLine: "x" });
      expectTypeOf(result).resolves.toEqualTypeOf<{
        ReturnValue: uint32;
        ProcessId: uint32 | null;
      }>();
      void cim.class(Sample_Daemon).Create({ CommandLine: "x" });
      void cim.class(Sample_Daemon).StopAll();
      const process = cim.at(Sample_Process, { ProcessId: 1 });
      // @ts-expect-error -- a static method on an instance
      void process.Create({ CommandLine: "x" });
      // @ts-expect-error -- a method of instances on the class
      void cim.class(Sample_Process).Terminate();
      // @ts-expect-error -- a static method that only a subclass has
      void cim.class(Sample_Process).StopAll();
    }
  });

  test("of a class without keys are all its methods, but a singleton has an instance", () => {
    if (never()) {
      expectTypeOf(cim.class(Sample_Control).StartAll()).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(cim.at(Sample_Clock).Adjust({ Seconds: 1 })).resolves.toEqualTypeOf<uint32>();
      // @ts-expect-error -- a singleton is addressed without keys
      cim.at(Sample_Clock, { Now: null });
      // @ts-expect-error -- it has no static half
      void cim.class(Sample_Clock).Adjust({ Seconds: 1 });
    }
  });
});

describe("types of values", () => {
  test("each CIM type has its own", () => {
    expectTypeOf<Sample_Types["Big"]>().toEqualTypeOf<uint64 | null>();
    expectTypeOf<Sample_Types["Taken"]>().toEqualTypeOf<CimDateTime | null>();
    expectTypeOf<Sample_Types["Lasted"]>().toEqualTypeOf<CimInterval | null>();
    expectTypeOf<Sample_Types["Blob"]>().toEqualTypeOf<Uint8Array | null>();
    expectTypeOf<Sample_Types["Blobs"]>().toEqualTypeOf<readonly Uint8Array[] | null>();
    expectTypeOf<Sample_Types["Bytes"]>().toEqualTypeOf<readonly uint8[] | null>();
    expectTypeOf<Sample_Types["Part"]>().toEqualTypeOf<Embedded<Sample_Part> | null>();
    expectTypeOf<Sample_Types["Anything"]>().toEqualTypeOf<CimInstance | null>();
    expectTypeOf<Sample_Types["Other"]>().toEqualTypeOf<Reference<Sample_Part> | null>();
  });

  test("a narrower integer fits into a wider one, and not the other way round", () => {
    expectTypeOf<uint8>().toExtend<uint16>();
    expectTypeOf<uint8>().toExtend<sint16>();
    expectTypeOf<uint16>().toExtend<uint32>();
    expectTypeOf<uint32>().not.toExtend<uint16>();
    expectTypeOf<uint16>().not.toExtend<sint16>();
    expectTypeOf<uint32>().not.toExtend<uint64>();
    expectTypeOf<uint64>().not.toExtend<uint32>();
    expectTypeOf<number>().toExtend<uint8>();
    expectTypeOf<number>().not.toExtend<uint64>();
  });

  test("an override may narrow; what TypeScript would refuse is left out of the superclass", () => {
    expectTypeOf<Sample_Narrows>().toExtend<Sample_Base>();
    expectTypeOf<Sample_Narrows["Peer"]>().toEqualTypeOf<Reference<Sample_Narrows> | null>();
    expectTypeOf<Reference<Sample_Narrows>>().toExtend<Reference<Sample_Base>>();
    expectTypeOf<Reference<Sample_Base>>().not.toExtend<Reference<Sample_Narrows>>();
    expectTypeOf<Sample_Clashes>().not.toExtend<Sample_Base>();
    expectTypeOf<Sample_Clashes["Text"]>().toEqualTypeOf<readonly string[] | null>();
    if (never()) {
      // The static half keeps what the subclass does not change.
      void cim.class(Sample_Clashes).Count({ Where: "a" });
      expectTypeOf(cim.class(Sample_Clashes).Open({ Where: 1 })).resolves.toEqualTypeOf<string>();
      // @ts-expect-error -- as the superclass has it
      void cim.class(Sample_Clashes).Open({ Where: "a" });
    }
  });
});

describe("value maps", () => {
  test("are open: an unknown value fits, one of another type does not", () => {
    if (never()) {
      const known: Sample_Values_State = Sample_Values_State.PoweredOn;
      const unknown: Sample_Values_State = 4711;
      // @ts-expect-error -- a text is no uint16
      const wrong: Sample_Values_State = "Powered On";
      const text: Sample_Values_Codes = "another";
      // @ts-expect-error -- a number is no string
      const number: Sample_Values_Codes = 1;
      // @ts-expect-error -- values are constants
      Sample_Values_State.PoweredOn = 2;
      void [known, unknown, wrong, text, number];
    }
    expectTypeOf(Sample_Values_State.PoweredOn).toEqualTypeOf<1>();
  });

  test("return codes are those of the method, and labels can be asked for", () => {
    if (never()) {
      const values = cim.at(Sample_Values, { Id: "a" });
      void values.Start({ Mode: 2 }).then(({ ReturnValue, Was }) => {
        expectTypeOf(labelOf(Sample_Values, "Start", ReturnValue)).toEqualTypeOf<
          string | undefined
        >();
        labelOf(Sample_Values, "Start.Was", Was);
        labelOf(Sample_Values, "State", 1);
        // @ts-expect-error -- no such member
        labelOf(Sample_Values, "Colour", 1);
      });
    }
  });

  test("bits have names, and their type is the number's", () => {
    expectTypeOf<Sample_Disk_Access>().toEqualTypeOf<uint32>();
    expectTypeOf(namesOfBits(Sample_Disk_Access, 3)).toEqualTypeOf<
      ("Readable" | "Writable" | "LockedDown")[]
    >();
    expectTypeOf(hasBits(3, Sample_Disk_Access.Readable)).toEqualTypeOf<boolean>();
  });
});

describe("what is written", () => {
  test("a new instance needs its keys and what is Required", () => {
    if (never()) {
      const share: Sample_Share_Create = { Name: "a", Path: "/a", Limit: 1 };
      const full: Sample_Share_Create = { ...share, Comment: null, Quota: 1n };
      // @ts-expect-error -- what is Required is missing
      const incomplete: Sample_Share_Create = { Name: "a", Path: "/a" };
      // @ts-expect-error -- a key is missing
      const nameless: Sample_Share_Create = { Path: "/a", Limit: 1 };
      // @ts-expect-error -- null where the MOF says Required
      const nothing: Sample_Share_Create = { Name: "a", Path: null, Limit: 1 };
      // @ts-expect-error -- a method is no property
      const method: Sample_Share_Create = { ...share, Close: () => 0 };
      void [full, incomplete, nameless, nothing, method];
    }
  });

  test("servers for tests take new instances by the class's type", () => {
    if (never()) {
      const store = createStore(
        [Sample_Share],
        [instancesOf(Sample_Share, [{ Name: "a", Path: "/a", Limit: 1 }])],
      );
      store.add(Sample_Share, { Name: "b", Path: "/b", Limit: 2, Comment: null });
      // @ts-expect-error -- what is Required is missing
      store.add(Sample_Share, { Name: "c" });
      // @ts-expect-error -- a value of another type
      instancesOf(Sample_Share, [{ Name: "a", Path: "/a", Limit: "1" }]);
    }
  });

  test("changed is what may be written, and nothing else", () => {
    if (never()) {
      const change: Sample_Share_Write = { Comment: null };
      const none: Sample_Share_Write = {};
      // @ts-expect-error -- a write to what is not writable
      const path: Sample_Share_Write = { Path: "/b" };
      // @ts-expect-error -- a write to a key
      const key: Sample_Share_Write = { Name: "b" };
      // @ts-expect-error -- null where the MOF says Required
      const nothing: Sample_Share_Write = { Limit: null };
      void [change, none, path, key, nothing];
    }
  });

  test("an embedded instance that is passed need not be complete", () => {
    if (never()) {
      const service = cim.at(Sample_Service, { Name: "a" });
      void service.Apply({ Setting: { Size: 1 }, Settings: [{}], Anything: null });
      // @ts-expect-error -- a property that the class does not have
      void service.Apply({ Setting: { Colour: 1 }, Settings: [], Anything: null });
      // @ts-expect-error -- a value of another type
      void service.Apply({ Setting: { Size: "1" }, Settings: [], Anything: null });
      void service.Apply({ Setting: null, Settings: null, Anything: null }).then((result) => {
        expectTypeOf(result.Settings).toEqualTypeOf<readonly Embedded<Sample_Setting>[] | null>();
      });
    }
  });

  test("what JSON holds has the types of the class again", () => {
    expectTypeOf(fromJson<Sample_Share>).returns.toEqualTypeOf<Embedded<Sample_Share>>();
  });
});

describe("associations", () => {
  test("name the classes of their ends", () => {
    expectTypeOf<EndName<Sample_DiskPartition>>().toEqualTypeOf<"Antecedent" | "Dependent">();
    expectTypeOf<End<Sample_DiskPartition, "Antecedent">>().toEqualTypeOf<AssociatedDisk>();
    expectTypeOf<End<Sample_DiskPartition, "Dependent">>().toEqualTypeOf<Sample_Partition>();
    // @ts-expect-error -- a property that is no reference
    expectTypeOf<End<Sample_DiskPartition, "StartingAddress">>().toBeNever();
    if (never()) {
      void cim.get(Sample_DiskPartition, {} as Reference<Sample_DiskPartition>).then((link) => {
        expectTypeOf(cim.get(link.Dependent)).resolves.toExtend<Instance<Sample_Partition>>();
      });
    }
  });
});

describe("providers", () => {
  test("implement the contract, now or later", () => {
    expectTypeOf<Sample_Process_Provider>().toExtend<
      Provider<Sample_Process, Sample_Process_Static>
    >();
    expectTypeOf<
      Provider<Sample_Process, Sample_Process_Static>
    >().toExtend<Sample_Process_Provider>();
    expectTypeOf<Sample_Daemon_Provider>().toExtend<
      Provider<Sample_Daemon, Sample_Daemon_Static>
    >();
    expectTypeOf<Sample_Daemon_Provider>().toExtend<Sample_Process_Provider>();
    if (never()) {
      provide(Sample_Process, {
        Terminate(input) {
          expectTypeOf(input).toEqualTypeOf<{ Reason?: uint32 | null } | undefined>();
          expectTypeOf(this.instance.ProcessId).toEqualTypeOf<uint32>();
          return 0;
        },
        Create: async () => ({ ReturnValue: 0, ProcessId: null }),
      });
      const complete: Sample_Process_Provider = {
        Create: ({ CommandLine }) => ({ ReturnValue: CommandLine === null ? 1 : 0, ProcessId: 1 }),
        async Terminate() {
          return this.instance.ProcessId;
        },
      };
      provide(Sample_Process, complete);
      provide(Sample_Daemon, complete);
      // @ts-expect-error -- a method that the class does not have
      provide(Sample_Process, { Halt: () => 0 });
      // @ts-expect-error -- an answer of another type
      provide(Sample_Process, { Terminate: () => "done" });
      // @ts-expect-error -- an output is missing
      provide(Sample_Process, { Create: () => ({ ReturnValue: 0 }) });
      provide(Sample_Process, {
        Create() {
          // @ts-expect-error -- a static method has no instance
          this.instance;
          return { ReturnValue: 0, ProcessId: null };
        },
      });
      provide(Sample_Disk, { Check: () => 5 });
      const only: Sample_OnlyService_Provider = { Refresh: () => 0 };
      provide(Sample_OnlyService, only);
    }
  });
});
