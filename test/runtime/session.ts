import {
  type ClassDescriptor,
  defineClass,
  type Reference,
  type uint32,
  type uint64,
} from "../../src/runtime/index.ts";

/** What a generated file looks like, with one method of every shape. */
export interface Win32_VirtualDesktopSession {
  readonly VMHostName: string;
  readonly SessionId: uint32;
  readonly UserName: string | null;
  readonly Bytes: uint64 | null;
  readonly Tags: readonly string[] | null;
  Logoff(): uint32;
  SendMessage(input: { Title: string; Message: string }): uint32;
  Disconnect(input?: { Force?: boolean | null }): { ReturnValue: uint32; Reason: string | null };
  Touch(): void;
  Measure(): { Width: uint32 | null; Host: Reference<unknown> | null };
}

export interface Win32_VirtualDesktopSession_Static {
  Count(input?: { Host?: string | null }): uint32;
}

export const Win32_VirtualDesktopSession: ClassDescriptor<
  Win32_VirtualDesktopSession,
  "VMHostName" | "SessionId",
  Win32_VirtualDesktopSession_Static
> = /* @__PURE__ */ defineClass({
  format: 1,
  name: "Win32_VirtualDesktopSession",
  namespace: "root/cimv2/rdms",
  keys: ["VMHostName", "SessionId"],
  properties: {
    VMHostName: "string",
    SessionId: "uint32",
    UserName: { type: "string", write: true },
    Bytes: "uint64",
    Tags: "string[]",
  },
  methods: {
    Logoff: { returns: "uint32" },
    SendMessage: { in: { Title: "string", Message: "string" }, returns: "uint32" },
    Disconnect: { in: { Force: "boolean" }, out: { Reason: "string" }, returns: "uint32" },
    Touch: {},
    Measure: { out: { Width: "uint32", Host: "ref Win32_ComputerSystem" } },
    Count: { static: true, in: { Host: "string" }, returns: "uint32" },
  },
});
