/** Win32_VirtualDesktopSession served by OMI: 0, another value inside a success, and a fault. */
import { describe, expect, test } from "vitest";
import {
  type ClassDescriptor,
  defineClass,
  omi,
  type uint16,
  type uint32,
} from "../../../src/runtime/index.ts";
import type { CimDateTime } from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import { captureNames, haveCaptures } from "./replay.ts";

interface Session {
  readonly SessionId: uint32;
  readonly UserName: string | null;
  readonly VirtualDesktopName: string | null;
  readonly SessionState: uint16 | null;
  readonly LogonTime: CimDateTime | null;
  Logoff(): uint32;
  Disconnect(input: { Force: boolean }): { ReturnValue: uint32; Reason: string | null };
}

const Session: ClassDescriptor<Session, "SessionId"> = defineClass({
  format: 1,
  name: "Win32_VirtualDesktopSession",
  namespace: "root/CIMv2/rdms",
  keys: ["SessionId"],
  properties: {
    SessionId: "uint32",
    UserName: "string",
    VirtualDesktopName: "string",
    SessionState: "uint16",
    LogonTime: "datetime",
  },
  methods: {
    Logoff: { returns: "uint32" },
    Disconnect: { in: { Force: "boolean" }, out: { Reason: "string" }, returns: "uint32" },
  },
});

const options = { dialect: omi };

const exchanges: readonly Recorded[] = [
  {
    names: ["04-invoke-logoff-ok"],
    call: (cim) => cim.at(Session, { SessionId: 1 }).Logoff(),
    gives: 0,
    request: "same",
  },
  {
    names: ["05-invoke-logoff-wmi-error"],
    call: (cim) => cim.at(Session, { SessionId: 2 }).Logoff(),
    gives: 0x80041003,
    request: "same",
  },
  {
    names: ["06-invoke-logoff-fault"],
    call: (cim) => cim.at(Session, { SessionId: 3 }).Logoff(),
    fails: { code: "access-denied", cimStatus: 2, httpStatus: 500, operation: "invoke" },
    request: "same",
  },
];

describe.skipIf(!haveCaptures)("omi-virtualdesktopsession", () => {
  test.each(exchanges)("$names", (recorded) =>
    check("omi-virtualdesktopsession", "/wsman", { ...recorded, options }),
  );

  test.skip("all of them are here", () => {
    expect(exchanges.flatMap(({ names }) => names).sort()).toEqual(
      captureNames("omi-virtualdesktopsession"),
    );
    void collect;
  });
});
