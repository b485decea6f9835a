/** What servers disagree about, one record for each kind of server. */
import type { ResourceUriStyle } from "./names.ts";

/** The forms in which a peer wants to be spoken to. Every form is accepted from any peer. */
export interface Dialect {
  readonly name: string;
  /** How resource URIs are formed. */
  readonly resourceUri: ResourceUriStyle;
  /** Class-name prefixes → resource URI prefixes of vendors that have their own. */
  readonly vendors: ReadonlyMap<string, string>;
  /** `wrapped`: `cim:Datetime` and `cim:Interval` elements; `bare`: the 25-character CIM text. */
  readonly datetime: "wrapped" | "bare";
  /** `inline`: properties directly in the parameter, class as `xsi:type`; `nested`: a class element inside. */
  readonly embedded: "inline" | "nested";
  /**
   * Namespaces, with those below them, in which an embedded instance is a string that holds it as
   * CIM-XML: Hyper-V's way.
   */
  readonly embeddedText: readonly string[];
  /** `number`: the code point in decimal; `character`: the character (DSP0230 8.2). */
  readonly char16: "number" | "character";
  /** `numbers`: one element a byte; `base64`: one element of `cim:cimBase64Binary`. */
  readonly octetString: "numbers" | "base64";
  /** The order in which the members of an array have to come, for a method to get them in theirs. */
  readonly arrayArguments: "in order" | "reversed";
  /** What a subscription by a query is addressed to: all classes (DSP0227 8.1), or the one of the query. */
  readonly subscriptionTarget: "all classes" | "class";
  readonly userAgent: string;
}

/** Vendors with resource URIs of their own, of which any server may have classes. */
const vendors: ReadonlyMap<string, string> = new Map([
  ["AMT_", "http://intel.com/wbem/wscim/1/amt-schema/1/"],
  ["IPS_", "http://intel.com/wbem/wscim/1/ips-schema/1/"],
  ["DCIM_", "http://schemas.dell.com/wbem/wscim/1/cim-schema/2/"],
  ["VMware_", "http://schemas.vmware.com/wbem/wscim/1/cim-schema/2/"],
  ["OMC_", "http://schema.omc-project.org/wbem/wscim/1/cim-schema/2/"],
]);
const none: ReadonlyMap<string, string> = new Map();

/** WinRM. */
export const windows: Dialect = {
  name: "windows",
  resourceUri: "dmtf",
  vendors: none,
  datetime: "wrapped",
  embedded: "inline",
  embeddedText: ["root/virtualization"],
  char16: "character",
  octetString: "numbers",
  arrayArguments: "in order",
  subscriptionTarget: "all classes",
  userAgent: "Microsoft WinRM Client",
};

/** Open Management Infrastructure: refuses `cim:Datetime` in requests and wants char16 as a number. */
export const omi: Dialect = {
  ...windows,
  name: "omi",
  datetime: "bare",
  char16: "number",
  subscriptionTarget: "class",
};

/** OpenPegasus: wants a class element inside an embedded instance. */
export const pegasus: Dialect = {
  ...windows,
  name: "pegasus",
  datetime: "bare",
  embedded: "nested",
};

/** Openwsman, on top of SFCB and others; ESXi's service is one. It sorts arguments, and turns arrays round by that. */
export const openwsman: Dialect = {
  ...windows,
  name: "openwsman",
  vendors,
  datetime: "bare",
  arrayArguments: "reversed",
};

/** Intel Active Management Technology, whose own classes have their own URIs. */
export const amt: Dialect = { ...windows, name: "amt", vendors };

/** A server that nobody knows: the forms of the DMTF. */
export const generic: Dialect = { ...windows, name: "generic", vendors };

/** What servers say of themselves, and what they speak. */
const known: readonly (readonly [sign: RegExp, dialect: Dialect])[] = [
  [/microsoft corporation/i, windows],
  [/open management infrastructure/i, omi],
  [/pegasus/i, pegasus],
  [/openwsman|vmware/i, openwsman],
  [/intel/i, amt],
];

/**
 * The dialect that goes with what a server says of itself.
 *
 * @param vendor - Vendor in the answer to Identify.
 * @param server - The `Server` header, for a vendor that says nothing.
 */
export function dialectOf(vendor: string, server: string): Dialect {
  const found =
    known.find(([sign]) => sign.test(vendor)) ??
    known.find(([sign]) => sign.test(server)) ??
    (/microsoft/i.test(server) ? ["", windows] : undefined);
  return found?.[1] ?? generic;
}
