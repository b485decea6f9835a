import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Envelope, readEnvelope } from "../../src/runtime/wsman/envelope.ts";

// Exchanges recorded with real servers; they are kept beside the repository, not in it.
const folder = fileURLToPath(new URL("../../../shared/data/captures/", import.meta.url));

/** Whether the recordings are there; tests that want them say so when they skip. */
export const haveCaptures: boolean = existsSync(folder);
if (!haveCaptures)
  console.warn("no recorded exchanges beside the repository: their tests are skipped");

/** Names of a server's recordings without their ending, in order. */
export function captures(server: string): readonly string[] {
  return readdirSync(`${folder}${server}`)
    .filter((name) => name.endsWith(".response"))
    .map((name) => name.slice(0, -".response".length))
    .sort();
}

/** The recorded answer: its HTTP status and body. */
export function capture(server: string, name: string): { status: number; body: string } {
  const text = readFileSync(`${folder}${server}/${name}.response`, "utf8");
  const end = text.indexOf("\r\n\r\n");
  return { status: Number(text.slice(9, 12)), body: text.slice(end + 4) };
}

/** The recorded answer's envelope. */
export function captured(server: string, name: string): Envelope {
  return readEnvelope(capture(server, name).body);
}
