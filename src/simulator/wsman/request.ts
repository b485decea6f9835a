/** The header of a request, read as WinRM reads it (DSP0226 5; MS-WSMV 3.1.4.1). */
import { CimError } from "../../runtime/error.ts";
import { type Dialect, windows } from "../../runtime/wsman/dialect.ts";
import { anonymous, dmtfSchema, namespaces, wmiSchema } from "../../runtime/wsman/names.ts";
import { attribute, child, childText, type XmlElement } from "../../runtime/xml/parse.ts";
import { xml } from "../../runtime/xml/write.ts";
import { faults, SoapFault } from "./fault.ts";

/** A message whose header was understood. */
export interface Message {
  /** `undefined` where an action needs none, which is Identify alone. */
  readonly action: string | undefined;
  readonly messageId: string | undefined;
  readonly resourceUri: string | undefined;
  readonly selectors: XmlElement | undefined;
  /** The `w:OptionSet`. */
  readonly options: XmlElement | undefined;
  /** The `e:Identifier` of a subscription. */
  readonly identifier: string | undefined;
  /** Milliseconds that the operation may take. */
  readonly operationTimeout: number;
  /** First element of the body. */
  readonly body: XmlElement | undefined;
  /** Bytes that the answer may have. */
  readonly limit: number;
}

/** Text of `wsa:MessageID`, whatever else may be wrong; `undefined` when there is none to quote. */
export function messageIdOf(root: XmlElement): string | undefined {
  const messageId = childText(child(root, "Header"), "MessageID");
  return messageId !== undefined && messageId.length <= maxMessageId ? messageId : undefined;
}

// MS-WSMV 3.1.4.1.3.
const maxMessageId = 2048;
// MS-WSMV 3.1.4.1.7.
const minEnvelopeSize = 8192;

/**
 * Reads a message.
 *
 * @param root - The document.
 * @param maxEnvelopeSize - Bytes that an answer may have at most.
 * @throws SoapFault for what is no SOAP message or cannot be honoured.
 */
export function readMessage(root: XmlElement, maxEnvelopeSize: number): Message {
  if (root.name !== "Envelope") {
    throw new SoapFault(faults.invalidMessage, `<${root.name}> is not a SOAP envelope`);
  }
  if (root.uri !== namespaces.s) {
    throw new SoapFault(faults.versionMismatch, "the message is not of SOAP 1.2");
  }
  const header = child(root, "Header");
  const body = child(root, "Body")?.children[0];
  refuseUnknown(header);
  const message: Message = {
    action: childText(header, "Action"),
    messageId: childText(header, "MessageID"),
    resourceUri: childText(header, "ResourceURI"),
    selectors: child(header, "SelectorSet"),
    options: child(header, "OptionSet"),
    identifier: childText(header, "Identifier"),
    operationTimeout: operationTimeout(childText(header, "OperationTimeout")),
    body,
    limit: Math.min(maxEnvelopeSize, envelopeSize(childText(header, "MaxEnvelopeSize"))),
  };
  if (!isIdentify(message)) requireAddressing(header, message);
  return message;
}

/**
 * Whether a message asks who the server is: the one that has no action (DSP0226 11).
 *
 * @param message - Any message.
 */
export function isIdentify({ body, action }: Message): boolean {
  return action === undefined && body?.name === "Identify" && body.uri === namespaces.wsmid;
}

const understood: ReadonlySet<string> = new Set([
  ...["To", "Action", "MessageID", "ReplyTo", "FaultTo", "From", "RelatesTo"].map(
    (name) => `${namespaces.a} ${name}`,
  ),
  ...[
    "ResourceURI",
    "SelectorSet",
    "OptionSet",
    "MaxEnvelopeSize",
    "OperationTimeout",
    "Locale",
  ].map((name) => `${namespaces.w} ${name}`),
  ...["DataLocale", "SessionId", "OperationID", "SequenceId", "ActivityId"].map(
    (name) => `${namespaces.p} ${name}`,
  ),
]);

function refuseUnknown(header: XmlElement | undefined): void {
  const required = (header?.children ?? []).filter((block) => mustUnderstand(block));
  const unknown = required.filter(({ uri, name }) => !understood.has(`${uri} ${name}`));
  const [first] = unknown;
  if (first !== undefined) {
    // SOAP 1.2 part 1, 5.4.8.
    const named = unknown.map(({ uri, name }) =>
      uri === ""
        ? xml("s:NotUnderstood", { qname: name })
        : xml("s:NotUnderstood", { "xmlns:h": uri, qname: `h:${name}` }),
    );
    const sentence = `the header ${first.name} is not understood`;
    throw new SoapFault({ ...faults.mustUnderstand, header: named }, sentence);
  }
  // MS-WSMV 3.1.4.1.8 and 9.
  if (required.some(({ name }) => name === "Locale" || name === "DataLocale")) {
    throw new SoapFault(faults.localeRequired, "a locale must not be marked with mustUnderstand");
  }
}

function mustUnderstand(block: XmlElement): boolean {
  const mark = attribute(block, "mustUnderstand")?.trim().toLowerCase();
  return mark === "true" || mark === "1";
}

function envelopeSize(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,15}$/.test(text)) {
    throw new SoapFault(faults.headerInvalid, "MaxEnvelopeSize is not a number");
  }
  if (Number(text) >= minEnvelopeSize) return Number(text);
  throw new SoapFault(faults.envelopeLimit, `MaxEnvelopeSize is below ${minEnvelopeSize}`);
}

/** MS-WSMV 2.2.4.10: MaxTimeoutms is a minute unless an administrator says otherwise. */
const maxOperationTimeout = 60_000;

/** DSP0226 6.1: an `xs:duration`, of which clients use seconds and minutes. */
function operationTimeout(text: string | undefined): number {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/.exec(text ?? "") ?? [];
  const milliseconds = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return milliseconds > 0 ? Math.min(milliseconds, maxOperationTimeout) : maxOperationTimeout;
}

/** MS-WSMV 3.1.4.1.3 to 5: Windows insists on all of them. */
function requireAddressing(header: XmlElement | undefined, message: Message): void {
  for (const name of ["Action", "MessageID", "ReplyTo"]) {
    if (child(header, name) === undefined) {
      throw new SoapFault(faults.headerRequired, `the header ${name} is missing`);
    }
  }
  const { messageId, action } = message;
  if (messageId === undefined || messageId.length > maxMessageId || action === undefined) {
    throw new SoapFault(faults.headerInvalid, "MessageID or Action is empty or too long");
  }
  if (childText(child(header, "ReplyTo"), "Address") !== anonymous) {
    throw new SoapFault(faults.addressingMode, "answers go back on the same connection only");
  }
}

/**
 * The forms of an answer: resource URIs in the style of the request.
 *
 * @param uri - The request's resource URI.
 * @param className - Its last segment.
 */
export function dialectOf(uri: string, className: string): Dialect {
  const lower = uri.toLowerCase();
  if (lower.startsWith(dmtfSchema)) return windows;
  if (lower.startsWith(wmiSchema)) return { ...windows, resourceUri: "microsoft" };
  const prefix = className.slice(0, className.indexOf("_") + 1);
  return { ...windows, vendors: new Map([[prefix, uri.slice(0, uri.lastIndexOf("/") + 1)]]) };
}

/**
 * The resource URI of a message.
 *
 * @param message - A message of any operation on a class.
 */
export function requireResource({ resourceUri }: Message): string {
  if (resourceUri !== undefined) return resourceUri;
  throw new CimError("invalid-class", "the header ResourceURI is missing");
}
