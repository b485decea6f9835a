/** Identify (DSP0226 11): who a server is, and how it wants to be spoken to. */
import { unlessAborted } from "../aborted.ts";
import { CimError } from "../error.ts";
import type { IdentifyRequest, ServerIdentity } from "../operations.ts";
import { childText, type XmlElement } from "../xml/parse.ts";
import { xml } from "../xml/write.ts";
import { type Dialect, dialectOf, windows } from "./dialect.ts";
import { type Bounds, exchangeIdentify, type Session } from "./exchange.ts";
import { namespaces } from "./names.ts";

/**
 * Asks a server who it is.
 *
 * @param session - The server.
 * @param request - Bounds of the call.
 * @throws CimError of an exchange, and `"protocol"` for an answer that says nothing.
 */
export async function identify(
  session: Session,
  request: Omit<IdentifyRequest, "operation">,
): Promise<ServerIdentity> {
  const question = xml("wsmid:Identify", { "xmlns:wsmid": namespaces.wsmid });
  const { body, server } = await exchangeIdentify(session, request, question);
  // OMI puts the answer into the namespace of SOAP: local names only.
  if (body?.name !== "IdentifyResponse") {
    const sentence = "the server does not say who it is: is this a WS-Management service?";
    throw new CimError("protocol", sentence, { operation: "identify" });
  }
  const vendor = childText(body, "ProductVendor") ?? "";
  const protocolVersion = childText(body, "ProtocolVersion");
  const profiles = profilesOf(body);
  return {
    vendor,
    version: childText(body, "ProductVersion") ?? "",
    ...(protocolVersion !== undefined && { protocolVersion }),
    ...(profiles.length > 0 && { securityProfiles: profiles }),
    dialect: dialectOf(vendor, server).name,
  };
}

function profilesOf(body: XmlElement): readonly string[] {
  const holder = body.children.find(({ name }) => name === "SecurityProfiles") ?? body;
  return holder.children
    .filter(({ name }) => name === "SecurityProfileName")
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
}

/**
 * Finds out how a server wants to be spoken to, once: later calls, and those meanwhile, share
 * the answer. A server that cannot say who it is is taken for Windows.
 *
 * @param session - The server.
 * @param byName - Dialects by name.
 */
export function dialectFinder(
  session: () => Session,
  byName: ReadonlyMap<string, Dialect>,
): Session["dialect"] {
  let known: Promise<Dialect> | undefined;
  return ({ signal, timeout }: Bounds) => {
    // Nobody's signal ends what others wait for as well.
    known ??= detect(session(), timeout === undefined ? {} : { timeout }, byName).catch(
      (error: unknown) => {
        known = undefined;
        throw error;
      },
    );
    return unlessAborted(known, signal);
  };
}

async function detect(
  session: Session,
  bounds: Bounds,
  byName: ReadonlyMap<string, Dialect>,
): Promise<Dialect> {
  try {
    const { dialect } = await identify(session, bounds);
    return byName.get(dialect) ?? windows;
  } catch (error) {
    // It has answered, but not that; what is wrong otherwise, the operation will say better.
    const hasAnswered =
      error instanceof CimError &&
      (error.httpStatus !== undefined || error.code === "protocol") &&
      error.code !== "unauthorized";
    if (hasAnswered && error.code !== "unreachable") return windows;
    throw error;
  }
}
