/**
 * Logs users off: lists the sessions of a collection or a virtualization host, calls
 * `Logoff()` on those that match, and reports what each call returned.
 *
 *     npm start                                  all sessions of vh01, of an embedded server
 *     node dist/main.js --list                   every session, and nothing is called
 *     node dist/main.js --collection Sales --user carol --user dave
 *
 * Against Windows, the environment says where and who: CIM_URL, for example
 * https://broker.contoso.example:5986/wsman, CIM_USERNAME and CIM_PASSWORD.
 */
import { parseArgs } from "node:util";
import {
  basic,
  CimError,
  type Client,
  connect,
  describeReturnCode,
  formatPath,
  type Instance,
  pathOf,
} from "mof-codegen/runtime";
import { Win32_VirtualDesktopSession } from "./generated/root/cimv2/rdms/Win32_VirtualDesktopSession.js";
import { startSessions } from "./server.js";

type Session = Instance<Win32_VirtualDesktopSession, "VMHostName" | "SessionId">;

const { values: wanted } = parseArgs({
  options: {
    collection: { type: "string" },
    host: { type: "string" },
    user: { type: "string", multiple: true },
    list: { type: "boolean", default: false },
  },
});

/** Nobody is logged off without a reason: one filter at least has to say who is meant. */
const isFiltered = [wanted.collection, wanted.host, wanted.user].some(
  (value) => value !== undefined,
);

function matches(session: Session): boolean {
  const { collection, host, user } = wanted;
  return (
    (collection === undefined || isSame(session.CollectionId, collection)) &&
    (host === undefined || isSame(session.VMHostName, host)) &&
    (user === undefined || user.some((name) => isSame(session.UserName, name)))
  );
}

/** Windows compares names without regard to case. */
function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

async function find(cim: Client): Promise<Session[]> {
  const found: Session[] = [];
  for await (const session of cim.enumerate(Win32_VirtualDesktopSession)) {
    if (matches(session)) found.push(session);
  }
  return found;
}

function print(sessions: readonly Session[]): void {
  for (const { VMHostName, SessionId, CollectionId, UserName } of sessions) {
    const cells = [VMHostName, `session ${SessionId}`, CollectionId ?? "-", UserName ?? "-"];
    console.log(
      `  ${cells
        .map((cell) => cell.padEnd(10))
        .join("  ")
        .trimEnd()}`,
    );
  }
  if (sessions.length === 0) console.log("  none");
}

/** Whether the user is logged off now. */
async function logOff(session: Session): Promise<boolean> {
  const place = formatPath(pathOf(session));
  try {
    const code = await session.Logoff();
    console.log(`  ${place}\n    returned ${describeReturnCode(code).text}`);
    return code === 0;
  } catch (error) {
    const { code, message } = CimError.from(error);
    console.log(`  ${place}\n    ${code === "not-found" ? "has ended by itself" : message}`);
    return code === "not-found";
  }
}

async function run(cim: Client): Promise<void> {
  const sessions = await find(cim);
  console.log("Sessions:");
  print(sessions);
  if (wanted.list || !isFiltered) {
    if (!wanted.list) console.log("\nName a --collection, a --host or a --user to log off.");
    return;
  }
  console.log("\nLogoff():");
  let failed = 0;
  for (const session of sessions) {
    if (!(await logOff(session))) failed++;
  }
  console.log("\nSessions now:");
  print(await find(cim));
  if (failed > 0) process.exitCode = 1;
}

const url = process.env["CIM_URL"];
if (url === undefined) {
  await using server = await startSessions();
  await using cim = connect(server.url);
  await run(cim);
} else {
  const username = process.env["CIM_USERNAME"] ?? "";
  const password = process.env["CIM_PASSWORD"] ?? "";
  await using cim = connect(url, { auth: basic({ username, password }) });
  await run(cim);
}
