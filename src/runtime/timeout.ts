/** Timeouts as callers state them. */
import { CimError } from "./error.ts";
import type { CimErrorCode } from "./error-code.ts";

/** The longest that Node's timers hold, 24 days; also the longest that a server is told. */
export const maxTimeout: number = 2 ** 31 - 1;

/**
 * Refuses what is no time to wait.
 *
 * @param timeout - Milliseconds; `Infinity` waits for ever.
 * @param code - Of the error: `"configuration"` for a client's setting.
 * @throws CimError of that code for zero, a negative number and `NaN`.
 */
export function checkTimeout(timeout: number | undefined, code: CimErrorCode): void {
  // Whoever writes JavaScript can pass anything.
  if (timeout === undefined || (typeof timeout === "number" && timeout > 0)) return;
  throw new CimError(code, "timeout must be a number of milliseconds above 0, or Infinity");
}
