/** SOAP faults → errors (DSP0226 14; MS-WSMV 2.2.4.43). */
import { nameOfHresult } from "../codes.ts";
import { CimError, type CimErrorContext, type CimErrorDetails } from "../error.ts";
import { type CimErrorCode, codeOfStatus } from "../error-code.ts";
import { attribute, child, childText, type XmlElement } from "../xml/parse.ts";
import { readErrorInstance } from "./error-instance.ts";
import { codeOfFaultDetail, codeOfHresult, codeOfSubcode } from "./fault-codes.ts";

/**
 * Reads a fault. What it says in several places is weighed in this order: CIM
 * status, WBEM or WinRM number, fault detail, subcode, HTTP status; a CIM status
 * of 1 (`CIM_ERR_FAILED`) says nothing, so a number beside it counts.
 *
 * @param fault - The `s:Fault` element.
 * @param httpStatus - Status that came with it.
 * @param context - The call that failed.
 */
export function faultError(
  fault: XmlElement,
  httpStatus: number,
  context: CimErrorContext,
): CimError {
  const detail = child(fault, "Detail");
  const cimErrors = detail?.children.filter((candidate) => isCimError(candidate)) ?? [];
  const [cimError] = cimErrors;
  const cimStatus = integer(childText(cimError, "CIMStatusCode"));
  const hresult = hresultOf(cimError, child(detail, "WSManFault"));
  const subcode = localName(childText(child(child(fault, "Code"), "Subcode"), "Value"));
  const faultDetail = childText(detail, "FaultDetail");
  const value = localName(
    childText(child(fault, "Code"), "Value") ?? childText(fault, "faultcode"),
  );
  const reason = reasonOf(fault, cimError, child(detail, "WSManFault"));
  const hresultName = hresult === undefined ? undefined : nameOfHresult(hresult);
  const details: CimErrorDetails = {
    ...context,
    httpStatus,
    ...(cimStatus === undefined ? {} : { cimStatus }),
    ...(hresult === undefined ? {} : { hresult }),
    ...(hresultName === undefined ? {} : { hresultName }),
    ...(subcode === undefined ? {} : { subcode }),
    ...(faultDetail === undefined ? {} : { faultDetail }),
    ...(reason === undefined ? {} : { reason }),
    ...(cimErrors.length > 0 && { errors: cimErrors.map(readErrorInstance) }),
  };
  const code = weigh({ cimStatus, hresult, faultDetail, subcode, value }, httpStatus, context);
  return new CimError(code, sentenceOf(reason, hresultName, hresult, subcode ?? value), details);
}

interface Evidence {
  readonly cimStatus: number | undefined;
  readonly hresult: number | undefined;
  readonly faultDetail: string | undefined;
  readonly subcode: string | undefined;
  /** Local name of `s:Value`. */
  readonly value: string | undefined;
}

function weigh(evidence: Evidence, httpStatus: number, context: CimErrorContext): CimErrorCode {
  const { cimStatus, hresult, faultDetail, subcode, value } = evidence;
  if (cimStatus !== undefined && cimStatus > 1) return codeOfStatus(cimStatus);
  const byNumber = hresult === undefined ? undefined : codeOfHresult(hresult);
  if (byNumber !== undefined) return byNumber;
  if (cimStatus === 1) return "failed";
  const byName = codeOfFaultDetail(faultDetail) ?? codeOfSubcode(subcode, context.operation);
  if (byName !== undefined) return byName;
  if (value === "MustUnderstand" || value === "VersionMismatch") return "protocol";
  return httpStatus === 401 ? "unauthorized" : httpStatus === 403 ? "access-denied" : "failed";
}

/** DSP0227 16.3: marked as such; by name where a server forgot the mark. */
function isCimError(element: XmlElement): boolean {
  const mark = attribute(element, "IsCIM_Error")?.toLowerCase();
  return (
    mark === "true" || mark === "1" || /^(?:CIM|OMI)_Error$|^MSFT_WmiError$/i.test(element.name)
  );
}

function hresultOf(
  cimError: XmlElement | undefined,
  wsmanFault: XmlElement | undefined,
): number | undefined {
  // Windows: MessageID "HRESULT 0x80041010", error_Code with error_Type HRESULT.
  const messageId = /^HRESULT\s+(0x[\da-f]{1,8})$/i.exec(
    childText(cimError, "MessageID") ?? "",
  )?.[1];
  const isHresult = childText(cimError, "error_Type")?.toUpperCase() === "HRESULT";
  return (
    integer(messageId) ??
    (isHresult ? integer(childText(cimError, "error_Code")) : undefined) ??
    codeOfWsmanFault(wsmanFault, 0)
  );
}

/** The innermost code: a provider's own fault is nested inside the service's. */
function codeOfWsmanFault(fault: XmlElement | undefined, depth: number): number | undefined {
  if (fault === undefined || depth > 8) return undefined;
  const provider = child(child(fault, "Message"), "ProviderFault");
  const nested = codeOfWsmanFault(child(provider, "WSManFault"), depth + 1);
  return nested ?? integer(attribute(fault, "Code"));
}

function integer(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:-?\d{1,10}|0x[\da-f]{1,8})$/i.test(text)) return undefined;
  const value = Number(text);
  // HRESULTs are negative where a provider has them as signed numbers.
  return value < 0 ? value >>> 0 : value;
}

function localName(qualified: string | undefined): string | undefined {
  return qualified?.slice(qualified.lastIndexOf(":") + 1);
}

function reasonOf(
  fault: XmlElement,
  cimError: XmlElement | undefined,
  wsmanFault: XmlElement | undefined,
): string | undefined {
  const stated =
    childText(cimError, "Message") ??
    textWithin(wsmanFault) ??
    childText(child(fault, "Reason"), "Text") ??
    // Of a service that speaks SOAP 1.1.
    childText(fault, "faultstring");
  return stated?.replace(/\s+/g, " ").trim().slice(0, 2000);
}

/** The deepest message of a WSManFault, which is the provider's own. */
function textWithin(fault: XmlElement | undefined, depth = 0): string | undefined {
  const message = child(fault, "Message");
  if (message === undefined || depth > 8) return undefined;
  const provider = child(message, "ProviderFault");
  const own = `${provider?.text ?? ""} ${message.text}`.trim();
  return textWithin(child(provider, "WSManFault"), depth + 1) ?? (own === "" ? undefined : own);
}

function sentenceOf(
  reason: string | undefined,
  hresultName: string | undefined,
  hresult: number | undefined,
  name: string | undefined,
): string {
  const number =
    hresult === undefined ? undefined : `0x${hresult.toString(16).toUpperCase().padStart(8, "0")}`;
  const mark = hresultName === undefined ? number : `${hresultName} ${number ?? ""}`;
  const words = reason ?? `the server answered with fault ${name ?? "of no name"}`;
  return mark === undefined ? words : `${words} (${mark})`;
}
