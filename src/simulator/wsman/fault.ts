/** What a server refuses with, and how WinRM writes it (DSP0226 14; MS-WSMV 2.2.4.43). */
import { CimError } from "../../runtime/error.ts";
import { type CimErrorCode, statusOfCode } from "../../runtime/error-code.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { actions, dmtfSchema, namespaces } from "../../runtime/wsman/names.ts";

/** A fault by its parts. */
export interface FaultParts {
  readonly value: "Sender" | "Receiver" | "MustUnderstand" | "VersionMismatch";
  /** With the prefix of the envelope, for example `a:DestinationUnreachable`. */
  readonly subcode?: string;
  /** WinRM or WBEM number. */
  readonly code: number;
  /** Last segment of the `wsman:FaultDetail` URI. */
  readonly detail?: string;
  /** CIM status; given by those faults that come from CIM and not from the protocol. */
  readonly cimStatus?: number;
  /** Header elements that SOAP wants to see named. */
  readonly header?: readonly XmlNode[];
}

/** Thrown by operations; becomes the answer. */
export class SoapFault extends Error {
  override readonly name: string = "SoapFault";
  readonly parts: FaultParts;

  constructor(parts: FaultParts, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.parts = parts;
  }
}

type FaultName =
  | "actionNotSupported"
  | "headerRequired"
  | "headerInvalid"
  | "insufficientSelectors"
  | "unexpectedSelectors"
  | "duplicateSelectors"
  | "selectorType"
  | "invalidContext"
  | "filteringNotSupported"
  | "enumerationMode"
  | "addressingMode"
  | "localeRequired"
  | "envelopeLimit"
  | "envelopeExceeded"
  | "tooManyContexts"
  | "deliveryMode"
  | "timedOut"
  | "invalidMessage"
  | "mustUnderstand"
  | "versionMismatch";

/** The faults of the protocol, DSP0226 14.6; numbers are those of wsmerror.h. */
export const faults: Readonly<Record<FaultName, FaultParts>> = {
  actionNotSupported: sender("a:ActionNotSupported", 0x80338013),
  headerRequired: sender("a:MessageInformationHeaderRequired", 0x80338011),
  headerInvalid: sender("a:InvalidMessageInformationHeader", 0x8033800f),
  insufficientSelectors: sender("w:InvalidSelectors", 0x8033805a, "InsufficientSelectors"),
  unexpectedSelectors: sender("w:InvalidSelectors", 0x8033805b, "UnexpectedSelectors"),
  duplicateSelectors: sender("w:InvalidSelectors", 0x8033805f, "DuplicateSelectors"),
  selectorType: sender("w:InvalidSelectors", 0x8033805c, "TypeMismatch"),
  invalidContext: { value: "Receiver", subcode: "n:InvalidEnumerationContext", code: 0x8033801b },
  filteringNotSupported: sender("n:FilteringNotSupported", 0x80338018),
  enumerationMode: sender("w:UnsupportedFeature", 0x80338086, "EnumerationMode"),
  addressingMode: sender("w:UnsupportedFeature", 0x80338076, "AddressingMode"),
  localeRequired: sender("w:UnsupportedFeature", 0x80338087, "Locale"),
  envelopeLimit: sender("w:EncodingLimit", 0x8033807e, "MinimumEnvelopeLimit"),
  envelopeExceeded: sender("w:EncodingLimit", 0x80338048, "MaxEnvelopeSizeExceeded"),
  tooManyContexts: sender("w:QuotaLimit", 0x803381a6),
  deliveryMode: sender("e:DeliveryModeRequestedUnavailable", 0x8033801e),
  timedOut: { value: "Receiver", subcode: "w:TimedOut", code: 0x80338029 },
  invalidMessage: sender("w:SchemaValidationError", 0x80338041),
  mustUnderstand: { value: "MustUnderstand", code: 0x80338010 },
  versionMismatch: { value: "VersionMismatch", code: 0x8033800d },
};

function sender(subcode: string, code: number, detail?: string): FaultParts {
  return { value: "Sender", subcode, code, ...(detail !== undefined && { detail }) };
}

/** CIM errors as WMI numbers them and WinRM classifies them; the rest is {@link failed}. */
const byCode: ReadonlyMap<CimErrorCode, FaultParts> = new Map<CimErrorCode, FaultParts>([
  ["access-denied", sender("w:AccessDenied", 0x80041003)],
  ["invalid-namespace", sender("a:DestinationUnreachable", 0x8004100e)],
  ["invalid-parameter", sender("w:InvalidParameter", 0x80041008)],
  ["invalid-class", sender("a:DestinationUnreachable", 0x80041010)],
  ["not-found", sender("a:DestinationUnreachable", 0x80041002)],
  ["not-supported", sender("w:UnsupportedFeature", 0x8004100c)],
  ["class-has-children", internal(0x80041025)],
  ["class-has-instances", internal(0x80041026)],
  ["invalid-superclass", internal(0x8004100d)],
  ["already-exists", sender("w:AlreadyExists", 0x80041019)],
  ["no-such-property", internal(0x80041031)],
  ["type-mismatch", sender("w:InvalidParameter", 0x80041005, "TypeMismatch")],
  ["query-language-not-supported", sender("n:FilterDialectRequestedUnavailable", 0x80041018)],
  ["invalid-query", sender("n:CannotProcessFilter", 0x80041017)],
  ["method-not-available", sender("a:ActionNotSupported", 0x80041055)],
  ["method-not-found", sender("a:ActionNotSupported", 0x8004102e)],
  ["server-limits-exceeded", sender("w:QuotaLimit", 0x8004106c)],
  ["server-is-shutting-down", internal(0x80041033)],
  ["timeout", { value: "Receiver", subcode: "w:TimedOut", code: 0x80041069 }],
]);

