import { readFileSync } from "node:fs";

/** The thirteen classes of RDManagement.mof. */
export const before: string = readFileSync(
  new URL("../../../fixtures/RDManagement.mof", import.meta.url),
  "utf16le",
).replace(/^\ufeff/u, "");

/** What is changed where, and by which rule it is found. */
const edits: readonly (readonly [rule: string, from: string, to: string])[] = [
  ["method-removed", "  [implemented] uint32 Logoff();\n", ""],
  [
    "return-type-changed",
    "[implemented] uint32 Disconnect();",
    "[implemented] sint32 Disconnect();",
  ],
  ["property-type-widened-to-64-bit", "[read] uint32 ConnectState;", "[read] uint64 ConnectState;"],
  [
    "param-added-in-optional",
    "SendMessage([in] string Title, [in] string Message);",
    "SendMessage([in] string Title, [in] string Message, [in, optional] uint32 Timeout);",
  ],
  ["write-removed", "[read, write] boolean IsManaged;", "[read] boolean IsManaged;"],
  ["default-changed-input", "DesktopRemoteFX = false;", "DesktopRemoteFX = true;"],
  ["param-out-to-inout", "[out] uint32 NameStartIndex,", "[in, out] uint32 NameStartIndex,"],
  [
    "method-static-changed",
    "[implemented, static] uint32 GetBaseVHDPath(",
    "[implemented] uint32 GetBaseVHDPath(",
  ],
  [
    "property-added",
    "  [read] string DomainName;\n",
    "  [read] string DomainName;\n  [read] string Zone;\n",
  ],
  [
    "property-arrayness-changed",
    "write] string ReferenceVirtualDesktopAdapters[];",
    "write] string ReferenceVirtualDesktopAdapters;",
  ],
];

/** The rules that find the ten changes. */
export const plantedRules: readonly string[] = edits.map(([rule]) => rule).sort();

/** The same classes with ten changes. */
export const after: string = edits.reduce(
  (text, [rule, from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(`${rule}: ${from} stands there ${parts.length - 1} times`);
    return parts.join(to);
  },
  before.replaceAll("\r\n", "\n"),
);
