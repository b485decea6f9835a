import { type CimServer, type ServerOptions, startServer } from "../../src/simulator/index.ts";
import { afterEach } from "vitest";
import { cimSchema, schemaOf } from "./wire.ts";

export const sessionsMof: string = String.raw`
#pragma namespace("\\\\.\\root\\cimv2\\rdms")
class Win32_VirtualDesktopSession
{
  [key] string VMHostName;
  [key] uint32 SessionId;
  [write] string UserName;
  uint64 Bytes;
  datetime LogonTime;
  string Tags[];
  uint32 Logoff();
  uint32 Disconnect([in] boolean Force, [out] string Reason);
  uint32 SendMessage([in] string Title, [in] string Lines[]);
  void Touch();
  [static] uint32 Count([in] string Host);
};
instance of Win32_VirtualDesktopSession
{
  VMHostName = "host1";
  SessionId = 1;
  UserName = "CONTOSO\\alice";
  Bytes = 18446744073709551615;
  LogonTime = "20261122060100.000000+060";
  Tags = {"a", "b & c"};
};
instance of Win32_VirtualDesktopSession
{
  VMHostName = "host1";
  SessionId = 2;
};
`;

export const sessionUri: string = `${cimSchema}Win32_VirtualDesktopSession`;

export function keys(id: number | string): [string, string][] {
  return [
    ["VMHostName", "host1"],
    ["SessionId", String(id)],
  ];
}

const started: CimServer[] = [];

/** A server with two sessions, closed after the test. */
export async function sessions(options: ServerOptions = {}): Promise<CimServer> {
  return start({ schema: schemaOf(sessionsMof), ...options });
}

/** A server that is closed after the test. */
export async function start(options: ServerOptions): Promise<CimServer> {
  const server = await startServer(options);
  started.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});
