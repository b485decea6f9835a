/** One world, reached in several ways. */
import { onTestFinished } from "vitest";
import {
  CimError,
  type Client,
  type ClientOptions,
  connect,
  createClient,
  instancesOf,
  type MemoryTransport,
  memoryTransport,
  pathOf,
  referenceTo,
  type Store,
} from "../../../src/runtime/index.ts";
import type { Events } from "../../../src/runtime/memory/events.ts";
import { startServer } from "../../../src/simulator/index.ts";
import type { Handlers } from "../../../src/runtime/index.ts";
import {
  classes,
  Test_Device,
  Test_Disk,
  Test_Everything,
  Test_Fan,
  Test_Holds,
  Test_Rack,
} from "./fleet.ts";

/** What a test works with, whatever is between client and server. */
export interface World {
  readonly cim: Client;
  readonly store: Store;
  readonly events: Events;
}

export type Way = "memory" | "WS-Management" | "CIM-XML" | "CIM-XML without pulling";

export const ways: readonly Way[] = [
  "memory",
  "WS-Management",
  "CIM-XML",
  "CIM-XML without pulling",
];

const path = (className: string, keys: Record<string, string | number>) =>
  referenceTo<never>({ namespace: "root/test", className, keys });

const instances = () => [
  instancesOf(Test_Everything, [{ Id: 1 }]),
  instancesOf(Test_Device, [{ Name: "d'1 & <co>", Slot: 1, Power: 5n, State: "on" }]),
  instancesOf(Test_Disk, [{ Name: "disk", Slot: 2, Size: 2n ** 63n, State: "off" }]),
  instancesOf(Test_Fan, [{ Name: "fan", Slot: 3, Speed: 1200, State: "on" }]),
  instancesOf(Test_Rack, [{ Id: "r1" }, { Id: "r2" }]),
  instancesOf(Test_Holds, [
    { Rack: path("Test_Rack", { Id: "r1" }), Device: path("Test_Disk", { Name: "disk", Slot: 2 }) },
    {
      Rack: path("Test_Rack", { Id: "r1" }),
      Device: path("Test_Fan", { Name: "fan", Slot: 3 }),
      Since: "2026",
    },
    {
      Rack: path("Test_Rack", { Id: "r2" }),
      Device: path("Test_Device", { Name: "d'1 & <co>", Slot: 1 }),
    },
  ]),
];

const handlers: Handlers = {
  Test_Everything: { Echo: ({ input }) => ({ ReturnValue: 0, ...input }) },
  Test_Device: {
    Start: ({ input }) => (input["Delay"] === 0 ? 0 : 4096),
    Fail({ input }) {
      const code = Number(input["Code"]);
      if (code === 0) throw new CimError("access-denied", "the provider says no", { cimStatus: 2 });
      return code;
    },
    Count: ({ store, input }) =>
      store
        .instances("Test_Device", "root/test")
        .filter(
          ({ properties }) =>
            (input["State"] ?? null) === null || properties["State"] === input["State"],
        ).length,
  },
};

/** The world without a wire. */
export function memoryWorld(): MemoryTransport {
  return memoryTransport({ classes, instances: instances(), handlers });
}

/** Opens a world of its own for a test. */
export async function open(way: Way, options: ClientOptions = {}): Promise<World> {
  if (way === "memory") {
    const transport = memoryWorld();
    return {
      cim: createClient(transport, options),
      store: transport.store,
      events: transport.events,
    };
  }
  const server = await startServer({
    classes,
    instances: instances(),
    handlers,
    pulledOperations: way === "CIM-XML",
  });
  const cim = connect(way === "WS-Management" ? server.url : server.cimXmlUrl, {
    ...options,
    retry: { attempts: 1 },
    ...(way === "CIM-XML" && { maxObjectCount: 2 }),
  });
  onTestFinished(async () => {
    await cim.close();
    await server.close();
  });
  return { cim, store: server.store, events: server.events };
}

/** The names of devices, in order. */
export function namesOf(devices: readonly { readonly Name: string }[]): readonly string[] {
  return devices.map(({ Name }) => Name).sort();
}

/** Class names, in order. */
export function classNamesOf(items: readonly object[]): readonly string[] {
  return items.map((item) => pathOf(item as never).className).sort();
}
