/** The URIs of WS-Management and of the classes it addresses (DSP0226 A, DSP0227 6). */
import { CimError } from "../error.ts";

/** XML namespaces by the prefix under which this runtime declares them. */
export const namespaces = {
  s: "http://www.w3.org/2003/05/soap-envelope",
  a: "http://schemas.xmlsoap.org/ws/2004/08/addressing",
  w: "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd",
  p: "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd",
  n: "http://schemas.xmlsoap.org/ws/2004/09/enumeration",
  x: "http://schemas.xmlsoap.org/ws/2004/09/transfer",
  e: "http://schemas.xmlsoap.org/ws/2004/08/eventing",
  b: "http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd",
  f: "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault",
  cim: "http://schemas.dmtf.org/wbem/wscim/1/common",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
  wsmid: "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd",
} as const;

/** Address of whoever asks: the other end of the connection (WS-Addressing 2.1). */
export const anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";

/** Value of `wsa:Action` for every operation that has a fixed one; a response appends `Response`. */
export const actions = {
  get: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get",
  put: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Put",
  create: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create",
  delete: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete",
  enumerate: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate",
  pull: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Pull",
  release: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Release",
  subscribe: "http://schemas.xmlsoap.org/ws/2004/08/eventing/Subscribe",
  unsubscribe: "http://schemas.xmlsoap.org/ws/2004/08/eventing/Unsubscribe",
  renew: "http://schemas.xmlsoap.org/ws/2004/08/eventing/Renew",
  addressingFault: "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault",
  wsmanFault: "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault",
} as const;

/** URIs of filter dialects (DSP0226 8.3, DSP0227 8.2, MS-WSMV 2.2.4.19). */
export const dialects = {
  wql: "http://schemas.microsoft.com/wbem/wsman/1/WQL",
  cql: "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf",
  association: "http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter",
} as const;

/** Delivery of events that the client pulls (DSP0226 10.2.9.5). */
export const pullDelivery = "http://schemas.dmtf.org/wbem/wsman/1/wsman/Pull";

/** Resource URI of class definitions in CIM-XML (DSP0227 15). */
export const classSchema = "http://schemas.dmtf.org/wbem/cim-xml/2/cim-schema/2/*";

/** Prefix of the resource URI of a class, DSP0227 6.1. */
export const dmtfSchema = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";
/** Prefix of Microsoft's older form, followed by namespace and class (MS-WSMV 2.2.4.1). */
export const wmiSchema = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";
/** Selector that names the CIM namespace, DSP0227 6.3. */
export const namespaceSelector = "__cimnamespace";

/** How resource URIs are formed: `dmtf` with the namespace as a selector, `microsoft` with it in the path. */
export type ResourceUriStyle = "dmtf" | "microsoft";

/** A class as a resource URI names it. */
export interface ResourceName {
  readonly className: string;
  /** Only Microsoft's form states it. */
  readonly namespace?: string;
}

/**
 * The resource URI of a class.
 *
 * @param className - Class, or `*` for all classes.
 * @param namespace - CIM namespace with slashes; only Microsoft's form contains it.
 * @param style - Form of the URI; the DMTF's unless told.
 * @param vendors - Class-name prefixes (up to and with the underscore) → URI
 *   prefixes for vendors with their own, for example `AMT_` of Intel.
 */
export function resourceUri(
  className: string,
  namespace: string,
  style: ResourceUriStyle = "dmtf",
  vendors: ReadonlyMap<string, string> = new Map(),
): string {
  const schema = className.slice(0, className.indexOf("_") + 1);
  const vendor = vendors.get(schema);
  if (vendor !== undefined) return `${vendor}${className}`;
  return style === "dmtf" ? `${dmtfSchema}${className}` : `${wmiSchema}${namespace}/${className}`;
}

/**
 * Reads a resource URI of any form: the class is its last segment.
 *
 * @param uri - Text of `wsman:ResourceURI`.
 * @throws CimError `"protocol"` when it has no last segment.
 */
export function parseResourceUri(uri: string): ResourceName {
  const trimmed = uri.trim();
  const slash = trimmed.lastIndexOf("/");
  const className = trimmed.slice(slash + 1);
  if (slash < 0 || className === "") {
    throw new CimError("protocol", `${JSON.stringify(trimmed)} is not the resource URI of a class`);
  }
  if (!trimmed.toLowerCase().startsWith(wmiSchema)) return { className };
  return { className, namespace: trimmed.slice(wmiSchema.length, slash).replaceAll("\\", "/") };
}

/**
 * The action of a method call (DSP0227 11).
 *
 * @param uri - Resource URI of the class.
 * @param method - Name of the method.
 */
export function methodAction(uri: string, method: string): string {
  return `${uri}/${method}`;
}
