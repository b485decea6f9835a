import type { CimType } from "./schema.ts";

/** What WMI says of every instance (the WMI SDK, "WMI System Properties"), by name in lower case. */
export const systemProperties: ReadonlyMap<string, CimType> = new Map<string, CimType>([
  ["__class", { kind: "intrinsic", name: "string", array: false }],
  ["__derivation", { kind: "intrinsic", name: "string", array: true }],
  ["__dynasty", { kind: "intrinsic", name: "string", array: false }],
  ["__genus", { kind: "intrinsic", name: "sint32", array: false }],
  ["__namespace", { kind: "intrinsic", name: "string", array: false }],
  ["__path", { kind: "intrinsic", name: "string", array: false }],
  ["__property_count", { kind: "intrinsic", name: "sint32", array: false }],
  ["__relpath", { kind: "intrinsic", name: "string", array: false }],
  ["__server", { kind: "intrinsic", name: "string", array: false }],
  ["__superclass", { kind: "intrinsic", name: "string", array: false }],
]);
