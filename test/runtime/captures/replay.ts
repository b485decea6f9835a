/** Recorded exchanges as a server: each request gets the recorded answer, byte for byte. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

// They are kept beside the repository, not in it.
const folder = fileURLToPath(new URL("../../../../shared/data/captures/", import.meta.url));

/** Whether the recordings are there; tests that want them say so when they skip. */
export const haveCaptures: boolean = existsSync(folder);
if (!haveCaptures)
  console.warn("no recorded exchanges beside the repository: their tests are skipped");

/** Names of all recorded exchanges of a server, in order. */
export function captureNames(server: string): readonly string[] {
  return readdirSync(`${folder}${server}`)
    .filter((name) => name.endsWith(".request"))
    .map((name) => name.slice(0, -".request".length))
    .sort();
}

/**
 * Those of them whose numbers belong to a part.
 *
 * @param server - Folder of the recordings.
 * @param parts - First number of each part; it ends where the next one begins.
 * @param part - Which one.
 */
export function partOf<P extends string>(
  server: string,
  parts: Readonly<Record<P, number>>,
  part: P,
): readonly string[] {
  const first = parts[part];
  const later = Object.values<number>(parts).filter((start) => start > first);
  const next = Math.min(...later, Infinity);
  return captureNames(server).filter((name) => {
    const number = Number(name.slice(0, 2));
    return number >= first && number < next;
  });
}

/** An HTTP message. */
export interface HttpMessage {
  readonly startLine: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function parse(bytes: Buffer): HttpMessage {
  const text = bytes.toString("utf8");
  const end = text.indexOf("\r\n\r\n");
  const [startLine = "", ...lines] = text.slice(0, end).split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { startLine, headers: new Map(headers), body: text.slice(end + 4) };
}

/** The recorded request. */
export function recordedRequest(server: string, name: string): HttpMessage {
  return parse(readFileSync(`${folder}${server}/${name}.request`));
}

/** The id that the recorded request has, so that the recorded answer is one to ours. */
export function messageIdOf(server: string, name: string): string {
  const { body } = recordedRequest(server, name);
  const soap = /MessageID>([^<]*)</.exec(body)?.[1];
  return soap ?? /<MESSAGE ID="([^"]*)"/.exec(body)?.[1] ?? "none";
}

/** A server that gives recorded answers in turn. */
export interface Replay {
  readonly port: number;
  /** What it was sent. */
  readonly requests: readonly HttpMessage[];
}

/** Starts it, for as long as the test lasts. */
export async function replay(server: string, names: readonly string[]): Promise<Replay> {
  const answers = names.map((name) => readFileSync(`${folder}${server}/${name}.response`));
  const requests: HttpMessage[] = [];
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    let pending = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (piece) => {
      pending = Buffer.concat([pending, piece]);
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = pending.subarray(0, end).toString("latin1");
      const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      requests.push(parse(pending.subarray(0, end + 4 + length)));
      pending = pending.subarray(end + 4 + length);
      const answer = answers[requests.length - 1];
      if (answer === undefined) socket.destroy();
      else socket.write(answer);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  // As: a server that listens on TCP has an address with a port.
  return { port: (listener.address() as AddressInfo).port, requests };
}
