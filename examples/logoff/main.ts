/**
 * Calls `Win32_VirtualDesktopSession.Logoff()` over HTTP. The server is the embedded
 * one: against Windows, only the URL and the credentials are others.
 */
import { readSchema } from "mof-codegen";
import { basic, CimError, connect, formatPath, pathOf } from "mof-codegen/runtime";
import { startServer } from "mof-codegen/testing";
import { Win32_VirtualDesktopSession } from "./generated/root/cimv2/rdms/Win32_VirtualDesktopSession.js";

const credentials = { username: "CONTOSO\\operator", password: "only-for-this-run" };

const { value } = readSchema({ sources: ["fixtures/RDManagement.mof"] });
await using server = await startServer({
  schema: value.schema,
  credentials,
  instances: {
    Win32_VirtualDesktopSession: [
      { VMHostName: "vh01", SessionId: 3, VMName: "vd-017", UserName: "alice" },
      { VMHostName: "vh01", SessionId: 4, VMName: "vd-018", UserName: "bob" },
      { VMHostName: "vh02", SessionId: 3, VMName: "vd-102", UserName: "carol" },
    ],
  },
  handlers: {
    Win32_VirtualDesktopSession: {
      Logoff({ path, store }) {
        store.delete(path);
        return 0;
      },
    },
  },
});
console.log(`An embedded CIM server listens at ${server.url}\n`);

await using cim = connect(server.url, { auth: basic(credentials) });

async function listSessions(): Promise<void> {
  for await (const session of cim.enumerate(Win32_VirtualDesktopSession)) {
    const { VMHostName, SessionId, VMName, UserName } = session;
    console.log(`  ${VMHostName}  session ${SessionId}  ${VMName ?? "-"}  ${UserName ?? "-"}`);
  }
}

console.log("Sessions:");
await listSessions();

const session = cim.at(Win32_VirtualDesktopSession, { VMHostName: "vh01", SessionId: 3 });
const code = await session.Logoff();
console.log(`\n${formatPath(pathOf(session))}`);
console.log(`  Logoff() returned ${code}\n`);

console.log("Sessions now:");
await listSessions();

try {
  await session.Logoff();
} catch (error) {
  const { code: reason, message } = CimError.from(error);
  console.log(`\nOnce more, now that the session is gone: ${reason}\n  ${message}`);
}
