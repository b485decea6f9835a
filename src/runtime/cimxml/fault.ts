/** Errors of CIM-XML servers (DSP0200 5.2.3 and 6.3.1; DSP0201 5.6.8). */
import { CimError, type CimErrorContext, type CimErrorInstance } from "../error.ts";
import { codeOfStatus } from "../error-code.ts";
import type { HttpResponse } from "../http/post.ts";
import { attribute, type XmlElement } from "../xml/parse.ts";
import { readProperties } from "./decode.ts";

/**
 * Reads an `ERROR` element.
 *
 * @param element - The element.
 * @param httpStatus - Status that came with it.
 * @param context - The call that failed.
 */
export function faultError(
  element: XmlElement,
  httpStatus: number,
  context: CimErrorContext,
): CimError {
  const stated = Number(attribute(element, "CODE"));
  const status = Number.isInteger(stated) && stated > 0 && stated < 2 ** 31 ? stated : 1;
  const errors = element.children.filter(({ name }) => name === "INSTANCE").map(readError);
  return statusError(status, {
    ...context,
    httpStatus,
    description: attribute(element, "DESCRIPTION"),
    errors,
  });
}

interface Described extends CimErrorContext {
  readonly httpStatus: number;
  readonly description: string | undefined;
  readonly errors?: readonly CimErrorInstance[];
}

/**
 * The error for a CIM status.
 *
 * @param cimStatus - DSP0200 5.2.3.
 * @param described - Words and instances that came with it, and the call that failed.
 */
export function statusError(cimStatus: number, described: Described): CimError {
  const { description = "", errors = [], ...context } = described;
  const message = errors.map(({ properties }) => properties["Message"]).find(isText);
  // Pegasus begins with the name of the status.
  const words = description.replace(/^CIM_ERR_[A-Z_]+:\s*/, "");
  const reason = tidy(words === "" ? (message ?? "") : words);
  const more = message !== undefined && tidy(message) !== reason ? `: ${tidy(message)}` : "";
  const sentence =
    reason === "" ? `the server answered CIM status ${cimStatus}` : `${reason}${more}`;
  return new CimError(codeOfStatus(cimStatus), sentence, {
    ...context,
    cimStatus,
    ...(reason !== "" && { reason }),
    ...(errors.length > 0 && { errors }),
  });
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function tidy(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 2000);
}

/** What cannot be read of it is left out: it is about an error, and must not be one. */
function readError(element: XmlElement): CimErrorInstance {
  const className = attribute(element, "CLASSNAME") ?? "CIM_Error";
  try {
    const { declared, others } = readProperties(element, undefined, { namespace: "" });
    return { className, properties: { ...declared, ...others } };
  } catch {
    return { className, properties: {} };
  }
}

/**
 * The error for a request that the server did not even look into: its headers say why.
 *
 * @param response - An answer that is no success.
 * @param context - The call that failed.
 */
export function httpError(
  { status, rawHeaders }: Pick<HttpResponse, "status" | "rawHeaders">,
  context: CimErrorContext,
): CimError {
  const headers = new Map<string, string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.set((rawHeaders[at] ?? "").toLowerCase(), rawHeaders[at + 1] ?? "");
  }
  const cimError = headers.get("cimerror")?.slice(0, 200);
  const detail = decodeHeader(headers.get("pgerrordetail"));
  const told = [cimError, detail].filter((text) => text !== undefined && text !== "").join(": ");
  if (told === "") {
    const sentence = `the server answered HTTP ${status} without saying why`;
    return new CimError("failed", sentence, { ...context, httpStatus: status });
  }
  const code = cimError === "unsupported-operation" ? "not-supported" : "protocol";
  return new CimError(code, `the server refuses the request: ${told}`, {
    ...context,
    httpStatus: status,
    reason: told,
  });
}

function decodeHeader(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return tidy(decodeURIComponent(text.slice(0, 4000)));
  } catch {
    return tidy(text);
  }
}
