// What test/package/bundled.test.ts compiles and runs in a project that has no package installed.
import { CimError, type Client, connect, type Handle } from "./generated/runtime/index.js";
import { Win32_VirtualDesktopSession } from "./generated/root/cimv2/rdms/Win32_VirtualDesktopSession.js";

/** Calls a method of a session, and one of a session that there is not. */
export async function call(url: string): Promise<string> {
  const cim: Client = connect(url);
  const session = await cim.get(Win32_VirtualDesktopSession, { VMHostName: "vh01", SessionId: 3 });
  const code: number = await session.Logoff();
  const missing = await misspelt(cim).catch((error: unknown) => CimError.from(error).code);
  await cim.close();
  return `${session.UserName ?? "nobody"}: Logoff() = ${code}, ${missing}`;
}

function misspelt(cim: Client): Promise<number> {
  const handle: Handle<Win32_VirtualDesktopSession> = cim.at(Win32_VirtualDesktopSession, {
    VMHostName: "vh1",
    SessionId: 3,
  });
  return handle.Logoff();
}

/** That the compiler does not judge the runtime does not mean that it knows no types of it. */
export function typesAreKnown(cim: Client): void {
  // @ts-expect-error A session's id is a number.
  cim.at(Win32_VirtualDesktopSession, { VMHostName: "vh01", SessionId: "3" });
  // @ts-expect-error There is no such method.
  cim.at(Win32_VirtualDesktopSession, { VMHostName: "vh01", SessionId: 3 }).LogOn();
}
