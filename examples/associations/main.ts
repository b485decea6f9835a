/**
 * Walks associations: which devices the computers of a server have, and what is made from
 * them, as a tree.
 *
 *     npm start
 *
 * Against a server of one's own, the environment says where and who: CIM_URL, for example
 * https://host.example:5986/wsman, CIM_USERNAME and CIM_PASSWORD.
 */
import { readSchema } from "mof-codegen";
import {
  basic,
  type ClassDescriptor,
  type Client,
  connect,
  formatPath,
  pathOf,
  type Reference,
} from "mof-codegen/runtime";
import { startServer } from "mof-codegen/testing";
import { CIM_ComputerSystem } from "./generated/root/cimv2/CIM_ComputerSystem.js";
import { CIM_DeviceBasedOn } from "./generated/root/cimv2/CIM_DeviceBasedOn.js";
import { CIM_DiskDrive } from "./generated/root/cimv2/CIM_DiskDrive.js";
import {
  CIM_LogicalDevice,
  CIM_LogicalDevice_EnabledState,
} from "./generated/root/cimv2/CIM_LogicalDevice.js";
import { CIM_LogicalDisk } from "./generated/root/cimv2/CIM_LogicalDisk.js";
import { CIM_NetworkPort } from "./generated/root/cimv2/CIM_NetworkPort.js";
import { CIM_Processor } from "./generated/root/cimv2/CIM_Processor.js";
import { CIM_SystemDevice } from "./generated/root/cimv2/CIM_SystemDevice.js";

type Device = Reference<CIM_LogicalDevice>;

/** References by the path of what they belong to. */
class Links {
  readonly #byPath = new Map<string, Device[]>();

  add(owner: Reference<unknown>, device: Device): void {
    const path = formatPath(pathOf(owner));
    this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), device]);
  }

  of(owner: Reference<unknown>): readonly Device[] {
    return this.#byPath.get(formatPath(pathOf(owner))) ?? [];
  }
}

/** An association's ends are typed references: of a system to a device, of a device to a device. */
async function readLinks(cim: Client): Promise<Links> {
  const links = new Links();
  for await (const { GroupComponent, PartComponent } of cim.enumerate(CIM_SystemDevice)) {
    links.add(GroupComponent, PartComponent);
  }
  for await (const { Antecedent, Dependent } of cim.enumerate(CIM_DeviceBasedOn)) {
    links.add(Antecedent, Dependent);
  }
  return links;
}

/** A reference to a device says of which class the device is. */
function isA<T extends CIM_LogicalDevice>(
  device: Device,
  cls: ClassDescriptor<T, string>,
): device is Reference<T> {
  return pathOf(device).className === cls.name;
}

/** What is special about a device of its kind. */
async function describe(cim: Client, device: Device): Promise<string> {
  if (isA(device, CIM_Processor)) {
    const { NumberOfCores, MaxClockSpeed } = await cim.get(CIM_Processor, device);
    return `${NumberOfCores ?? "?"} cores, ${MaxClockSpeed ?? "?"} MHz`;
  }
  if (isA(device, CIM_NetworkPort)) {
    const { PermanentAddress, Speed } = await cim.get(CIM_NetworkPort, device);
    return `${PermanentAddress ?? "?"}, ${amount(Speed)}bit/s`;
  }
  if (isA(device, CIM_DiskDrive)) {
    const { MaxMediaSize } = await cim.get(CIM_DiskDrive, device);
    return `${amount(MaxMediaSize)}B`;
  }
  if (isA(device, CIM_LogicalDisk)) {
    const { FreeSpace } = await cim.get(CIM_LogicalDisk, device);
    return `${amount(FreeSpace)}B free`;
  }
  return pathOf(device).className;
}

/** 64-bit numbers are bigints. */
function amount(value: bigint | null): string {
  return value === null ? "? " : `${value / 1_000_000_000n} G`;
}

async function printDevices(
  cim: Client,
  links: Links,
  owner: Reference<unknown>,
  indent: string,
): Promise<void> {
  const devices = links.of(owner);
  for (const [index, reference] of devices.entries()) {
    const isLast = index === devices.length - 1;
    const device = await cim.get(CIM_LogicalDevice, reference);
    const isOn = device.EnabledState === CIM_LogicalDevice_EnabledState.Enabled;
    const details = `${await describe(cim, reference)}${isOn ? "" : ", not in use"}`;
    const branch = `${indent}${isLast ? "└─" : "├─"}`;
    console.log(`${branch} ${device.ElementName ?? device.DeviceID}: ${details}`);
    await printDevices(cim, links, device, `${indent}${isLast ? "   " : "│  "}`);
  }
}

async function run(cim: Client): Promise<void> {
  const links = await readLinks(cim);
  for await (const system of cim.enumerate(CIM_ComputerSystem)) {
    const count = links.of(system).length;
    console.log(
      `${system.Name} (${system.ElementName ?? "-"})${count === 0 ? ": no devices" : ""}`,
    );
    await printDevices(cim, links, system, "");
  }
}

const url = process.env["CIM_URL"];
if (url === undefined) {
  // The computers are instances in the MOF file.
  const { value } = await readSchema({ sources: ["hardware.mof"] });
  await using server = await startServer({ schema: value.schema });
  await using cim = connect(server.url);
  await run(cim);
} else {
  const username = process.env["CIM_USERNAME"] ?? "";
  const password = process.env["CIM_PASSWORD"] ?? "";
  await using cim = connect(url, { auth: basic({ username, password }) });
  await run(cim);
}
