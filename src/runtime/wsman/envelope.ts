/** SOAP envelopes of WS-Management, written and read (DSP0226 5, MS-WSMV 3.1.4.1). */
import { CimError } from "../error.ts";
import { maxTimeout } from "../timeout.ts";
import { child, childText, parseXml, type XmlElement } from "../xml/parse.ts";
import { writeXml, xml, type XmlNode } from "../xml/write.ts";
import { anonymous, namespaces } from "./names.ts";

/** What a request says beside its body. */
export interface RequestHeader {
  readonly to: string;
  readonly resourceUri: string;
  readonly action: string;
  readonly messageId: string;
  /** Bytes that the answer may have; at least 8192. */
  readonly maxEnvelopeSize: number;
  /** Milliseconds; `Infinity` for no end. */
  readonly operationTimeout: number;
  /** The `w:SelectorSet`. */
  readonly selectors: XmlNode;
  /** Further header elements. */
  readonly others?: readonly XmlNode[];
}

/** An envelope as it came. */
export interface Envelope {
  readonly header: XmlElement | undefined;
  /** First element of the body. */
  readonly body: XmlElement | undefined;
  readonly action: string | undefined;
  readonly messageId: string | undefined;
  readonly relatesTo: string | undefined;
}

const { s, a, w, p, n, x, b, cim, xsi } = namespaces;
const bindings = Object.entries({ s, a, w, p, n, x, b, cim, xsi }).map(
  ([prefix, uri]) => [`xmlns:${prefix}`, uri] as const,
);
const required = { "s:mustUnderstand": "true" } as const;
/** MS-WSMV 3.1.4.1.8: Windows refuses these two when they must be understood. */
const english = { "xml:lang": "en-US", "s:mustUnderstand": "false" } as const;

/**
 * Writes a request.
 *
 * @param header - See {@link RequestHeader}.
 * @param body - Content of the body; `undefined` for none.
 */
export function writeRequest(header: RequestHeader, body: XmlNode | undefined): string {
  return writeEnvelope(
    [
      xml("a:To", {}, [header.to]),
      xml("w:ResourceURI", required, [header.resourceUri]),
      xml("a:ReplyTo", {}, [xml("a:Address", required, [anonymous])]),
      xml("a:Action", required, [header.action]),
      xml("w:MaxEnvelopeSize", required, [String(header.maxEnvelopeSize)]),
      xml("a:MessageID", {}, [header.messageId]),
      xml("w:Locale", english),
      xml("p:DataLocale", english),
      xml("w:OperationTimeout", {}, [duration(header.operationTimeout)]),
      header.selectors,
      ...(header.others ?? []),
    ],
    body,
  );
}

/**
 * Writes an envelope in which the prefixes s, a, w, p, n, x, b, cim and xsi are bound.
 *
 * @param header - Header elements.
 * @param body - Content of the body; `undefined` for none.
 */
export function writeEnvelope(header: readonly XmlNode[], body: XmlNode | undefined): string {
  return writeXml({
    name: "s:Envelope",
    attributes: bindings,
    children: [xml("s:Header", {}, header), xml("s:Body", {}, body === undefined ? [] : [body])],
  });
}

/** Milliseconds → `xs:duration`, as Windows writes it: `PT60.000S`. No end is a far one: left out, servers have their own. */
function duration(milliseconds: number): string {
  const sane = Math.min(Math.max(milliseconds, 1), maxTimeout);
  return `PT${(sane / 1000).toFixed(3)}S`;
}

/**
 * Reads an envelope, a request or an answer.
 *
 * @param text - The whole document.
 * @throws CimError `"protocol"` when it is not XML or not an envelope.
 */
export function readEnvelope(text: string): Envelope {
  return envelopeOf(parseXml(text));
}

/**
 * What a document says if it is an envelope.
 *
 * @param root - Its root element.
 * @throws CimError `"protocol"` when it is not an envelope.
 */
export function envelopeOf(root: XmlElement): Envelope {
  if (root.name !== "Envelope")
    throw new CimError("protocol", `<${root.name}> is not a SOAP envelope`);
  const header = child(root, "Header");
  return {
    header,
    body: child(root, "Body")?.children[0],
    action: childText(header, "Action"),
    messageId: childText(header, "MessageID"),
    relatesTo: childText(header, "RelatesTo"),
  };
}
