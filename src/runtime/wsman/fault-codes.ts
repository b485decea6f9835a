/** Names and numbers in faults → error codes. */
import type { CimErrorCode } from "../error-code.ts";

/** WBEM (MS-WMI 2.2.11), WinRM (wsmerror.h) and Win32 numbers that say more than "failed". */
const byHresult: ReadonlyMap<number, CimErrorCode> = new Map<number, CimErrorCode>([
  [0x80041002, "not-found"],
  [0x80041003, "access-denied"],
  [0x80041005, "type-mismatch"],
  [0x80041007, "invalid-context"],
  [0x80041008, "invalid-parameter"],
  [0x8004100c, "not-supported"],
  [0x8004100d, "invalid-superclass"],
  [0x8004100e, "invalid-namespace"],
  [0x80041010, "invalid-class"],
  [0x80041017, "invalid-query"],
  [0x80041018, "query-language-not-supported"],
  [0x80041019, "already-exists"],
  [0x80041024, "not-supported"],
  [0x80041025, "class-has-children"],
  [0x80041026, "class-has-instances"],
  [0x8004102b, "invalid-parameter"],
  [0x8004102e, "method-not-found"],
  [0x8004102f, "invalid-parameter"],
  [0x80041031, "no-such-property"],
  [0x80041032, "aborted"],
  [0x80041033, "server-is-shutting-down"],
  [0x8004103a, "invalid-parameter"],
  [0x80041045, "server-limits-exceeded"],
  [0x80041055, "method-not-available"],
  [0x80041056, "method-not-available"],
  [0x80041058, "invalid-query"],
  [0x80041062, "access-denied"],
  [0x80041069, "timeout"],
  [0x8004106c, "server-limits-exceeded"],
  [0x80338000, "not-found"],
  [0x80338013, "not-supported"],
  [0x80338019, "query-language-not-supported"],
  [0x8033801a, "invalid-query"],
  [0x8033801b, "invalid-context"],
  [0x80338029, "timeout"],
  [0x80338033, "already-exists"],
  [0x80338036, "unauthorized"],
  [0x8033803a, "invalid-parameter"],
  [0x8033803b, "invalid-class"],
  [0x8033803d, "invalid-parameter"],
  [0x8033803f, "server-limits-exceeded"],
  [0x80338041, "invalid-parameter"],
  [0x80338042, "not-supported"],
  [0x80338047, "too-large"],
  [0x80338048, "too-large"],
  [0x8033805a, "invalid-parameter"],
  [0x8033805b, "invalid-parameter"],
  [0x80338104, "access-denied"],
  [0x80338105, "access-denied"],
  [0x80338106, "access-denied"],
  [0x803381a6, "server-limits-exceeded"],
  [0x803381a7, "server-limits-exceeded"],
  [0x803381a8, "server-limits-exceeded"],
  [0x80070005, "access-denied"],
  [5, "access-denied"],
]);

/** Subcodes of DSP0226 14.6, WS-Addressing, WS-Transfer and WS-Enumeration by local name. */
const bySubcode: ReadonlyMap<string, CimErrorCode> = new Map<string, CimErrorCode>([
  ["AccessDenied", "access-denied"],
  ["AlreadyExists", "already-exists"],
  ["CannotProcessFilter", "invalid-query"],
  ["Concurrency", "failed"],
  ["EncodingLimit", "too-large"],
  ["FilterDialectRequestedUnavailable", "query-language-not-supported"],
  ["FilteringNotSupported", "filtered-enumeration-not-supported"],
  ["InternalError", "failed"],
  ["InvalidEnumerationContext", "invalid-context"],
  ["InvalidMessageInformationHeader", "protocol"],
  ["InvalidOptions", "invalid-parameter"],
  ["InvalidParameter", "invalid-parameter"],
  ["InvalidRepresentation", "invalid-parameter"],
  ["InvalidSelectors", "invalid-parameter"],
  ["InvalidTimeout", "invalid-operation-timeout"],
  ["MessageInformationHeaderRequired", "protocol"],
  ["QuotaLimit", "server-limits-exceeded"],
  ["SchemaValidationError", "invalid-parameter"],
  ["TimedOut", "timeout"],
  ["UnsupportedFeature", "not-supported"],
]);

/** Last segments of fault detail URIs (DSP0226 14.6). */
const byFaultDetail: ReadonlyMap<string, CimErrorCode> = new Map<string, CimErrorCode>([
  ["AmbiguousSelectors", "invalid-parameter"],
  ["DuplicateSelectors", "invalid-parameter"],
  ["InsufficientSelectors", "invalid-parameter"],
  ["InvalidName", "invalid-parameter"],
  ["InvalidNamespace", "invalid-namespace"],
  ["InvalidResourceURI", "invalid-class"],
  ["InvalidValue", "invalid-parameter"],
  ["InvalidValues", "invalid-parameter"],
  ["MaxEnvelopeSize", "too-large"],
  ["MaxEnvelopeSizeExceeded", "too-large"],
  ["MinimumEnvelopeLimit", "too-large"],
  ["MissingValues", "invalid-parameter"],
  ["ServiceEnvelopeLimit", "too-large"],
  ["TypeMismatch", "type-mismatch"],
  ["UnexpectedSelectors", "invalid-parameter"],
]);

/**
 * The code for a number; `undefined` when the number says no more than "failed".
 *
 * @param hresult - Unsigned 32-bit.
 */
export function codeOfHresult(hresult: number): CimErrorCode | undefined {
  return byHresult.get(hresult);
}

/**
 * The code for a fault detail.
 *
 * @param uri - Text of `wsman:FaultDetail`.
 */
export function codeOfFaultDetail(uri: string | undefined): CimErrorCode | undefined {
  return uri === undefined ? undefined : byFaultDetail.get(uri.slice(uri.lastIndexOf("/") + 1));
}

/**
 * The code for a subcode.
 *
 * @param name - Its local name.
 * @param operation - The call: `DestinationUnreachable` means a lost context for
 *   a pull (OMI), `ActionNotSupported` an unknown method for an invocation
 *   (OpenPegasus, openwsman).
 */
export function codeOfSubcode(
  name: string | undefined,
  operation: string | undefined,
): CimErrorCode | undefined {
  if (name === "DestinationUnreachable")
    return operation === "pull" ? "invalid-context" : "not-found";
  if (name === "ActionNotSupported")
    return operation === "invoke" ? "method-not-found" : "not-supported";
  return name === undefined ? undefined : bySubcode.get(name);
}
