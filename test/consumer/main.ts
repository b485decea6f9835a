// What test/package.test.ts compiles and runs in a project that has installed the package.
import { connect } from "mof-codegen/runtime";
import { startServer } from "mof-codegen/testing";
import { Win32_VirtualDesktopSession } from "./generated/root/cimv2/rdms/Win32_VirtualDesktopSession.js";

const server = await startServer({
  classes: [Win32_VirtualDesktopSession],
  instances: {
    Win32_VirtualDesktopSession: [{ VMHostName: "vh01", SessionId: 3, UserName: "ada" }],
  },
  handlers: {
    Win32_VirtualDesktopSession: {
      Logoff: ({ path, store }) => {
        store.delete(path);
        return 0;
      },
    },
  },
});

const cim = connect(server.url);
const session = await cim.get(Win32_VirtualDesktopSession, { VMHostName: "vh01", SessionId: 3 });
const code: number = await session.Logoff();
console.log(`${session.UserName ?? "nobody"}: Logoff() = ${code}`);
for await (const { SessionId } of cim.enumerate(Win32_VirtualDesktopSession)) {
  console.log(`session ${SessionId} is still there`);
}
await cim.close();
await server.close();
