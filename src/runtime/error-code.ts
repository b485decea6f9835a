/** What can go wrong, as a closed set of codes, and the CIM statuses that say the same. */

/**
 * What went wrong, independent of protocol and vendor.
 *
 * The first group are the CIM status codes 1 to 28 (DSP0200 5.2.3); the second
 * group is what can happen before or after a server has had its say.
 */
export type CimErrorCode =
  | "failed"
  | "access-denied"
  | "invalid-namespace"
  | "invalid-parameter"
  | "invalid-class"
  | "not-found"
  | "not-supported"
  | "class-has-children"
  | "class-has-instances"
  | "invalid-superclass"
  | "already-exists"
  | "no-such-property"
  | "type-mismatch"
  | "query-language-not-supported"
  | "invalid-query"
  | "method-not-available"
  | "method-not-found"
  | "namespace-not-empty"
  | "invalid-context"
  | "invalid-operation-timeout"
  | "pull-has-been-abandoned"
  | "pull-cannot-be-abandoned"
  | "filtered-enumeration-not-supported"
  | "continuation-on-error-not-supported"
  | "server-limits-exceeded"
  | "server-is-shutting-down"
  | "unauthorized"
  | "unreachable"
  | "timeout"
  | "aborted"
  | "protocol"
  | "too-large"
  | "configuration"
  | "conflict"
  | "return-value"
  | "job-failed"
  | "closed";

/** Indexed by CIM status code; 0 is no error and 18 and 19 are unused since DSP0200 1.1. */
const byStatus: readonly CimErrorCode[] = [
  "failed",
  "failed",
  "access-denied",
  "invalid-namespace",
  "invalid-parameter",
  "invalid-class",
  "not-found",
  "not-supported",
  "class-has-children",
  "class-has-instances",
  "invalid-superclass",
  "already-exists",
  "no-such-property",
  "type-mismatch",
  "query-language-not-supported",
  "invalid-query",
  "method-not-available",
  "method-not-found",
  "protocol",
  "protocol",
  "namespace-not-empty",
  "invalid-context",
  "invalid-operation-timeout",
  "pull-has-been-abandoned",
  "pull-cannot-be-abandoned",
  "filtered-enumeration-not-supported",
  "continuation-on-error-not-supported",
  "server-limits-exceeded",
  "server-is-shutting-down",
];

/**
 * The code for a CIM status (DSP0200 5.2.3); an unknown one is `"failed"`.
 *
 * @param status - CIM status code, 1 to 28.
 */
export function codeOfStatus(status: number): CimErrorCode {
  return byStatus[status] ?? "failed";
}

/**
 * The CIM status that says the same as `code`; 1 (`CIM_ERR_FAILED`) when no
 * status does. A server answers with it.
 *
 * @param code - The code to translate.
 */
export function statusOfCode(code: CimErrorCode): number {
  const status = byStatus.indexOf(code, 1);
  return status < 0 || code === "protocol" ? 1 : status;
}
