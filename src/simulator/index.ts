/**
 * `mof-codegen/testing`: a CIM server inside the process of a test.
 *
 * @packageDocumentation
 */
export { describeSchema } from "./describe.ts";
export type { Credentials } from "./listener.ts";
export { record } from "./recording/record.ts";
export { replay } from "./recording/replay.ts";
export { type CimServer, type ServerOptions, startServer } from "./server.ts";
export type { LoggedOperation, LoggedRequest, Product } from "./parts.ts";
