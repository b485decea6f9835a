/** An embedded server with sessions, in place of a connection broker. */
import { readSchema } from "mof-codegen";
import { CimError, instancesOf, provide } from "mof-codegen/runtime";
import { type CimServer, startServer } from "mof-codegen/testing";
import { Win32_VirtualDesktopSession } from "./generated/root/cimv2/rdms/Win32_VirtualDesktopSession.js";

/** Starts the server; whoever is logged off is gone, but for a session that ended before. */
export async function startSessions(): Promise<CimServer> {
  const { value } = await readSchema({ sources: ["RDManagement.mof"] });
  return startServer({
    schema: value.schema,
    instances: [
      instancesOf(Win32_VirtualDesktopSession, [
        { VMHostName: "vh01", SessionId: 3, CollectionId: "Sales", UserName: "alice" },
        { VMHostName: "vh01", SessionId: 4, CollectionId: "Research", UserName: "bob" },
        { VMHostName: "vh02", SessionId: 3, CollectionId: "Sales", UserName: "carol" },
      ]),
    ],
    handlers: [
      provide(Win32_VirtualDesktopSession, {
        Logoff() {
          this.store.delete(this.path);
          if (this.instance.UserName !== "bob") return 0;
          throw new CimError("not-found", "the session has ended");
        },
      }),
    ],
  });
}
