import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ClassDescriptor, connect, type uint32 } from "../../src/runtime/index.ts";
import { describeSchema } from "../../src/simulator/index.ts";
import { decode } from "../../src/source/index.ts";
import { start } from "./sessions.ts";
import { schemaOf } from "./wire.ts";

const mof = readFileSync(new URL("../../fixtures/RDManagement.mof", import.meta.url));
const schema = schemaOf(decode(mof).text);

interface Win32_VirtualDesktopSession {
  readonly VMHostName: string;
  readonly SessionId: uint32;
  Logoff(): uint32;
}

test("a server made of RDManagement.mof: Logoff, and nothing to log off after it", async () => {
  const instances = { Win32_VirtualDesktopSession: [{ VMHostName: "vh1", SessionId: 3 }] };
  const server = await start({
    schema,
    instances,
    handlers: {
      Win32_VirtualDesktopSession: {
        Logoff({ path, store }) {
          store.delete(path);
          return 0;
        },
      },
    },
  });
  const data = describeSchema(schema).find(({ name }) => name === "Win32_VirtualDesktopSession");
  // As: a descriptor is class data with types.
  const descriptor = data as ClassDescriptor<
    Win32_VirtualDesktopSession,
    "VMHostName" | "SessionId"
  >;
  const client = connect(server.url);
  const session = client.at(descriptor, { VMHostName: "vh1", SessionId: 3 });
  expect(await session.Logoff()).toBe(0);
  await expect(session.Logoff()).rejects.toMatchObject({
    code: "not-found",
    hresultName: "WBEM_E_NOT_FOUND",
    className: "Win32_VirtualDesktopSession",
    method: "Logoff",
  });
  await client.close();
});

test("its registrations are not instances, and its classes are those of the namespace", async () => {
  const { store } = await start({ schema });
  expect(new Set(store.classes.map(({ namespace }) => namespace))).toEqual(
    new Set(["root/cimv2/rdms", "root/interop"]),
  );
  expect(store.all().map(({ properties }) => properties["Name"])).toEqual([
    "mof-codegen",
    "root/cimv2/rdms",
    "root/interop",
  ]);
});
