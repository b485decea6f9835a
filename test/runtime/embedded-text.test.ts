/** Hyper-V's way: an embedded instance is a string that holds it as CIM-XML. */
import { expect, test } from "vitest";
import {
  type ClassDescriptor,
  defineClass,
  type uint32,
  type uint64,
} from "../../src/runtime/index.ts";
import { connect } from "./connect-windows.ts";
import { serveBodies } from "./scripted-server.ts";

interface Setting {
  readonly InstanceID: string | null;
  readonly Reservation: uint64 | null;
  readonly Tags: readonly string[] | null;
}

interface Service {
  readonly Name: string;
  DefineSystem(input: {
    SystemSettings: Partial<Setting>;
    ResourceSettings?: readonly Partial<Setting>[] | null;
  }): { ReturnValue: uint32; ResultingSetting: Setting | null };
}

const Service: ClassDescriptor<Service, "Name"> = defineClass({
  format: 1,
  name: "Msvm_Service",
  namespace: "root/virtualization/v2",
  keys: ["Name"],
  properties: { Name: "string" },
  methods: {
    DefineSystem: {
      in: { SystemSettings: "instance Msvm_Setting", ResourceSettings: "instance Msvm_Setting[]" },
      optional: ["ResourceSettings"],
      out: { ResultingSetting: "instance Msvm_Setting" },
      returns: "uint32",
    },
  },
  embedded: { Msvm_Setting: { InstanceID: "string", Reservation: "uint64", Tags: "string[]" } },
});

const text =
  '&lt;INSTANCE CLASSNAME="Msvm_Setting"&gt;&lt;PROPERTY NAME="InstanceID" TYPE="string"&gt;&lt;VALUE&gt;a &amp;amp; b&lt;/VALUE&gt;&lt;/PROPERTY&gt;' +
  '&lt;PROPERTY NAME="Reservation" TYPE="uint64"&gt;&lt;VALUE&gt;18446744073709551615&lt;/VALUE&gt;&lt;/PROPERTY&gt;&lt;/INSTANCE&gt;';

test("it is written as text there, and read as text from anyone", async () => {
  const server = await serveBodies(
    `<s:DefineSystem_OUTPUT><s:ResultingSetting>${text}</s:ResultingSetting><s:ReturnValue>0</s:ReturnValue></s:DefineSystem_OUTPUT>`,
  );
  const cim = connect(server.url);
  const setting = { InstanceID: "a & b", Reservation: 18446744073709551615n };
  const answer = await cim.at(Service, { Name: "s" }).DefineSystem({
    SystemSettings: setting,
    ResourceSettings: [{ Tags: ["x", "y"] }],
  });
  expect(answer).toEqual({ ReturnValue: 0, ResultingSetting: { ...setting, Tags: null } });
  const body = server.seen[0]?.body ?? "";
  expect(
    body.slice(body.indexOf("<c:SystemSettings>"), body.indexOf("</c:DefineSystem_INPUT>")),
  ).toBe(
    `<c:SystemSettings>${text}</c:SystemSettings>` +
      '<c:ResourceSettings>&lt;INSTANCE CLASSNAME="Msvm_Setting"&gt;&lt;PROPERTY.ARRAY NAME="Tags" TYPE="string"&gt;' +
      "&lt;VALUE.ARRAY&gt;&lt;VALUE&gt;x&lt;/VALUE&gt;&lt;VALUE&gt;y&lt;/VALUE&gt;&lt;/VALUE.ARRAY&gt;&lt;/PROPERTY.ARRAY&gt;&lt;/INSTANCE&gt;</c:ResourceSettings>",
  );
  await cim.close();
});

test("text that holds something else is an error that names the parameter", async () => {
  const server = await serveBodies(
    "<s:DefineSystem_OUTPUT><s:ResultingSetting>&lt;NOTHING/&gt;</s:ResultingSetting><s:ReturnValue>0</s:ReturnValue></s:DefineSystem_OUTPUT>",
  );
  const cim = connect(server.url);
  const call = cim.at(Service, { Name: "s" }).DefineSystem({ SystemSettings: {} });
  await expect(call).rejects.toThrow(/ResultingSetting: <NOTHING> is no instance/);
  await cim.close();
});
