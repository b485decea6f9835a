/** Typed providers: who implements a class's methods. */
import { describe, expect, test } from "vitest";
import { Sample_Service } from "../../fixtures/golden/embedded-instances-need-not-be-complete/expected/root/cimv2/Sample_Service.ts";
import { Sample_Setting } from "../../fixtures/golden/embedded-instances-need-not-be-complete/expected/root/cimv2/Sample_Setting.ts";
import { Sample_Daemon } from "../../fixtures/golden/static-methods-live-apart/expected/root/cimv2/Sample_Daemon.ts";
import {
  Sample_Process,
  type Sample_Process_Provider,
} from "../../fixtures/golden/static-methods-live-apart/expected/root/cimv2/Sample_Process.ts";
import {
  CimError,
  type Client,
  createClient,
  formatPath,
  instancesOf,
  memoryTransport,
  provide,
  type Provided,
} from "../../src/runtime/index.ts";
import { startServer } from "../../src/simulator/index.ts";
import { connect } from "./connect-windows.ts";
import { failure } from "./caught.ts";

const classes = [Sample_Process, Sample_Daemon, Sample_Service, Sample_Setting];
const instances = [
  instancesOf(Sample_Process, [{ ProcessId: 1 }]),
  instancesOf(Sample_Daemon, [{ ProcessId: 2, Name: "d" }]),
  instancesOf(Sample_Service, [{ Name: "s", Current: { Id: "1", Name: "now", Size: 3 } }]),
];

/** Both ways to a provider: over HTTP, and in memory. */
const ways: readonly [string, (handlers: readonly Provided[]) => Promise<Client>][] = [
  [
    "memory",
    async (handlers) =>
      createClient(memoryTransport({ classes, instances, handlers }), { classes }),
  ],
  [
    "HTTP",
    async (handlers) =>
      connect((await startServer({ classes, instances, handlers })).url, { classes }),
  ],
];

test("embedded instances have their types, whether their classes are listed or not", async () => {
  const handlers = [
    provide(Sample_Service, {
      Apply({ Setting }) {
        const size = Setting !== null && "Size" in Setting ? Setting.Size : undefined;
        return { ReturnValue: size === 7 ? 1 : 0, Settings: null };
      },
    }),
  ];
  const server = await startServer({ classes, instances, handlers });
  const cim = connect(server.url);
  const service = await cim.get(Sample_Service, { Name: "s" });
  expect(service.Current).toEqual({ Id: "1", Name: "now", Size: 3 });
  const applied = await service.Apply({ Setting: { Size: 7 }, Settings: null, Anything: null });
  expect(applied).toMatchObject({ ReturnValue: 1 });
  expect(
    await failure(() =>
      service.Apply({ Setting: { Size: "7" as never }, Settings: null, Anything: null }),
    ),
  ).toEqual([
    "invalid-parameter",
    "Sample_Service.Apply: parameter Setting.Size must be a uint32, not a string",
  ]);
  await cim.close();
  await server.close();
});

describe.each(ways)("a provider by way of %s", (_, start) => {
  test("is called with its instance, its input and the store", async () => {
    const cim = await start([
      provide(Sample_Process, {
        Create(input) {
          this.store.add(Sample_Process, { ProcessId: 77 });
          return { ReturnValue: input.CommandLine === null ? 1 : 0, ProcessId: 77 };
        },
        async Terminate(input) {
          this.store.delete(this.path);
          return this.instance.ProcessId * 10 + (input?.Reason ?? 0);
        },
      }),
    ]);
    expect(await cim.class(Sample_Process).Create({ CommandLine: "x" })).toEqual({
      ReturnValue: 0,
      ProcessId: 77,
    });
    expect(await cim.at(Sample_Process, { ProcessId: 77 }).Terminate({ Reason: 5 })).toBe(775);
    expect(await cim.at(Sample_Process, { ProcessId: 1 }).Terminate()).toBe(10);
    expect(await failure(() => cim.get(Sample_Process, { ProcessId: 77 }))).toEqual([
      "not-found",
      expect.stringContaining("Sample_Process"),
    ]);
    await cim.close();
  });

  test("serves subclasses, of which one may have its own", async () => {
    /** A provider may be a class, with `this` as the call all the same. */
    class Processes implements Partial<Sample_Process_Provider> {
      Terminate(this: { readonly cls: { readonly name: string } }): number {
        return this.cls.name.length;
      }
    }
    const own = provide(Sample_Daemon, { StopAll: () => 3 });
    const cim = await start([provide(Sample_Process, new Processes()), own]);
    expect(await cim.at(Sample_Daemon, { ProcessId: 2 }).Terminate()).toBe("Sample_Daemon".length);
    expect(await cim.class(Sample_Daemon).StopAll()).toBe(3);
    expect(await failure(() => cim.class(Sample_Process).Create({ CommandLine: null }))).toEqual([
      "method-not-available",
      expect.stringContaining("Create"),
    ]);
    await cim.close();
  });

  test("sees embedded instances as the interface has them, and what was left out as null", async () => {
    const seen: unknown[] = [];
    const cim = await start([
      provide(Sample_Service, {
        Apply({ Setting, Settings, Anything }) {
          seen.push(Setting, Anything, this.instance.Current, formatPath(this.path));
          return {
            ReturnValue: Settings?.length ?? 0,
            Settings: [{ Id: "x", Name: null, Size: 9 }],
          };
        },
      }),
    ]);
    const service = cim.at(Sample_Service, { Name: "s" });
    const applied = await service.Apply({ Setting: { Size: 4 }, Settings: null, Anything: null });
    expect(applied).toEqual({ ReturnValue: 0, Settings: [{ Id: "x", Name: null, Size: 9 }] });
    await cim.invoke(service, "Apply", {} as never);
    expect(seen).toEqual([
      { Id: null, Name: null, Size: 4 },
      null,
      { Id: "1", Name: "now", Size: 3 },
      'root/cimv2:Sample_Service.Name="s"',
      null,
      null,
      { Id: "1", Name: "now", Size: 3 },
      'root/cimv2:Sample_Service.Name="s"',
    ]);
    await cim.close();
  });

  test("fails as a server would", async () => {
    const cim = await start([
      provide(Sample_Process, {
        Terminate() {
          throw new CimError("access-denied", "not you");
        },
      }),
    ]);
    const process = cim.at(Sample_Process, { ProcessId: 1 });
    expect((await failure(() => process.Terminate()))[0]).toBe("access-denied");
    await cim.close();
  });
});

test("a class that the server does not have is a mistake", async () => {
  const handlers = [provide(Sample_Daemon, { StopAll: () => 0 })];
  expect(await failure(() => startServer({ classes: [Sample_Process], handlers }))).toEqual([
    "configuration",
    "Sample_Daemon: handlers: there is no such class in root/cimv2",
  ]);
});
