import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Envelope, readEnvelope, writeEnvelope } from "../../src/runtime/wsman/envelope.ts";
import { namespaces } from "../../src/runtime/wsman/names.ts";
import { xml } from "../../src/runtime/xml/write.ts";

/** A request as the server saw it. */
export interface Seen {
  readonly headers: IncomingMessage["headers"];
  readonly url: string | undefined;
  readonly body: string;
}

export interface ScriptedServer {
  /** `http://127.0.0.1:<port>/wsman` */
  readonly url: string;
  readonly seen: readonly Seen[];
}

/** A server on a free port that lasts as long as the test. */
export async function serve(
  answer: (request: Seen, response: ServerResponse, index: number) => void,
): Promise<ScriptedServer> {
  const seen: Seen[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { headers, url } = incoming;
      const request = { headers, url, body: Buffer.concat(chunks).toString("utf8") };
      seen.push(request);
      answer(request, response, seen.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // As: a server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/wsman`, seen };
}

/** A server that answers each request with the content of a SOAP body, in turn; the last one again and again. */
export function serveBodies(
  ...bodies: readonly (string | ((request: Envelope) => string))[]
): Promise<ScriptedServer> {
  return serve((request, response, index) => {
    const envelope = readEnvelope(request.body);
    const body = bodies[Math.min(index, bodies.length - 1)] ?? "";
    const text = typeof body === "string" ? body : body(envelope);
    response.writeHead(text.startsWith("<s:Fault>") ? 500 : 200, {
      "Content-Type": "application/soap+xml;charset=UTF-8",
    });
    response.end(soap(text, envelope.messageId ?? ""));
  });
}

/** An envelope around the text of a body; the prefixes of `namespaces` are bound. */
export function soap(body: string, relatesTo: string): string {
  const { f } = namespaces;
  return writeEnvelope([xml("a:RelatesTo", {}, [relatesTo])], xml("s:here"))
    .replace("<s:here/>", () => body)
    .replace("<s:Envelope ", () => `<s:Envelope xmlns:f="${f}" `);
}
