/** What a CIM-XML server refuses with (DSP0200 5.2.3 and 6.3.1). */
import { CimError } from "../../runtime/error.ts";
import { statusOfCode } from "../../runtime/error-code.ts";
import { xml, type XmlNode } from "../../runtime/xml/write.ts";
import { sentenceOf, SoapFault } from "../wsman/fault.ts";

/** Thrown for a message that is no request: HTTP says so, and nobody looks into it. */
export class BadRequest extends Error {
  override readonly name: string = "BadRequest";
  /** Value of the header `CIMError`. */
  readonly cimError: string;

  constructor(cimError: string, sentence: string) {
    super(sentence);
    this.cimError = cimError;
  }
}

/**
 * Whatever an operation threw → the `ERROR` element to answer with. An error that is no
 * `CimError` is a provider's failure: its message is told, its stack is not.
 *
 * @param caught - The value of a `catch` clause.
 */
export function errorNode(caught: unknown): XmlNode {
  const { status, sentence } = describe(caught);
  return xml("ERROR", { CODE: String(status), DESCRIPTION: sentence.slice(0, 2000) });
}

function describe(caught: unknown): { readonly status: number; readonly sentence: string } {
  if (caught instanceof CimError) {
    const { cimStatus, code, reason } = caught;
    return { status: cimStatus ?? statusOfCode(code), sentence: reason ?? sentenceOf(caught) };
  }
  if (caught instanceof SoapFault) {
    return { status: caught.parts.cimStatus ?? 1, sentence: caught.message };
  }
  const sentence =
    caught instanceof Error ? caught.message : "something else than an Error was thrown";
  return { status: 1, sentence: `Provider failure: ${sentence}` };
}
