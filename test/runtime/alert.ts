import { type ClassDescriptor, defineClass } from "../../src/runtime/index.ts";

/** The smallest indication. */
export interface Alert {
  readonly Text: string | null;
}

export const Alert: ClassDescriptor<Alert> = defineClass({
  format: 1,
  name: "Test_Alert",
  namespace: "root/cimv2/rdms",
  indication: true,
  properties: { Text: "string" },
});
