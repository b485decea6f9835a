/** What CIM-XML calls things (DSP0200 5.3 and 6.3). */

/** Namespaces in which servers keep what they say of themselves. */
export const interopNamespaces: readonly string[] = ["root/interop", "interop", "root/PG_InterOp"];

/** Names of query languages (DSP0200 5.3.2.13, DSP0202 Annex). */
export const queryLanguages = { WQL: "WQL", CQL: "DMTF:CQL" } as const;

/**
 * Encodes the value of a `CIM…` header (DSP0200 6.3.7).
 *
 * @param text - The value.
 */
export function headerValue(text: string): string {
  // Half a surrogate pair would make the encoding throw.
  return encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));
}