const failed: FaultParts = internal(0x80041001);

function internal(code: number): FaultParts {
  return { value: "Receiver", subcode: "w:InternalError", code };
}

/**
 * A handler's mistake, `WBEM_E_PROVIDER_FAILURE`: the caller is not to blame.
 *
 * @param why - What happened.
 * @param cause - What was thrown.
 */
export function providerFailure(why: string, cause: unknown): SoapFault {
  const parts = { ...internal(0x80041004), cimStatus: 1 };
  return new SoapFault(parts, `Provider failure: ${why}`, cause);
}

/**
 * What an answer is written with: a value that has no form in it is the server's, and the
 * caller is not to blame.
 *
 * @param write - Encodes values of instances or of handlers.
 * @throws SoapFault in place of a `CimError`.
 */
export function writeOrBlameProvider<R>(write: () => R): R {
  try {
    return write();
  } catch (error) {
    throw error instanceof CimError ? providerFailure(sentenceOf(error), error) : error;
  }
}

/**
 * Whatever an operation threw → the fault to answer with. An error that is
 * neither fault nor `CimError` is a provider's failure: its message is told, its stack is not.
 *
 * @param caught - The value of a `catch` clause.
 */
export function faultOf(caught: unknown): SoapFault {
  if (caught instanceof SoapFault) return caught;
  if (!(caught instanceof CimError)) {
    const why =
      caught instanceof Error ? caught.message : "something else than an Error was thrown";
    return providerFailure(why, caught);
  }
  const { code, hresult, cimStatus, reason } = caught;
  const known = byCode.get(code) ?? failed;
  const parts = {
    ...known,
    code: hresult ?? known.code,
    cimStatus: cimStatus ?? statusOfCode(code),
  };
  return new SoapFault(parts, reason ?? sentenceOf(caught), caught);
}

/**
 * The message without code, class and method, which stand elsewhere in the fault.
 *
 * @param error - The error.
 */
export function sentenceOf({ message, code, className, method }: CimError): string {
  const place = [className, method].filter((name) => name !== undefined).join(".");
  const prefix = place === "" ? `${code}: ` : `${code}: ${place}: `;
  return message.startsWith(prefix) ? message.slice(prefix.length) : message;
}

const faultDetail = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/";
/** So that a fault fits into the smallest envelope, in which its words stand four times. */
const maxMessage = 1000;
const enumerationFault = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/fault";

/**
 * The action that an answer with this fault states.
 *
 * @param fault - The fault.
 */
export function actionOf({ parts: { subcode = "a:" } }: SoapFault): string {
  if (subcode.startsWith("n:")) return enumerationFault;
  return subcode.startsWith("w:") ? actions.wsmanFault : actions.addressingFault;
}

/**
 * The `s:Fault` element, as WinRM writes it: number and words in a
 * `f:WSManFault`, and a `MSFT_WmiError` when CIM is the reason.
 *
 * @param fault - The fault.
 * @param machine - Name of the server.
 */
export function writeFault(fault: SoapFault, machine: string): XmlNode {
  const { value, subcode, code, detail, cimStatus } = fault.parts;
  const message = fault.message.slice(0, maxMessage);
  const wsmanFault = { "xmlns:f": namespaces.f, Code: String(code), Machine: machine };
  return xml("s:Fault", {}, [
    xml("s:Code", {}, [
      xml("s:Value", {}, [`s:${value}`]),
      ...(subcode === undefined ? [] : [xml("s:Subcode", {}, [xml("s:Value", {}, [subcode])])]),
    ]),
    xml("s:Reason", {}, [xml("s:Text", { "xml:lang": "en-US" }, [message])]),
    xml("s:Detail", {}, [
      ...(detail === undefined ? [] : [xml("w:FaultDetail", {}, [faultDetail + detail])]),
      xml("f:WSManFault", wsmanFault, [xml("f:Message", {}, [message])]),
      ...(cimStatus === undefined ? [] : [wmiError(cimStatus, code, message)]),
    ]),
  ]);
}

function wmiError(cimStatus: number, code: number, message: string): XmlNode {
  const attributes = {
    "xmlns:m": `${dmtfSchema}MSFT_WmiError`,
    "xsi:type": "m:MSFT_WmiError_Type",
    "b:IsCIM_Error": "true",
  };
  const text = (name: string, content: string): XmlNode =>
    xml(`m:${name}`, { "xsi:type": "cim:cimString" }, [content]);
  const uint = (name: string, content: number): XmlNode =>
    xml(`m:${name}`, { "xsi:type": "cim:cimUnsignedInt" }, [String(content)]);
  return xml("m:MSFT_WmiError", attributes, [
    uint("CIMStatusCode", cimStatus),
    text("Message", message),
    text("MessageID", `HRESULT 0x${code.toString(16).padStart(8, "0")}`),
    uint("error_Code", code),
    text("error_Type", "HRESULT"),
    text("error_WindowsErrorMessage", message),
  ]);
}
