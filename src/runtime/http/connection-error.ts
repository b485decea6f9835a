/** What went wrong below HTTP, in words that say what to check. */
import { CimError } from "../error.ts";

/**
 * Turns an error of a socket or of TLS into a `CimError` of code `"unreachable"`.
 *
 * @param error - The error that `node:http` reported.
 * @param url - Where the request went; only host and port are shown.
 * @param hasAnswered - Whether the answer had begun.
 */
export function connectionError(error: Error, url: URL, hasAnswered = false): CimError {
  if (error instanceof CimError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const where = placeOf(url);
  if (hasAnswered && (code === "ECONNRESET" || code === "EPIPE")) return brokeOff(url, error);
  const advice = adviceFor(code, where) ?? adviceForTls(code, error.message, where);
  const sentence =
    advice ?? `the connection to ${where} failed: ${code === "" ? error.message : code}`;
  return new CimError("unreachable", sentence, {
    cause: error,
    ...(transient.has(code) && { isTransient: true }),
  });
}

/** What may be otherwise in a moment. */
const transient: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"],
]);

/**
 * The error for a connection that ended before the answer did.
 *
 * @param url - Where the request went.
 * @param cause - What `node:http` reported, if anything.
 */
export function brokeOff(url: URL, cause?: Error): CimError {
  const sentence = `${placeOf(url)} closed the connection in the middle of its answer: the service, or something on the way, broke off`;
  return new CimError("unreachable", sentence, {
    isTransient: true,
    ...(cause !== undefined && { cause }),
  });
}

function placeOf(url: URL): string {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return `${url.hostname}:${port}`;
}

function adviceFor(code: string, where: string): string | undefined {
  switch (code) {
    case "ECONNREFUSED":
      return `${where} refuses connections: check the port, and that the WS-Management service is running and listening`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host name of ${where} cannot be resolved: check its spelling and DNS`;
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `${where} cannot be reached: check the network, and firewalls on the way`;
    case "ECONNRESET":
    case "EPIPE":
      return `${where} closed the connection before it answered: check that http: or https: fits the port, and that the service is still running`;
    default:
      return undefined;
  }
}

function adviceForTls(code: string, message: string, where: string): string | undefined {
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `the certificate of ${where} is for another name: use the name in it, or tls.servername`;
  }
  if (code === "CERT_HAS_EXPIRED")
    return `the certificate of ${where} has expired: it needs to be renewed`;
  if (/CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY/.test(code)) {
    return `the certificate of ${where} is not trusted (${code}): pass its issuer as tls.ca`;
  }
  if (/certificate required|handshake failure|bad certificate/i.test(message)) {
    return `${where} refused the TLS handshake: it may want a client certificate (tls.cert and tls.key)`;
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS")) {
    return `${where} does not speak TLS as expected (${code}): check that https: fits the port`;
  }
  return undefined;
}
