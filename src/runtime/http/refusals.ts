/** Answers that are not the service's own: what they mean, and what helps. */
import type { Authenticator } from "../auth/authenticator.ts";
import { CimError } from "../error.ts";
import { readChallenges } from "./challenges.ts";
import type { HttpResponse } from "./post.ts";
import { discard } from "./read-body.ts";

/**
 * Refuses statuses that a WS-Management or CIM-XML service never answers an operation with by itself.
 *
 * @param response - Any answer.
 * @param url - Where the request went.
 * @returns The same answer.
 * @throws CimError that says what to do.
 */
export async function accept(response: HttpResponse, url: URL): Promise<HttpResponse> {
  const { status } = response;
  const isOwn = !response.isEmpty && /xml/i.test(response.contentType);
  if (status < 300 || (isOwn && status >= 400)) return response;
  const refusal = refusalOf(response, url);
  if (refusal === undefined) return response;
  await discard(response).catch(() => undefined);
  throw refusal;
}

function refusalOf({ status, location }: HttpResponse, url: URL): CimError | undefined {
  const details = { httpStatus: status, ...(url.protocol === "http:" && { isPlain: true }) };
  if (status < 400) {
    const target = location === "" ? "" : ` to ${JSON.stringify(location.slice(0, 200))}`;
    const sentence = `the server redirects${target}, which is not followed because credentials would go along: use that URL`;
    return new CimError("protocol", sentence, details);
  }
  switch (status) {
    case 403:
      return new CimError(
        "access-denied",
        "the server answered HTTP 403: the account may not use this service",
        details,
      );
    case 404:
    case 405:
      return new CimError(
        "unreachable",
        `the server answered HTTP ${status}: check the path of the URL`,
        details,
      );
    case 413:
      return new CimError(
        "too-large",
        "the server answered HTTP 413: the request is larger than it takes",
        details,
      );
    case 431:
      return new CimError(
        "too-large",
        "the server answered HTTP 431: the headers are larger than it takes; over CIM-XML the keys of the instance are in one",
        details,
      );
    case 503:
      return new CimError(
        "unreachable",
        "the server answered HTTP 503: the service is not available now",
        { ...details, isTransient: true },
      );
    default:
      return undefined;
  }
}

/**
 * The error for credentials that are missing or not accepted.
 *
 * @param auth - What authenticated.
 * @param url - Where the request went.
 * @param response - The last refusal, if there was one.
 */
export function unauthorized(
  auth: Authenticator | undefined,
  url: URL,
  response: HttpResponse | undefined,
): CimError {
  const schemes = readChallenges(response?.rawHeaders ?? []).map(({ scheme }) => scheme);
  const offered = [...new Set(schemes)].join(", ") || "no scheme at all";
  const sentence =
    auth === undefined
      ? `the server wants credentials (it offers ${offered}): pass auth`
      : `the server did not accept the ${auth.scheme} credentials (it offers ${offered})`;
  return new CimError("unauthorized", sentence, {
    httpStatus: 401,
    schemes: [...new Set(schemes)],
    ...(url.protocol === "http:" && { isPlain: true }),
  });
}
