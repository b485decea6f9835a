import { platform } from "node:os";
import { sep } from "node:path";

/** Whether this system takes two names that differ in case only for the same. */
export const ignoresCase: boolean = sep === "\\" || platform() === "darwin";
