import { createHash } from "node:crypto";
import { staysInside } from "./output-path.ts";

/** What earlier runs generated: the hash of each file by its path relative to the output folder. */
export type Manifest = ReadonlyMap<string, string>;

const format = 1;
const about = "What mof-codegen generated in this folder. Keep it with the files.";

/**
 * Reads a manifest. Files are removed on its word, so one that says anything unexpected
 * is refused as a whole.
 *
 * @returns `undefined` for a manifest that is damaged or of a later version
 */
export function readManifest(text: string): Manifest | undefined {
  return filesOf(parseJson(text));
}

/** The text of a manifest: the same files give the same bytes. */
export function printManifest(manifest: Manifest): string {
  const sorted = [...manifest].sort(([left], [right]) => (left < right ? -1 : 1));
  return `${JSON.stringify({ format, about, files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

/** The hash of a text, whichever line ends it has. */
export function hashOf(text: string): string {
  return createHash("sha256").update(withLineFeeds(text)).digest("hex").slice(0, 16);
}

/** A checkout on Windows turns the line ends of generated files into CRLF. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function filesOf(content: unknown): Manifest | undefined {
  if (!isRecord(content) || content["format"] !== format) return undefined;
  const files = content["files"];
  if (!isRecord(files)) return undefined;
  const manifest = new Map<string, string>();
  for (const [path, hash] of Object.entries(files)) {
    if (!staysInside(path)) return undefined;
    if (typeof hash !== "string" || !/^[0-9a-f]{16}$/.test(hash)) return undefined;
    manifest.set(path, hash);
  }
  return manifest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
